"""An edit changes only the lines of the value it edits.

Old text and new document in, new text out. Comments, blank lines, order, indentation and line ends of everything else stay
byte-equal. The result is read again and compared: a splice that does not read back as the wanted document is refused.
"""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import Any, NamedTuple

from thidua.model.common import Recipient
from thidua.model.fields import Part
from thidua.model.keys import recipient_key, record_key
from thidua.model.layout import Kind
from thidua.model.nominations import Nomination
from thidua.model.shape import EitherShape, FieldShape, ListShape, RecordShape, Shape, record_shape
from thidua.store.convert import convert
from thidua.store.emit import emit, field_lines, item_lines, ordered
from thidua.store.nodes import Entry, Mapping, Node, Sequence, lines_of
from thidua.store.parse import read_nodes
from thidua.store.typed import Given


class Edit(NamedTuple):
    """Lines ``[start, stop)`` (from 0) give way to ``lines``; start == stop inserts."""

    start: int
    stop: int
    lines: list[str]


class _Whole(Exception):  # noqa: N818 - control flow of this module only
    """The value cannot be edited in part: it is written in flow style, loses all keys, or its first key changes."""


def edit(text: str, after: Part, kind: Kind) -> str:
    """``text`` with the fewest lines changed that make it read as ``after``; ValueError if it is no file of ``kind``."""
    bare = text.removeprefix("\ufeff")
    end = "\r\n" if "\r\n" in bare else "\n"
    after = ordered(after, kind)
    known, root = _read(bare, kind)
    try:
        edits = _Diff(lines_of(bare)).record(root, record_shape(kind.document), known, after)
    except _Whole:
        return emit(after, kind)
    result = text[: len(text) - len(bare)] + _applied(lines_of(bare), edits, end)
    again, _ = _read(result.removeprefix("\ufeff"), kind)
    if emit(again, kind) != emit(after, kind):
        raise AssertionError(f"a splice of a {kind.name} file did not read back as wanted")
    return result


def _applied(lines: list[str], edits: list[Edit], end: str) -> str:
    """The lines with all edits made, the last first; of two at one place the later written stands below."""
    if lines and edits and not lines[-1].endswith(("\n", "\r")):
        lines[-1] += end
    numbered = sorted(enumerate(edits), key=lambda pair: (pair[1].start, pair[1].stop, pair[0]), reverse=True)
    for _, each in numbered:
        lines[each.start : each.stop] = [line + end for line in each.lines]
    return "".join(lines)


def _read(text: str, kind: Kind) -> tuple[Any, Mapping]:
    reading = read_nodes(text)
    document, problems = convert(reading.root, kind.document, Given("", "", "", kind.records))
    if document is None or problems or reading.faults or not isinstance(reading.root, Mapping):
        raise ValueError(f"not a {kind.name} file")
    return document, reading.root


def _key(value: Any) -> object:
    """By what an item of a list is found again: its natural key, else its whole content."""
    if isinstance(value, Nomination):
        return record_key(value)
    if isinstance(value, Recipient):
        return recipient_key(value)
    for names in (("id",), ("nominee", "honour"), ("office", "since", "unit"), ("unit", "since"), ("rule",), ("name",)):
        if all(hasattr(value, name) for name in names):
            return tuple(recipient_key(v) if isinstance(v := getattr(value, name), Recipient) else v for name in names)
    return repr(value) if isinstance(value, Part) else value


