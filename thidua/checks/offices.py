"""Offices as a sequence: two chairs, an empty seat, a holder that is no member, a term that lapsed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import pairwise

from thidua.checks.spans import shared, span
from thidua.checks.walk import place
from thidua.model.clusters import Cluster, Office
from thidua.model.fields import At
from thidua.model.problem import Problem
from thidua.model.register import Register
from thidua.model.terms import LABELS, office_label
from thidua.model.timeline import Term, in_force, terms
from thidua.text.days import last, next_day, overlap, previous_day, said
from thidua.text.say import Message, msg

_LAPSED: Mapping[str, Message] = {
    "merged": msg("the unit was merged or succeeded by another"),
    "ended": msg("the unit ended"),
    "left": msg("the unit left the cluster"),
    "dissolved": msg("the cluster ended"),
    **LABELS["lapse"],
}


def _place(cluster: Cluster, office: Office) -> At:
    index = next(index for index, each in enumerate(cluster.offices) if each is office)
    return place(cluster) / "offices" / index


def _holder(office: Office) -> object:
    return office.unit or (office.person and office.person.name) or msg("holder not recorded")


def two_chairs(register: Register) -> Iterator[Problem]:
    """TD404: two chairs on one day."""
    for cluster in register.clusters.values():
        for one, other, day in _together(terms(register, cluster, "chair")):
            yield Problem("TD404", _place(cluster, other.office), _both(cluster, one, other, day))


def too_many_vice_chairs(register: Register) -> Iterator[Problem]:
    """TD413: more vice-chairs on one day than the regulation in force says; not asked where it does not say."""
    for cluster in register.clusters.values():
        for term in (held := terms(register, cluster, "vice-chair")):
            others = [one for one, other, _ in _together(held) if other is term]
            seats = _vice_chairs(register, cluster, term.since)
            if others and seats is not None and len(others) >= seats:
                args = {**_both(cluster, others[0], term, term.since), "count": len(others) + 1}
                yield Problem("TD413", _place(cluster, term.office), args)


def _vice_chairs(register: Register, cluster: Cluster, on: date) -> int | None:
    followed = in_force(cluster.regulations, on)
    regulation = register.regulations.get(followed.regulation) if followed else None
    rotation = in_force(regulation.rotation, on) if regulation else None
    return rotation.vice_chairs if rotation else None


def _together(held: tuple[Term, ...]) -> Iterator[tuple[Term, Term, date]]:
    """Terms that surely run on one day, the one that began later second, and that day."""
    for index, other in enumerate(held):
        for one in held[:index]:
            if day := shared(*_days(one), *_days(other)):
                yield one, other, day


def _days(term: Term) -> tuple[str, str | None]:
    """First and last day of a term as it ran, as exact as they are known."""
    office = term.office
    if term.until is None or (office.until and last(office.until) == term.until):
        return office.since, office.until
    return office.since, term.until.isoformat()


def _both(cluster: Cluster, one: Term, other: Term, day: date) -> dict[str, object]:
    office = office_label(cluster.kind, other.office.office)
    return {"unit": _holder(one.office), "other": _holder(other.office), "office": office, "day": said(day)}


def empty_seats(register: Register) -> Iterator[Problem]:
    """TD405: days between two chairs, and terms whose holder is not recorded."""
    for cluster in register.clusters.values():
        for office in cluster.offices:
            if office.unit is None and office.person is None:
                args = {"office": office_label(cluster.kind, office.office), "span": span(office.since, office.until)}
                yield Problem("TD405", _place(cluster, office), args)
        for since, until, term in _gaps(terms(register, cluster, "chair")):
            args = {"office": office_label(cluster.kind, "chair"), "span": span(since, until)}
            yield Problem("TD405", _place(cluster, term.office), args)


def _gaps(held: tuple[Term, ...]) -> Iterator[tuple[date, date, Term]]:
    """First and last day on which nobody held the office between two terms, with the later term."""
    for before, after in pairwise(held):
        until = max((term.until or date.max for term in held if term.since <= before.since), default=date.max)
        if until < previous_day(after.since):
            yield next_day(until), previous_day(after.since), after


def holders_not_members(register: Register) -> Iterator[Problem]:
    """TD406: an office of a unit that is no member at the time; not asked where only some members are known."""
    for cluster in register.clusters.values():
        if not cluster.members or cluster.members_known in {"some", "none"}:
            continue
        for office in cluster.offices:
            stays = [member for member in cluster.members if member.unit == office.unit]
            if office.unit and not any(overlap(m.since, m.until, office.since, office.until) for m in stays):
                label = office_label(cluster.kind, office.office)
                args = {"unit": office.unit, "office": label, "span": span(office.since, office.until)}
                yield Problem("TD406", _place(cluster, office) / "unit", args)


def lapsed_terms(register: Register) -> Iterator[Problem]:
    """TD407: a term that something other than its own end cut short."""
    for cluster in register.clusters.values():
        for term in terms(register, cluster):
            if term.lapsed and term.until and term.until >= term.since:  # else it never ran: TD303
                label = office_label(cluster.kind, term.office.office)
                args = {
                    "unit": _holder(term.office),
                    "office": label,
                    "day": said(term.until),
                    "why": _LAPSED[term.reason],
                }
                yield Problem("TD407", _place(cluster, term.office), args)


def chairs_that_are_vice_chairs(register: Register) -> Iterator[Problem]:
    """TD408: one unit in both offices on one day."""
    for cluster in register.clusters.values():
        for one, other, day in _together(terms(register, cluster)):
            if one.office.unit and one.office.unit == other.office.unit and one.office.office != other.office.office:
                args = {"unit": one.office.unit, "day": said(day)}
                yield Problem("TD408", _place(cluster, other.office), args)
