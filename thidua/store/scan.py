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
_KEY = re.compile(r"( *)([A-Za-z_][A-Za-z0-9_-]*):(?: (.+))?")
_ITEM = re.compile(r"( *)- (.+)")
_QUOTED = re.compile(r'"(?:[^"\\]|\\["\\n])*"')
_ESCAPE = re.compile(r'\\(["\\n])')
_INDICATORS = frozenset("-?:,[]{}#&*!|>'\"%@`~ =<")
_BLOCKS = {"|": "\n", "|-": ""}
NULLS = frozenset({"", "~", "null", "Null", "NULL"})
"""What YAML takes for no value where it stands plain; the register has no such value."""


class Tree(NamedTuple):
    """The top mapping of a file, the line it begins on, and the lines of the items of its last list, if that is its last value."""

    top: dict[str, Any]
    line: int
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
    if written[0] in _INDICATORS or ": " in written or " #" in written or written[-1] in ": " or written in NULLS:
        raise NotCanonical
    return written


def scan(text: str) -> Tree | None:
    """The tree of a canonical text; None if it is not in that form."""
    reader = Lines(text)
    top = reader.document()
    if top is None:
        return None
    last = next(reversed(top.values()))
    return Tree(top, reader.first_line, reader.item_lines if isinstance(last, list) else [])


class Lines:
    """A cursor over the lines; each method reads one value and leaves the cursor behind it.

    What becomes of a value once it is read is said by ``texted``, ``mapped`` and ``listed``: here plain Python values.
    Lines and columns given to them count from 0.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.comments = "#" in text
        self.lines = text.split("\n")
        self.position = 0
        self.first_line = 1
        self.item_lines: list[int] = []

    def texted(self, text: str, _line: int, _column: int, _written: str) -> Any:
        """A text; ``_written`` is what stands behind its key or dash."""
        return text

    def mapped(self, found: dict[str, Any], _lines: list[int], _indent: int) -> Any:
        """A mapping and the lines of its keys."""
        return found

    def listed(self, found: list[Any], _lines: list[int], _indent: int) -> Any:
        """A list and the lines of its items."""
        return found

    def document(self) -> Any:
        """What the whole text holds; None if it is not in canonical form."""
        if not self.text.endswith("\n") or not is_ordinary(self.text):
            return None
        try:
            top = self.mapping(0)
        except (NotCanonical, RecursionError):
            return None
        return top if self.position == len(self.lines) - 1 else None

    def skip_comments(self) -> str:
        """The line at the cursor, behind any lines that hold a comment only."""
        line = self.lines[self.position]
        while self.comments and line.lstrip(" ").startswith("#"):
            self.position += 1
            line = self.lines[self.position]
        return line

    def mapping(self, indent: int) -> Any:
        found: dict[str, Any] = {}
        lines: list[int] = []
        while match := _KEY.fullmatch(self.skip_comments()):
            spaces, key, value = match.groups()
            if len(spaces) != indent:
                break
            if key in found:
                raise NotCanonical
            lines.append(self.position)
            found[key] = self.nested(indent) if value is None else self.value(value, indent, match.start(3))
        if not found:
            raise NotCanonical
        if indent == 0:
            self.first_line = lines[0] + 1
        return self.mapped(found, lines, indent)

    def nested(self, indent: int) -> Any:
        """What stands under a key without a value on its line: a list or a mapping, one level deeper."""
        self.position += 1
        return self.sequence(indent + 2) if _ITEM.fullmatch(self.skip_comments()) else self.mapping(indent + 2)

    def sequence(self, indent: int) -> Any:
        found: list[Any] = []
        lines: list[int] = []
        while match := _ITEM.fullmatch(self.skip_comments()):
            spaces, rest = match.groups()
            if len(spaces) != indent:
                break
            lines.append(self.position)
            if _KEY.fullmatch(rest):
                self.lines[self.position] = f"{spaces}  {rest}"
                found.append(self.mapping(indent + 2))
            else:
                found.append(self.value(rest, indent, indent + 2))
        if not found:
            raise NotCanonical
        if indent == len("  "):
            self.item_lines = [line + 1 for line in lines]
        return self.listed(found, lines, indent)

    def value(self, written: str, indent: int, column: int) -> Any:
        line = self.position
        self.position += 1
        text = self.literal(indent + 2, _BLOCKS[written]) if written in _BLOCKS else text_of(written)
        return self.texted(text, line, column, written)

    def literal(self, indent: int, end: str) -> str:
        """The lines of a literal block, from the cursor on."""
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
