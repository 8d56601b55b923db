"""A record laid out for reading: labels and what stands behind them, folded to the terminal, never in a pipe."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable
from textwrap import wrap

from thidua.cli.frame.console import Console, spoken_lines, width
from thidua.reports.lines import Text
from thidua.text.say import Message
from thidua.text.visible import visible

Fact = tuple[Message, Text]
"""A label and what stands behind it."""


def facts(console: Console, rows: Iterable[Fact]) -> None:
    """Prints one fact a line, the labels in one column."""
    shown = [(_seen(console, name), _seen(console, text)) for name, text in rows]
    left = max((width(name) for name, _ in shown), default=0) + 2
    for name, text in shown:
        console.out("\n".join(_folded(text, f"{name}:".ljust(left), " " * left)))


def lines(console: Console, heading: Message, rows: Iterable[Text]) -> None:
    """Prints a heading and one item a line, after a blank line; nothing where there is no item."""
    shown = [spoken_lines(console.voice.word(text)) for text in rows]
    if shown:
        console.out(f"\n{_seen(console, heading)}:")
    for first, *more in shown:
        console.out("\n".join([*_folded(first, "  - ", "    "), *(f"    {line.strip()}" for line in more)]))


def _seen(console: Console, text: Text) -> str:
    return visible(console.voice.word(text))


def _folded(text: str, first: str, following: str) -> list[str]:
    if not sys.stdout.isatty():
        return [f"{first}{text}"]
    columns = max(40, shutil.get_terminal_size().columns)
    return wrap(
        text,
        columns,
        initial_indent=first,
        subsequent_indent=following,
        break_long_words=False,
        break_on_hyphens=False,
    ) or [first.rstrip()]
