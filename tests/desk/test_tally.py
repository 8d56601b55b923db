"""The figures of a vote: identities, outcome, and the worked paper count of a Youth Union guide."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.desk.builders import BODY, ENGLISH, FLAG, YEAR, name, names
from thidua.law.tally import Undecidable, explain, identities, key_of, needed, outcome
from thidua.model.common import Person
from thidua.model.fields import changed
from thidua.model.votes import BallotCount, Candidate, CandidateOutcome, Electorate, Outcome, Tally, Vote


def ballot(votes: Mapping[str, int | None], entitled: int | None = None, **values: Any) -> Vote:
    """A vote on the flag; figures of the count and of the vote by their names."""
    counted = {field: values.pop(field, None) for field in ("present", "issued", "returned", "valid", "invalid")}
    tallies = tuple(Tally(nominee=unit, honour=FLAG, votes_for=number) for unit, number in votes.items())
    values = {"candidates": tuple(Candidate(nominee=unit, honour=FLAG) for unit in votes), "method": "ballot"} | values
    return Vote(
        period=YEAR,
        body=BODY,
        id="suy-ton",
        question="Suy tôn",
        electorate=Electorate(entitled=entitled),
        count=BallotCount(**{"tallies": tallies} | {k: v for k, v in counted.items() if v is not None}),
        **values,
    )


def results(vote: Vote) -> dict[str, str]:
    decided = outcome(vote)
    assert isinstance(decided, Outcome)
    return {str(each.nominee): each.result for each in decided.results}


def broken(vote: Vote) -> set[str]:
    return {each.identity for each in identities(vote)}


PAPER = ballot(
    {"a": 10, "b": 9}, issued=19, returned=18, valid=16, invalid=2, threshold="1/2", more_than=True, base="returned"
)
"""Issued 19, returned 18, valid 16, invalid 2; elected is who has more than half of the ballots returned: 10."""


def test_the_worked_paper_count() -> None:
    assert identities(PAPER) == ()
    assert needed("1/2", 18, more_than=True) == 10
    assert results(PAPER) == {"a": "chosen", "b": "not-chosen"}
    assert [(line.votes_for, line.base, line.base_figure, line.needed) for line in explain(PAPER)] == [
        (10, "returned", 18, 10),
        (9, "returned", 18, 10),
    ]
    assert ENGLISH(explain(PAPER)[1].reason) == "Votes for: 9, needed: 10."


@pytest.mark.parametrize(("base", "least"), [(5, 4), (6, 4), (9, 6), (1, 1), (0, 1)])
def test_two_thirds_are_reached_exactly_and_nobody_is_chosen_by_no_vote(base: int, least: int) -> None:
    assert needed("2/3", base, more_than=False) == least
    votes = {"du": least, "thieu": least - 1}
    assert (
        results(ballot(votes, entitled=max(base, least), base="entitled", threshold="2/3"))["du"] == "chosen"
        or base == 0
    )
    assert results(ballot(votes, entitled=max(base, least), base="entitled", threshold="2/3"))["thieu"] == "not-chosen"


@pytest.mark.parametrize(("base", "least"), [(5, 4), (6, 5), (9, 7)])
def test_more_than_two_thirds_must_be_passed(base: int, least: int) -> None:
    assert needed("2/3", base, more_than=True) == least


def test_a_tie_at_the_last_seat_is_nobodys() -> None:
    vote = ballot({"a": 9, "b": 7, "c": 7, "d": 5}, entitled=9, threshold="1/2", base="entitled", seats=2)
    assert results(vote) == {"a": "chosen", "b": "tied", "c": "tied", "d": "not-chosen"}
    assert ENGLISH(explain(vote)[1].reason) == "7 votes, as many as others for the last of 2 seats."
    assert "but others with more votes" in ENGLISH(explain(changed(vote, seats=1))[1].reason)


def test_votes_that_are_not_recorded_are_not_none() -> None:
    vote = ballot({"a": 9, "b": 7, "c": None}, entitled=9, threshold="1/2", base="entitled")
    assert results(vote) == {"a": "chosen", "b": "chosen", "c": "undecided"}
    assert results(changed(vote, seats=2)) == {"a": "chosen", "b": "undecided", "c": "undecided"}
    assert ENGLISH(explain(vote)[2].reason) == "The votes for this candidate are not recorded."
    assert "may have more" in ENGLISH(explain(changed(vote, seats=2))[1].reason)


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"threshold": None}, "No threshold is recorded: the figures stand, the result stays undecided."),
        ({"base": None}, "What the threshold is a share of is not recorded."),
        ({"base": "present"}, "The threshold is a share of “voters present”, and that figure is not recorded."),
        ({"count": None}, "No votes per candidate are recorded."),
    ],
)
def test_without_threshold_base_or_votes_nothing_is_decided(values: dict[str, Any], reason: str) -> None:
    vote = changed(PAPER, **values)
    decided = outcome(vote)
    assert isinstance(decided, Undecidable)
    assert ENGLISH(decided.reasons[0]) == reason
    assert {line.result for line in explain(vote)} == {"undecided"}


def test_a_stated_outcome_is_explained_as_stated() -> None:
    stated = Outcome(stated=True, results=(CandidateOutcome(nominee="a", honour=FLAG, result="chosen"),))
    vote = ballot({"a": None}, outcome=stated)
    assert [line.result for line in explain(vote)] == ["chosen"]
    assert ENGLISH(explain(vote)[0].reason) == "Stated by the source; it is not computed from figures."


def tallies(*parts: tuple[str, int | None, int | None, int | None]) -> tuple[Tally, ...]:
    return tuple(Tally(nominee=who, honour=FLAG, votes_for=f, against=a, blank=b) for who, f, a, b in parts)


def recounted(**figures: Any) -> Vote:
    return changed(PAPER, count=changed(PAPER.count, **figures))  # type: ignore[no-any-return]


@pytest.mark.parametrize(
    ("vote", "found"),
    [
        (recounted(issued=17), {"returned-within-issued"}),
        (recounted(returned=19), {"returned-sum"}),
        (recounted(returned=None, issued=17), {"returned-within-issued"}),
        (recounted(returned=None, issued=None), set()),
        (recounted(invalid=None, valid=19), {"valid-within-returned"}),
        (recounted(valid=-1), {"not-negative", "returned-sum", "tally-sum"}),
        (changed(PAPER, electorate=Electorate(entitled=18)), {"issued-within-entitled"}),
        (recounted(issued=None, returned=None, valid=None, invalid=None), set()),
        (changed(PAPER, electorate=Electorate(entitled=1, units=("a", "b"))), {"issued-within-entitled", "listed-within-entitled"}),
        (changed(PAPER, electorate=Electorate(entitled=19, people=(Person(name="x"),) * 20)), {"listed-within-entitled"}),
        (changed(ballot({"a": 1}, entitled=3, present=4)), {"present-within-entitled"}),
        (recounted(tallies=tallies(("a", 10, 5, 1), ("b", 9, 5, 2))), set()),
        (recounted(tallies=tallies(("a", 10, 5, 0), ("b", 9, 5, 2))), {"tally-sum"}),
        (recounted(tallies=tallies(("a", 10, 7, None), ("b", 9, None, None))), {"tally-sum"}),
        (recounted(tallies=tallies(("a", 10, None, None), ("b", None, None, None))), set()),
        (recounted(tallies=tallies(("a", 10, None, None))), {"tally-missing"}),
        (recounted(tallies=tallies(("a", 1, None, None), ("a", 1, None, None), ("b", 1, None, None))), {"tally-twice"}),
        (recounted(tallies=tallies(("a", 1, None, None), ("b", 1, None, None), ("c", 1, None, None))), {"tally-outsider"}),
        (ballot({"a": 3}, method="show-of-hands", present=2, valid=9, returned=9), {"tally-sum"}),
        (changed(PAPER, seats=0), {"seats"}),
    ],
)  # fmt: skip
def test_each_identity(vote: Vote, found: set[str]) -> None:
    assert broken(vote) == found


def test_a_broken_identity_shows_its_figures_and_decides_nothing() -> None:
    (one,) = identities(recounted(returned=19))
    assert one.figures == {"valid": 16, "invalid": 2, "returned": 19}
    assert ENGLISH(one.sentence) == "Valid ballots 16 and invalid ballots 2 make 18; “ballots returned” is 19."
    assert outcome(recounted(returned=19)) == Undecidable((one.sentence,))


def closed(vote: Vote, **recorded: str) -> Vote:
    found = tuple(CandidateOutcome(nominee=who, honour=FLAG, result=result) for who, result in recorded.items())  # type: ignore[arg-type]
    return changed(vote, closed="2024-11-25", outcome=Outcome(results=found))  # type: ignore[no-any-return]


def test_a_recorded_outcome_is_what_the_figures_decide() -> None:
    assert identities(closed(PAPER, a="chosen", b="not-chosen")) == ()
    assert broken(closed(PAPER, a="chosen", b="chosen")) == {"outcome-recount"}
    assert broken(closed(changed(PAPER, seats=1), a="chosen", b="chosen")) == {"outcome-recount", "chosen-within-seats"}
    assert broken(closed(PAPER, a="chosen")) == {"outcome-missing"}
    assert broken(closed(changed(PAPER, threshold=None), a="chosen", b="undecided")) == {"outcome-recount"}
    assert identities(closed(changed(PAPER, method="acclamation"), a="chosen", b="chosen")) == ()


COUNTS = st.lists(st.integers(0, 12), min_size=1, max_size=7)
SHARES = st.tuples(st.integers(1, 12), st.integers(1, 12)).filter(lambda share: share[0] <= share[1])
SEATS = st.none() | st.integers(1, 7)


@st.composite
def ballots(draw: st.DrawFn) -> Vote:
    votes: dict[str, int | None] = dict(zip(names(7), draw(COUNTS), strict=False))
    over, under = draw(SHARES)
    return ballot(
        votes,
        entitled=12,
        threshold=f"{over}/{under}",
        base="entitled",
        more_than=draw(st.booleans()),
        seats=draw(SEATS),
    )


@given(ballots(), st.randoms(use_true_random=False))
def test_the_order_of_tallies_and_candidates_never_matters(vote: Vote, chance: Any) -> None:
    assert vote.count
    shuffled = list(vote.count.tallies)
    chance.shuffle(shuffled)
    candidates = tuple(Candidate(nominee=tally.nominee, honour=FLAG) for tally in reversed(shuffled))
    assert results(changed(vote, candidates=candidates, count=changed(vote.count, tallies=tuple(shuffled)))) == results(
        vote
    )


@given(ballots(), st.integers(0, 6))
def test_one_more_vote_never_turns_chosen_into_not_chosen(vote: Vote, place: int) -> None:
    assert vote.count
    before = vote.count.tallies
    luckier = before[place % len(before)]
    more = changed(luckier, votes_for=min(12, (luckier.votes_for or 0) + 1))
    rank = {"not-chosen": 0, "tied": 1, "chosen": 2}
    tallies = tuple(more if each == luckier else each for each in before)
    now = results(changed(vote, count=changed(vote.count, tallies=tallies)))
    assert rank[now[str(luckier.nominee)]] >= rank[results(vote)[str(luckier.nominee)]]


@given(SHARES, st.integers(0, 1000), st.integers(1, 1000), st.booleans())
def test_whole_numbers_agree_with_fractions(share: tuple[int, int], base: int, votes: int, more_than: bool) -> None:
    wanted = Fraction(*share) * base
    assert (votes >= needed(f"{share[0]}/{share[1]}", base, more_than=more_than)) is (
        votes > wanted if more_than else votes >= wanted
    )


@given(ballots())
def test_other_names_get_the_same_results(vote: Vote) -> None:
    assert vote.count
    other = {name(n): f"x-{100 - n}" for n in range(1, 8)}
    renamed = changed(
        vote,
        candidates=tuple(changed(each, nominee=other[str(each.nominee)]) for each in vote.candidates),
        count=changed(vote.count, tallies=tuple(changed(t, nominee=other[str(t.nominee)]) for t in vote.count.tallies)),
    )
    assert results(renamed) == {other[who]: result for who, result in results(vote).items()}


@given(ballots())
def test_no_more_are_chosen_than_there_are_seats_and_a_computed_outcome_holds(vote: Vote) -> None:
    decided = outcome(vote)
    assert isinstance(decided, Outcome)
    assert vote.seats is None or sum(each.result == "chosen" for each in decided.results) <= vote.seats
    assert list(map(key_of, decided.results)) == list(map(key_of, vote.candidates))
    assert identities(changed(vote, outcome=decided)) == ()


@given(
    st.integers(0, 20),
    st.integers(0, 20),
    st.integers(0, 5),
    st.sampled_from(("valid", "invalid", "returned")),
    st.sampled_from((-1, 1)),
)
def test_a_figure_of_a_whole_count_that_is_changed_by_one_is_found(
    yes: int, no: int, bad: int, figure: str, by: int
) -> None:
    valid = yes + no
    vote = ballot({"a": yes}, issued=valid + bad + 1, returned=valid + bad, valid=valid, invalid=bad)
    assert vote.count
    whole = changed(vote.count, tallies=tallies(("a", yes, no, 0)))
    assert identities(changed(vote, count=whole)) == ()
    assert identities(changed(vote, count=changed(whole, **{figure: getattr(whole, figure) + by}))) != ()
