"""The shape of the model's types, read once: which keys a mapping has, what a scalar must look like."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin, get_type_hints

from msgspec import NODEFAULT, Meta
from msgspec.structs import fields

from thidua.model.fields import Part, is_given

Scalars = Literal["text", "id", "period", "day", "fraction", "word", "int", "bool", "decimal"]


class ScalarShape(NamedTuple):
    """A scalar: its kind, the pattern of its whole text, the words it may be, the kind of record it refers to."""

    kind: Scalars
    pattern: re.Pattern[str] | None = None
    words: tuple[str, ...] = ()
    refers: str | None = None


class ListShape(NamedTuple):
    """A list and the shape of its items."""

    item: Shape


class EitherShape(NamedTuple):
    """A scalar or a mapping: a unit's id, or a recipient written out."""

    scalar: ScalarShape
    record: RecordShape


class FieldShape(NamedTuple):
    """One key of a mapping: its name in the file, its attribute, its shape."""

    name: str
    attribute: str
    shape: Shape
    required: bool
    default: Any
    description: str


class RecordShape(NamedTuple):
    """A mapping: its type and its keys in canonical order; keys given by the reader are left out."""

    type: type[Part]
    fields: tuple[FieldShape, ...]
    by_name: dict[str, FieldShape]


Shape = ScalarShape | ListShape | EitherShape | RecordShape


@cache
def record_shape(kind: type[Part]) -> RecordShape:
    """The shape of a record or part."""
    hints = get_type_hints(kind, include_extras=True)
    found = tuple(
        FieldShape(
            name=info.encode_name,
            attribute=info.name,
            shape=_shape(hints[info.name]),
            required=info.required,
            default=None if info.default is NODEFAULT else info.default,
            description=_description(hints[info.name]),
        )
        for info in fields(kind)
        if not is_given(info.encode_name)
    )
    return RecordShape(kind, found, {field.name: field for field in found})


def _metas(hint: Any) -> tuple[Any, list[Meta]]:
    """The bare type of a hint (None taken out) and all that is said about it."""
    metas: list[Meta] = []
    while True:
        if get_origin(hint) is Annotated:
            bare, *extra = get_args(hint)
            metas += [meta for meta in extra if isinstance(meta, Meta)]
            hint = bare
        elif get_origin(hint) in (Union, UnionType) and NoneType in get_args(hint):
            kept = tuple(arm for arm in get_args(hint) if arm is not NoneType)
            hint = kept[0] if len(kept) == 1 else Union[kept]  # noqa: UP007 - built at run time
        else:
            return hint, metas


def _description(hint: Any) -> str:
    _, metas = _metas(hint)
    return next((meta.description for meta in metas if meta.description), "")


def _shape(hint: Any) -> Shape:
    bare, metas = _metas(hint)
    origin = get_origin(bare)
    if origin is tuple:
        return ListShape(_shape(get_args(bare)[0]))
    if origin in (Union, UnionType):
        shapes = [_shape(arm) for arm in get_args(bare)]
        scalar = next(shape for shape in shapes if isinstance(shape, ScalarShape))
        return EitherShape(scalar, next(shape for shape in shapes if isinstance(shape, RecordShape)))
    if isinstance(bare, type) and issubclass(bare, Part):
        return record_shape(bare)
    return _scalar(bare, metas)


_PLAIN_KINDS: dict[type, Scalars] = {int: "int", bool: "bool", Decimal: "decimal"}


def _scalar(bare: Any, metas: list[Meta]) -> ScalarShape:
    if get_origin(bare) is Literal:
        return ScalarShape("word", words=get_args(bare))
    if bare in _PLAIN_KINDS:
        return ScalarShape(_PLAIN_KINDS[bare])
    extra = {key: value for meta in metas for key, value in (meta.extra or {}).items()}
    pattern = re.compile(extra["pattern"]) if "pattern" in extra else None
    return ScalarShape(extra.get("kind", "text"), pattern, refers=extra.get("refers"))
