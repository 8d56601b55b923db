"""Natural keys: by what a record is found, never by its position."""

from __future__ import annotations

from typing import Any

from thidua.model.common import Recipient, RecipientKind
from thidua.model.nominations import Nomination


def recipient_key(who: str | Recipient) -> str:
    """One text for one recipient: the unit's id, ``person:<id>``, ``group:<group>@<unit>`` with its kind, or name and unit."""
    if isinstance(who, str):
        return who
    if who.person:
        return f"person:{who.person}"
    if who.group:
        kind = f":{who.kind}" if who.kind else ""
        return f"group:{who.group}{kind}@{who.unit or ''}"
    return f"name:{who.name or ''}@{who.unit or ''}"


def called(who: str | Recipient) -> str:
    """How a sentence names a recipient: the name as written, or the key."""
    return who if isinstance(who, str) else who.name or recipient_key(who)


def recipient_kind(who: str | Recipient) -> RecipientKind | None:
    """Collective, individual or household; None where the record does not say it. Only a person has a rank or a post."""
    if isinstance(who, str):
        return "collective"
    return who.kind or ("individual" if who.person or who.rank or who.position else None)


def nomination_key(nomination: Nomination) -> tuple[str, str]:
    """Nominee and honour; unique within period and body."""
    return (recipient_key(nomination.nominee), nomination.honour)


def record_key(record: Any) -> tuple[str, ...]:
    """The order of records in a file that holds many: nominations by nominee and honour, others by id."""
    return nomination_key(record) if isinstance(record, Nomination) else (record.id,)
