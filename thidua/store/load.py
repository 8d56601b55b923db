"""One file: bytes in, a typed document or every problem out."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from thidua.model.fields import At, Part
from thidua.model.layout import Filed, filed
from thidua.model.problem import Problem
from thidua.model.register import Document
from thidua.store.scan import scan
from thidua.store.typed import Given, convert_tree

if TYPE_CHECKING:
    from thidua.store.nodes import Reading

MAX_BYTES = 5_000_000
_ZIP = b"PK\x03\x04"
"""The first bytes of what Word and Excel save."""


class Loaded(NamedTuple):
    """A document, or the problems that kept it from being one."""

    document: Document | None
    problems: list[Problem]


def load(file: str, data: bytes, *, many: bool = False) -> Loaded:
    """The document in ``data``, the content of ``file`` (a path within the register, with forward slashes).

    A text in canonical form goes through the fast reader; any other, and any that holds something wrong, through the
    exact one, which finds line and column of all that is wrong. ``many``: the file is one of so many that the patterns of
    ``bulk`` repay their making; the result is the same.
    """
    place = filed(file)
    if place is None:
        return _refused(Problem("TD106", At(file, 1)))
    if len(data) > MAX_BYTES:
        return _refused(Problem("TD109", At(file, 1), {"most": MAX_BYTES // 1_000_000}))
    if data.startswith(_ZIP) or b"\0" in data:
        return _refused(Problem("TD101", At(file, 1), {"looks": "office" if data.startswith(_ZIP) else "utf-16"}))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _refused(Problem("TD101", At(file, data.count(b"\n", 0, error.start) + 1), {"looks": "other"}))
    given = Given(file, place.names.get("period", ""), place.names.get("body", ""), place.kind.records)
    content = (_many(text, place, given) if many and place.kind.records else None) or _fast(text, place, given)
    return Loaded(Document(file, place.kind, content), []) if content else _exact(text, place, given)


def _refused(problem: Problem) -> Loaded:
    return Loaded(None, [problem])


def _many(text: str, place: Filed, given: Given) -> Part | None:
    from thidua.store.bulk import bulk

    return bulk(text, place.kind, given)


def _fast(text: str, place: Filed, given: Given) -> Part | None:
    tree = scan(text)
    return convert_tree(tree, place.kind.document, given) if tree else None


def _exact(text: str, place: Filed, given: Given) -> Loaded:
    from thidua.store.convert import convert

    reading = _reading(text)
    faults = [Problem(f.code, At(given.file, f.mark.line), {**f.args, "column": f.mark.column}) for f in reading.faults]
    if reading.root is None and faults:
        return Loaded(None, faults)
    content, problems = convert(reading.root, place.kind.document, given)
    if content is None or faults:
        return Loaded(None, faults + problems)
    return Loaded(Document(given.file, place.kind, content), [])


@lru_cache(maxsize=16)
def _reading(text: str) -> Reading:
    """The nodes of a file in which something is wrong: read for its problems, and again for the place of each."""
    from thidua.store.parse import read_nodes

    return read_nodes(text.removeprefix("\ufeff"))


def locate(text: str, at: At) -> tuple[int, int]:
    """Line and column, both from 1, of the value at ``at.path``; of its record's line where the value is absent."""
    from thidua.store.nodes import Entry, Mapping, Scalar, Sequence

    node = _reading(text).root
    mark = (at.line or 1, 1)
    for depth, key in enumerate(at.path):
        if isinstance(node, Mapping):
            entry: Entry | None = next((e for e in node.entries if e.key.text == key), None)
            if entry is None:
                break
            node = entry.value
            mark = entry.key.mark if isinstance(node, Scalar) is False or depth < len(at.path) - 1 else node.mark
        elif isinstance(node, Sequence) and isinstance(key, int) and key < len(node.items):
            node = node.items[key]
            mark = node.mark
        else:
            break
    return mark
