"""What a file's text is made of: keys, values and items, each knowing its line and column."""

from __future__ import annotations

import re
from typing import NamedTuple

MAX_LINE = 1 << 30


class Mark(NamedTuple):
    """A place in a file; both count from 1."""

    line: int
    column: int


class Scalar(NamedTuple):
    """A text. ``last`` is the last line it stands on, ``end`` the column (from 0) behind it; a block's is past its line."""

    text: str
    mark: Mark
    last: int
    plain: bool
    end: int = 0


class Entry(NamedTuple):
    """A key with its value."""

    key: Scalar
    value: Node


class Mapping(NamedTuple):
    """Keys with values in the order of the file. ``end`` is the column behind the bracket of a flow mapping."""

    entries: tuple[Entry, ...]
    mark: Mark
    last: int
    flow: bool
    end: int = MAX_LINE


class Sequence(NamedTuple):
    """Items in the order of the file. ``end`` is the column behind the bracket of a flow list."""

    items: tuple[Node, ...]
    mark: Mark
    last: int
    flow: bool
    end: int = MAX_LINE


Node = Scalar | Mapping | Sequence


class Fault(NamedTuple):
    """Something wrong with the text itself: a code of the catalogue, where, and what the sentence needs."""

    code: str
    mark: Mark
    args: dict[str, object] = {}  # noqa: RUF012 - nobody writes to it


class Reading(NamedTuple):
    """The nodes as far as they could be read, and every fault."""

    root: Node | None
    faults: tuple[Fault, ...]


_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")


def lines_of(text: str) -> list[str]:
    """The lines as YAML 1.2 counts them, each with its own line end; ``str.splitlines`` knows more line ends than YAML."""
    lines = _LINE.findall(text)
    return lines[:-1] if lines and not lines[-1] else lines
