"""Who has held the chair and the vice-chair, how often, and how long ago."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from thidua.model.clusters import Cluster, OfficeName
from thidua.model.register import Register
from thidua.model.timeline import Term, terms
from thidua.text.days import first

OFFICES: tuple[OfficeName, ...] = ("chair", "vice-chair")


class Service(NamedTuple):
    """How one unit has served in one office, as far as the register records it."""

    unit: str
    office: OfficeName
    times: int
    last: Term | None
    waited: int | None
    """Whole years since the last term ended; 0 while it runs; None: no term is recorded."""


class History(NamedTuple):
    """The offices of a cluster up to a day."""

    terms: tuple[Term, ...]
    """As they ran, the earliest first; those that begin after the day are not among them."""
    services: tuple[Service, ...]
    """Per unit in the order of the list, then units that held an office without being listed; chair before vice-chair."""


def history(register: Register, cluster: Cluster, today: date) -> History:
    """The terms that have begun by that day and really ran, and what each unit served in them."""
    begun = tuple(term for term in ran(register, cluster) if term.since <= today)
    units = dict.fromkeys(
        [member.unit for member in cluster.members if not member.since or first(member.since) <= today]
        + [term.office.unit for term in begun if term.office.unit]
    )
    return History(begun, tuple(_service(begun, unit, office, today) for unit in units for office in OFFICES))


def _service(ran: tuple[Term, ...], unit: str, office: OfficeName, today: date) -> Service:
    own = [term for term in ran if (term.office.unit, term.office.office) == (unit, office)]
    latest = own[-1] if own else None
    return Service(unit, office, len(own), latest, _years(latest.until, today) if latest else None)


def _years(since: date | None, until: date) -> int:
    if since is None or since >= until:
        return 0
    return until.year - since.year - ((until.month, until.day) < (since.month, since.day))


def ran(register: Register, cluster: Cluster) -> tuple[Term, ...]:
    """Recorded terms without those whose holder or cluster had ended before they could begin."""
    return tuple(term for term in terms(register, cluster) if term.until is None or term.since <= term.until)
