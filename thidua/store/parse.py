"""The exact reader: any YAML text to nodes that know their line and column, with everything wrong at once.

Only a subset of YAML is taken: one document, block or flow collections, scalars; no anchors, aliases, tags, merge keys,
directives, complex or double keys, tabs. Every scalar is its text; the model says what the text means, so ``no``, ``0123``
and ``1.10`` are never read as anything else.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from thidua.store.marked import scan_nodes
from thidua.store.nodes import MAX_LINE, Entry, Fault, Mapping, Mark, Node, Reading, Scalar, Sequence, lines_of
from thidua.text.letters import nfc

if TYPE_CHECKING:
    from ruamel.yaml.error import StreamMark

MAX_DEPTH = 50


def read_nodes(text: str) -> Reading:
    """Nodes and faults of a text. Never raises on any text; after a syntax error there is no root."""
    root = scan_nodes(text)
    return Reading(root, ()) if root else parse(text)


def parse(text: str) -> Reading:
    """The same for a text in any form, by ruamel.yaml; some fifty times slower."""
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError, YAMLError
    from ruamel.yaml.reader import ReaderError

    faults = [Fault("TD105", _place(text, text.index("\t")))] if "\t" in text else []
    builder = _Builder(text, faults)
    try:
        root = builder.document(iter(YAML(typ="safe", pure=True).parse(text)))
    except _TooDeep as deep:
        return Reading(None, (*faults, Fault("TD104", deep.mark, {"most": MAX_DEPTH})))
    except MarkedYAMLError as error:
        where = error.problem_mark or error.context_mark
        mark = _mark(where) if where else Mark(1, 1)
        return Reading(None, (*faults, Fault("TD102", mark, {"reason": error.problem or error.context or ""})))
    except ReaderError as error:
        return Reading(None, (*faults, Fault("TD102", _place(text, error.position), {"reason": error.reason})))
    except (YAMLError, ValueError, RecursionError) as error:
        return Reading(None, (*faults, Fault("TD102", Mark(1, 1), {"reason": str(error).splitlines()[0]})))
    return Reading(root, tuple(faults))


def _place(text: str, offset: int) -> Mark:
    start = text.rfind("\n", 0, offset) + 1
    return Mark(text.count("\n", 0, offset) + 1, offset - start + 1)


def _mark(mark: StreamMark) -> Mark:
    return Mark(mark.line + 1, mark.column + 1)


def _end(opened: Any, closed: Any) -> int:
    return int(closed.end_mark.column) if opened.flow_style else MAX_LINE


class _TooDeep(Exception):  # noqa: N818 - control flow of this module only
    def __init__(self, mark: Mark) -> None:
        super().__init__()
        self.mark = mark


class _Builder:
    """Events to nodes, noting each construct that the subset refuses."""

    def __init__(self, text: str, faults: list[Fault]) -> None:
        self.lines = lines_of(text)
        self.faults = faults

    def document(self, events: Iterator[Any]) -> Node | None:
        root: Node | None = None
        for event in events:
            name = type(event).__name__
            if name == "DocumentStartEvent":
                if event.version or event.tags:
                    self.refuse(event, "directive")
            elif name not in {"StreamStartEvent", "StreamEndEvent", "DocumentEndEvent", "CommentEvent"}:
                node = self.node(event, events, 1)
                if root is None:
                    root = node
                else:
                    self.refuse(event, "second document")
        return root

    def refuse(self, event: Any, what: str) -> None:
        self.faults.append(Fault("TD103", _mark(event.start_mark), {"what": what}))

    def node(self, event: Any, events: Iterator[Any], depth: int) -> Node:
        mark = _mark(event.start_mark)
        if depth > MAX_DEPTH:
            raise _TooDeep(mark)
        name = type(event).__name__
        if name == "AliasEvent":
            self.refuse(event, "alias")
            return Scalar("", mark, mark.line, plain=False)
        if event.anchor:
            self.refuse(event, "anchor")
        if event.tag:
            self.refuse(event, "tag")
        if name == "ScalarEvent":
            return self.scalar(event, mark)
        return (self.mapping if name == "MappingStartEvent" else self.sequence)(event, mark, events, depth)

    def scalar(self, event: Any, mark: Mark) -> Scalar:
        last, end = event.end_mark.line + 1, event.end_mark.column
        if event.style in ("|", ">"):
            end = MAX_LINE
            last = max(mark.line, last - 1 if event.end_mark.column == 0 else last)
            while last > mark.line and (last > len(self.lines) or not self.lines[last - 1].strip()):
                last -= 1
        return Scalar(event.value, mark, last, plain=event.style is None, end=end)

    def sequence(self, event: Any, mark: Mark, events: Iterator[Any], depth: int) -> Sequence:
        items: list[Node] = []
        for inner in events:
            if type(inner).__name__ == "SequenceEndEvent":
                last = (
                    _mark(inner.end_mark).line if event.flow_style else max((i.last for i in items), default=mark.line)
                )
                return Sequence(tuple(items), mark, last, bool(event.flow_style), _end(event, inner))
            items.append(self.node(inner, events, depth + 1))
        raise AssertionError("the parser closes what it opens")

    def mapping(self, event: Any, mark: Mark, events: Iterator[Any], depth: int) -> Mapping:
        entries: list[Entry] = []
        seen: dict[str, Mark] = {}
        for inner in events:
            if type(inner).__name__ == "MappingEndEvent":
                last = (
                    _mark(inner.end_mark).line
                    if event.flow_style
                    else max((e.value.last for e in entries), default=mark.line)
                )
                return Mapping(tuple(entries), mark, last, bool(event.flow_style), _end(event, inner))
            key = self.node(inner, events, depth + 1)
            value = self.node(next(events), events, depth + 1)
            if isinstance(key, Scalar) and self.key_is_good(key, seen, inner):
                entries.append(Entry(key, value))
            elif not isinstance(key, Scalar):
                self.refuse(inner, "complex key")
        raise AssertionError("the parser closes what it opens")

    def key_is_good(self, key: Scalar, seen: dict[str, Mark], event: Any) -> bool:
        if key.plain and key.text == "<<":
            self.refuse(event, "merge key")
            return False
        first = seen.setdefault(nfc(key.text), key.mark)
        if first != key.mark:
            self.faults.append(Fault("TD107", key.mark, {"key": key.text, "line": first.line}))
        return first == key.mark
