"""The comments of a file, told from the signs # that stand inside texts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from thidua.store.nodes import MAX_LINE, Mapping, Node, Scalar, Sequence

_COMMENT = re.compile(r"(?:^|(?<=\s))#.*")


class Comment(NamedTuple):
    """A comment from its sign on, and where the sign stands; line and column count from 0."""

    text: str
    line: int
    column: int


def comments(lines: list[str], root: Node | None) -> Iterator[Comment]:
    """Every comment of these lines, which are those of ``root``."""
    texts = list(_scalars(root))
    blocks = [text for text in texts if text.end == MAX_LINE]
    behind = {text.last: text.end for text in texts if text.end != MAX_LINE}
    behind |= {block.mark.line: block.mark.column for block in blocks}
    inside = {line for text in texts if text.end != MAX_LINE for line in range(text.mark.line, text.last)}
    inside |= {line for block in blocks for line in range(block.mark.line + 1, block.last + 1)}
    for number, line in enumerate(lines):
        found = None if number + 1 in inside else _COMMENT.search(line, behind.get(number + 1, 0))
        if found:
            yield Comment(found[0].rstrip(), number, found.start())


def _scalars(node: Node | None) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Mapping):
        for entry in node.entries:
            yield entry.key
            yield from _scalars(entry.value)
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _scalars(item)
