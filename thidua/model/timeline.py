"""What time means: names, parents, members and offices on a day; when an office really ended.

Every span includes both its ends; an absent end is open. A day known only as a year or a month stands for all of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Literal, NamedTuple, Protocol, TypeVar

from thidua.model.clusters import Cluster, Member, Office, OfficeName
from thidua.model.honours import Honour
from thidua.model.movements import Movement
from thidua.model.register import Register
from thidua.model.units import Unit
from thidua.text.days import covers, first, last, next_day, overlap, previous_day


class Dated(Protocol):
    """Anything with ``from`` and ``to``."""

    @property
    def since(self) -> str | None: ...
    @property
    def until(self) -> str | None: ...


D = TypeVar("D", bound=Dated)


def in_force(values: Iterable[D], on: date) -> D | None:
    """The value whose span covers the day; the one that began last if several do; None if none does."""
    found = [value for value in values if covers(value.since, value.until, on)]
    return max(found, key=lambda value: first(value.since) if value.since else date.min, default=None)


def nearest_in_time(values: Iterable[D], on: date) -> D | None:
    """The value in force on the day, else the one whose span lies nearest; for printing a name that must be printed."""
    values = tuple(values)
    return in_force(values, on) or min(values, key=lambda value: _distance(value, on), default=None)


def _distance(value: Dated, on: date) -> int:
    if value.since and first(value.since) > on:
        return (first(value.since) - on).days
    return (on - last(value.until)).days if value.until else 0


def name_on(record: Unit | Cluster, on: date) -> str:
    """The proper name on that day."""
    dated = nearest_in_time(record.names, on)
    return dated.name if dated else record.id


def term_on(record: Honour | Movement, on: date, lang: str) -> str:
    """The term of the law on that day in the chosen language; Vietnamese where there is no other."""
    dated = nearest_in_time(record.names, on)
    if dated is None:
        return record.id
    return dated.en if lang == "en" and dated.en else dated.vi


def exists(record: Unit | Cluster, on: date) -> bool:
    """Whether it existed on that day."""
    return covers(record.begin, record.end, on)


def parent_on(unit: Unit, on: date) -> str | None:
    """The id of the superior unit on that day."""
    parent = in_force(unit.parents, on)
    return parent.unit if parent else None


def members_on(register: Register, cluster: Cluster, on: date) -> tuple[Member, ...]:
    """Memberships in force on that day whose unit still existed, in the order of the list."""
    return tuple(
        member
        for member in cluster.members
        if covers(member.since, member.until, on)
        and _unit_exists(register, member.unit, on)
        and stands(register, cluster, on)
    )


def stands(register: Register, cluster: Cluster, on: date) -> bool:
    """Whether the cluster existed on that day; it does not outlive its organiser."""
    return exists(cluster, on) and _unit_exists(register, cluster.organiser, on)


def members_during(register: Register, cluster: Cluster, since: str, until: str) -> tuple[Member, ...]:
    """Memberships that touch the span, of units that existed in it, in the order of the list, each unit once."""
    seen: dict[str, Member] = {}
    for member in cluster.members:
        unit = register.units.get(member.unit)
        lived = unit is None or overlap(unit.begin, unit.end, since, until)
        if lived and overlap(member.since, member.until, since, until):
            seen.setdefault(member.unit, member)
    return tuple(seen.values())


def _unit_exists(register: Register, unit: str, on: date) -> bool:
    known = register.units.get(unit)
    return known is None or exists(known, on)


Reason = Literal[
    "term", "merged", "split", "renamed", "absorbed", "transferred", "ended", "left", "dissolved", "recorded"
]  # fmt: skip
SUCCEEDED: frozenset[Reason] = frozenset({"merged", "split", "renamed", "absorbed", "transferred"})
"""The holder ended and others went on in its place: the fates of a unit."""


class Term(NamedTuple):
    """One term of office as it really ran. ``until`` None: no end is recorded and nothing has ended it."""

    office: Office
    since: date
    until: date | None
    reason: Reason
    """term: it ran as given; recorded: the record says why it was cut; else what cut it short."""

    @property
    def lapsed(self) -> bool:
        """Whether something other than its own term ended it."""
        return self.reason in SUCCEEDED | {"ended", "left", "dissolved"}


def term_of(register: Register, cluster: Cluster, office: Office) -> Term:
    """The term as it ran: the office's own end, or earlier where the holder, cluster or organiser ended or the holder left."""
    planned = last(office.until) if office.until else None
    ends: list[tuple[date, Reason]] = [(planned, "recorded" if office.ended else "term")] if planned else []
    ends += _unit_ends(register, cluster, office)
    organiser = register.units.get(cluster.organiser)
    ends += [(last(body.end), "dissolved") for body in (cluster, organiser) if body and body.end]
    if not ends:
        return Term(office, first(office.since), None, "term")
    until, reason = min(ends, key=lambda end: end[0])
    return Term(office, first(office.since), until, reason)


