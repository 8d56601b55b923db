"""Which body and period a decision's grants belong to."""

from __future__ import annotations

from collections.abc import Mapping

from thidua.model.common import Recipient
from thidua.model.decisions import Decision, Grant
from thidua.model.register import Place, Register

Granted = tuple[Decision, Grant]


def unit_of(who: str | Recipient) -> str | None:
    """The unit that is, or to which belongs, the recipient."""
    return who if isinstance(who, str) else who.unit


def place_of(grant: Grant) -> Place:
    """Period and body; a grant that names no body belongs to the unit that received it. Empty: not recorded."""
    return grant.period or "", grant.body or unit_of(grant.recipient) or ""


def by_place(register: Register) -> Mapping[Place, tuple[Granted, ...]]:
    """Every grant under its period and body, in the order of the decisions; of decisions that were replaced none."""
    found: dict[Place, list[Granted]] = {}
    for decision in register.decisions.values():
        for grant in decision.grants if decision.id not in register.replaced else ():
            found.setdefault(place_of(grant), []).append((decision, grant))
    return {place: tuple(granted) for place, granted in found.items()}
