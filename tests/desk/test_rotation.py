"""Who chairs next and why; what no record decides stays open."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.desk.builders import ENGLISH, cluster, name, names, register, regulation, said, unit
from thidua.desk.history import History, history
from thidua.desk.rotation import Plan, PlanLine, plan
from thidua.model.clusters import InForce, Member, Office
from thidua.model.common import Cite
from thidua.model.fields import changed
from thidua.model.register import Register
from thidua.model.regulations import Rotation
from thidua.model.units import Successor, Unit

DECEMBER = date(2024, 12, 1)
YEARLY: dict[str, Any] = {"vice_chairs": 1, "term_months": 12, "starts_month": 1}
LIST = Rotation(chair="list-order", vice_chair="list-order", sources=(Cite(article="Điều 5"),), **YEARLY)


def chair(number: int | None, since: str, until: str | None = None, **values: Any) -> Office:
    return Office(office="chair", unit=name(number) if number else None, since=since, until=until or since, **values)


def vice(number: int, since: str, until: str | None = None, **values: Any) -> Office:
    return Office(office="vice-chair", unit=name(number), since=since, until=until or since, **values)


def kept(
    *offices: Office,
    members: tuple[str | Member, ...] = names(4),
    rules: tuple[Rotation, ...] = (LIST,),
    units: tuple[Unit, ...] = (),
    rule_values: dict[str, Any] | None = None,
    **values: Any,
) -> Register:
    own = {each.id: each for each in units}
    everyone = [own.get(name(number), unit(number)) for number in range(1, 10)]
    return register(cluster(members, offices, **values), regulation(rules, **rule_values or {}), units=everyone)


def planned(known: Register, on: date = DECEMBER, until_year: int | None = None) -> Plan:
    return plan(known, known.clusters["cum-1"], on, until_year)


def seats(found: Plan) -> list[tuple[int, str, str | None]]:
    return [(line.year, line.office, line.unit) for line in found.lines]


def reason(line: PlanLine) -> str:
    return ENGLISH(line.reason)


def told(known: Register, today: date) -> History:
    return history(known, known.clusters["cum-1"], today)


def test_the_next_on_the_list_take_the_offices() -> None:
    found = planned(kept(chair(1, "2024"), vice(2, "2024")))
    assert seats(found) == [(2025, "chair", name(2)), (2025, "vice-chair", name(3))]
    assert [reason(line) for line in found.lines] == [
        "next in the order of the list after Đơn vị 001",
        "next in the order of the list after Đơn vị 002",
    ]
    assert found.open_points == ()
    assert [(str(line.since), str(line.until), line.confirmed) for line in found.lines] == [
        ("2025-01-01", "2025-12-31", True)
    ] * 2
    assert found.lines[0].sources == LIST.sources


def test_recorded_offices_are_shown_and_not_computed() -> None:
    known = kept(
        chair(1, "2024"),
        vice(2, "2024"),
        chair(4, "2024-11-25", "2025-11-25", how="election"),
        vice(3, "2024-11-25", "2025-11-25"),
    )
    found = planned(known)
    assert seats(found) == [
        (2025, "chair", name(4)),
        (2025, "vice-chair", name(3)),
        (2026, "chair", name(1)),
        (2026, "vice-chair", name(4)),
    ]
    assert [line.recorded for line in found.lines] == [True, True, False, False]
    assert [reason(line) for line in found.lines[:2]] == ["recorded, by election", "recorded; how it was taken is not"]
    assert seats(planned(known, until_year=2025)) == seats(found)[:2]


def test_a_chair_is_not_the_vice_chair_that_is_recorded_already() -> None:
    found = planned(kept(chair(1, "2024"), vice(2, "2025")), until_year=2025)
    assert seats(found) == [(2025, "chair", name(3)), (2025, "vice-chair", name(2))]
    assert reason(found.lines[0]).endswith("; passed over: Đơn vị 002 (holds the other office)")


def test_who_ends_leaves_or_comes_later_is_passed_over_with_the_reason() -> None:
    members = (name(1), name(2), Member(unit=name(3), until="2024-06"), Member(unit=name(4), since="2026"), name(5))
    ended = unit(2, end="2024-11-30", successors=(Successor(unit=name(5), how="merged"),))
    found = planned(kept(chair(1, "2024"), members=members, units=(ended,)))
    assert seats(found)[0] == (2025, "chair", name(5))
    assert reason(found.lines[0]) == (
        "next in the order of the list after Đơn vị 001; passed over: "
        "Đơn vị 002 (ended on 30 November 2024); Đơn vị 003 (left on 30 June 2024); Đơn vị 004 (no member yet)"
    )


def test_the_longest_wait_goes_first_and_who_never_served_before_all() -> None:
    rules = (Rotation(chair="longest-wait", **YEARLY),)
    offices = (chair(2, "2021"), chair(1, "2022"), chair(4, "2023"), chair(3, "2024"))
    found = planned(kept(*offices, rules=rules))
    assert seats(found) == [(2025, "chair", name(2)), (2025, "vice-chair", None)]
    assert reason(found.lines[0]) == "longest wait: last cluster chair from 1 January 2021"
    assert reason(found.lines[1]) == "the rule does not say how the cluster vice-chair is chosen"
    newer = planned(kept(*offices, rules=rules, members=names(6)))
    assert seats(newer)[0] == (2025, "chair", name(5))
    assert reason(newer.lines[0]) == (
        "longest wait: no earlier term as cluster chair is recorded; "
        "equal: Đơn vị 005, Đơn vị 006; the order of the list decides"
    )


@pytest.mark.parametrize(
    ("choice", "said"),
    [
        ("election", "to be elected by the members from among: Đơn vị 001, Đơn vị 002, Đơn vị 003, Đơn vị 004"),
        ("designation", "to be designated by the organiser from among: Đơn vị 001, Đơn vị 002, Đơn vị 003, Đơn vị 004"),
    ],
)
def test_an_election_or_a_designation_names_nobody(choice: Any, said: str) -> None:
    found = planned(kept(chair(1, "2024"), rules=(Rotation(chair=choice, vice_chair=choice, **YEARLY),)))
    assert seats(found) == [(2025, "chair", None), (2025, "vice-chair", None)]
    assert reason(found.lines[0]) == said


SUCCEEDS = Rotation(chair="vice-succeeds", vice_chair="list-order", **YEARLY)


def test_the_vice_chair_succeeds() -> None:
    found = planned(kept(chair(1, "2024"), vice(2, "2024"), rules=(SUCCEEDS,)), until_year=2026)
    assert seats(found) == [
        (2025, "chair", name(2)), (2025, "vice-chair", name(3)), (2026, "chair", name(3)), (2026, "vice-chair", name(4)),
    ]  # fmt: skip
    assert reason(found.lines[0]) == "the vice-chair of the term before succeeds"


@pytest.mark.parametrize(
    ("offices", "said"),
    [
        ((), "the vice-chair would succeed, but none is known for the term before"),
        ((vice(2, "2022"),), "the vice-chair would succeed, but none is known for the term before"),
        (
            (vice(2, "2024", "2024-06", ended="resigned"),),
            "the vice-chair would succeed, but none is known for the term before",
        ),
        ((vice(2, "2024"), vice(3, "2024")), "one of the vice-chairs succeeds: Đơn vị 002, Đơn vị 003"),
        ((vice(5, "2024"),), "the vice-chair would succeed, but cannot: Đơn vị 005 (left on 30 November 2024)"),
    ],
)
def test_nobody_succeeds_where_the_vice_chair_is_not_known_or_cannot(offices: tuple[Office, ...], said: str) -> None:
    members: tuple[str | Member, ...] = (*names(4), Member(unit=name(5), until="2024-11"))
    found = planned(kept(chair(1, "2024"), *offices, members=members, rules=(SUCCEEDS,)))
    assert found.lines[0].unit is None
    assert reason(found.lines[0]) == said


def test_a_vice_chair_cannot_succeed_itself() -> None:
    found = planned(kept(chair(1, "2024"), rules=(Rotation(chair="list-order", vice_chair="vice-succeeds", **YEARLY),)))
    assert found.lines[1].unit is None
    assert "names a chair and no vice-chair" in reason(found.lines[1])


def test_there_may_be_several_vice_chairs_or_none() -> None:
    two = planned(kept(chair(1, "2024"), rules=(changed(LIST, vice_chairs=2),)))
    assert seats(two) == [(2025, "chair", name(2)), (2025, "vice-chair", name(1)), (2025, "vice-chair", name(3))]
    assert len(planned(kept(chair(1, "2024"), rules=(changed(LIST, vice_chairs=0),))).lines) == 1


def test_several_vice_chairs_go_round_the_list_together() -> None:
    three = (changed(LIST, chair="election", vice_chairs=3),)
    found = planned(kept(*(vice(number, "2024") for number in (2, 3, 4)), members=names(9), rules=three))
    assert [line.unit for line in found.lines] == [None, name(5), name(6), name(7)]
    assert reason(found.lines[2]).endswith("after Đơn vị 004; passed over: Đơn vị 005 (has a seat already)")
    round_ = planned(kept(*(vice(number, "2024") for number in (1, 8, 9)), members=names(9), rules=three))
    assert [line.unit for line in round_.lines] == [None, name(2), name(3), name(4)]


def test_seats_that_are_not_recorded_ahead_are_still_planned() -> None:
    known = kept(
        chair(1, "2024"), chair(2, "2025"), vice(5, "2025"), rules=(changed(LIST, vice_chairs=3),), members=names(6)
    )
    assert seats(planned(known))[:4] == [
        (2025, "chair", name(2)),
        (2025, "vice-chair", name(5)),
        (2025, "vice-chair", name(1)),
        (2025, "vice-chair", name(3)),
    ]
    handed_over = (vice(3, "2025-01", "2025-06"), vice(4, "2025-07", "2025-12"))
    known = kept(chair(1, "2024"), chair(2, "2025"), *handed_over, rules=(changed(LIST, vice_chairs=2),))
    assert [line.unit for line in planned(known).lines[:4]] == [name(2), name(3), name(4), name(1)]


@pytest.mark.parametrize("months", [0, -12, 120_000])
def test_a_term_that_cannot_be_is_no_reason_to_plan_for_ever(months: int) -> None:
    found = planned(kept(chair(1, "2024"), rules=(changed(LIST, term_months=months),)), until_year=2030)
    assert found.lines == ()
    assert said(found.open_points).startswith("The rotation in regulations/quy-che.yaml does not say when terms begin")
    assert said(found.open_points).endswith(f" is {months}.")


@pytest.mark.parametrize("values", [{"vice_chairs": 99_999_999}, {"vice_chairs": -1}, {"starts_month": 13}])
def test_a_rule_out_of_range_plans_nothing(values: dict[str, int]) -> None:
    found = planned(kept(chair(1, "2024"), rules=(changed(LIST, **values),)))
    assert (found.lines, len(found.open_points)) == ((), 1)


def test_what_the_rule_does_not_say_is_not_assumed() -> None:
    silent = Rotation(chair="list-order", vice_chair="list-order")
    found = planned(kept(chair(1, "2024"), rules=(silent,)))
    assert found.lines == ()
    assert said(found.open_points).startswith("The rotation in regulations/quy-che.yaml does not say when terms begin")
    assert said(found.open_points).count(" is not recorded") == 2
    found = planned(kept(chair(1, "2024"), rules=(changed(LIST, vice_chairs=None),)), until_year=2026)
    assert [line.office for line in found.lines] == ["chair", "chair"]
    assert said(found.open_points) == (
        "How many there are (cluster vice-chair) is not recorded; “vice_chairs” in regulations/quy-che.yaml would say."
    )


@pytest.mark.parametrize(
    ("values", "point"),
    [
        ({"regulations": ()}, "Which regulation Cụm thi đua số 1 follows on 1 January 2026 is not recorded; “regulations” in clusters/cum-1.yaml would decide who is next."),
        ({"regulations": (InForce(regulation="khac"),)}, "The regulation “khac” is not recorded; regulations/khac.yaml would decide who is next."),
        ({"rules": ()}, "No rotation is in force on 1 January 2026; “rotation” in regulations/quy-che.yaml would decide who is next."),
    ],
)  # fmt: skip
def test_without_a_rule_nobody_is_named_and_the_deciding_record_is(values: dict[str, Any], point: str) -> None:
    found = planned(kept(chair(1, "2024"), chair(3, "2025"), **values))
    assert [(line.year, line.unit, line.recorded) for line in found.lines] == [(2025, name(3), True)]
    assert said(found.open_points) == point


def test_the_plan_ends_where_the_rule_does_and_follows_each_rule_in_its_time() -> None:
    rules = (changed(LIST, until="2025"), Rotation(since="2026", until="2026", chair="designation", **YEARLY))
    found = planned(kept(chair(1, "2024"), rules=rules), until_year=2030)
    assert seats(found) == [
        (2025, "chair", name(2)), (2025, "vice-chair", name(1)), (2026, "chair", None), (2026, "vice-chair", None),
    ]  # fmt: skip
    assert said(found.open_points).startswith("No rotation is in force on 1 January 2027")


def test_a_rule_that_comes_into_force_next_year_is_used() -> None:
    assert seats(planned(kept(chair(1, "2024"), rules=(changed(LIST, since="2025"),))))[0] == (2025, "chair", name(2))


def test_a_rule_nobody_confirmed_is_marked() -> None:
    assert not planned(kept(chair(1, "2024"), rules=(changed(LIST, confirmed=False),))).lines[0].confirmed
    assert not planned(kept(chair(1, "2024"), rule_values={"confirmed": False})).lines[0].confirmed


MERGED = tuple(
    unit(number, end="2025-06-30", successors=(Successor(unit=name(9), how="merged"),)) for number in range(1, 5)
)
LAPSED = (
    "Đơn vị 002, cluster chair from 2025: held to the end of 30 June 2025 (the unit is merged); "
    "nobody is recorded for the rest."
)


def test_a_cluster_without_members_left_gets_one_sentence_and_no_plan() -> None:
    found = planned(kept(chair(1, "2023"), units=MERGED), date(2025, 12, 1))
    assert found.lines == ()
    assert said(found.open_points) == "No member of Cụm thi đua số 1 is left on 1 December 2025: there is no next term."
    ended = planned(kept(chair(1, "2023"), end="2024-06"))
    assert said(ended.open_points) == "Cụm thi đua số 1 ended on 30 June 2024: there is no next term."


@pytest.mark.parametrize("rules", [(LIST,), ()])
def test_offices_that_lapse_are_stated_and_the_plan_ends_with_the_members(rules: tuple[Rotation, ...]) -> None:
    known = kept(chair(1, "2024"), chair(2, "2025"), vice(3, "2025"), units=MERGED, rules=rules)
    found = planned(known)
    assert [(line.year, line.unit, str(line.until)) for line in found.lines] == [
        (2025, name(2), "2025-06-30"),
        (2025, name(3), "2025-06-30"),
    ]
    assert said(found.open_points).splitlines()[:2] == [
        "No member of Cụm thi đua số 1 is left on 1 January 2026: there is no next term.",
        LAPSED,
    ]
    late = planned(known, date(2025, 12, 1))
    assert (late.lines, said(late.open_points).splitlines()[1]) == ((), LAPSED)


def test_members_that_are_still_to_come_are_not_gone() -> None:
    members = tuple(Member(unit=each, since="2024") for each in names(2))
    assert seats(planned(kept(members=members), date(2023, 12, 1)))[0] == (2024, "chair", name(1))
    assert planned(kept(members=members), date(2022, 12, 1)).lines[0].unit is None


def test_a_lapsed_office_that_was_taken_up_is_no_open_point() -> None:
    left = (name(1), Member(unit=name(2), until="2024-08-31"), name(3))
    known = kept(chair(2, "2024"), chair(3, "2024-09-01", "2024-12-31"), members=left)
    assert planned(known).open_points == ()
    assert seats(planned(known))[0] == (2025, "chair", name(1))


def test_a_gap_in_the_record_is_stated_and_the_plan_is_unconfirmed() -> None:
    found = planned(kept(chair(1, "2021"), vice(2, "2021")))
    assert said(found.open_points) == (
        "No cluster chair is recorded from 1 January 2022 to 31 December 2023; the plan goes on from the last one recorded."
    )
    assert seats(found) == [(2024, "chair", name(2)), (2024, "vice-chair", name(3))]
    assert not found.lines[0].confirmed


def test_without_any_chair_on_record_the_list_begins_at_its_head() -> None:
    found = planned(kept())
    assert seats(found) == [(2025, "chair", name(1)), (2025, "vice-chair", name(2))]
    assert reason(found.lines[0]) == "first in the order of the list: no earlier cluster chair is recorded"


def test_a_list_of_members_with_gaps_is_said_to_have_them() -> None:
    found = planned(kept(chair(1, "2024"), members_known="some"))
    assert not found.lines[0].confirmed
    assert (
        said(found.open_points)
        == "The list of members of Cụm thi đua số 1 is not whole; the next may be a unit that is not on it."
    )
    nobody = planned(kept(chair(1, "2024"), members=(), members_known="none"))
    assert [reason(line) for line in nobody.lines] == [
        "no member is recorded who could be cluster chair",
        "no member is recorded who could be cluster vice-chair",
    ]


def test_terms_of_other_lengths_and_other_months() -> None:
    october = planned(kept(chair(1, "2023-10", "2024-09"), rules=(changed(LIST, starts_month=10),)), until_year=2025)
    assert [(str(line.since), line.unit) for line in october.lines if line.office == "chair"] == [
        ("2024-10-01", name(2)),
        ("2025-10-01", name(3)),
    ]
    two_years = planned(kept(chair(1, "2023", "2024"), rules=(changed(LIST, term_months=24),)), until_year=2028)
    assert [(str(line.since), line.unit) for line in two_years.lines if line.office == "chair"] == [
        ("2025-01-01", name(2)),
        ("2027-01-01", name(3)),
    ]
    half = planned(kept(chair(1, "2024-07", "2024-12"), rules=(changed(LIST, term_months=6),)), until_year=2025)
    assert [str(line.since) for line in half.lines if line.office == "chair"] == ["2025-01-01", "2025-07-01"]


def test_history_counts_terms_that_ran_and_years_waited() -> None:
    offices = (
        chair(1, "2020"),
        chair(2, "2021"),
        chair(1, "2022"),
        vice(3, "2024"),
        chair(9, "2023"),
        chair(2, "2025"),
    )
    found = told(kept(*offices, members=names(3)), date(2024, 12, 1))
    assert [term.since.year for term in found.terms] == [2020, 2021, 2022, 2023, 2024]
    served = {(each.unit, each.office): (each.times, each.waited) for each in found.services}
    assert served[name(1), "chair"] == (2, 1)
    assert served[name(2), "chair"] == (1, 2)
    assert served[name(3), "vice-chair"] == (1, 0)
    assert served[name(3), "chair"] == (0, None)
    assert served[name(9), "chair"] == (1, 0)
    assert found.services[0].last is not None
    assert found.services[0].last.since == date(2022, 1, 1)


def test_a_term_that_could_not_begin_was_not_served() -> None:
    known = kept(chair(1, "2025"), units=(unit(1, end="2024-06"),))
    assert told(known, date(2025, 6, 1)).terms == ()


SIZES = st.integers(1, 8)
CHOICES = st.sampled_from(("list-order", "longest-wait"))


@given(SIZES, st.integers(0, 7), CHOICES, CHOICES, st.integers(0, 2))
def test_over_a_full_cycle_every_member_chairs_once_before_anyone_twice(
    size: int, last: int, first_choice: Any, second_choice: Any, vices: int
) -> None:
    rule = Rotation(chair=first_choice, vice_chair=second_choice, **{**YEARLY, "vice_chairs": vices})
    known = kept(chair(last % size + 1, "2024"), members=names(size), rules=(rule,))
    found = planned(known, until_year=2024 + 2 * size)
    chairs = [line for line in found.lines if line.office == "chair"]
    assert [line.year for line in chairs] == list(range(2025, 2025 + 2 * size))
    assert {line.unit for line in chairs[:size]} == set(names(size))
    assert [line.unit for line in chairs[:size]] == [line.unit for line in chairs[size:]]
    for line in found.lines:
        held = [other.unit for other in found.lines if other.year == line.year and other.unit]
        assert len(held) == len(set(held))
    assert planned(known, until_year=2024 + 2 * size) == found


@given(SIZES, st.integers(1, 6))
def test_a_new_member_does_not_change_the_past(size: int, years: int) -> None:
    offices = tuple(chair(number % size + 1, str(2024 - years + number)) for number in range(1, years + 1))
    before, grown = (
        kept(*offices, members=names(size)),
        kept(*offices, members=(*names(size), Member(unit=name(9), since="2025"))),
    )
    assert told(before, DECEMBER) == told(grown, DECEMBER)
    assert [line for line in planned(grown).lines if line.recorded] == [
        line for line in planned(before).lines if line.recorded
    ]


def test_terms_recorded_far_ahead_are_where_the_plan_begins() -> None:
    assert seats(planned(kept(chair(3, "2026"))))[0] == (2026, "chair", name(3))
