"""Puts a text into every free text of a register, and into nothing that is an id, a day or a word of a vocabulary."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

import msgspec
from msgspec import inspect
from msgspec.structs import fields, replace

from thidua.model.register import Register, build

Change = Callable[[str], str]


def poisoned(register: Register, change: Change) -> Register:
    """The register with every free text changed."""
    documents = [doc._replace(content=_struct(doc.content, change)) for doc in register.documents.values()]
    return build(documents)[0]


def _struct(value: Any, change: Change) -> Any:
    kind_of: Any = type(value)
    return replace(value, **{name: _value(getattr(value, name), kind, change) for name, kind in _kinds(kind_of)})


@cache
def _kinds(type_: Any) -> list[tuple[str, inspect.Type]]:
    """The fields that a file holds; a rank is looked up and so must stay what it is."""
    known = inspect.type_info(type_)
    assert isinstance(known, inspect.StructType)
    written = {field.name for field in fields(type_) if not field.encode_name.startswith("@") and field.name != "rank"}
    return [(field.name, field.type) for field in known.fields if field.name in written]


def _value(value: Any, kind: inspect.Type, change: Change) -> Any:
    if isinstance(value, msgspec.Struct):
        return _struct(value, change)
    if isinstance(value, tuple):
        inner = kind.item_type if isinstance(kind, inspect.VarTupleType) else kind
        return tuple(_value(each, inner, change) for each in value)
    return change(value) if isinstance(value, str) and _is_free(kind) else value


def _is_free(kind: inspect.Type) -> bool:
    if isinstance(kind, inspect.UnionType):
        return any(_is_free(each) for each in kind.types)
    if isinstance(kind, inspect.Metadata):
        return _is_free(kind.type)
    return isinstance(kind, inspect.StrType) and kind.pattern is None
