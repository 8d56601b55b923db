"""A finding about the register as a value, and the catalogue of all findings there can be."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

from thidua.model.fields import At
from thidua.text.say import Message, msg

Severity = Literal["error", "warning", "note"]


class Problem(NamedTuple):
    """One finding: a code of ``CATALOGUE``, the place, and what the sentence needs. Never raised."""

    code: str
    at: At
    args: Mapping[str, object] = {}


class Finding(NamedTuple):
    """What a code means: how grave it is, the sentence about one case, and what to do next."""

    severity: Severity
    sentence: Message
    advice: Message
