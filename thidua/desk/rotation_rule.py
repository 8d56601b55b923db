"""The rotation a regulation lays down on a day, and the terms it cuts the calendar into."""

from __future__ import annotations

from datetime import date
from math import gcd
from typing import NamedTuple

from thidua.desk.reasons import joined
from thidua.model.clusters import Cluster
from thidua.model.fields import changed
from thidua.model.labels import key_label
from thidua.model.ranges import out_of_range
from thidua.model.register import Register
from thidua.model.regulations import Rotation
from thidua.model.timeline import in_force, name_on, previous_day
from thidua.text.days import said
from thidua.text.say import Message, msg

YEAR = 12
"""Months; a term begins in the same months of every year if its length divides the year."""


_WHEN = ("term_months", "starts_month")


class TermRule(NamedTuple):
    """A rotation that says when terms begin and how long they last."""

    said: Rotation
    months: int
    month: int


def rotation_rule(register: Register, cluster: Cluster, on: date) -> Rotation | None:
    """The rotation in force on that day; unconfirmed also where the whole regulation is."""
    followed = in_force(cluster.regulations, on)
    regulation = register.regulations.get(followed.regulation) if followed else None
    rule = in_force(regulation.rotation, on) if regulation else None
    if rule is None or regulation is None:
        return None
    confirmed = False if regulation.confirmed is False else rule.confirmed
    return changed(rule, confirmed=confirmed, sources=rule.sources or regulation.sources)  # type: ignore[no-any-return]


def term_rule(register: Register, cluster: Cluster, on: date) -> TermRule | None:
    """The rotation by which a term that begins on that day can be planned."""
    found = rotation_rule(register, cluster, on)
    if found is None or found.term_months is None or found.starts_month is None or out_of_range(found):
        return None
    return TermRule(found, found.term_months, found.starts_month)


def no_rule(register: Register, cluster: Cluster, on: date) -> Message:
    """Which record would decide who is next."""
    followed = in_force(cluster.regulations, on)
    if followed is None:
        return msg(
            "Which regulation {cluster} follows on {day} is not recorded; “regulations” in {file} would decide who is next.",
            cluster=name_on(cluster, on), day=said(on), file=f"clusters/{cluster.id}.yaml",
        )  # fmt: skip
    file = f"regulations/{followed.regulation}.yaml"
    if followed.regulation not in register.regulations:
        return msg(
            "The regulation “{id}” is not recorded; {file} would decide who is next.", id=followed.regulation, file=file
        )
    found = rotation_rule(register, cluster, on)
    if found is None:
        return msg(
            "No rotation is in force on {day}; “rotation” in {file} would decide who is next.", day=said(on), file=file
        )
    wrong = [
        msg("“{key}” is {value}", key=key_label(Rotation, each.name), value=getattr(found, each.attribute))
        for each in out_of_range(found)
    ]
    lacking = [
        msg("“{key}” is not recorded", key=key_label(Rotation, key)) for key in _WHEN if getattr(found, key) is None
    ]
    return msg(
        "The rotation in {file} does not say when terms begin and end: {points}.",
        file=file, points=joined(*wrong, *lacking, between=", "),
    )  # fmt: skip


def later(start: date, months: int) -> date:
    """The same day of the month, so many months on; only for the first of a month."""
    index = start.year * YEAR + start.month - 1 + months
    return date(index // YEAR, index % YEAR + 1, 1)


def grid(day: date, rule: TermRule) -> date:
    """The last day, up to that one, on which a term may begin."""
    past = (day.year * YEAR + day.month - rule.month) % gcd(YEAR, rule.months)
    return later(day.replace(day=1), -past)


def term_start(since: date, until: date | None, rule: TermRule) -> date:
    """The beginning of the term in which most of an office from ``since`` to ``until`` lies.

    Offices are handed over at the year-end meeting, weeks before the term begins; others are taken up for the rest of one.
    """
    here = grid(since, rule)
    following = later(here, gcd(YEAR, rule.months))
    end = until or previous_day(later(since.replace(day=1), rule.months))
    served_here = min(end, previous_day(later(here, rule.months))) - since
    return following if end - following > served_here else here
