"""Many records at a time: one pattern per type of record, made from its shape, takes a canonical record in one match.

For files that hold a list of records, where the reading time goes. A record that the pattern does not take (a literal
block, keys in another order) goes through ``scan``; a file in which even that fails goes to the exact reader.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import lru_cache
from typing import Any, NamedTuple

from thidua.model.fields import At, Part
from thidua.model.layout import Kind
from thidua.store.convert import Given, convert_tree
from thidua.store.scan import is_ordinary, scan, unquoted
from thidua.store.shape import EitherShape, FieldShape, ListShape, RecordShape, ScalarShape, Shape, record_shape

_QUOTED = r'"(?:[^"\\\n]|\\["\\n])*"'
_PLAIN = r"""(?!(?:null|Null|NULL)\n)[^-?:,\[\]{}#&*!|>'"%@`~ =<\n][^:#\n]*(?:(?::(?=[^ \n])|(?<! )\#)[^:#\n]*)*(?<! )"""
_WRITTEN = {"int": "-?(?:0|[1-9][0-9]{0,17})", "bool": "true|false", "decimal": r"-?[0-9]+(?:\.[0-9]+)?"}

Read = Callable[[str], Any]


class _Odd(Exception):  # noqa: N818 - control flow of this module only
    """A list inside a record is not in the form that the pattern of its items takes."""


Groups = tuple[str | None, ...]
Make = Callable[[Groups, dict[str, Any]], Any]


class _Reader(NamedTuple):
    """The match of a whole mapping, and how its groups become a record: where nothing in it is quoted, and where something is."""

    type: type[Part]
    match: Callable[[str], re.Match[str] | None]
    bare: Make
    quoted: Make


def bulk(text: str, kind: Kind, given: Given) -> Part | None:
    """The document of a file that is one list of records; None where another reader must decide."""
    assert kind.records is not None  # noqa: S101 - asked for such files only
    head = f"{kind.records}:\n  - "
    if not text.startswith(head) or not text.endswith("\n") or not is_ordinary(text):
        return None
    records = tuple(_records(text[len(head) : -1].split("\n  - "), kind, given))
    return None if records[-1] is None else kind.document(**{kind.records: records})


def _records(chunks: list[str], kind: Kind, given: Given) -> Iterator[Any]:
    """The records one by one; None, as the last, where one cannot be read."""
    name = kind.records or ""
    reader = _reader(_item_shape(kind).type, 4)
    keys = given.keys(reader.type, 0, ())
    line = 2
    for index, chunk in enumerate(chunks):
        at = keys["at"] = At(given.file, line, (name, index))
        try:
            record = _record(reader, f"    {chunk}\n", keys)
        except _Odd:
            record = _by_lines(chunk, kind, given, at)
        yield record
        if record is None:
            return
        line += chunk.count("\n") + 1


def _record(reader: _Reader, text: str, keys: dict[str, Any]) -> Any:
    found = reader.match(text)
    if found is None:
        raise _Odd
    return (reader.quoted if '"' in text else reader.bare)(found.groups(), keys)


def _by_lines(chunk: str, kind: Kind, given: Given, at: At) -> Any:
    tree = scan(f"{kind.records}:\n  - {chunk}\n")
    content = convert_tree(tree.top, tree.item_lines, kind.document, given, at) if tree else None
    records = getattr(content, kind.records or "", ())
    return records[0] if len(records) == 1 else None


def _item_shape(kind: Kind) -> RecordShape:
    listed = record_shape(kind.document).by_name[kind.records or ""].shape
    assert isinstance(listed, ListShape)  # noqa: S101 - the layout says so
    assert isinstance(listed.item, RecordShape)  # noqa: S101
    return listed.item


@lru_cache(maxsize=None)
def _reader(kind: type[Part], indent: int) -> _Reader:
    """The reader of a mapping whose keys stand ``indent`` blanks deep."""
    writer = _Writer()
    pattern, call = writer.mapping(record_shape(kind), indent)
    return _Reader(kind, re.compile(pattern).fullmatch, writer.made(call, ""), writer.made(call, "q"))


class _Writer:
    """Writes the pattern of a mapping, counting its groups, and beside it the call that makes the record of them.

    The call is Python source, made into a function once per type, as ``collections.namedtuple`` does: going through the
    groups in a loop took three times as long as matching them.
    """

    def __init__(self) -> None:
        self.groups = 0
        self.names: dict[str, Any] = {}

    def made(self, call: str, text: str) -> Make:
        """The call as a function of groups and given keys; ``text`` is what it calls for texts that may be quoted."""
        return eval(f"lambda g, k: {call.format(text=text)}", {**self.names, "q": _unquoted})  # type: ignore[no-any-return]  # noqa: S307 - our own source

    def name(self, value: object) -> str:
        """A name in the call for a type, a function or a default."""
        name = f"n{len(self.names)}"
        self.names[name] = value
        return name

    def mapping(self, shape: RecordShape, indent: int, *, inner: bool = False) -> tuple[str, str]:
        pattern, arguments = "", []
        for field in shape.fields:
            arms = field.shape if isinstance(field.shape, EitherShape) else (field.shape,)
            written, values = zip(*(self.value(field, arm, indent) for arm in arms), strict=True)
            pattern += f"(?:{'|'.join(written)}){'' if field.required else '?'}"
            arguments.append(f"{field.attribute}={' or '.join(reversed(values))}")
        given = "" if inner else ", **k"
        return pattern, f"{self.name(shape.type)}({', '.join(arguments)}{given})"

    def value(self, field: FieldShape, shape: Shape, indent: int) -> tuple[str, str]:
        """The pattern of a key with its value, and the expression of the value."""
        place = f"g[{self.groups}]"
        self.groups += 1
        head, deeper = f"{' ' * indent}{field.name}:", " " * (indent + 2)
        if isinstance(shape, RecordShape):
            pattern, call = self.mapping(shape, indent + 2, inner=True)
            return f"{head}()\n(?={deeper}[a-z]){pattern}", f"({call} if {place} is not None else None)"
        if isinstance(shape, ListShape):
            read = self.name(_list_reading(shape.item, indent + 2))
            return f"{head}\n((?:{deeper}[^\n]*\n)+)", f"({read}({place}) if {place} else ())"
        assert isinstance(shape, ScalarShape)  # noqa: S101 - mapping() has taken EitherShape apart
        return f"{head} ({_scalar(shape)})\n", self.scalar(field, shape, place)

    def scalar(self, field: FieldShape, shape: ScalarShape, place: str) -> str:
        reads: dict[str, Read] = {"int": int, "decimal": Decimal, "bool": "true".__eq__}
        if shape.kind in reads:
            return f"({self.name(reads[shape.kind])}({place}) if {place} else {self.name(field.default)})"
        if field.default is not None:
            return f"({place} or {self.name(field.default)})"
        return f"{{text}}({place})" if shape.kind in _MAY_BE_QUOTED else place


_MAY_BE_QUOTED = frozenset({"text", "period", "fraction"})


def _unquoted(text: str | None) -> str | None:
    return unquoted(text) if text is not None and text[0] == '"' else text


def _scalar(shape: ScalarShape) -> str:
    """The pattern of a scalar as it may be written; a text or a code may be quoted."""
    if shape.kind == "word":
        return "|".join(map(re.escape, shape.words))
    if shape.pattern is None:
        return _WRITTEN.get(shape.kind, f"{_QUOTED}|{_PLAIN}")
    bare = shape.pattern.pattern
    return bare if shape.kind in ("id", "day") else f'"{bare}"|{bare}'


def _list_reading(item: Shape, indent: int) -> Read:
    between = f"\n{' ' * indent}- "
    prefix = " " * (indent + 2)
    if isinstance(item, RecordShape):
        reader = _reader(item.type, indent + 2)
        return lambda block: tuple([_record(reader, f"{prefix}{chunk}\n", {}) for chunk in _chunks(block, between)])
    if isinstance(item, ScalarShape):
        whole = re.compile(_scalar(item)).fullmatch
        return lambda block: tuple([_scalar_item(chunk, whole) for chunk in _chunks(block, between)])
    return _odd


def _scalar_item(chunk: str, whole: Callable[[str], re.Match[str] | None]) -> Any:
    if not whole(chunk):
        raise _Odd
    return _unquoted(chunk)


def _chunks(block: str, between: str) -> list[str]:
    if not block.startswith(between[1:]):
        raise _Odd
    return block[len(between) - 1 : -1].split(between)


def _odd(_block: str) -> Any:
    raise _Odd