class _Diff:
    """Edits between nodes and a new value, by the shape of both."""

    def __init__(self, lines: list[str]) -> None:
        self.lines = lines

    def record(self, node: Mapping, shape: RecordShape, old: Any, new: Any) -> list[Edit]:
        if node.flow or all(
            getattr(new, field.attribute) == field.default and not field.required for field in shape.fields
        ):
            raise _Whole
        entries = {entry.key.text: entry for entry in node.entries}
        edits: list[Edit] = []
        for position, field in enumerate(shape.fields):
            was, now = getattr(old, field.attribute), getattr(new, field.attribute)
            if _same(was, now):
                continue
            entry = entries.get(field.name)
            if entry is None:
                edits.append(self.added(node, shape, position, now))
            elif now == field.default and not field.required:
                edits.append(self.removed(node, entry))
            else:
                edits += self.changed(entry, field, was, now)
        return edits

    def added(self, node: Mapping, shape: RecordShape, position: int, value: Any) -> Edit:
        """A key that was absent goes before the first key that follows it in canonical order, else to the end."""
        later = {field.name for field in shape.fields[position + 1 :]}
        following = next((entry for entry in node.entries if entry.key.text in later), None)
        column = node.entries[0].key.mark.column - 1
        lines = field_lines(value, shape.fields[position], column)
        if following is None:
            return Edit(node.last, node.last, lines)
        if following is node.entries[0] and self.is_item(following):
            raise _Whole
        start = following.key.mark.line - 1
        return Edit(start, start, lines)

    def removed(self, node: Mapping, entry: Entry) -> Edit:
        if len(node.entries) == 1 or (entry is node.entries[0] and self.is_item(entry)):
            raise _Whole
        return Edit(entry.key.mark.line - 1, entry.value.last, [])

    def is_item(self, entry: Entry) -> bool:
        """Whether the key stands behind the dash of a list's item."""
        return "-" in self.lines[entry.key.mark.line - 1][: entry.key.mark.column - 1]

    def changed(self, entry: Entry, field: FieldShape, was: Any, now: Any) -> list[Edit]:
        try:
            return self.inside(entry.value, field.shape, was, now)
        except _Whole:
            column = entry.key.mark.column - 1
            start = entry.key.mark.line - 1
            lines = field_lines(now, field, column)
            lines[0] = self.lines[start][:column] + lines[0][column:]
            return [Edit(start, max(entry.value.last, start + 1), lines)]

    def inside(self, node: Node, shape: Shape, was: Any, now: Any) -> list[Edit]:
        if isinstance(shape, EitherShape) and isinstance(was, Part) and isinstance(now, Part):
            shape = shape.record
        if isinstance(shape, RecordShape) and isinstance(node, Mapping):
            return self.record(node, shape, was, now)
        if isinstance(shape, ListShape) and isinstance(node, Sequence) and not node.flow and was and now:
            return self.items(node, shape, was, now)
        raise _Whole

    def items(self, node: Sequence, shape: ListShape, was: tuple[Any, ...], now: tuple[Any, ...]) -> list[Edit]:
        dash = self.dash(node.items[0])
        edits: list[Edit] = []
        matcher = SequenceMatcher(None, [_key(v) for v in was], [_key(v) for v in now], autojunk=False)
        for tag, i1, i2, j1, j2 in matcher.get_opcodes():
            if tag == "equal":
                for i, j in zip(range(i1, i2), range(j1, j2), strict=True):
                    edits += self.item(node.items[i], shape.item, was[i], now[j], dash)
                continue
            lines = [line for value in now[j1:j2] for line in item_lines(value, shape.item, dash)]
            start = self.first_line(node.items[i1]) if i1 < len(node.items) else node.last
            edits.append(Edit(start, node.items[i2 - 1].last if i2 > i1 else start, lines))
        return edits

    def item(self, node: Node, shape: Shape, was: Any, now: Any, dash: int) -> list[Edit]:
        if _same(was, now):
            return []
        try:
            return self.inside(node, shape, was, now)
        except _Whole:
            return [Edit(self.first_line(node), node.last, item_lines(now, shape, dash))]

    def first_line(self, item: Node) -> int:
        """The line (from 0) of the item's dash, which may stand alone above it."""
        line = item.mark.line - 1
        while "-" not in self.lines[line][: item.mark.column - 1] and line > 0 and self.lines[line].strip() != "-":
            line -= 1
        return line

    def dash(self, item: Node) -> int:
        return self.lines[self.first_line(item)].index("-")


def _same(was: Any, now: Any) -> bool:
    return repr(_bare(was)) == repr(_bare(now)) if isinstance(was, Part | tuple) else was == now


def _bare(value: Any) -> Any:
    """The value without what the reader put in: two records are the same wherever they stand."""
    from msgspec import to_builtins

    if isinstance(value, Part):
        return (
            to_builtins(value)
            if not hasattr(value, "at")
            else {k: v for k, v in to_builtins(value).items() if k[0] != "@"}
        )
    return [_bare(item) for item in value] if isinstance(value, tuple) else value


__all__ = ["edit"]
