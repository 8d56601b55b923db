"""Which item of an old list is which of a new one: by natural key, else by likeness, never by position alone."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from difflib import SequenceMatcher
from typing import Any, NamedTuple

from thidua.model.common import Recipient
from thidua.model.fields import Part
from thidua.model.keys import recipient_key, record_key
from thidua.model.layout import Kind
from thidua.model.shape import record_shape
from thidua.store.emit import ordered

_KEYS = (
    ("id",),
    ("nominee", "honour"),
    ("recipient", "honour"),
    ("office", "since", "unit"),
    ("unit", "since"),
    ("rule",),
    ("of",),
    ("source", "number", "title"),
    ("name",),
)


class Turn(NamedTuple):
    """What comes before an old item in the new list, and what comes in its place; None: nothing."""

    before: tuple[Any, ...] = ()
    instead: Any = None


def aligned(was: tuple[Any, ...], now: tuple[Any, ...]) -> Iterator[tuple[int, Turn]]:
    """The turn of each old item, and under ``len(was)`` of the list's end."""
    pairs = dict(_pairs(was, now))
    start = 0
    for index in range(len(was)):
        if index in pairs:
            yield index, Turn(now[start : pairs[index]], now[pairs[index]])
            start = pairs[index] + 1
        else:
            yield index, Turn()
    yield len(was), Turn(now[start:])


def _pairs(was: tuple[Any, ...], now: tuple[Any, ...]) -> Iterator[tuple[int, int]]:
    """Items that are the same; between these, items of one key; between those, items much alike."""
    for i1, i2, j1, j2 in (yield from _matched(_content, was, now, 0, len(was), 0, len(now))):
        for gap in (yield from _matched(_key, was, now, i1, i2, j1, j2)):
            yield from _like(was, now, *gap)


def _matched(
    by: Callable[[Any], object], was: tuple[Any, ...], now: tuple[Any, ...], i0: int, i3: int, j0: int, j3: int
) -> Generator[tuple[int, int], None, list[tuple[int, int, int, int]]]:
    """The pairs of these stretches of the lists, and the stretches between them in which both lists have items."""
    matcher = SequenceMatcher(None, [by(v) for v in was[i0:i3]], [by(v) for v in now[j0:j3]], autojunk=False)
    gaps = []
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            yield from zip(range(i0 + i1, i0 + i2), range(j0 + j1, j0 + j2), strict=True)
        elif tag == "replace":
            gaps.append((i0 + i1, i0 + i2, j0 + j1, j0 + j2))
    return gaps


def _like(was: tuple[Any, ...], now: tuple[Any, ...], i1: int, i2: int, j1: int, j2: int) -> Iterator[tuple[int, int]]:
    for i in range(i1, i2):
        found = next((j for j in range(j1, j2) if _alike(was[i], now[j])), None)
        if found is not None:
            yield i, found
            j1 = found + 1


def _content(value: Any) -> str:
    return repr(_bare(value))


def _key(value: Any) -> object:
    """By what an item is found again: its natural key, else its whole content."""
    if isinstance(value, Recipient):
        return recipient_key(value)
    for names in _KEYS:
        if all(hasattr(value, name) for name in names):
            return tuple(recipient_key(v) if isinstance(v := getattr(value, name), Recipient) else v for name in names)
    return repr(value) if isinstance(value, Part) else value


def _alike(one: Any, other: Any) -> bool:
    """Whether two parts of one type, neither with an id, agree in more than half of what either says."""
    if not isinstance(one, Part) or type(one) is not type(other) or hasattr(one, "id"):
        return False
    pairs = [
        (getattr(one, f.attribute), getattr(other, f.attribute), f.default) for f in record_shape(type(one)).fields
    ]
    said = [same(left, right) for left, right, default in pairs if left != default or right != default]
    return 2 * sum(said) > len(said)


def same(was: Any, now: Any) -> bool:
    """Whether two values are the same wherever they stand."""
    return _content(was) == _content(now) if isinstance(was, Part | tuple) else bool(was == now)


def _bare(value: Any) -> Any:
    """The value without what the reader put in."""
    from msgspec import to_builtins

    if isinstance(value, Part):
        return {name: inner for name, inner in to_builtins(value).items() if not name.startswith("@")}
    return [_bare(item) for item in value] if isinstance(value, tuple) else value


def in_order_of(known: Part, after: Part, kind: Kind) -> Part:
    """``after`` with the records that ``known`` has in the order they have there; new ones before the first with a later key."""
    if kind.records is None:
        return after
    from msgspec.structs import replace

    keys = [record_key(record) for record in getattr(known, kind.records)]
    if keys == sorted(keys):
        return ordered(after, kind)
    places = {key: place for place, key in enumerate(keys)}
    records = getattr(ordered(after, kind), kind.records)
    found = sorted((r for r in records if record_key(r) in places), key=lambda record: places[record_key(record)])
    for new in (record for record in records if record_key(record) not in places):
        later = (place for place, record in enumerate(found) if record_key(record) > record_key(new))
        found.insert(next(later, len(found)), new)
    return replace(after, **{kind.records: tuple(found)})
