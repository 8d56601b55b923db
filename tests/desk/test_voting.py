"""The course of a vote: opened, counted, closed; and what each step refuses."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.desk.builders import (
    BODY,
    FLAG,
    YEAR,
    after,
    cluster,
    name,
    names,
    nomination,
    nominations,
    refusing,
    register,
    regulation,
    said,
    unit,
    year,
)
from thidua.desk.change import Change, Refusal
from thidua.desk.voting import close_vote, count_vote, find_vote, open_vote, vote_state
from thidua.model.clusters import Member
from thidua.model.common import Person, Recipient
from thidua.model.fields import Part
from thidua.model.nominations import NominationFile, Step
from thidua.model.register import Register
from thidua.model.regulations import BallotRule
from thidua.model.votes import BallotCount, Candidate, CandidateOutcome, Tally, Vote

PLACE: dict[str, Any] = {"period": YEAR, "body": BODY, "id": "suy-ton"}
HELD = date(2024, 11, 25)
OLD = BallotRule(until="2023", method="show-of-hands", threshold="1/2", base="present")
NEW = BallotRule(since="2024", method="ballot", secret=True, threshold="2/3", more_than=True, base="entitled")


def candidates(*numbers: int) -> tuple[Candidate, ...]:
    return tuple(Candidate(nominee=name(number), honour=FLAG) for number in numbers)


def cluster_of_six(*parts: Part, files: dict[str, Part] | None = None, **values: Any) -> Register:
    """Six members, of whom the first three are nominated for the flag; the sixth joins in December."""
    members: tuple[str | Member, ...] = (*names(5), Member(unit=name(6), since="2024-12"))
    given = parts or (regulation(ballot=(OLD, NEW)),)
    units = [unit(number) for number in range(1, 7)]
    return register(cluster(members, **values), year(), *given, units=units, files=nominations(1, 2, 3) | (files or {}))


def opened(known: Register, **values: Any) -> Change:
    given: dict[str, Any] = (
        {"question": "Suy tôn", "candidates": candidates(1, 2), "electorate_date": HELD} | PLACE | values
    )
    return open_vote(known, **given)


def figures(*votes: int | None, **values: Any) -> BallotCount:
    tallies = [Tally(nominee=name(n), honour=FLAG, votes_for=number) for n, number in enumerate(votes, start=1)]
    given: dict[str, Any] = {"issued": 5, "returned": 5, "valid": 5, "invalid": 0, "tallies": tuple(tallies)} | values
    return BallotCount(**given)


def vote(known: Register) -> Vote:
    return find_vote(known, YEAR, BODY, "suy-ton")


def refused(refusal: pytest.ExceptionInfo[Refusal]) -> str:
    return said(refusal.value.reasons)


def test_the_members_of_the_day_may_vote_and_the_rule_of_the_day_decides() -> None:
    known = after(cluster_of_six(), opened(cluster_of_six(), event="tong-ket", opened="2024-11-25"))
    found = vote(known)
    assert found.electorate is not None
    assert (found.electorate.date, found.electorate.entitled, found.electorate.units) == ("2024-11-25", 5, names(5))
    assert (found.method, found.secret, found.threshold, found.more_than, found.base) == (
        "ballot",
        True,
        "2/3",
        True,
        "entitled",
    )
    assert vote_state(found) == "open"


def test_what_nobody_recorded_stays_unrecorded() -> None:
    found = vote(after(known := cluster_of_six(regulations=(), members_known="some"), opened(known)))
    assert (found.method, found.secret, found.threshold, found.base) == (None, None, None, None)
    assert found.electorate is not None
    assert found.electorate.entitled is None


def test_a_threshold_given_by_hand_does_not_inherit_more_than() -> None:
    found = vote(after(known := cluster_of_six(), opened(known, threshold="1/2")))
    assert (found.threshold, found.more_than, found.base) == ("1/2", False, "entitled")


def test_persons_vote_where_persons_are_listed() -> None:
    found = vote(after(known := cluster_of_six(), opened(known, people=(Person(name="A"), Person(name="B")))))
    assert found.electorate is not None
    assert found.electorate.entitled == 2


def test_every_reason_not_to_open_is_said_at_once() -> None:
    withdrawn = NominationFile(nominations=(nomination(name(4), withdrawn=Step(date="2024-11")),))
    known = cluster_of_six(files={f"periods/{YEAR}/{BODY}/nominations/{name(4)}.yaml": withdrawn})
    wrong = (*candidates(1, 1, 5, 4), Candidate(nominee=Recipient(person="an", unit=name(1)), honour="chien-si"))
    with pytest.raises(Refusal) as refusal:
        opened(known, candidates=wrong, question=" ", threshold="3/2", seats=0, event="tong-ke", entitled=4)
    text = refused(refusal)
    assert "“dv-005” is not nominated for “co-thi-dua” in this period. Did you mean: " in text
    assert "“person:an” is not nominated" in text
    assert "“dv-001” for “co-thi-dua” is named 2 times; name each once." in text
    assert "The nomination of “dv-004” for “co-thi-dua” was withdrawn; leave it out." in text
    assert "The question is empty" in text
    assert "“3/2” is not a fraction" in text
    assert "0 may be chosen" in text
    assert "has no event “tong-ke”. Did you mean: tong-ket?" in text
    assert "5 voters are listed, but there are 4 votes." in text


def test_a_vote_needs_its_period_a_candidate_and_voters() -> None:
    with refusing("Period 2023 of “cum-1” is not recorded."):
        opened(cluster_of_six(), period="2023")
    with refusing("There is no candidate"):
        opened(cluster_of_six(), candidates=())
    with refusing("has no member"):
        opened(cluster_of_six(begin="2025"))
    with pytest.raises(Refusal) as refusal:
        opened(cluster_of_six(), body="cum-11")
    assert "no cluster or unit “cum-11”. Did you mean: cum-1?" in refused(refusal)


def test_opening_twice_changes_nothing_and_opening_otherwise_is_refused() -> None:
    known = after(cluster_of_six(), opened(cluster_of_six()))
    assert opened(known).files == ()
    with pytest.raises(Refusal) as refusal:
        opened(known, question="Đề nghị", candidates=candidates(1, 3))
    assert "“Question” is recorded as “Suy tôn”, not “Đề nghị”; “Candidates” is recorded otherwise." in refused(refusal)


def counted(known: Register | None = None, *votes: int | None, **values: Any) -> Register:
    start = known or cluster_of_six()
    start = after(start, opened(start))
    return after(start, count_vote(start, count=figures(*(votes or (4, 2)), **values), **PLACE))


def test_a_count_is_checked_and_put_in_the_order_of_the_ballot() -> None:
    known = after(cluster_of_six(), opened(cluster_of_six()))
    back = figures(4, 2)
    found = vote(after(known, count_vote(known, count=figures(4, 2, tallies=back.tallies[::-1]), **PLACE)))
    assert found.count == back
    assert vote_state(found) == "counted"
    with pytest.raises(Refusal) as refusal:
        count_vote(known, count=figures(6, issued=6), **PLACE)
    assert refused(refusal).splitlines() == [
        "“ballots issued” (6) cannot be more than “votes there are” (5).",
        "The candidate “dv-002” (co-thi-dua) is missing.",
        "“dv-001”: for, against and blank make 6 votes; “valid ballots” is 5.",
    ]


def test_a_second_count_with_other_figures_needs_to_say_that_it_replaces() -> None:
    known = counted()
    assert count_vote(known, count=figures(4, 2), **PLACE).files == ()
    with pytest.raises(Refusal) as refusal:
        count_vote(known, count=figures(5, 2), **PLACE)
    assert "with other figures: votes for “dv-001”. To put" in refused(refusal)
    with refusing(
        "with other figures: “Ballots issued” is recorded as “5”, not “—”; votes for “dv-001”; votes for “dv-002”. To put"
    ):
        count_vote(known, count=figures(issued=None), **PLACE)
    assert vote(after(known, count_vote(known, count=figures(5, 2), replace=True, **PLACE))).count == figures(5, 2)


def test_closing_computes_the_outcome_and_is_final() -> None:
    known = counted()
    done = after(known, close_vote(known, day="2024-11-25", **PLACE))
    found = vote(done)
    assert found.outcome is not None
    assert [(each.nominee, each.result) for each in found.outcome.results] == [
        (name(1), "chosen"),
        (name(2), "not-chosen"),
    ]
    assert (vote_state(found), found.closed, found.outcome.stated) == ("closed", "2024-11-25", False)
    assert close_vote(done, day="2024-11-25", **PLACE).files == ()
    assert count_vote(done, count=figures(4, 2), **PLACE).files == ()
    with refusing("a closed vote is never changed"):
        close_vote(done, day="2024-11-26", **PLACE)
    with refusing("a closed vote is never changed"):
        count_vote(done, count=figures(5, 2), replace=True, **PLACE)


def test_a_vote_without_threshold_is_not_closed_until_its_definition_is_whole() -> None:
    known = counted(cluster_of_six(regulations=()))
    with refusing("they decide nothing.", "Say it in closing: --threshold, --base."):
        close_vote(known, day="2024-11-25", **PLACE)
    found = vote(after(known, close_vote(known, day="2024-11-25", threshold="1/2", base="valid", **PLACE)))
    assert (found.threshold, found.base) == ("1/2", "valid")
    assert found.outcome is not None
    assert "undecided" not in {each.result for each in found.outcome.results}


@pytest.mark.parametrize("given", [{"threshold": "1/2"}, {"base": "present"}, {"more_than": False}])
def test_what_a_vote_needs_is_never_changed_in_closing(given: dict[str, Any]) -> None:
    known = counted(cluster_of_six())
    with refusing("is recorded already and is not changed"):
        close_vote(known, day="2024-11-25", **given, **PLACE)


def test_a_threshold_is_not_opened_without_its_base() -> None:
    with refusing("is not said, and so it decides nothing. Say it: --base"):
        opened(cluster_of_six(regulations=()), threshold="2/3")


def outcomes(**by_number: Any) -> tuple[CandidateOutcome, ...]:
    return tuple(
        CandidateOutcome(nominee=name(int(n[1:])), honour=FLAG, result=result) for n, result in by_number.items()
    )


def test_a_ballot_without_count_is_closed_only_by_results_that_a_source_states() -> None:
    known = after(cluster_of_six(), opened(cluster_of_six()))
    for chosen in (None, candidates(1)):
        with refusing("To record the figures: thidua vote count suy-ton"):
            close_vote(known, day="2024-11-25", chosen=chosen, **PLACE)
    with pytest.raises(Refusal) as refusal:
        close_vote(known, day="2024-11-25", stated=outcomes(n1="chosen", n3="chosen"), **PLACE)
    assert refused(refusal).splitlines() == [
        "“dv-003” (co-thi-dua) is no candidate of this vote.",
        "The candidate “dv-002” (co-thi-dua) is missing.",
    ]
    stated = close_vote(known, day="2024-11-25", stated=outcomes(n2="not-chosen", n1="chosen"), **PLACE)
    found = vote(after(known, stated)).outcome
    assert found is not None
    assert found.stated
    assert [each.nominee for each in found.results] == list(names(2))


def test_acclamation_and_agreement_record_who_was_chosen() -> None:
    known = after(start := cluster_of_six(), opened(start, method="acclamation", seats=1))
    with refusing("say who was chosen"):
        close_vote(known, day="2024-11-25", **PLACE)
    with refusing("are chosen, but only"):
        close_vote(known, day="2024-11-25", chosen=candidates(1, 2), **PLACE)
    with refusing("is no candidate"):
        close_vote(known, day="2024-11-25", chosen=candidates(3), **PLACE)
    found = vote(after(known, close_vote(known, day="2024-11-25", chosen=candidates(2), **PLACE))).outcome
    assert found is not None
    assert [(each.result, found.stated) for each in found.results] == [("not-chosen", True), ("chosen", True)]


def test_figures_decide_where_there_are_figures() -> None:
    with refusing("and they decide"):
        close_vote(counted(), day="2024-11-25", chosen=candidates(1), **PLACE)


def test_a_vote_is_not_closed_before_it_was_opened_or_counted() -> None:
    start = cluster_of_six()
    known = after(start, opened(start, opened="2024-11-25"))
    known = after(known, count_vote(known, count=figures(4, 2, date="2024-11-26"), **PLACE))
    with pytest.raises(Refusal) as refusal:
        close_vote(known, day="2024-11-24", **PLACE)
    assert refused(refusal).splitlines() == [
        "The vote was opened on 25 November 2024; it cannot be closed before, on 24 November 2024.",
        "The vote was counted on 26 November 2024; it cannot be closed before, on 24 November 2024.",
    ]


def test_a_vote_without_candidates_is_neither_counted_nor_closed() -> None:
    empty = Vote(period=YEAR, body=BODY, id="suy-ton", question="?", method="acclamation", candidates=())
    known = register(cluster(names(2)), year(), empty, units=[unit(1), unit(2)])
    with refusing("has no candidate", "periods/2024/cum-1/votes/suy-ton.yaml"):
        close_vote(known, day="2024-11-25", **PLACE)
    with refusing("has no candidate"):
        count_vote(known, count=BallotCount(), **PLACE)


def test_more_than_the_whole_is_no_threshold() -> None:
    with refusing("“3/2” is not a fraction like 2/3, above 0 and at most 1."):
        opened(cluster_of_six(), threshold="3/2", base="valid")
    start = cluster_of_six(regulation(ballot=(BallotRule(threshold="3/2", base="valid"),)))
    with refusing("“3/2” is not a fraction like 2/3"):
        opened(start)


def test_a_vote_that_is_not_there_is_named_with_the_nearest() -> None:
    with pytest.raises(Refusal) as refusal:
        find_vote(counted(), YEAR, BODY, "suy-tom")
    assert "has no vote “suy-tom”. Did you mean: suy-ton?" in refused(refusal)
    with refusing("Period 2023 of “cum-1” is not recorded."):
        find_vote(counted(), "2023", BODY, "suy-ton")
