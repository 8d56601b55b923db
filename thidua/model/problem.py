"""A finding about the register as a value: a code of the catalogue, the place, and what its sentence needs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

from thidua.model.fields import At
from thidua.text.say import Message

Severity = Literal["error", "warning", "note"]


class Problem(NamedTuple):
    """One finding: a code of ``problems.CATALOGUE``, the place, and what the sentence needs. Never raised."""

    code: str
    at: At
    args: Mapping[str, object] = {}


class Finding(NamedTuple):
    """What a code means: how grave it is, the sentence about one case, and what to do next.

    An error is what could put something wrong on a paper; a warning is likely a mistake; a note is worth knowing.
    """

    severity: Severity
    sentence: Message
    advice: Message
    meant: Message | None = None
    """The advice instead where ``near`` names what the writer probably meant."""
