"""The canonical form of a file somebody wrote by hand: same records, same comments, one layout."""

from __future__ import annotations

from collections.abc import Iterator

from thidua.model.fields import Part
from thidua.model.keys import record_key
from thidua.model.layout import Kind
from thidua.store.comments import comments
from thidua.store.emit import emit
from thidua.store.nodes import Mapping, Node, Sequence, lines_of
from thidua.store.parse import read_nodes

Path = tuple[str | int, ...]


def canonical(text: str, document: Part, kind: Kind) -> str:
    """``document`` (what ``text`` reads as) in canonical form, with the comments of ``text``.

    A comment stays above the value it stood above; one behind a value moves above it.
    """
    wanted = emit(document, kind)
    if "#" not in text:
        return wanted
    commented = list(_commented(text.removeprefix("\ufeff")))
    if not commented:
        return wanted
    moved = _moved(document, kind)
    lines = lines_of(wanted)
    starts = {path: line for line, path in _starts(read_nodes(wanted).root, ())}
    for comment, before in reversed(commented):
        path = _renumbered(before, moved)
        place = starts.get(path, len(lines) + 1) if path is not None else len(lines) + 1
        column = len(lines[place - 1]) - len(lines[place - 1].lstrip(" ")) if place <= len(lines) else 0
        lines.insert(place - 1, f"{' ' * column}{comment}\n")
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


def _commented(text: str) -> Iterator[tuple[str, Path | None]]:
    """Each comment with the value it stands before or behind; None: it stands at the end of the file."""
    root = read_nodes(text).root
    starts: dict[int, Path] = {}
    for begin, path in _starts(root, ()):
        starts.setdefault(begin, path)
    for comment in comments(lines_of(text), root):
        following = min((start for start in starts if start > comment.line), default=None)
        yield comment.text, starts[following] if following else None
