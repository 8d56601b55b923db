"""The two streams: data on standard output, talk on standard error; tables for a terminal and for a pipe."""

from __future__ import annotations

import os
import re
import sys
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import IO, NamedTuple

from thidua.cli.frame.exits import Failure
from thidua.text.say import Message, Voice
from thidua.text.visible import UNSEEN, visible

PLAIN_ABOVE = 100
"""Rows above which a table is plain text on a terminal too: drawing it would take longer than reading the register."""


class Column(NamedTuple):
    """``whole``: never broken over two lines, as an id must not be. ``right``: a number."""

    title: Message
    whole: bool = False
    right: bool = False


class Console:
    """Speaks to one reader. Whatever comes out of a record is made visible first: no control code reaches a terminal."""

    def __init__(
        self,
        voice: Voice,
        env: Mapping[str, str] = os.environ,
        out: IO[str] | None = None,
        err: IO[str] | None = None,
    ) -> None:
        self.voice = voice
        self.quiet = False
        self.verbose = False
        self._env = env
        self._out = out or sys.stdout
        self._err = err or sys.stderr

    def out(self, text: str) -> None:
        """Data, already in its final form: a report, a page of help."""
        self._out.write(text if text.endswith("\n") else f"{text}\n")

    def out_folded(self, lines: Iterable[str]) -> None:
        """Data in sentences: a terminal's lines break between words, a pipe's never."""
        self.out("\n".join(self.folded(line, self._out) for line in lines))

    def aside(self, text: str) -> None:
        """Why a command ends, in its final form, where data would have gone; never silenced."""
        self._err.write(f"{text}\n")

    def json(self, value: object) -> None:
        """Data for another program: UTF-8, keys in the order given; what is unseen as an escape, the same to a program."""
        import json

        text = json.dumps(value, ensure_ascii=False, indent=2, default=str)
        self.out(UNSEEN.sub(lambda found: json.dumps(found[0])[1:-1], text))

    def say(self, *sentences: Message) -> None:
        """Talk; ``--quiet`` silences it."""
        if not self.quiet:
            self._speak(sentences)

    def detail(self, *sentences: Message) -> None:
        """Talk that only ``--verbose`` asks for."""
        if self.verbose:
            self._speak(sentences)

    def ask(self, question: Message) -> None:
        """A question; what is typed follows on its last line. Never silenced."""
        self._err.write(f"{self.folded(f'{visible(self.voice(question))} >'.lstrip())} ")
        self._err.flush()

    def answer(self, *sentences: Message) -> None:
        """Talk with somebody who is being asked; never silenced."""
        self._speak(sentences)

    def fail(self, failure: Failure) -> None:
        """What is wrong, and what to do next; never silenced."""
        wrong, *advice = failure.sentences
        self._speak([Message("thidua: {sentence}", {"sentence": wrong}), *advice])

    def table(self, columns: Sequence[Column], rows: Iterable[Sequence[object]]) -> None:
        """Rows of records as data: drawn on a terminal, plain and never cut in a pipe."""
        titles = [self.voice(column.title) for column in columns]
        cells = [[visible(self.voice.word(value)) for value in row] for row in rows]
        if self._drawn() and len(cells) <= PLAIN_ABOVE:
            self._draw(columns, titles, cells)
        else:
            self.out("\n".join(_aligned(columns, [titles, *cells])))

    def _speak(self, sentences: Iterable[Message]) -> None:
        for sentence in sentences:
            for line in spoken_lines(self.voice(sentence)):
                self._err.write(f"{self.folded(line)}\n")

    def folded(self, line: str, on: IO[str] | None = None) -> str:
        """A line of talk broken between words where the terminal ends; a command is never broken, nor an id."""
        if not (on or self._err).isatty() or _COMMAND.match(line):
            return line
        import shutil
        import textwrap

        blanks = line[: len(line) - len(line.lstrip(" "))]
        return textwrap.fill(
            line,
            max(shutil.get_terminal_size().columns, 20),
            subsequent_indent=blanks,
            break_long_words=False,
            break_on_hyphens=False,
            drop_whitespace=True,
        )

    def _drawn(self) -> bool:
        return bool(self._env.get("FORCE_COLOR")) or self._out.isatty()

    def _draw(self, columns: Sequence[Column], titles: Sequence[str], cells: Sequence[Sequence[str]]) -> None:
        from rich import box
        from rich.console import Console as Terminal
        from rich.table import Table
        from rich.text import Text

        plain = bool(self._env.get("NO_COLOR")) or self._env.get("TERM") == "dumb"
        table = Table(box=None if plain else box.SIMPLE_HEAD, pad_edge=False, header_style="" if plain else "bold")
        for column, title in zip(columns, titles, strict=True):
            table.add_column(
                Text(title),
                no_wrap=column.whole,
                overflow="fold",
                justify="right" if column.right else "left",
                min_width=max(map(width, (title, *(row[len(table.columns)] for row in cells))))
                if column.whole
                else None,
            )
        for row in cells:
            table.add_row(*map(Text, row))
        terminal = Terminal(
            file=self._out,
            color_system=None if plain else "standard",
            force_terminal=not plain,
            markup=False,
            highlight=False,
            emoji=False,
            legacy_windows=False,
        )
        terminal.print(table)


_COMMAND = re.compile(r"  (thidua|git|mkdir) ")
"""A line to be pasted."""


def spoken_lines(text: str) -> list[str]:
    """What is said, line by line: a command stands alone, what is said behind one begins a new line."""
    lines = (line.rstrip() for line in visible(text, lines=True).split("\n"))
    return [line if line.startswith("  ") else line.lstrip() for line in lines if line] or [""]


def width(text: str) -> int:
    """Cells of a terminal that a text takes: marks that join a letter none, wide letters two."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(letter) else 2 if unicodedata.east_asian_width(letter) in "WF" else 1
        for letter in text
    )


def _aligned(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> list[str]:
    widths = [max(map(width, cells)) for cells in zip(*rows, strict=True)]
    return ["  ".join(map(_padded, row, widths, (column.right for column in columns))).rstrip() for row in rows]


def _padded(text: str, cells: int, right: bool) -> str:
    space = " " * (cells - width(text))
    return space + text if right else text + space
