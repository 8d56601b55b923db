"""Whole numbers and shares that have bounds, and the ones that lie outside."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple, get_args

from msgspec import Meta

from thidua.model.fields import Part
from thidua.model.shape import record_shape


class Bounds(NamedTuple):
    """A number of a part, and the least and the most it may be, both included."""

    attribute: str
    name: str
    least: int
    most: int


@cache
def bounds(kind: type[Part]) -> tuple[Bounds, ...]:
    """The numbers of a type whose annotation has ``Meta(ge=…, le=…)``."""
    return tuple(
        Bounds(field.attribute, field.name, meta.ge, meta.le)
        for field in record_shape(kind).fields
        for meta in _metas(kind.__annotations__.get(field.attribute))
        if isinstance(meta.ge, int) and isinstance(meta.le, int)
    )


def _metas(hint: Any) -> Iterator[Meta]:
    yield from (each for each in getattr(hint, "__metadata__", ()) if isinstance(each, Meta))
    for inner in get_args(hint):
        yield from _metas(inner)


def out_of_range(part: Part) -> tuple[Bounds, ...]:
    """The numbers of a part that are recorded and lie outside their bounds."""
    return tuple(
        each
        for each in bounds(type(part))
        if (value := getattr(part, each.attribute)) is not None and not each.least <= value <= each.most
    )
