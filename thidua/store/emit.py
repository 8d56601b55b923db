"""The one canonical form: records to text.

UTF-8, LF, NFC; block style, two blanks a level; keys in the order of the model, the one list last; text of several
lines as a literal block; what could be taken for a number, a date or a truth value is quoted unless it is one;
what is unseen is an escape.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from thidua.model.fields import Part
from thidua.model.keys import record_key
from thidua.model.layout import Kind
from thidua.model.shape import EitherShape, FieldShape, ListShape, RecordShape, ScalarShape, Shape, record_shape
from thidua.text.letters import nfc
from thidua.text.visible import UNSEEN

_PLAIN = re.compile(r"""[^\W\d_"'][^\n\ufffe\uffff]*""")
_RESERVED = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n", "nan", "inf"})
_UNPRINTABLE = re.compile(f"{UNSEEN.pattern}|[\ufffe\uffff]")
_ALWAYS_PLAIN = frozenset({"day", "int", "bool", "decimal"})


def emit(document: Part, kind: Kind) -> str:
    """The canonical text of a file; records of a file that holds many stand in the order of their keys."""
    return "\n".join(_fields(ordered(document, kind), record_shape(kind.document), 0)) + "\n"


def ordered(document: Part, kind: Kind) -> Part:
    """The document with its records in the order of their keys."""
    if kind.records is None:
        return document
    from msgspec.structs import replace

    return replace(document, **{kind.records: tuple(sorted(getattr(document, kind.records), key=record_key))})


def field_lines(value: Any, field: FieldShape, indent: int) -> list[str]:
    """The lines of one key with its value, ``indent`` blanks deep."""
    return list(_field(value, field, indent))


def item_lines(value: Any, shape: Shape, indent: int) -> list[str]:
    """The lines of one item of a list whose dash stands ``indent`` blanks deep."""
    return list(_item(value, shape, indent))


def scalar(value: Any, shape: ScalarShape) -> str:
    """A text without line ends as it is written; numbers, days and truth values plain."""
    if shape.kind == "bool":
        return "true" if value else "false"
    text = f"{value:f}" if shape.kind == "decimal" else str(value)
    return text if shape.kind in _ALWAYS_PLAIN or _is_plain(text) else quoted(text)


def _is_plain(text: str) -> bool:
    return (
        _PLAIN.fullmatch(text) is not None
        and not _UNPRINTABLE.search(text)
        and ": " not in text
        and " #" not in text
        and text[-1] not in ": "
        and text.lower() not in _RESERVED
    )


def quoted(text: str) -> str:
    """In double quotes; line ends and all that is unseen as escapes."""
    text = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return '"' + _UNPRINTABLE.sub(_escape, text) + '"'


def _escape(found: re.Match[str]) -> str:
    sign = found[0]
    return f"\\u{ord(sign):04x}" if sign <= "\uffff" else f"\\U{ord(sign):08x}"


def _fields(record: Any, shape: RecordShape, indent: int) -> Iterator[str]:
    for field in shape.fields:
        value = getattr(record, field.attribute)
        if field.required or value != field.default:
            yield from _field(value, field, indent)


def _field(value: Any, field: FieldShape, indent: int) -> Iterator[str]:
    yield from _value(value, field.shape, f"{' ' * indent}{field.name}:", indent)


def _value(value: Any, shape: Shape, head: str, indent: int) -> Iterator[str]:
    if isinstance(shape, EitherShape):
        shape = shape.record if isinstance(value, Part) else shape.scalar
    if isinstance(shape, ListShape):
        yield head if value else f"{head} []"
        for item in value:
            yield from _item(item, shape.item, indent + 2)
    elif isinstance(shape, RecordShape):
        lines = list(_fields(value, shape, indent + 2))
        yield head if lines else f"{head} {{}}"
        yield from lines
    else:
        yield from _text(value, shape, head, indent)


def _text(value: Any, shape: ScalarShape, head: str, indent: int) -> Iterator[str]:
    text = nfc(value) if isinstance(value, str) else value
    if isinstance(text, str) and _is_block(text):
        yield f"{head} |" if text.endswith("\n") else f"{head} |-"
        for line in text.removesuffix("\n").split("\n"):
            yield f"{' ' * (indent + 2)}{line}" if line else ""
    else:
        yield f"{head} {scalar(text, shape)}"


def _is_block(text: str) -> bool:
    """Whether a literal block holds the text exactly: several lines, none odd, no blanks or line ends at its ends."""
    body = text.removesuffix("\n")
    return (
        "\n" in text
        and not _UNPRINTABLE.search(text)
        and bool(body)
        and body[0] not in " \n"
        and body[-1] != "\n"
        and not any(line != line.rstrip(" ") for line in body.split("\n"))
    )


def _item(value: Any, shape: Shape, indent: int) -> Iterator[str]:
    dash = " " * indent + "-"
    if isinstance(shape, EitherShape):
        shape = shape.record if isinstance(value, Part) else shape.scalar
    if isinstance(shape, RecordShape):
        first, *rest = list(_fields(value, shape, indent + 2)) or ["{}"]
        yield f"{dash} {first.lstrip()}"
        yield from rest
    else:
        yield from _value(value, shape, dash, indent)
