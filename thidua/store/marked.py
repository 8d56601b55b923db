"""The fast reader once more, giving nodes with line and column: for a canonical text in which something is wrong or edited."""

from __future__ import annotations

from typing import Any

from thidua.store.nodes import MAX_LINE, Entry, Mapping, Mark, Scalar, Sequence
from thidua.store.scan import Lines


def scan_nodes(text: str) -> Mapping | None:
    """The nodes of a canonical text, those that ``parse`` would give; None if it is not in that form."""
    found: Mapping | None = _Marked(text).document()
    return found


class _Marked(Lines):
    """Nodes of what is read. The cursor stands behind a value when it is made."""

    def texted(self, text: str, line: int, column: int, written: str) -> Scalar:
        mark = Mark(line + 1, column + 1)
        if written in ("|", "|-"):
            return Scalar(text, mark, self.last_written(), plain=False, end=MAX_LINE)
        return Scalar(text, mark, line + 1, plain=written[0] != '"', end=column + len(written))

    def mapped(self, found: dict[str, Any], lines: list[int], indent: int) -> Mapping:
        entries = tuple(
            Entry(Scalar(key, Mark(line + 1, indent + 1), line + 1, plain=True, end=indent + len(key)), value)
            for line, (key, value) in zip(lines, found.items(), strict=True)
        )
        return Mapping(entries, entries[0].key.mark, entries[-1].value.last, flow=False)

    def listed(self, found: list[Any], lines: list[int], indent: int) -> Sequence:
        return Sequence(tuple(found), Mark(lines[0] + 1, indent + 1), found[-1].last, flow=False)

    def last_written(self) -> int:
        """The last line above the cursor that is not empty, from 1."""
        line = self.position
        while not self.lines[line - 1].strip(" "):
            line -= 1
        return line
