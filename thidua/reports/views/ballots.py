"""Votes as a report shows them: method, figures or that they are not recorded, result per candidate."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from thidua.model.keys import recipient_key
from thidua.model.terms import label
from thidua.model.votes import BallotCount, Candidate, Tally, Vote
from thidua.reports.lines import Cell, Entry, Line, Text
from thidua.reports.phrases import share_alone
from thidua.reports.reading import NOT_RECORDED, Reading, absent
from thidua.reports.views.parts import event_day
from thidua.text.numbers import show_number
from thidua.text.say import Message, msg

UNCOUNTED = frozenset({"acclamation", "agreement"})
"""Ways of deciding in which no votes are counted, so that no number of them is needed."""


class CandidateRow(NamedTuple):
    """One candidate of a vote with its figures."""

    nominee: Cell
    honour: Cell
    votes_for: Cell
    against: Cell
    blank: Cell
    result: Cell


class VoteView(NamedTuple):
    """One vote."""

    title: Line
    entries: tuple[Entry, ...]
    candidates: tuple[CandidateRow, ...]


def vote_view(reading: Reading, vote: Vote) -> VoteView:
    reading.use(vote)
    parts = (vote, vote.outcome) if vote.outcome else (vote,)
    return VoteView(
        reading.line(vote.question, *parts),
        tuple(_vote_entries(reading, vote)),
        tuple(_candidate(reading, vote, each) for each in vote.candidates),
    )


def _vote_entries(reading: Reading, vote: Vote) -> Iterator[Entry]:
    yield Entry(msg("Method"), (Line(label("method", vote.method) if vote.method else NOT_RECORDED), *_secrecy(vote)))
    yield Entry(msg("Date"), (Line(reading.day(vote.closed or event_day(reading, vote, vote.event))),))
    if vote.method not in UNCOUNTED:
        entitled = vote.electorate.entitled if vote.electorate else None
        yield Entry(msg("Votes there are"), (Line(_figure(reading, entitled)),))
        yield Entry(msg("Votes needed"), (Line(_threshold(vote)),))
    yield from _ballots(reading, vote.count)


def _ballots(reading: Reading, count: BallotCount | None) -> Iterator[Entry]:
    if count is None:
        yield Entry(msg("Ballots"), absent(msg("the number of votes is not recorded")))
        return
    figures = (
        (msg("Voters present"), count.present),
        (msg("Ballots issued"), count.issued),
        (msg("Ballots returned"), count.returned),
        (msg("Valid ballots"), count.valid),
        (msg("Invalid ballots"), count.invalid),
    )
    for name, figure in figures:
        yield Entry(name, (reading.cited(_figure(reading, figure), count.sources),))


def _secrecy(vote: Vote) -> Cell:
    if vote.method != "ballot":
        return ()
    words = {True: msg("secret"), False: msg("open"), None: msg("whether secret is not recorded")}
    return (Line(words[vote.secret]),)


def _threshold(vote: Vote) -> Message:
    if vote.threshold is None:
        return NOT_RECORDED
    if vote.base is None:
        return share_alone(vote.threshold, more_than=vote.more_than)
    base = label("base", vote.base)
    if vote.more_than:
        return msg("more than {share} of {base}", share=vote.threshold, base=base)
    return msg("{share} of {base}", share=vote.threshold, base=base)


def _figure(reading: Reading, figure: int | None) -> Text:
    return NOT_RECORDED if figure is None else show_number(figure, reading.lang)


def _candidate(reading: Reading, vote: Vote, candidate: Candidate) -> CandidateRow:
    key = (recipient_key(candidate.nominee), candidate.honour)
    tallies = vote.count.tallies if vote.count else ()
    tally = next((each for each in tallies if (recipient_key(each.nominee), each.honour) == key), None)
    results = vote.outcome.results if vote.outcome else ()
    result = next((each.result for each in results if (recipient_key(each.nominee), each.honour) == key), None)
    return CandidateRow(
        (Line(reading.who(candidate.nominee)),),
        (reading.honour(candidate.honour),),
        *_tally(reading, tally),
        (Line(label("result", result) if result else NOT_RECORDED),),
    )


def _tally(reading: Reading, tally: Tally | None) -> tuple[Cell, Cell, Cell]:
    figures = (tally.votes_for, tally.against, tally.blank) if tally else (None, None, None)
    votes_for, against, blank = ((Line(_figure(reading, figure)),) for figure in figures)
    return votes_for, against, blank
