"""JSON Schemas of the register's files, from the model: an editor completes keys, refuses wrong words, shows what they mean."""

from __future__ import annotations

from typing import Any

from thidua.model.layout import KINDS, Kind
from thidua.model.shape import EitherShape, FieldShape, ListShape, RecordShape, ScalarShape, Shape, record_shape
from thidua.text.say import Voice

DRAFT = "http://json-schema.org/draft-07/schema#"


def schema(kind: Kind, voice: Voice) -> dict[str, Any]:
    """The schema of one kind of file; descriptions in the language of ``voice``."""
    writer = _Writer(voice)
    top = writer.record(record_shape(kind.document))
    return {"$schema": DRAFT, "title": f"thidua {kind.name}", **top, "definitions": dict(sorted(writer.parts.items()))}


def schemas(voice: Voice) -> dict[str, dict[str, Any]]:
    """All schemas by the name of their kind."""
    return {kind.name: schema(kind, voice) for kind in KINDS}


class _Writer:
    """Writes each part once, under ``definitions``."""

    def __init__(self, voice: Voice) -> None:
        self.voice = voice
        self.parts: dict[str, dict[str, Any]] = {}

    def record(self, shape: RecordShape) -> dict[str, Any]:
        required = [field.name for field in shape.fields if field.required]
        return {
            "type": "object",
            "properties": {field.name: self.field(field) for field in shape.fields},
            "additionalProperties": False,
            **({"required": required} if required else {}),
        }

    def field(self, field: FieldShape) -> dict[str, Any]:
        return {"description": self.voice(field.description), **self.shape(field.shape)}

    def shape(self, shape: Shape) -> dict[str, Any]:
        if isinstance(shape, ListShape):
            return {"type": "array", "items": self.shape(shape.item)}
        if isinstance(shape, EitherShape):
            return {"anyOf": [scalar(shape.scalar), self.part(shape.record)]}
        return self.part(shape) if isinstance(shape, RecordShape) else scalar(shape)

    def part(self, shape: RecordShape) -> dict[str, Any]:
        name = shape.type.__name__
        if name not in self.parts:
            self.parts[name] = {}
            self.parts[name] = self.record(shape)
        return {"allOf": [{"$ref": f"#/definitions/{name}"}]}


def scalar(shape: ScalarShape) -> dict[str, Any]:
    """A scalar. A year alone is a number to an editor's YAML reader, and a text to ours."""
    if shape.kind == "word":
        return {"enum": list(shape.words)}
    if shape.kind in ("int", "bool", "decimal"):
        return {"type": {"int": "integer", "bool": "boolean", "decimal": "number"}[shape.kind]}
    pattern = {"pattern": f"^(?:{shape.pattern.pattern})$"} if shape.pattern else {}
    return {"type": ["string", "integer"] if shape.kind == "day" else "string", **pattern}
