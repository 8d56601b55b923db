"""Texts: what stands in them and cannot be seen."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import json

from thidua.checks.walk import filed, place
from thidua.model.fields import At, Part, Record
from thidua.model.problem import Problem
from thidua.model.register import Register
from thidua.model.shape import record_shape
from thidua.text.visible import UNSEEN

_NAMES = frozenset({"name", "short", "en", "vi", "title", "publisher", "issuer", "question", "rank", "position"})
"""Keys whose text stands on one line."""
_ORDINARY = bytes(range(0x20, 0x7F))
_CONTROL = re.compile(rb'\\[^n"\\]')
_SEVERAL_LINES = re.compile(rf'"(?:{"|".join(sorted(_NAMES))})":"(?:[^"\\]|\\[^n])*\\n'.encode())
"""Escapes in records as JSON, which is faster to look through than the records, and now and then wrong."""


def unseen_characters(register: Register) -> Iterator[Problem]:
    """TD212: a text with characters that move, hide or reorder letters and show nothing themselves."""
    for file in filed(register):
        if _likely(file.records):
            for record in file.records:
                yield from _in_part(record, place(record))


def _likely(records: tuple[Record, ...]) -> bool:
    try:
        written = json.encode(records)
    except UnicodeEncodeError:  # half of a surrogate pair, which JSON cannot hold
        return True
    return bool(
        UNSEEN.search(written.translate(None, _ORDINARY).decode())
        or (b"\\" in written and _CONTROL.search(written))
        or (b"\\n" in written and _SEVERAL_LINES.search(written))
    )


def _in_part(part: Part, at: At) -> Iterator[Problem]:
    for field in record_shape(type(part)).fields:
        value, where = getattr(part, field.attribute), at / field.name
        several = isinstance(value, tuple)
        for index, item in enumerate(value if several else (value,)):
            inside = where / index if several else where
            if isinstance(item, Part):
                yield from _in_part(item, inside)
            elif isinstance(item, str) and (found := _found(field.name, item)):
                yield Problem("TD212", inside, {"signs": ", ".join(found)})


def _found(key: str, text: str) -> list[str]:
    """The signs as escapes, each once, in the order of the text."""
    signs = [*UNSEEN.findall(text), *("\n" for _ in range(text.count("\n")) if key in _NAMES)]
    return [sign.encode("unicode_escape").decode("ascii") for sign in dict.fromkeys(signs)]
