"""An edit changes only the signs of the value it edits.

Old text and new document in, new text out. Comments, blank lines, order, indentation and line ends of everything else stay
byte-equal. The result is read again and compared: a splice that does not read back as the wanted document, or loses a
comment that stood outside the values edited, is refused.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import accumulate, takewhile
from typing import Any, NamedTuple

from thidua.desk.change import Refusal
from thidua.model.fields import Part
from thidua.model.layout import Kind
from thidua.model.shape import EitherShape, FieldShape, ListShape, RecordShape, Shape, record_shape
from thidua.store.align import aligned, in_order_of, same
from thidua.store.comments import comments
from thidua.store.convert import convert
from thidua.store.emit import emit, field_lines, item_lines
from thidua.store.nodes import Entry, Mapping, Node, Scalar, Sequence, lines_of
from thidua.store.parse import read_nodes
from thidua.store.typed import Given
from thidua.text.say import msg


class SpliceError(Refusal):
    """The text cannot be edited in part as it is laid out; its canonical form can. Nothing was written."""

    def __init__(self, file: str) -> None:
        super().__init__(
            msg("{file} is laid out in a way that cannot be changed in part.", file=file),
            msg("Put it into canonical form, then repeat the command: thidua fmt {file}", file=file),
        )


class Edit(NamedTuple):
    """The signs ``[start, stop)`` of the text (from 0) give way to ``text``; start == stop inserts."""

    start: int
    stop: int
    text: str


class _Whole(Exception):  # noqa: N818 - control flow of this module only
    """The value cannot be edited in part: it is written in flow style or loses all its keys."""


def edit(text: str, after: Part, kind: Kind, file: str = "") -> str:
    """``text``, the content of ``file``, with the fewest signs changed that make it read as ``after``.

    Raises SpliceError where that cannot be done without loss, ValueError if the text is no file of ``kind``.
    """
    bare = text.removeprefix("\ufeff")
    known, root = _read(bare, kind)
    diff = _Diff(bare if bare.endswith(("\n", "\r")) else f"{bare}{_line_end(bare)}")
    try:
        edits = diff.record(root, record_shape(kind.document), known, in_order_of(known, after, kind))
    except _Whole:
        if any(comments(diff.lines, root)):
            raise SpliceError(file or kind.pattern) from None
        edits = [Edit(0, len(diff.text), emit(after, kind))]
    if not edits:
        return text
    wanted = emit(after, kind)
    for each in (edits, [*edits, *diff.lifted(edits)]):
        result = _applied(diff.text, each)
        if _reads_as(result, wanted, kind) and not _kept(diff, root, edits) - _comments_of(result):
            return text[: len(text) - len(bare)] + result
    raise SpliceError(file or kind.pattern)


def _read(text: str, kind: Kind) -> tuple[Any, Mapping]:
    reading = read_nodes(text)
    document, problems = convert(reading.root, kind.document, Given("", "", "", kind.records))
    if document is None or problems or reading.faults or not isinstance(reading.root, Mapping):
        raise ValueError(f"not a {kind.name} file")
    return document, reading.root


def _reads_as(text: str, wanted: str, kind: Kind) -> bool:
    try:
        return emit(_read(text, kind)[0], kind) == wanted
    except ValueError:
        return False


def _applied(text: str, edits: list[Edit]) -> str:
    """The text with all edits made; what is inserted where something is cut stands before it."""
    pieces, place = [], 0
    for each in sorted(edits, key=lambda edit: (edit.start, edit.stop)):
        pieces += [text[place : each.start], each.text]
        place = each.stop
    return "".join([*pieces, text[place:]])


def _kept(diff: _Diff, root: Node, edits: list[Edit]) -> Counter[str]:
    """The comments that stand outside the values edited."""
    places = ((found.text, diff.starts[found.line] + found.column) for found in comments(diff.lines, root))
    return Counter(text for text, place in places if not any(each.start <= place < each.stop for each in edits))


def _comments_of(text: str) -> Counter[str]:
    return Counter(found.text for found in comments(lines_of(text), read_nodes(text).root))


def _line_end(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


class _Diff:
    """Edits between nodes and a new value, by the shape of both."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = lines_of(text)
        self.starts = [0, *accumulate(map(len, self.lines))]
        self.end = _line_end(text)

    def record(self, node: Mapping, shape: RecordShape, old: Any, new: Any) -> list[Edit]:
        changes = [field for field in shape.fields if not same(getattr(old, field.attribute), _of(new, field))]
        gone = {field.name for field in changes if _is_absent(_of(new, field), field)}
        entries = {entry.key.text: entry for entry in node.entries}
        if changes and (node.flow or not set(entries) - gone):
            raise _Whole
        edits = self.beheaded(node, gone)
        for field in changes:
            entry = entries.get(field.name)
            if entry is None:
                edits.append(self.added(node, shape, field, _of(new, field)))
            elif field.name not in gone:
                edits += self.changed(entry, field, getattr(old, field.attribute), _of(new, field))
            elif not any(each.start <= self.place(entry.key) < each.stop for each in edits):
                edits.append(self.cut(entry.key.mark.line - 1, entry.value.last))
        return edits

    def beheaded(self, node: Mapping, gone: set[str]) -> list[Edit]:
        """The removal of the keys behind the dash of a list's item; the next key moves up, comments between them before it."""
        head = list(takewhile(lambda entry: entry.key.text in gone, node.entries))
        if not head or not self.is_item(head[0]):
            return []
        heir = node.entries[len(head)]
        ends = [*(entry.value.last for entry in head)]
        begins = [entry.key.mark.line - 1 for entry in node.entries[1 : len(head) + 1]]
        between = [line.strip() for last, begin in zip(ends, begins, strict=True) for line in self.lines[last:begin]]
        column = node.entries[0].key.mark.column - 1
        text = "".join(f"{line}{self.end}{' ' * column}" for line in between if line)
        return [Edit(self.place(head[0].key), self.place(heir.key), text)]

    def added(self, node: Mapping, shape: RecordShape, field: FieldShape, value: Any) -> Edit:
        """A key that was absent goes before the first key that follows it in canonical order, else to the end."""
        later = {each.name for each in shape.fields[shape.fields.index(field) + 1 :]}
        position = next((i for i, entry in enumerate(node.entries) if entry.key.text in later), len(node.entries))
        first = node.entries[0].key
        lines = field_lines(value, field, first.mark.column - 1)
        if position == len(node.entries):
            return self.inserted(node.last, lines)
        following = node.entries[position]
        if self.is_item(following):
            place = self.place(first)
            return Edit(place, place, f"{self.joined(lines).lstrip(' ')}{' ' * (first.mark.column - 1)}")
        line = following.key.mark.line - 1
        return self.inserted(self.above(line, node.entries[position - 1].value.last) if position else line, lines)

    def changed(self, entry: Entry, field: FieldShape, was: Any, now: Any) -> list[Edit]:
        try:
            return self.inside(entry.value, field.shape, was, now)
        except _Whole:
            first, *rest = field_lines(now, field, entry.key.mark.column - 1)
            written = first.partition(":")[2]
            if isinstance(entry.value, Scalar) and not rest:
                return [self.replaced(self.place(entry.value), entry.value, written.lstrip(" "), [])]
            colon = self.text.index(":", self.starts[entry.key.last - 1] + entry.key.end)
            return [self.replaced(colon + 1, entry.value, written, rest)]

    def inside(self, node: Node, shape: Shape, was: Any, now: Any) -> list[Edit]:
        if isinstance(shape, EitherShape) and isinstance(was, Part) and isinstance(now, Part):
            shape = shape.record
        if isinstance(shape, RecordShape) and isinstance(node, Mapping):
            return self.record(node, shape, was, now)
        if isinstance(shape, ListShape) and isinstance(node, Sequence) and not node.flow and was and now:
            return self.items(node, shape, was, now)
        raise _Whole

    def items(self, node: Sequence, shape: ListShape, was: tuple[Any, ...], now: tuple[Any, ...]) -> list[Edit]:
        first = self.first_line(node.items[0])
        dash = self.lines[first].index("-")
        edits: list[Edit] = []
        for i, new in aligned(was, now):
            item = node.items[i] if i < len(was) else None
            if item is None or new.before:
                lines = [line for value in new.before for line in item_lines(value, shape.item, dash)]
                floor = node.items[i - 1].last if i else 0
                line = self.above(self.first_line(item), floor) if item else node.last
                edits += [self.inserted(line, lines)] if lines else []
            if item is not None and new.instead is None:
                edits.append(self.cut(self.first_line(item), item.last))
            elif item is not None:
                edits += self.item(item, shape.item, was[i], new.instead, dash)
        return edits

    def item(self, node: Node, shape: Shape, was: Any, now: Any, dash: int) -> list[Edit]:
        if same(was, now):
            return []
        try:
            return self.inside(node, shape, was, now)
        except _Whole:
            first, *rest = item_lines(now, shape, dash)
            return [self.replaced(self.starts[self.first_line(node)] + dash, node, first.lstrip(" "), rest)]

    def replaced(self, start: int, node: Node, first: str, rest: list[str]) -> Edit:
        """The value gives way, from ``start`` on; a comment behind it stays behind the first line of the new one."""
        content = self.lines[node.last - 1].rstrip("\r\n")
        column = min(node.end, len(content))
        behind = content[column:].rstrip() if rest else content[column:]
        stop = self.starts[node.last - 1] + len(content)
        return Edit(start, stop, self.end.join([f"{first}{behind}", *rest]))

    def inserted(self, line: int, lines: list[str]) -> Edit:
        return Edit(self.starts[line], self.starts[line], self.joined(lines))

    def cut(self, first: int, last: int) -> Edit:
        return Edit(self.starts[first], self.starts[last], "")

    def joined(self, lines: Iterable[str]) -> str:
        return "".join(f"{line}{self.end}" for line in lines)

    def place(self, node: Node) -> int:
        return self.starts[node.mark.line - 1] + node.mark.column - 1

    def above(self, line: int, floor: int) -> int:
        """The first line of the comments that stand right above ``line``, but not above ``floor``."""
        while line > floor and self.lines[line - 1].lstrip().startswith("#"):
            line -= 1
        return line

    def is_item(self, entry: Entry) -> bool:
        """Whether the key stands behind the dash of a list's item."""
        return "-" in self.lines[entry.key.mark.line - 1][: entry.key.mark.column - 1]

    def first_line(self, item: Node) -> int:
        """The line (from 0) of the item's dash, which may stand alone above it."""
        line = item.mark.line - 1
        while "-" not in self.lines[line][: item.mark.column - 1] and line > 0 and self.lines[line].strip() != "-":
            line -= 1
        return line

    def lifted(self, edits: list[Edit]) -> Iterator[Edit]:
        """Comments below an edit move left, to where a text of several lines above them cannot take them for its own."""
        seen: set[int] = set()
        for each in edits:
            line = bisect_left(self.starts, each.stop)
            run = list(takewhile(lambda text: not text.strip() or text.lstrip().startswith("#"), self.lines[line:]))
            for number, text in enumerate(run, line):
                blanks = len(text) - len(text.lstrip(" "))
                if text.strip() and number not in seen:
                    seen.add(number)
                    yield Edit(self.starts[number], self.starts[number] + blanks, "")


def _of(record: Any, field: FieldShape) -> Any:
    return getattr(record, field.attribute)


def _is_absent(value: Any, field: FieldShape) -> bool:
    return bool(value == field.default) and not field.required
