"""Every part of every record, by the fields of its type: columns to look through fast, places to report."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain
from operator import attrgetter
from typing import Any, NamedTuple

from thidua.model.fields import At, Part, Record
from thidua.model.register import NOWHERE, Document, Register, records_of
from thidua.model.shape import EitherShape, FieldShape, ListShape, RecordShape, ScalarShape, record_shape


class Slot(NamedTuple):
    """A field that leads on: to ids of other records, to parts, or to either (a unit's id or a recipient written out)."""

    attribute: str
    name: str
    many: bool
    refers: str | None
    part: type[Part] | None


@cache
def slots(kind: type[Part]) -> tuple[Slot, ...]:
    """The fields of a type that lead on."""
    found = (_slot(field) for field in record_shape(kind).fields)
    return tuple(slot for slot in found if slot.refers or slot.part)


def slots_of(part: Part) -> tuple[Slot, ...]:
    """The fields of a part that lead on."""
    return slots(type(part))


def _slot(field: FieldShape) -> Slot:
    many = isinstance(field.shape, ListShape)
    shape = field.shape.item if isinstance(field.shape, ListShape) else field.shape
    scalar = shape.scalar if isinstance(shape, EitherShape) else shape
    part = shape.record if isinstance(shape, EitherShape) else shape
    return Slot(
        field.attribute,
        field.name,
        many,
        scalar.refers if isinstance(scalar, ScalarShape) else None,
        part.type if isinstance(part, RecordShape) else None,
    )


def place(record: Record) -> At:
    """Where a record stands."""
    return record.at or NOWHERE


Wanted = Callable[[type[Part]], bool]


def parts(register: Register, wanted: Wanted) -> Iterator[tuple[Any, At]]:
    """Every record and part of a wanted type with its place; types that hold none are not entered."""
    for document in register.documents.values():
        for record in records_of(document):
            if not _leads(type(record), wanted):
                break  # a file holds records of one type
            yield from parts_of(record, place(record), wanted)


def parts_of(part: Part, at: At, wanted: Wanted) -> Iterator[tuple[Any, At]]:
    """The part itself and all parts in it, where they are of a wanted type."""
    if wanted(type(part)):
        yield part, at
    for slot in _leading(type(part), wanted):
        for value, where in values(part, slot, at):
            if isinstance(value, Part):
                yield from parts_of(value, where, wanted)


def values(part: Part, slot: Slot, at: At) -> Iterator[tuple[Any, At]]:
    """What a field holds, one by one, with places; nothing where it is not recorded."""
    value = getattr(part, slot.attribute)
    if slot.many:
        yield from ((item, at / slot.name / index) for index, item in enumerate(value))
    elif value is not None:
        yield value, at / slot.name


@cache
def _leads(kind: type[Part], wanted: Wanted) -> bool:
    return wanted(kind) or bool(_leading(kind, wanted))


@cache
def _leading(kind: type[Part], wanted: Wanted) -> tuple[Slot, ...]:
    return tuple(slot for slot in slots(kind) if slot.part and _leads(slot.part, wanted))


class Filed(NamedTuple):
    """The records of a file, and the ids that they name, by kind of record."""

    file: str
    records: tuple[Record, ...]
    names: Mapping[str, set[str]]


_last: tuple[Register | None, tuple[Filed, ...]] = (None, ())


def filed(register: Register) -> tuple[Filed, ...]:
    """What every file names; remembered for the register asked last, since several rules ask."""
    global _last  # noqa: PLW0603 - a memory of one value, by identity
    if _last[0] is not register:
        _last = (register, tuple(_filed(document) for document in register.documents.values()))
    return _last[1]


def _filed(document: Document) -> Filed:
    records = tuple(records_of(document))
    names: dict[str, set[str]] = defaultdict(set)
    if records:
        _gather(type(records[0]), records, names)
    return Filed(document.file, records, names)


def _gather(kind: type[Part], found: Sequence[Part], names: dict[str, set[str]]) -> None:
    """Adds what many parts of one type refer to.

    Each field is drawn as one column, so that 100,000 nominations are looked through without a step of Python for each.
    """
    for slot in slots(kind):
        column: Iterable[Any] = map(attrgetter(slot.attribute), found)
        items = chain.from_iterable(column) if slot.many else filter(None, column)
        if slot.part is None:
            names[slot.refers or ""].update(items)
            continue
        inner = list(items)
        if slot.refers:
            names[slot.refers].update([item for item in inner if type(item) is str])
            inner = [item for item in inner if type(item) is not str]
        if inner:
            _gather(slot.part, inner, names)


def references(part: Part, at: At) -> Iterator[tuple[str, str, At]]:
    """Kind of record, id and place of every reference in a part."""
    for slot in slots_of(part):
        for value, where in values(part, slot, at):
            if isinstance(value, Part):
                yield from references(value, where)
            else:
                yield slot.refers or "", value, where
