"""The shape of the model's types, read once: which keys a mapping has, what a scalar must look like."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin

from msgspec import NODEFAULT, Meta

from thidua.model.fields import Part, is_given

Scalars = Literal["text", "id", "period", "day", "fraction", "word", "int", "bool", "decimal"]

MADE: dict[Scalars, Callable[[str], Any]] = {"int": int, "bool": "true".__eq__, "decimal": Decimal}
"""What a text that matches the pattern of its kind becomes; texts of all other kinds stay texts."""


class ScalarShape(NamedTuple):
    """A scalar: its kind, the words it may be, the kind of record it refers to.

    ``pattern`` is that of its whole text, without groups, anchors and line ends; None: it may be any text. ``vocabulary``
    names the words for an id that refers to nothing: other ids may stand there too.
    """

    kind: Scalars
    pattern: re.Pattern[str] | None = None
    words: tuple[str, ...] = ()
    refers: str | None = None
    vocabulary: str | None = None


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
    hints = {
        name: hint for base in reversed(kind.__mro__) for name, hint in getattr(base, "__annotations__", {}).items()
    }
    defaults = kind.__struct_defaults__
    without = (NODEFAULT,) * (len(kind.__struct_fields__) - len(defaults))
    found = tuple(
        _field(name, attribute, hints[attribute], default)
        for name, attribute, default in zip(
            kind.__struct_encode_fields__, kind.__struct_fields__, without + defaults, strict=True
        )
        if not is_given(name)
    )
    return RecordShape(kind, found, {field.name: field for field in found})


def _field(name: str, attribute: str, hint: Any, default: Any) -> FieldShape:
    bare, metas = _metas(hint)
    required = default is NODEFAULT
    description = next((meta.description for meta in metas if meta.description), "")
    return FieldShape(name, attribute, _shape(bare, metas), required, None if required else default, description)


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


def _shape(bare: Any, metas: list[Meta]) -> Shape:
    origin = get_origin(bare)
    if origin is tuple:
        return ListShape(_shape(*_metas(get_args(bare)[0])))
    if origin in (Union, UnionType):
        shapes = [_shape(*_metas(arm)) for arm in get_args(bare)]
        scalar = next(shape for shape in shapes if isinstance(shape, ScalarShape))
        return EitherShape(scalar, next(shape for shape in shapes if isinstance(shape, RecordShape)))
    if isinstance(bare, type) and issubclass(bare, Part):
        return record_shape(bare)
    return _scalar(bare, metas)


PLAIN: dict[type, ScalarShape] = {
    int: ScalarShape("int", re.compile("0|-?[1-9][0-9]{0,17}")),
    bool: ScalarShape("bool", re.compile("true|false")),
    Decimal: ScalarShape("decimal", re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")),
}


def _scalar(bare: Any, metas: list[Meta]) -> ScalarShape:
    if get_origin(bare) is Literal:
        return ScalarShape("word", words=get_args(bare))
    if bare in PLAIN:
        return PLAIN[bare]
    extra = {key: value for meta in metas for key, value in (meta.extra or {}).items()}
    pattern = re.compile(extra["pattern"]) if "pattern" in extra else None
    refers, vocabulary = extra.get("refers"), extra.get("vocabulary")
    return ScalarShape(extra.get("kind", "text"), pattern, refers=refers, vocabulary=vocabulary)
