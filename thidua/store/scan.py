"""The fast reader: a text in canonical form to plain dicts and lists of text, without a YAML library.

It knows only what ``emit`` writes: block style, two blanks a level, one key a line, plain, double-quoted and literal
texts. On anything else it gives up, and the exact reader decides; it never reads a text differently from that reader
(``tests/store/test_two_readers.py`` holds them equal).
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple
from unicodedata import is_normalized

_ORDINARY = re.compile("[\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]*")
_KEY = re.compile(r"( *)([a-z][a-z0-9_]*):(?: (.+))?")
_ITEM = re.compile(r"( *)- (.+)")
_QUOTED = re.compile(r'"(?:[^"\\]|\\["\\n])*"')
_ESCAPE = re.compile(r'\\(["\\n])')
_INDICATORS = frozenset("-?:,[]{}#&*!|>'\"%@`~ =<")
_NULLS = frozenset({"null", "Null", "NULL"})


class Tree(NamedTuple):
    """The top mapping of a file, and the lines on which the items of its last list begin, if its last value is a list."""

    top: dict[str, Any]
    item_lines: list[int]


class NotCanonical(Exception):  # noqa: N818 - no error: another reader decides
    """The text is not in the form that the fast readers know."""


def is_ordinary(text: str) -> bool:
    """Whether the text has only signs that the fast readers know: no tabs, no control characters, NFC."""
    return _ORDINARY.fullmatch(text) is not None and is_normalized("NFC", text)


def text_of(written: str) -> str:
    """The text that stands behind a key or a dash, plain or in double quotes. Raises NotCanonical for any other form."""
    if written[0] == '"':
        if not _QUOTED.fullmatch(written):
            raise NotCanonical
        return _ESCAPE.sub(lambda found: "\n" if found[1] == "n" else found[1], written[1:-1])
    if written[0] in _INDICATORS or ": " in written or " #" in written or written[-1] in ": " or written in _NULLS:
        raise NotCanonical
    return written


def scan(text: str) -> Tree | None:
    """The tree of a canonical text; None if it is not in that form."""
    if not text.endswith("\n") or not is_ordinary(text):
        return None
    reader = _Lines(text.split("\n"), comments="#" in text)
    try:
        top = reader.mapping(0)
    except (NotCanonical, RecursionError):
        return None
    if reader.position != len(reader.lines) - 1:
        return None
    last = next(reversed(top.values()), None)
    return Tree(top, reader.item_lines if isinstance(last, list) else [])


class _Lines:
    """A cursor over the lines; each method reads one value and leaves the cursor behind it."""

    def __init__(self, lines: list[str], *, comments: bool) -> None:
        self.comments = comments
        self.lines = lines
        self.position = 0
        self.item_lines: list[int] = []

    def skip_comments(self) -> str:
        """The line at the cursor, behind any lines that hold a comment only."""
        line = self.lines[self.position]
        while self.comments and line.lstrip(" ").startswith("#"):
            self.position += 1
            line = self.lines[self.position]
        return line

    def mapping(self, indent: int) -> dict[str, Any]:
        found: dict[str, Any] = {}
        while match := _KEY.fullmatch(self.skip_comments()):
            spaces, key, value = match.groups()
            if len(spaces) != indent:
                break
            if key in found:
                raise NotCanonical
            found[key] = self.nested(indent) if value is None else self.value(value, indent)
        if not found:
            raise NotCanonical
        return found

    def nested(self, indent: int) -> Any:
        """What stands under a key without a value on its line: a list or a mapping, one level deeper."""
        self.position += 1
        return self.sequence(indent + 2) if _ITEM.fullmatch(self.skip_comments()) else self.mapping(indent + 2)

    def sequence(self, indent: int) -> list[Any]:
        found: list[Any] = []
        item_lines: list[int] = []
        while match := _ITEM.fullmatch(self.skip_comments()):
            spaces, rest = match.groups()
            if len(spaces) != indent:
                break
            item_lines.append(self.position + 1)
            if _KEY.fullmatch(rest):
                self.lines[self.position] = f"{spaces}  {rest}"
                found.append(self.mapping(indent + 2))
            else:
                found.append(self.value(rest, indent))
        if not found:
            raise NotCanonical
        if indent == len("  "):
            self.item_lines = item_lines
        return found

    def value(self, written: str, indent: int) -> str:
        if written in ("|", "|-"):
            return self.literal(indent + 2, "\n" if written == "|" else "")
        self.position += 1
        return text_of(written)

    def literal(self, indent: int, end: str) -> str:
        self.position += 1
        start = self.position
        prefix = " " * indent
        while (line := self.lines[self.position]).startswith(prefix) or (
            not line and self.position < len(self.lines) - 1
        ):
            self.position += 1
        block = self.lines[start : self.position]
        while block and not block[-1].strip(" "):
            block.pop()
        if not block or not block[0].startswith(prefix) or block[0][indent : indent + 1] in ("", " "):
            raise NotCanonical
        return "\n".join(line[indent:] for line in block) + end
