"""Time: spans, names, parents, periods and successions, each as a sequence of days."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, timedelta
from itertools import combinations, pairwise
from typing import Any

from thidua.checks.spans import shared, span
from thidua.checks.walk import parts, place, slots, slots_of, values
from thidua.model.fields import At, Part
from thidua.model.periods import Period
from thidua.model.problem import Problem
from thidua.model.register import Register
from thidua.model.terms import label
from thidua.model.units import Unit
from thidua.text.days import first, last, next_day, previous_day, said
from thidua.text.say import Message

_A_YEAR_AT_MOST = timedelta(days=366 + 31)
"""No rule of law: a working year is a calendar year moved or stretched by some weeks; what is longer is a span."""
_AFTER_THE_PERIOD = timedelta(days=366)
"""No rule of law: a review is held within the year after its period; what lies beyond belongs to another one."""


def _has_span(kind: type[Part]) -> bool:
    return {"since", "until"} <= set(kind.__struct_fields__) or {"begin", "end"} <= set(kind.__struct_fields__)


def ends_before_beginnings(register: Register) -> Iterator[Problem]:
    """TD401: a span that ends before it begins."""
    for part, at in parts(register, _has_span):
        for begin, end, key in (("since", "until", "to"), ("begin", "end", "end")):
            since, until = getattr(part, begin, None), getattr(part, end, None)
            if since and until and first(since) > last(until):
                yield Problem("TD401", at / key, {"since": said(since), "until": said(until)})


def _has_timeline(kind: type[Part]) -> bool:
    return any(slot.many and slot.part and _has_span(slot.part) for slot in slots(kind))


def _timelines(register: Register) -> Iterator[list[tuple[Any, At]]]:
    """Lists of which one value holds on a day: names, parents, regulations, values of a rule; memberships of one unit."""
    for part, at in parts(register, _has_timeline):
        for slot in slots_of(part):
            if slot.many and slot.part and _has_span(slot.part) and slot.attribute != "offices":
                yield from _lines(slot.attribute, list(values(part, slot, at)))


def _lines(attribute: str, items: list[tuple[Any, At]]) -> Iterable[list[tuple[Any, At]]]:
    if attribute != "members":
        return [items]
    by_unit: dict[str, list[tuple[Any, At]]] = defaultdict(list)
    for member, at in items:
        by_unit[member.unit].append((member, at))
    return by_unit.values()


def values_at_one_time(register: Register) -> Iterator[Problem]:
    """TD402: two dated values of one thing that surely hold on the same day."""
    for items in _timelines(register):
        for (one, _), (other, at) in combinations(items, 2):
            if shared(one.since, one.until, other.since, other.until):
                spans = {"span": span(one.since, one.until), "other_span": span(other.since, other.until)}
                yield Problem("TD402", at, {"one": _called(one), "other": _called(other), **spans})


_CALLED = ("name", "vi", "value", "unit", "cluster", "regulation", "chair", "method")


def _called(part: Part) -> object:
    return next((value for name in _CALLED if (value := getattr(part, name, None))), "…")


def gaps_between_names(register: Register) -> Iterator[Problem]:
    """TD403: days between two names on which there is none."""
    for items in _timelines(register):
        ordered = sorted(items, key=lambda item: first(item[0].since) if item[0].since else date.min)
        for (before, _), (after, at) in pairwise(ordered):
            if at.path[-2] == "names" and before.until and after.since:
                since, until = next_day(last(before.until)), previous_day(first(after.since))
                if since <= until:
                    yield Problem("TD403", at, {"span": span(since, until)})


def periods_unlike_their_days(register: Register) -> Iterator[Problem]:
    """TD409: a period whose kind or days do not fit the name of its folder.

    A working year may begin late in the year before (the police count from December), and run into the next.
    """
    for period in register.periods.values():
        if not _fits(period):
            args = {"kind": label("period kind", period.kind), "span": span(period.since, period.until)}
            yield Problem("TD409", place(period) / "from", {**args, "id": period.period})


def _fits(period: Period) -> bool:
    years = [int(year) for year in period.period.split("-")]
    length = {"year": years[-1] == years[0], "school-year": years[-1] == years[0] + 1, "span": len(years) > 1}
    begins, ends = first(period.since).year, last(period.until).year
    if period.kind != "span" and last(period.until) - first(period.since) > _A_YEAR_AT_MOST:
        return False
    return length[period.kind] and years[0] - 1 <= begins <= years[0] and years[-1] <= ends <= years[-1] + 1


def days_outside_periods(register: Register) -> Iterator[Problem]:
    """TD410: an event, a covenant or a vote that is not of its period."""
    for key, period in register.periods.items():
        begin, end = first(period.since), last(period.until) + _AFTER_THE_PERIOD
        for day, at in _days(register, key, period):
            if last(day) < begin or first(day) > end:
                args = {"day": said(day), "period": period.period, "span": span(period.since, period.until)}
                yield Problem("TD410", at, args)


def _days(register: Register, key: tuple[str, str], period: Period) -> Iterator[tuple[str, At]]:
    if period.covenant and period.covenant.date:
        yield period.covenant.date, place(period) / "covenant" / "date"
    for index, event in enumerate(period.events):
        if event.date:
            yield event.date, place(period) / "events" / index / "date"
    for vote in register.votes.get(key, ()):
        days = {"opened": vote.opened, "closed": vote.closed}
        yield from ((day, place(vote) / name) for name, day in days.items() if day)


def units_lost(register: Register) -> Iterator[Problem]:
    """TD411: a unit that ended, with nothing that says what became of it."""
    for unit in register.units.values():
        if unit.end and not unit.successors and not unit.note:
            yield Problem("TD411", place(unit) / "end", {"unit": unit.id, "day": said(unit.end)})


def successions_apart(register: Register) -> Iterator[Problem]:
    """TD414: a successor that begins later than the day after, or a new name of the same unit that begins before."""
    for unit in register.units.values():
        for index, successor in enumerate(unit.successors):
            known = register.units.get(successor.unit)
            if known and unit.end and known.begin and _apart(unit.end, known.begin, successor.how):
                args = {"unit": unit.id, "end": unit.end, "successor": known.id, "begin": known.begin}
                yield Problem("TD414", place(unit) / "successors" / index / "unit", args)


def _apart(end: str, begin: str, how: str) -> bool:
    return first(begin) > next_day(last(end)) or (how == "renamed" and last(begin) <= first(end))


def circles(register: Register) -> Iterator[Problem]:
    """TD412: superiors, successors, blocks, decisions or waves that lead back to where they began."""
    lines: tuple[tuple[Mapping[str, Any], str, Callable[[Any], Iterable[str]]], ...] = (
        (register.units, "parents", lambda unit: [parent.unit for parent in unit.parents]),
        (register.units, "successors", _successors),
        (register.clusters, "within", lambda cluster: [block.cluster for block in cluster.within]),
        (register.clusters, "replaced_by", lambda cluster: [each.cluster for each in cluster.replaced_by]),
        (register.decisions, "replaces", lambda decision: decision.replaces),
        (register.movements, "wave_of", lambda movement: [movement.wave_of] if movement.wave_of else []),
    )
    for records, key, links in lines:
        for circle in _circles({id_: tuple(links(record)) for id_, record in records.items()}):
            line = Message(" → ".join((*circle, circle[0])))  # ids hold no braces
            yield Problem("TD412", place(records[circle[0]]) / key, {"line": line})


def _successors(unit: Unit) -> list[str]:
    return [successor.unit for successor in unit.successors]


def _circles(links: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """One circle for each record through which one runs, each circle once, from its first id in the alphabet."""
    found = dict.fromkeys(circle for start in sorted(links) if (circle := _back_to(start, links)))
    told = set[str]()
    for circle in found:
        if told.isdisjoint(circle):
            told.update(circle)
            yield circle


def _back_to(start: str, links: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The ids on a way from ``start`` back to it; empty if there is none."""
    ways: list[tuple[str, ...]] = [(start,)]
    seen = set[str]()
    while ways:
        way = ways.pop()
        for next_ in links.get(way[-1], ()):
            if next_ == start:
                return way
            if next_ not in seen:
                seen.add(next_)
                ways.append((*way, next_))
    return ()
