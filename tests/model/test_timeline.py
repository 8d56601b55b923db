"""When a term really ended, and which days two spans surely share."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.desk.builders import cluster, name, register, regulation, unit, year
from thidua.checks.dates import periods_unlike_their_days
from thidua.checks.offices import two_chairs
from thidua.checks.spans import shared
from thidua.model.clusters import Member, Office
from thidua.model.common import DatedName, Person
from thidua.model.fields import changed
from thidua.model.timeline import Term, holders_on, members_on, term_of
from thidua.model.units import Successor, Unit

CHAIR = Office(office="chair", unit=name(1), since="2024-01-01", until="2025-12-31")


def ran(office: Office = CHAIR, *members: Member, units: tuple[Unit, ...] = (), **values: Any) -> Term:
    known = register(
        cluster(members, (office,), **values), regulation(), units=(*units, *(() if units else (unit(1),)))
    )
    return term_of(known, known.clusters["cum-1"], office)


def member(since: str | None, until: str | None = None, **values: Any) -> Member:
    return Member(unit=name(1), since=since, until=until, **values)


def test_a_membership_that_changes_its_kind_does_not_end_the_office() -> None:
    assert ran(CHAIR, member(None, "2024-06-30"), member("2024-07-01", kind="full")).reason == "term"
    assert ran(CHAIR, member(None, "2024"), member("2024", "2025-03-31")).until == date(2025, 3, 31)
    apart = ran(CHAIR, member(None, "2024-06-30"), member("2024-08-01"))
    assert (apart.until, apart.reason) == (date(2024, 6, 30), "left")


def test_terms_and_members_end_with_the_organiser() -> None:
    ministry = Unit(id="so", kind="x", names=(DatedName(name="Sở"),), end="2025-02-28")
    of_it = changed(cluster([name(1)], (CHAIR,)), organiser="so")
    known = register(of_it, regulation(), units=(unit(1), ministry))
    term = term_of(known, of_it, CHAIR)
    assert (term.until, term.reason, term.lapsed) == (date(2025, 2, 28), "dissolved", True)
    for day, there in ((date(2025, 2, 28), 1), (date(2025, 3, 1), 0)):
        assert len(members_on(known, of_it, day)) == len(holders_on(known, of_it, "chair", day)) == there


def test_a_person_holds_an_office_no_longer_than_the_unit_is_there() -> None:
    by_person = changed(CHAIR, unit=None, person=Person(name="A", unit=name(1)))
    assert ran(by_person, units=(unit(1, end="2025-02-28"),)).until == date(2025, 2, 28)


@pytest.mark.parametrize("how", ["merged", "split", "renamed", "absorbed", "transferred"])
def test_a_term_ends_by_what_became_of_the_unit(how: Any) -> None:
    ended = unit(1, end="2025-02-28", successors=(Successor(unit=name(2), how=how),))
    term = ran(CHAIR, units=(ended, unit(2)))
    assert (term.reason, term.lapsed) == (how, True)


@pytest.mark.parametrize(
    ("one", "other", "day"),
    [
        (("2023", "2024"), ("2024", "2025"), None),
        (("2024", "2024"), ("2024", "2024"), None),
        ((None, "2024"), ("2024", None), None),
        (("2023", "2025"), ("2024", "2026"), "2024-12-31"),
        (("2024", "2024-11-25"), ("2024-11-25", "2025"), "2024-11-25"),
        (("2024-01-01", "2024-06-30"), ("2024-07-01", None), None),
        (("2024-01-01", None), ("2024-07", "2024-07"), "2024-07-31"),
    ],
)
def test_days_that_two_spans_surely_share(one: Any, other: Any, day: str | None) -> None:
    assert shared(*one, *other) == shared(*other, *one) == (date.fromisoformat(day) if day else None)


def test_chairs_of_whom_only_the_years_are_known_may_follow_each_other() -> None:
    chairs = changed(CHAIR, since="2023", until="2024"), changed(CHAIR, unit=name(2), since="2024", until="2025")
    assert not list(two_chairs(register(cluster((), chairs), units=(unit(1), unit(2)))))


@pytest.mark.parametrize(("until", "fits"), [("2024-12-31", True), ("2025-01-15", True), ("2025-10-31", False)])
def test_a_year_is_no_longer_than_a_year_and_some_weeks(until: str, fits: bool) -> None:
    known = register(cluster(), changed(year(), since="2024-01-01", until=until))
    assert bool(list(periods_unlike_their_days(known))) is not fits
