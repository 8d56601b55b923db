"""The canonical form of a file somebody wrote by hand: same records, same comments, one layout."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from thidua.model.fields import Part
from thidua.model.keys import record_key
from thidua.model.layout import Kind
from thidua.store.emit import emit
from thidua.store.nodes import Mapping, Node, Scalar, Sequence, lines_of
from thidua.store.parse import read_nodes

Path = tuple[str | int, ...]
_TRAILING = re.compile(r"\s#(.*)$")
_LONE = re.compile(r"\s*#(.*)$")


class _Comment(NamedTuple):
    """A comment and the value it stands before or behind; None: it stands at the end of the file."""

    text: str
    path: Path | None


def canonical(text: str, document: Part, kind: Kind) -> str:
    """``document`` (what ``text`` reads as) in canonical form, with the comments of ``text``.

    A comment stays above the value it stood above; one behind a value moves above it.
    """
    wanted = emit(document, kind)
    if "#" not in text:
        return wanted
    comments = list(_comments(text))
    if not comments:
        return wanted
    moved = _moved(document, kind)
    lines = lines_of(wanted)
    starts = {path: line for line, path in _starts(read_nodes(wanted).root, ())}
    for comment in reversed(comments):
        path = _renumbered(comment.path, moved)
        place = starts.get(path, len(lines) + 1) if path is not None else len(lines) + 1
        column = len(lines[place - 1]) - len(lines[place - 1].lstrip(" ")) if place <= len(lines) else 0
        lines.insert(place - 1, f"{' ' * column}#{comment.text.rstrip()}\n")
    return "".join(lines)


def _moved(document: Part, kind: Kind) -> dict[int, int]:
    """Where each record of the file's list goes when the records are put in order."""
    if kind.records is None:
        return {}
    records = getattr(document, kind.records)
    order = sorted(range(len(records)), key=lambda index: record_key(records[index]))
    return {old: new for new, old in enumerate(order)}


def _renumbered(path: Path | None, moved: dict[int, int]) -> Path | None:
    match path:
        case (str(records), int(index), *rest):
            return (records, moved.get(index, index), *rest)
    return path


def _starts(node: Node | None, path: Path) -> Iterator[tuple[int, Path]]:
    """The line on which each key and each item begins; of two on one line the outer one comes first."""
    if isinstance(node, Mapping):
        for entry in node.entries:
            yield entry.key.mark.line, (*path, entry.key.text)
            yield from _starts(entry.value, (*path, entry.key.text))
    elif isinstance(node, Sequence):
        for index, item in enumerate(node.items):
            yield item.mark.line, (*path, index)
            yield from _starts(item, (*path, index))


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


def _comments(text: str) -> Iterator[_Comment]:
    root = read_nodes(text.removeprefix("\ufeff")).root
    starts: dict[int, Path] = {}
    for begin, path in _starts(root, ()):
        starts.setdefault(begin, path)
    ends = {scalar.last: scalar.end for scalar in _scalars(root)}
    inside = {line for scalar in _scalars(root) for line in range(scalar.mark.line, scalar.last)}
    for number, line in enumerate(lines_of(text.removeprefix("\ufeff")), 1):
        if number in inside:
            continue
        found = _TRAILING.search(line, ends[number]) if number in ends else _LONE.match(line)
        if found:
            following = min((start for start in starts if start >= number), default=None)
            yield _Comment(found[1], starts[following] if following else None)