def _unit_ends(register: Register, cluster: Cluster, office: Office) -> list[tuple[date, Reason]]:
    """When the holder, or the unit of the person who holds it, could no longer hold the office."""
    ends: list[tuple[date, Reason]] = []
    holder = office.unit or (office.person.unit if office.person else None)
    unit = register.units.get(holder or "")
    if unit is not None and unit.end:
        ends.append((last(unit.end), _fate(unit)))
    if (left := _left(cluster, holder, last(office.since))) is not None:
        ends.append((left, "left"))
    return ends


def _fate(unit: Unit) -> Reason:
    """What became of a unit that ended, in one word; merged where it went several ways."""
    fates = {successor.how for successor in unit.successors}
    return ("merged" if len(fates) > 1 else fates.pop()) if fates else "ended"


def _left(cluster: Cluster, unit: str | None, on: date) -> date | None:
    """The last day of the memberships begun by that day and of those that go on from them unbroken; None: no end."""
    stays = sorted(
        (first(member.since) if member.since else date.min, last(member.until) if member.until else date.max)
        for member in cluster.members
        if member.unit == unit
    )
    until: date | None = None
    for since, end in stays:
        if since <= on or (until and previous_day(since) <= until):
            until = max(until or end, end)
    return None if until == date.max else until


def terms(register: Register, cluster: Cluster, office: OfficeName | None = None) -> tuple[Term, ...]:
    """All terms of a cluster's office (or of both), the earliest first."""
    found = (term_of(register, cluster, each) for each in cluster.offices if office in (None, each.office))
    return tuple(sorted(found, key=lambda term: (term.since, term.office.office)))


def holders_on(register: Register, cluster: Cluster, office: OfficeName, on: date) -> tuple[Term, ...]:
    """The terms of an office that ran on that day; several where there are several vice-chairs; none: seat empty or not recorded."""
    return tuple(
        term
        for term in terms(register, cluster, office)
        if term.since <= on and (term.until is None or on <= term.until)
    )


def successors_on(register: Register, unit: str, on: date) -> tuple[str, ...]:
    """What a unit has become by that day, following successors to the end; the unit itself while it exists."""
    found: dict[str, None] = {}
    seen: set[str] = set()
    ahead = [unit]
    while ahead:
        here = ahead.pop(0)
        known = register.units.get(here)
        if known is None or exists(known, on) or not known.successors:
            found[here] = None
        elif here not in seen:
            seen.add(here)
            ahead += [successor.unit for successor in known.successors]
    return tuple(found)


__all__ = [
    "SUCCEEDED", "Dated", "Reason", "Term", "exists", "holders_on", "in_force", "members_during", "members_on", "name_on",
    "nearest_in_time", "next_day", "parent_on", "previous_day", "stands", "successors_on", "term_of", "term_on", "terms",
]  # fmt: skip
