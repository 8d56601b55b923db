"""Votes: definition, electorate, count, outcome."""

from typing import Annotated, Literal

from thidua.model.common import Cite, Conflict, Person, Recipient
from thidua.model.fields import Day, Fraction, HonourId, Id, Part, PeriodRecord, UnitId, doc
from thidua.model.regulations import Base, Method

Result = Literal["chosen", "not-chosen", "tied", "undecided"]


class Candidate(Part, frozen=True, kw_only=True):
    """A nomination put to the vote."""

    nominee: Annotated[UnitId | Recipient, doc("who")]
    honour: Annotated[HonourId, doc("for what")]


class Electorate(Part, frozen=True, kw_only=True):
    """Who may vote, fixed at a date; one unit, one vote."""

    date: Annotated[Day | None, doc("day at which the electorate is fixed")] = None
    entitled: Annotated[int | None, doc("number of votes there are; absent: not recorded")] = None
    units: Annotated[tuple[UnitId, ...], doc("units entitled to vote")] = ()
    people: Annotated[tuple[Person, ...], doc("persons entitled to vote, where persons vote")] = ()


class Tally(Part, frozen=True, kw_only=True):
    """Figures for one candidate. Absent = not recorded."""

    nominee: Annotated[UnitId | Recipient, doc("who")]
    honour: Annotated[HonourId, doc("for what")]
    votes_for: Annotated[int | None, doc("votes for")] = None
    against: Annotated[int | None, doc("votes against")] = None
    blank: Annotated[int | None, doc("neither for nor against")] = None


class BallotCount(Part, frozen=True, kw_only=True):
    """Figures of a count. issued = returned + not returned; returned = valid + invalid."""

    date: Annotated[Day | None, doc("day of the count")] = None
    present: Annotated[int | None, doc("voters present")] = None
    issued: Annotated[int | None, doc("ballots issued (phát ra)")] = None
    returned: Annotated[int | None, doc("ballots returned (thu về)")] = None
    valid: Annotated[int | None, doc("valid ballots (hợp lệ)")] = None
    invalid: Annotated[int | None, doc("invalid ballots (không hợp lệ)")] = None
    team: Annotated[tuple[Person, ...], doc("counting team")] = ()
    sources: Annotated[tuple[Cite, ...], doc("where this stands")] = ()
    tallies: Annotated[tuple[Tally, ...], doc("figures per candidate")] = ()


class CandidateOutcome(Part, frozen=True, kw_only=True):
    """What the vote decided for one candidate."""

    nominee: Annotated[UnitId | Recipient, doc("who")]
    honour: Annotated[HonourId, doc("for what")]
    result: Annotated[Result, doc("chosen, not chosen, tied or undecided")]


class Outcome(Part, frozen=True, kw_only=True):
    """What was decided: computed from the count, or stated by the source where no figures are known."""

    stated: Annotated[bool, doc("true: the source states the outcome, the figures are not recorded")] = False
    results: Annotated[tuple[CandidateOutcome, ...], doc("result per candidate")]
    sources: Annotated[tuple[Cite, ...], doc("where this stands")] = ()
    note: Annotated[str | None, doc("remark")] = None


class Vote(PeriodRecord, frozen=True, kw_only=True):
    """One vote. Its state (open, counted, closed) follows from what is there: a count, a closing day."""

    id: Annotated[Id, doc("id of the vote within the period; also the file's name")]
    question: Annotated[str, doc("the question put")]
    method: Annotated[Method | None, doc("how it was decided; absent: not recorded")] = None
    secret: Annotated[bool | None, doc("whether the ballot was secret; absent: not recorded")] = None
    event: Annotated[Id | None, doc("event of the period at which it was held")] = None
    opened: Annotated[Day | None, doc("day of opening")] = None
    closed: Annotated[Day | None, doc("day of closing")] = None
    seats: Annotated[int | None, doc("most candidates that may be chosen; absent: no limit")] = None
    threshold: Annotated[Fraction | None, doc("least share of the base, as a fraction: 2/3")] = None
    more_than: Annotated[bool, doc("the share must be passed, not only reached")] = False
    base: Annotated[Base | None, doc("what the share is taken of")] = None
    electorate: Annotated[Electorate | None, doc("who may vote")] = None
    candidates: Annotated[tuple[Candidate, ...], doc("candidates in the order of the ballot")]
    sources: Annotated[tuple[Cite, ...], doc("where this stands")] = ()
    note: Annotated[str | None, doc("remark")] = None
    conflicts: Annotated[tuple[Conflict, ...], doc("what another source says differently")] = ()
    outcome: Annotated[Outcome | None, doc("what was decided")] = None
    count: Annotated[BallotCount | None, doc("the figures")] = None
