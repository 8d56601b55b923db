"""A clean tree to records, by msgspec; and what the reader itself knows of a file."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any, NamedTuple

from thidua.model.fields import At, Part
from thidua.model.shape import MADE, EitherShape, ListShape, RecordShape, ScalarShape, Shape, record_shape
from thidua.store.scan import Tree


class Given(NamedTuple):
    """What the reader itself knows of the file: its path and the names in it."""

    file: str
    period: str
    body: str
    records: str | None

    def keys(self, kind: type[Part], line: int, path: tuple[str | int, ...]) -> dict[str, Any]:
        """The given attributes for a record of this type that begins on ``line``."""
        names = kind.__struct_fields__
        values: dict[str, Any] = {}
        if "at" in names:
            values["at"] = At(self.file, line, path)
        if "period" in names and "body" in names and "@period" in kind.__struct_encode_fields__:
            values |= {"period": self.period, "body": self.body}
        return values


def convert_tree(tree: Tree, kind: type[Part], given: Given, at: At | None = None) -> Part | None:
    """The document of a clean tree (text, dict, list); None if anything is wrong, for the exact reader to say what.

    ``at`` is where the one record of the tree stands, if that is not where the tree says.
    """
    from msgspec import ValidationError
    from msgspec import convert as typed

    top = tree.top
    if given.records:
        items = top.get(given.records)
        if not isinstance(items, list) or len(items) != len(tree.item_lines):
            return None
        for index, (item, line) in enumerate(zip(items, tree.item_lines, strict=True)):
            if isinstance(item, dict):
                item["@at"] = at or At(given.file, line, (given.records, index))
                item.update(_given_keys(given))
    elif "at" in kind.__struct_fields__:
        top["@at"] = At(given.file, tree.line)
        top.update(_given_keys(given))
    try:
        make = _making(kind)
        return typed(make(top) if make else top, kind)
    except (ValidationError, ValueError):
        return None


def _given_keys(given: Given) -> dict[str, str]:
    return {"@period": given.period, "@body": given.body} if given.body else {}


Make = Callable[[Any], Any]


@cache
def _making(kind: type[Part]) -> Make | None:
    """What puts numbers and truth values in the place of their texts, which msgspec then need not guess; None: there are none.

    Raises ValueError for a text that is not written as its kind is. Anything but a text is left for msgspec to refuse.
    """
    found = [(field.name, make) for field in record_shape(kind).fields if (make := _of(field.shape))]

    def record(value: Any) -> Any:
        if isinstance(value, dict):
            for name, make in found:
                if name in value:
                    value[name] = make(value[name])
        return value

    return record if found else None


def _of(shape: Shape) -> Make | None:
    if isinstance(shape, EitherShape):
        shape = shape.record
    if isinstance(shape, RecordShape):
        return _making(shape.type)
    if isinstance(shape, ListShape):
        make = _of(shape.item)
        return (lambda value: [make(item) for item in value] if isinstance(value, list) else value) if make else None
    return _scalar(shape) if shape.kind in MADE else None


def _scalar(shape: ScalarShape) -> Make:
    assert shape.pattern is not None
    made, match = MADE[shape.kind], shape.pattern.fullmatch

    def scalar(value: Any) -> Any:
        if isinstance(value, str):
            if not match(value):
                raise ValueError(value)
            return made(value)
        return value

    return scalar
