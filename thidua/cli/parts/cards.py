"""What list and show have in common: a table of records, and the card of one with its sources."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from textwrap import wrap
from typing import Any, NamedTuple

from thidua.cli.frame.console import Column, Console, width
from thidua.cli.frame.session import Session
from thidua.cli.parts.records import Item, plain, where
from thidua.model.fields import At, Record
from thidua.reports.lines import Line, SourceEntry, Text
from thidua.reports.reading import NOT_RECORDED, Reading, absent
from thidua.text.say import Message, msg
from thidua.text.visible import visible

_LABELS = 32
"""Cells of the widest label that others are lined up with."""
_NARROWEST = 40
_DOUBT = msg("(not confirmed)")
_READABLE = 14
"""Cells that a column needs at least whose text may be broken."""

Row = Mapping[str, tuple[object, Text]]
"""A row of a list by key: what a program reads, and what a person reads."""


class Fact(NamedTuple):
    """One fact from elsewhere in the register: as data, and as a line."""

    data: Mapping[str, object]
    line: Line


class Section(NamedTuple):
    """Facts of one sort; without any, the card says that none is recorded, or ``empty``."""

    key: str
    label: Message
    facts: tuple[Fact, ...]
    empty: Message | None = NOT_RECORDED

    def item(self) -> Item:
        return Item(self.label, tuple(fact.line for fact in self.facts) or absent(self.empty or NOT_RECORDED))


class Card(NamedTuple):
    """All that the register says about one record."""

    kind: str
    kind_label: Message
    id: str
    name: str
    record: Any
    at: At | None
    items: tuple[Item, ...]
    sections: tuple[Section, ...] = ()


def print_list(
    session: Session, columns: Mapping[str, Column], rows: Sequence[Row], *, json: bool, empty: Message
) -> None:
    """The rows as a table, or with ``json`` as data with every key; ``empty`` is said where there are none."""
    console = session.console
    if json:
        console.json([{key: data for key, (data, _) in row.items()} for row in rows])
    elif rows:
        cells = [[row[key][1] for key in columns] for row in rows]
        if _fits(console, list(columns.values()), cells):
            console.table(list(columns.values()), cells)
        else:
            titles = [None if key == "name" else column.title for key, column in columns.items()]
            console.out("\n".join(_stacked(console, titles, cells)))
    if not rows:
        console.say(empty)


def _fits(console: Console, columns: Sequence[Column], rows: Sequence[Sequence[Text]]) -> bool:
    """Whether a terminal is wide enough for the whole columns and a readable width of the others; a pipe always is."""
    if not sys.stdout.isatty():
        return True
    widest = [max(width(console.voice.word(row[n])) for row in rows) for n in range(len(columns))]
    least = (wide if column.whole else min(wide, _READABLE) for wide, column in zip(widest, columns, strict=True))
    return sum(least) + 3 * len(columns) <= shutil.get_terminal_size().columns


def _stacked(console: Console, titles: Sequence[Text | None], rows: Sequence[Sequence[Text]]) -> Iterator[str]:
    """The first cell of each row on a line of its own, the others with their titles below it."""
    page = max(_NARROWEST, shutil.get_terminal_size().columns)
    for row in rows:
        head, *rest = (visible(console.voice.word(each)) for each in row)
        labels = (f"{console.voice.word(title)}: " if title else "" for title in titles[1:])
        yield head
        yield from _wrapped(" · ".join(label + text for label, text in zip(labels, rest, strict=True) if text), 2, page)


def _wrapped(text: str, indent: int, page: int) -> list[str]:
    space = " " * indent
    lines = wrap(
        text, page, initial_indent=space, subsequent_indent=space, break_on_hyphens=False, break_long_words=False
    )
    return lines or [space]


def cell(value: object, shown: Text | None = None) -> tuple[object, Text]:
    """A value of a list and how it is shown; an absent one is "not recorded"."""
    if shown is None:
        shown = NOT_RECORDED if value is None else str(value)
    return value, shown


def print_card(session: Session, reading: Reading, card: Card, *, json: bool) -> None:
    """The card as text, or with ``json`` as data: record, and the facts of each section under its key."""
    console = session.console
    if json:
        console.json(_data(card))
        return
    page = _Page(console, reading)
    console.out("\n".join(page.lines(card)))


def print_items(session: Session, reading: Reading, heading: Text, items: Sequence[Item]) -> None:
    """A heading and the items below it, laid out like a card."""
    page = _Page(session.console, reading)
    session.console.out("\n".join(page.block(heading, items)))


def _data(card: Card) -> dict[str, object]:
    return {
        "kind": card.kind,
        "id": card.id,
        "name": card.name,
        "file": card.at.file if card.at else None,
        "line": card.at.line if card.at else None,
        "record": plain(card.record),
        **{section.key: [dict(fact.data) for fact in section.facts] for section in card.sections},
    }


class _Page:
    """Lays a card out: as wide as the terminal, and never broken in a pipe."""

    def __init__(self, console: Console, reading: Reading) -> None:
        self._console = console
        self._reading = reading
        self._width = max(_NARROWEST, shutil.get_terminal_size().columns) if sys.stdout.isatty() else None

    def lines(self, card: Card) -> Iterator[str]:
        yield self._seen(card.name)
        place = where(card.at)
        yield " · ".join([card.id, self._seen(card.kind_label), *([place] if place else [])])
        yield ""
        items = (*card.items, *(section.item() for section in card.sections if section.facts or section.empty))
        yield from self._items(items, 0)
        yield from self._footnotes()

    def block(self, heading: Text, items: Sequence[Item]) -> Iterator[str]:
        yield self._seen(heading)
        yield from self._items(items, 2)

    def _items(self, items: Sequence[Item], indent: int) -> Iterator[str]:
        widest = max((width(self._label(item)) for item in items), default=0)
        column = min(widest, _LABELS if self._width is None else min(_LABELS, self._width // 3))
        for item in items:
            yield from self._item(item, column, indent)

    def _footnotes(self) -> Iterator[str]:
        remarks, sources = self._reading.footnotes.remarks(), self._reading.footnotes.entries()
        if remarks:
            yield from ("", self._heading(msg("Notes")))
            for remark in remarks:
                yield from self._marked(f"[{remark.label}]", visible(remark.text), 2)
        if sources:
            yield from ("", self._heading(msg("Sources")))
            for source in sources:
                yield from self._source(source)

    def _heading(self, text: Text) -> str:
        return f"{self._seen(text)}:"

    def _seen(self, text: Text) -> str:
        return visible(self._console.voice.word(text))

    def _label(self, item: Item) -> str:
        label = self._seen(item.label)
        return label[:1].upper() + label[1:]

    def _item(self, item: Item, column: int, indent: int) -> Iterator[str]:
        label = self._label(item)
        lines = [line for each in item.lines for line in self._line(each, indent + column + 2)]
        head = " " * indent + label
        if lines and width(label) <= column:
            yield head + " " * (column - width(label)) + lines[0][indent + column :]
            lines = lines[1:]
        elif label:
            yield head
        yield from lines
        for below in item.items:
            yield from self._below(below, indent + 2)

    def _below(self, item: Item, indent: int) -> Iterator[str]:
        """A part of a record: its line after a dash, what lies below it indented."""
        if not item.label:
            lines = [line for each in item.lines for line in self._line(each, indent + 2)]
            yield from [f"{' ' * indent}- {lines[0].lstrip()}", *lines[1:]]
        else:
            lines = [line for each in item.lines for line in self._line(each, indent + 2)]
            first = f"{' ' * indent}{self._seen(item.label)}:"
            if len(lines) == 1 and (self._width is None or width(first) + width(lines[0].strip()) < self._width):
                lines = [f"{first} {lines[0].lstrip()}"]
            else:
                lines = [first, *lines]
            yield from lines
        for below in item.items:
            yield from self._below(below, indent + 2)

    def _line(self, line: Line, indent: int) -> Iterator[str]:
        marks = "".join(f"[{ref.label}]" for ref in (*line.refs, *line.marks))
        doubt = self._seen(_DOUBT) if line.unconfirmed else ""
        text = " ".join(part for part in (self._seen(line.text), doubt, marks) if part)
        yield from self._folded(text, indent)

    def _source(self, source: SourceEntry) -> Iterator[str]:
        details = (*(each for each in source.details if each != source.title), *((source.url,) if source.url else ()))
        text = "; ".join(self._seen(each) for each in (source.title, *details))
        doubt = self._seen(_DOUBT) if source.unconfirmed else ""
        yield from self._marked(f"[{source.number}]", f"{text} {doubt}".rstrip(), 2)
        for note in source.notes:
            yield from self._folded(self._seen(msg("Note: {note}", note=note)), 6)
        for passage in source.passages:
            quote = f"“{passage.quote}”" if passage.quote else None
            remark = msg("Note: {note}", note=passage.note) if passage.note else None
            said = "; ".join(self._seen(each) for each in (passage.article, quote, remark) if each)
            yield from self._marked(f"[{passage.label}]", said, 4)

    def _marked(self, mark: str, text: str, indent: int) -> Iterator[str]:
        first, *more = self._folded(text, indent + len(mark) + 1)
        yield f"{' ' * indent}{mark} {first.lstrip()}"
        yield from more

    def _folded(self, text: str, indent: int) -> list[str]:
        if self._width is None or text.startswith("$ "):  # a command is pasted: the terminal may break it, not we
            return [" " * indent + text]
        return _wrapped(text, indent, self._width)


def place_of(record: Record) -> dict[str, object]:
    """File and line of a record as data."""
    return {"file": record.at.file, "line": record.at.line} if record.at else {}
