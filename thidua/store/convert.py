"""Nodes to records, with everything wrong at once."""

from __future__ import annotations

from typing import Any, cast

from thidua.model.fields import At, Part
from thidua.model.problem import Problem
from thidua.model.shape import MADE, EitherShape, ListShape, RecordShape, ScalarShape, Shape, record_shape
from thidua.store.nodes import Entry, Mapping, Node, Scalar, Sequence
from thidua.store.scan import NULLS
from thidua.store.typed import Given
from thidua.text.letters import nfc
from thidua.text.nearest import nearest

_BAD: Any = object()


def convert(root: Node | None, kind: type[Part], given: Given) -> tuple[Part | None, list[Problem]]:
    """The document of these nodes; None, with the problems, if any value of it is wrong."""
    converter = _Converter(given)
    if root is None or (isinstance(root, Scalar) and root.text in NULLS):
        return None, [Problem("TD108", At(given.file, 1))]
    value = converter.value(root, record_shape(kind), ())
    return (None if value is _BAD or converter.problems else cast("Part", value)), converter.problems


class _Converter:
    def __init__(self, given: Given) -> None:
        self.given = given
        self.problems: list[Problem] = []

    def problem(self, code: str, node: Node, path: tuple[str | int, ...], **args: object) -> Any:
        at = At(self.given.file, node.mark.line, path)
        self.problems.append(Problem(code, at, {**args, "column": node.mark.column}))
        return _BAD

    def value(self, node: Node, shape: Shape, path: tuple[str | int, ...]) -> Any:
        if isinstance(node, Scalar) and node.plain and node.text in NULLS:
            return self.problem("TD207", node, path)
        if isinstance(shape, EitherShape):
            shape = shape.record if isinstance(node, Mapping) else shape.scalar
        if isinstance(shape, ListShape):
            return self.items(node, shape, path)
        if isinstance(shape, RecordShape):
            return self.record(node, shape, path)
        if not isinstance(node, Scalar):
            return self.problem("TD203", node, path, expected="text", found=_name(node))
        return self.scalar(node, shape, path)

    def items(self, node: Node, shape: ListShape, path: tuple[str | int, ...]) -> Any:
        if not isinstance(node, Sequence):
            return self.problem("TD203", node, path, expected="list", found=_name(node))
        found = [self.value(item, shape.item, (*path, index)) for index, item in enumerate(node.items)]
        return _BAD if any(item is _BAD for item in found) else tuple(found)

    def record(self, node: Node, shape: RecordShape, path: tuple[str | int, ...]) -> Any:
        if not isinstance(node, Mapping):
            return self.problem("TD203", node, path, expected="mapping", found=_name(node))
        values = {}
        for entry in node.entries:
            field = shape.by_name.get(entry.key.text)
            if field is None:
                self.unknown(entry, shape, path)
            else:
                values[field.attribute] = self.value(entry.value, field.shape, (*path, field.name))
        for field in shape.fields:
            if field.required and field.attribute not in values:
                values[field.attribute] = self.problem("TD202", node, path, key=field.name, meaning=field.description)
        if any(value is _BAD for value in values.values()):
            return _BAD
        return shape.type(**values, **self.given.keys(shape.type, node.mark.line, path))

    def unknown(self, entry: Entry, shape: RecordShape, path: tuple[str | int, ...]) -> None:
        near = nearest(entry.key.text, tuple(shape.by_name), 1)
        known = ", ".join(shape.by_name)
        place = (*path, entry.key.text)
        self.problem("TD201", entry.key, place, key=entry.key.text, near=near[0] if near else "", known=known)

    def scalar(self, node: Scalar, shape: ScalarShape, path: tuple[str | int, ...]) -> Any:
        text = node.text
        if nfc(text) != text:
            return self.problem("TD208", node, path)
        if shape.kind == "word" and text not in shape.words:
            near = nearest(text, shape.words, 1)
            return self.problem(
                "TD204", node, path, value=text, words=", ".join(shape.words), near=near[0] if near else ""
            )
        if shape.pattern is not None and not shape.pattern.fullmatch(text):
            if shape.kind in MADE:
                return self.problem("TD203", node, path, expected=shape.kind, found=text)
            return self.problem(_PATTERN_CODES[shape.kind], node, path, value=text)
        return MADE[shape.kind](text) if shape.kind in MADE else text


def _name(node: Node) -> str:
    return {Scalar: "text", Mapping: "mapping", Sequence: "list"}[type(node)]


_PATTERN_CODES = {"id": "TD205", "day": "TD206", "period": "TD209", "fraction": "TD210"}
