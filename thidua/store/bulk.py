"""Many records at a time: one pattern per type of record, made from its shape, takes a canonical record in one match.

For files that hold a list of records, where the reading time goes. A record that the pattern does not take (a literal
block, keys in another order) goes through ``scan``; a file in which even that fails goes to the exact reader.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from typing import Any, NamedTuple

from thidua.model.fields import At, Part
from thidua.model.layout import Kind
from thidua.model.shape import (
    MADE,
    EitherShape,
    FieldShape,
    ListShape,
    RecordShape,
    ScalarShape,
    Shape,
    record_shape,
)
from thidua.store.scan import NotCanonical, is_ordinary, scan, text_of
from thidua.store.typed import Given, convert_tree

KEPT = 1024
"""Lists kept for when the same lines come again."""

Read = Callable[[str], Any]


Groups = tuple[str | None, ...]
Make = Callable[[Groups, dict[str, Any]], Any]


class _Reader(NamedTuple):
    """The match of one item of a list, dash and all, and what makes a record of its groups and the given keys."""

    type: type[Part]
    match: Callable[[str, int], re.Match[str] | None]
    make: Make


def bulk(text: str, kind: Kind, given: Given) -> Part | None:
    """The document of a file that is one list of records; None where another reader must decide."""
    assert kind.records is not None
    head = f"{kind.records}:\n"
    if not text.startswith(f"{head}  - ") or not text.endswith("\n") or not is_ordinary(text):
        return None
    records = tuple(_records(text, len(head), kind, given))
    return None if records[-1] is None else kind.document(**{kind.records: records})


def _records(text: str, position: int, kind: Kind, given: Given) -> Iterator[Any]:
    """The records one by one; None, as the last, where one cannot be read."""
    name = kind.records or ""
    reader = _reader(_item_shape(kind).type, 2)
    keys = given.keys(reader.type, 0, ())
    line, index, end = 2, 0, len(text)
    while position < end:
        at = keys["at"] = At(given.file, line, (name, index))
        found = reader.match(text, position)
        following = found.end() if found else text.find("\n  - ", position) + 1 or end
        try:
            record = reader.make(found.groups(), keys) if found else None
        except NotCanonical:
            record = None
        yield record or (record := _by_lines(text[position:following], kind, given, at))
        if record is None:
            return
        line += text.count("\n", position, following)
        position, index = following, index + 1


def _by_lines(chunk: str, kind: Kind, given: Given, at: At) -> Any:
    tree = scan(f"{kind.records}:\n{chunk}")
    content = convert_tree(tree, kind.document, given, at) if tree else None
    records: tuple[Any, ...] = getattr(content, kind.records or "", ())
    return records[0] if len(records) == 1 else None


def _item_shape(kind: Kind) -> RecordShape:
    listed = record_shape(kind.document).by_name[kind.records or ""].shape
    assert isinstance(listed, ListShape)
    assert isinstance(listed.item, RecordShape)
    return listed.item


@cache
def _reader(kind: type[Part], indent: int) -> _Reader:
    """The reader of an item of a list whose dash stands ``indent`` blanks deep."""
    writer = _Writer()
    pattern, call = writer.mapping(record_shape(kind), indent + 2, item=True)
    return _Reader(kind, re.compile(pattern).match, writer.made(call))


class _Writer:
    """Writes the pattern of a mapping, counting its groups, and beside it the call that makes the record of them.

    The call is Python source, made into a function once per type, as ``collections.namedtuple`` does: going through the
    groups in a loop took three times as long as matching them.
    """

    def __init__(self) -> None:
        self.groups = 0
        self.names: dict[str, Any] = {"text": text_of}

    def made(self, call: str) -> Make:
        """The call as a function of groups and given keys."""
        return eval(f"lambda g, k: {call}", self.names)  # type: ignore[no-any-return]  # noqa: S307 - our own source

    def name(self, value: object) -> str:
        """A name in the call for a type, a function or a default."""
        name = f"n{len(self.names)}"
        self.names[name] = value
        return name

    def mapping(self, shape: RecordShape, indent: int, *, item: bool = False) -> tuple[str, str]:
        """Pattern and call of a mapping; ``item``: its first key, whichever that is, stands behind the dash of a list."""
        blanks = " " * indent
        lead = f"(?:(?<=- )|{blanks})" if item else blanks
        pattern, arguments = f"{blanks[2:]}- " if item else "", []
        for field in shape.fields:
            arms = field.shape if isinstance(field.shape, EitherShape) else (field.shape,)
            written, values = zip(*(self.value(field, arm, indent, lead) for arm in arms), strict=True)
            if field.required:
                lead = blanks
            pattern += f"(?:{'|'.join(written)}){'' if field.required else '?'}"
            arguments.append(f"{field.attribute}={' or '.join(reversed(values))}")
        if item:
            pattern += f"(?={blanks[2:]}- |\\Z)"
        given = ", **k" if item else ""
        return pattern, f"{self.name(shape.type)}({', '.join(arguments)}{given})"

    def value(self, field: FieldShape, shape: Shape, indent: int, lead: str) -> tuple[str, str]:
        """The pattern of a key with its value, and the expression of the value."""
        place = f"g[{self.groups}]"
        self.groups += 1
        head, deeper = f"{lead}{field.name}:", " " * (indent + 2)
        if isinstance(shape, RecordShape):
            pattern, call = self.mapping(shape, indent + 2)
            return f"{head}()\n(?={deeper}[a-z]){pattern}", f"({call} if {place} is not None else None)"
        if isinstance(shape, ListShape):
            read = self.name(_list_reading(shape.item, indent + 2))
            return f"{head}\n((?:{deeper}[^\n]*\n)+)", f"({read}({place}) if {place} else ())"
        assert isinstance(shape, ScalarShape)
        return f"{head} ({_scalar(shape)})\n", self.scalar(field, shape, place)

    def scalar(self, field: FieldShape, shape: ScalarShape, place: str) -> str:
        if shape.kind in MADE:
            return f"({self.name(MADE[shape.kind])}({place}) if {place} else {self.name(field.default)})"
        if field.default is not None:
            return f"({place} or {self.name(field.default)})"
        return f"(text({place}) if {place} else None)" if shape.kind in _MAY_BE_QUOTED else place


_MAY_BE_QUOTED = frozenset({"text", "period", "fraction"})


def _scalar(shape: ScalarShape) -> str:
    """The pattern of a scalar as it may be written; a text or a code may be quoted."""
    if shape.kind == "word":
        return "|".join(map(re.escape, shape.words))
    if shape.pattern is None:
        return "[^\n]+"
    bare = f"(?!null\n)(?:{shape.pattern.pattern})"
    return f'"(?:{shape.pattern.pattern})"|{bare}' if shape.kind in _MAY_BE_QUOTED else bare


def _list_reading(item: Shape, indent: int) -> Read:
    """What makes a tuple of the lines of a list whose dashes stand ``indent`` blanks deep."""
    if isinstance(item, RecordShape):
        reader = _reader(item.type, indent)
        # One document is the source of many records: what was read of it once is the same value again.
        return lru_cache(KEPT)(
            lambda block: tuple([reader.make(found.groups(), {}) for found in _items(block, reader.match)])
        )
    if isinstance(item, ScalarShape):
        match = re.compile(f"{' ' * indent}- ({_scalar(item)})\n").match
        return lambda block: tuple([text_of(found[1]) for found in _items(block, match)])
    return _odd


def _items(block: str, match: Callable[[str, int], re.Match[str] | None]) -> Iterator[re.Match[str]]:
    position = 0
    while position < len(block):
        found = match(block, position)
        if found is None or found.end() == position:
            raise NotCanonical
        yield found
        position = found.end()


def _odd(_block: str) -> Any:
    raise NotCanonical
