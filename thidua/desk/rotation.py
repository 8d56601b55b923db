"""The rotation of chair and vice-chair: who is next, by which rule, and what only a new record can decide."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from math import gcd
from typing import NamedTuple

from thidua.desk.history import OFFICES, ran
from thidua.desk.reasons import joined
from thidua.desk.rotation_rule import YEAR, TermRule, grid, later, no_rule, term_rule, term_start
from thidua.model.clusters import Cluster, OfficeName
from thidua.model.common import Cite
from thidua.model.register import Register
from thidua.model.regulations import Choice
from thidua.model.terms import LABELS, label, office_label
from thidua.model.timeline import Term, holders_on, in_force, members_on, name_on, next_day, previous_day, terms
from thidua.text.days import first, last, said
from thidua.text.say import Message, msg


class PlanLine(NamedTuple):
    """One office of one term."""

    year: int
    """The year in which the term begins."""
    office: OfficeName
    unit: str | None
    """None: no record decides it; the reason says what would."""
    reason: Message
    sources: tuple[Cite, ...]
    confirmed: bool
    """False: it rests on a rule nobody confirmed, or on a history with gaps."""
    since: date
    until: date | None
    """Last day of the term, included; None: not recorded."""
    recorded: bool = False
    """The office stands in the register; it was not computed."""
    span: tuple[str | date, str | date | None] | None = None
    """The same days as exactly as they are recorded, where they are: a year stays a year."""

    @property
    def days(self) -> tuple[str | date, str | date | None]:
        """First and last day as they may be printed."""
        return self.span or (self.since, self.until)


class Plan(NamedTuple):
    """What the records say about the coming terms."""

    lines: tuple[PlanLine, ...]
    open_points: tuple[Message, ...]


def plan(register: Register, cluster: Cluster, on: date, until_year: int | None = None) -> Plan:
    """The terms after the last one recorded up to ``on``, and those recorded ahead.

    Without ``until_year`` the plan ends with the first term that is not recorded. A seat that neither a record nor a rule
    decides stays without a unit. The same records give the same plan.
    """
    planner = _Planner(register, cluster)
    if gone := _gone(register, cluster, on) or _gone(register, cluster, next_day(on)):
        planner.points.append(gone)
    else:
        planner.run(on, until_year)
    planner.state_unlisted(on)
    planner.state_lapsed(on)
    return Plan(tuple(planner.lines), tuple(planner.points))


def _gone(register: Register, cluster: Cluster, on: date) -> Message | None:
    """Why nobody can serve on that day any more; None where somebody can, or where no members are recorded."""
    name = name_on(cluster, on)
    if cluster.end and last(cluster.end) < on:
        return msg("{cluster} ended on {day}: there is no next term.", cluster=name, day=said(last(cluster.end)))
    coming = any(member.since and first(member.since) > on for member in cluster.members)
    if cluster.members and not coming and not members_on(register, cluster, on):
        return msg("No member of {cluster} is left on {day}: there is no next term.", cluster=name, day=said(on))
    return None


class _Served(NamedTuple):
    """A term served, recorded or planned: what the next choice rests on."""

    office: OfficeName
    unit: str | None
    since: date
    until: date | None
    given_up: bool = False

    def start(self, rule: TermRule) -> date:
        return term_start(self.since, self.until, rule)


_Chosen = tuple[str | None, Message]


class _Seat(NamedTuple):
    """A seat to be filled, and who may fill it, in the order of the list."""

    office: OfficeName
    start: date
    rule: TermRule
    eligible: tuple[str, ...]
    taken: Mapping[str, OfficeName]
    """Who has a seat in this term already, and which."""


class _Planner:
    """One plan in the making: the terms served grow by those already planned."""

    def __init__(self, register: Register, cluster: Cluster) -> None:
        self.register = register
        self.cluster = cluster
        self.ran = ran(register, cluster)
        self.served = [_served(term) for term in self.ran]
        self.lines: list[PlanLine] = []
        self.points: list[Message] = []
        self.whole = cluster.members_known != "some"

    def run(self, on: date, until_year: int | None) -> None:
        rule = term_rule(self.register, self.cluster, on) or term_rule(
            self.register, self.cluster, later(on.replace(day=1), YEAR)
        )
        start = self._begin(rule, on) if rule else next_day(on)
        end = date(until_year, YEAR, 31) if until_year else self._first_open(rule, start)
        while start <= end:
            if gone := _gone(self.register, self.cluster, start):
                self.points.append(gone)
                return
            rule = term_rule(self.register, self.cluster, start)
            if rule is None:
                self._without_rule(start)
                return
            self._plan_term(rule, start)
            start = later(start, rule.months)

    def _without_rule(self, start: date) -> None:
        """What is recorded ahead, and what would have to be recorded to know who comes after."""
        ahead = [term for term in self.ran if term.since >= start]
        planned = (last(term.office.until) for term in self.ran if term.office.until)
        after = max([start, *map(next_day, planned)])
        self.lines += [_recorded(term, term.since.year) for term in ahead]
        gone = _gone(self.register, self.cluster, after)
        self.points.append(gone or no_rule(self.register, self.cluster, after))

    def _begin(self, rule: TermRule, on: date) -> date:
        """The first term to plan: the one running where it is not recorded, else the next."""
        starts = self._chaired(rule)
        if not starts:
            return later(grid(on, rule), gcd(YEAR, rule.months))
        latest = max((start for start in starts if start <= on), default=None)
        if latest is None:
            return starts[0]
        begin = following = later(latest, rule.months)
        while later(begin, rule.months) <= on:
            begin = later(begin, rule.months)
        if begin > following:
            self.whole = False
            point = msg(
                "No {office} is recorded from {since} to {until}; the plan goes on from the last one recorded.",
                office=self._office("chair"),
                since=said(following),
                until=said(previous_day(begin)),
            )
            self.points.append(point)
        return begin

    def _first_open(self, rule: TermRule | None, begin: date) -> date:
        """The beginning of the first term after ``begin`` for which no chair is recorded."""
        return max([begin, *(later(start, rule.months) for start in self._chaired(rule))]) if rule else begin

    def _chaired(self, rule: TermRule) -> list[date]:
        """The terms for which a chair is recorded."""
        return sorted({served.start(rule) for served in self.served if served.office == "chair"})

    def _plan_term(self, rule: TermRule, start: date) -> None:
        ahead = [term for term in self.ran if _served(term).start(rule) == start]
        taken = {term.office.unit: term.office.office for term in ahead if term.office.unit}
        members = dict.fromkeys(member.unit for member in members_on(self.register, self.cluster, start))
        for office in OFFICES:
            recorded = [_recorded(term, start.year) for term in ahead if term.office.office == office]
            self.lines += recorded
            for _ in range(self._seats(rule, office, start) - _at_once(recorded)):
                eligible = tuple(unit for unit in members if unit not in taken)
                line = self._line(_Seat(office, start, rule, eligible, dict(taken)))
                self.lines.append(line)
                if line.unit:
                    taken[line.unit] = office
                    self.served.append(_Served(office, line.unit, start, line.until))

    def _seats(self, rule: TermRule, office: OfficeName, on: date) -> int:
        """How many seats the office has; none and a point, once, where the rule does not say."""
        if office == "chair":
            return 1
        if rule.said.vice_chairs is not None:
            return rule.said.vice_chairs
        followed = in_force(self.cluster.regulations, on)
        point = msg(
            "How many there are ({office}) is not recorded; “vice_chairs” in {file} would say.",
            office=self._office(office), file=f"regulations/{followed.regulation if followed else '…'}.yaml",
        )  # fmt: skip
        if point not in self.points:
            self.points.append(point)
        return 0

    def _line(self, seat: _Seat) -> PlanLine:
        unit, reason = self._choose(seat)
        return PlanLine(
            year=seat.start.year,
            office=seat.office,
            unit=unit,
            reason=reason,
            sources=seat.rule.said.sources,
            confirmed=seat.rule.said.confirmed is not False and self.whole,
            since=seat.start,
            until=previous_day(later(seat.start, seat.rule.months)),
        )

    def _choose(self, seat: _Seat) -> _Chosen:
        choice = seat.rule.said.chair if seat.office == "chair" else seat.rule.said.vice_chair
        if choice is None:
            return None, msg("the rule does not say how the {office} is chosen", office=self._office(seat.office))
        if not seat.eligible:
            return None, msg("no member is recorded who could be {office}", office=self._office(seat.office))
        return _CHOICES[choice](self, seat)

    def by_list(self, seat: _Seat) -> _Chosen:
        """The first eligible unit after the last holder, going round the list."""
        order = list(dict.fromkeys(member.unit for member in self.cluster.members))
        before = self._last(seat, order)
        at = order.index(before) + 1 if before else 0
        passed: list[Message] = []
        for unit in (*order[at:], *order[:at]):
            if unit in seat.eligible:
                return unit, self._in_order(seat, before, passed)
            passed.append(self._why_not(unit, seat))
        raise AssertionError  # pragma: no cover - whoever is eligible is on the list

    def _in_order(self, seat: _Seat, before: str | None, passed: list[Message]) -> Message:
        if before:
            reason = msg("next in the order of the list after {unit}", unit=self._name(before, seat.start))
        else:
            reason = msg(
                "first in the order of the list: no earlier {office} is recorded", office=self._office(seat.office)
            )
        return (
            msg("{reason}; passed over: {units}", reason=reason, units=joined(*passed, between="; "))
            if passed
            else reason
        )

    def by_wait(self, seat: _Seat) -> _Chosen:
        """Who served longest ago; who never did comes first; the order of the list where the wait is equal."""
        since = {
            each.unit: each.since
            for each in self.served
            if each.office == seat.office and each.start(seat.rule) < seat.start
        }
        unit = min(seat.eligible, key=lambda unit: since.get(unit, date.min))
        equal = [other for other in seat.eligible if since.get(other) == since.get(unit)]
        if unit in since:
            reason = msg(
                "longest wait: last {office} from {day}", office=self._office(seat.office), day=said(since[unit])
            )
        else:
            reason = msg("longest wait: no earlier term as {office} is recorded", office=self._office(seat.office))
        if len(equal) == 1:
            return unit, reason
        return unit, msg(
            "{reason}; equal: {units}; the order of the list decides",
            reason=reason,
            units=self._names(equal, seat.start),
        )

    def by_election(self, seat: _Seat) -> _Chosen:
        return None, msg(
            "to be elected by the members from among: {units}", units=self._names(seat.eligible, seat.start)
        )

    def by_designation(self, seat: _Seat) -> _Chosen:
        return None, msg(
            "to be designated by the organiser from among: {units}", units=self._names(seat.eligible, seat.start)
        )

    def by_succession(self, seat: _Seat) -> _Chosen:
        """The vice-chair of the term before, where exactly one is known and can still serve."""
        if seat.office != "chair":
            return None, msg("“the vice-chair succeeds” names a chair and no vice-chair; the regulation must say how")
        vices = [
            served.unit
            for served in self.served
            if served.office == "vice-chair"
            and served.unit
            and not served.given_up
            and later(served.start(seat.rule), seat.rule.months) == seat.start
        ]
        if not vices:
            return None, msg("the vice-chair would succeed, but none is known for the term before")
        if len(set(vices)) > 1:
            return None, msg(
                "one of the vice-chairs succeeds: {units}", units=self._names(dict.fromkeys(vices), seat.start)
            )
        if vices[0] not in seat.eligible:
            return None, msg("the vice-chair would succeed, but cannot: {unit}", unit=self._why_not(vices[0], seat))
        return vices[0], msg("the vice-chair of the term before succeeds")

    def _last(self, seat: _Seat, order: list[str]) -> str | None:
        """The last holder; of several who began together the one furthest round the list, behind whom most is free."""
        held = {
            each.unit: each.since
            for each in sorted(self.served, key=lambda each: each.since)
            if each.office == seat.office and each.start(seat.rule) < seat.start and each.unit in order
        }
        latest = max(held.values(), default=None)
        places = [place for place, unit in enumerate(order) if latest and held.get(unit) == latest]
        following = [*places[1:], *(place + len(order) for place in places[:1])]
        ahead = zip(following, places, strict=True)
        return order[max((after - place, place) for after, place in ahead)[1]] if places else None

    def _why_not(self, unit: str, seat: _Seat) -> Message:
        name, known = self._name(unit, seat.start), self.register.units.get(unit)
        if unit in seat.taken:
            own = seat.taken[unit] == seat.office
            return (
                msg("{unit} (has a seat already)", unit=name)
                if own
                else msg("{unit} (holds the other office)", unit=name)
            )
        if known and known.end and last(known.end) < seat.start:
            return msg("{unit} (ended on {day})", unit=name, day=said(last(known.end)))
        stays = [member for member in self.cluster.members if member.unit == unit]
        left = [last(member.until) for member in stays if member.until and last(member.until) < seat.start]
        if left:
            return msg("{unit} (left on {day})", unit=name, day=said(max(left)))
        return msg("{unit} (no member yet)", unit=name)

    def state_unlisted(self, on: date) -> None:
        """A point where a computed line rests on a list of members that has gaps."""
        if self.cluster.members_known == "some" and not all(line.recorded for line in self.lines):
            name = name_on(self.cluster, on)
            self.points.append(
                msg(
                    "The list of members of {cluster} is not whole; the next may be a unit that is not on it.",
                    cluster=name,
                )
            )

    def state_lapsed(self, on: date) -> None:
        """A point for each office that ended before its term, is not long past, and was taken up by nobody."""
        recorded = terms(self.register, self.cluster)
        for term in recorded:
            planned = last(term.office.until) if term.office.until else None
            latest = max(other.since for other in recorded if other.office.office == term.office.office)
            current = term.since == latest or planned is None or planned >= on
            if term.until and term.lapsed and current and not self._taken_up(term, term.until):
                point = msg(
                    "{unit}, {office} from {since}: held to the end of {until} ({reason}); nobody is recorded for the rest.",
                    unit=self._name(term.office.unit or "…", term.since),
                    office=self._office(term.office.office),
                    since=said(term.office.since),
                    until=said(term.until),
                    reason=_LAPSES[term.reason],
                )
                self.points.append(point)

    def _taken_up(self, term: Term, until: date) -> bool:
        return bool(holders_on(self.register, self.cluster, term.office.office, next_day(until)))

    def _office(self, office: OfficeName) -> Message:
        return office_label(self.cluster.kind, office)

    def _name(self, unit: str, on: date) -> str:
        known = self.register.units.get(unit)
        return name_on(known, on) if known else unit

    def _names(self, units: Iterable[str], on: date) -> str:
        return ", ".join(self._name(unit, on) for unit in units)


def _served(term: Term) -> _Served:
    planned = last(term.office.until) if term.office.until else None
    return _Served(term.office.office, term.office.unit, term.since, planned, term.office.ended in _GIVEN_UP)


def _at_once(recorded: list[PlanLine]) -> int:
    """The most seats that are recorded on one day."""
    begun = [
        [other for other in recorded if other.since <= line.since <= (other.until or date.max)] for line in recorded
    ]
    return max(map(len, begun), default=0)


def _recorded(term: Term, year: int) -> PlanLine:
    how = term.office.how
    reason = msg("recorded, {how}", how=label("office how", how)) if how else msg("recorded; how it was taken is not")
    return PlanLine(
        year=year,
        office=term.office.office,
        unit=term.office.unit,
        reason=reason,
        sources=term.office.sources,
        confirmed=True,
        since=term.since,
        until=term.until,
        recorded=True,
        span=(term.office.since, term.office.until if term.reason == "term" else term.until),
    )


_CHOICES: Mapping[Choice, Callable[[_Planner, _Seat], _Chosen]] = {
    "list-order": _Planner.by_list,
    "longest-wait": _Planner.by_wait,
    "election": _Planner.by_election,
    "designation": _Planner.by_designation,
    "vice-succeeds": _Planner.by_succession,
}


_GIVEN_UP = frozenset({"removed", "resigned", "left"})


_LAPSES: Mapping[str, Message] = {
    "merged": msg("the unit is merged"),
    "ended": msg("the unit ends"),
    "left": msg("the unit leaves"),
    "dissolved": msg("the cluster ends"),
    **LABELS["lapse"],
}
