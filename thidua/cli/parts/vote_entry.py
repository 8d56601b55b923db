"""What a clerk types about a vote, made into its parts: which vote, candidates, figures, results, an id."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from itertools import count
from typing import Any, NamedTuple

from thidua.cli.frame.exits import ExitCode, Failure
from thidua.cli.frame.session import Session
from thidua.cli.parts.asking import Asker, one_of, quoted, whole
from thidua.cli.parts.candidates import candidates, pick
from thidua.cli.parts.delivering import procedure
from thidua.cli.parts.places import choose_place, within
from thidua.cli.parts.reading import Opened
from thidua.desk.voting import VoteState, find_vote, vote_state
from thidua.law.tally import COUNTED, Key, key_of
from thidua.model.nominations import Nomination
from thidua.model.register import Place, Register
from thidua.model.regulations import BallotRule
from thidua.model.standing import standings
from thidua.model.terms import LABELS
from thidua.model.votes import Candidate, CandidateOutcome, Tally, Vote
from thidua.reports.reading import Reading
from thidua.text.lookup import search
from thidua.text.nearest import nearest
from thidua.text.numbers import parse_fraction, show_fraction
from thidua.text.say import Message, msg

_IDS = {
    "ballot": "bo-phieu",
    "show-of-hands": "bieu-quyet",
    "written-opinion": "lay-y-kien",
    "acclamation": "suy-ton",
    "agreement": "binh-xet",
    None: "binh-bau",
}
"""What a vote is called, by its method, where nobody gives it an id."""

_UNDECIDED = frozenset({"nominated", "returned", "tied", "undecided"})
"""Standings of a nomination that leave everything to decide."""


class At(NamedTuple):
    """One vote of one period."""

    session: Session
    opened: Opened
    vote: Vote

    @property
    def place(self) -> Place:
        return self.vote.period, self.vote.body

    def reading(self) -> Reading:
        return reading_of(self.session, self.opened.register, self.place)

    def name(self, candidate: Candidate) -> str:
        """Nominee and honour in words."""
        reading = self.reading()
        who = self.session.console.voice.word(reading.who(candidate.nominee))
        return f"{who}, {reading.term('honours', candidate.honour)}"

    def command(self, verb: str, *words: str) -> str:
        """A command on this vote, to be pasted."""
        return quoted(["thidua", "vote", verb, self.vote.id, "-c", self.vote.body, "-p", self.vote.period, *words])


def reading_of(session: Session, register: Register, place: Place) -> Reading:
    """Names as they were in the period."""
    return Reading.of(register, session.console.voice.lang, within(register.periods[place], session.today()))


ANY: frozenset[VoteState] = frozenset({"open", "counted", "closed"})


def place_of_votes(
    ask: Asker, register: Register, cluster: str | None, period: str | None, states: Container[VoteState] = ANY
) -> Place | None:
    """Period and body that have a vote in one of the states; None where the cluster is missing."""
    having = [place for place, votes in register.votes.items() if any(vote_state(vote) in states for vote in votes)]
    return choose_place(ask, register, cluster, period, having or register.votes)


def vote_meant(
    ask: Asker,
    register: Register,
    typed: str | None,
    *,
    cluster: str | None,
    period: str | None,
    states: Container[VoteState] = ANY,
) -> Vote:
    """The vote by its id or question; where nothing is typed, the only one in one of the states.

    Raises Failure where there is none, or several.
    """
    if typed is not None:
        return _vote_typed(ask, register, typed, cluster=cluster, period=period, states=states)
    place = place_of_votes(ask, register, cluster, period, states)
    votes = register.votes.get(place, ()) if place else ()
    due = {vote.id: vote.question for vote in votes if vote_state(vote) in states}
    if place and not due:
        raise Failure(
            ExitCode.USAGE,
            msg("No vote of {period} of “{body}” waits for this.", period=place[0], body=place[1]),
            msg("To open one: {command}", command=quoted(["thidua", "vote", "open", "-c", place[1], "-p", place[0]])),
        )
    named = next(iter(due)) if len(due) == 1 else ask.need(msg("ID"), None, msg("Which vote?"), due)
    ask.settle()
    return next(vote for vote in votes if vote.id == named)


def _vote_typed(
    ask: Asker,
    register: Register,
    typed: str,
    *,
    cluster: str | None,
    period: str | None,
    states: Container[VoteState],
) -> Vote:
    """The vote typed; of several clusters that have one of that name, the one whose vote is in one of the states."""
    having = {place: _meant(votes, typed) for place, votes in register.votes.items() if _meant(votes, typed)}
    if not having and cluster is None:
        raise _unknown(register, typed)
    due = [
        place
        for place, names in having.items()
        if any(vote.id in names and vote_state(vote) in states for vote in register.votes[place])
    ]
    place = choose_place(ask, register, cluster, period, due or having)
    ask.settle()
    assert place is not None
    found = _meant(register.votes.get(place, ()), typed)
    if len(found) > 1:
        raise Failure(
            ExitCode.USAGE,
            msg("“{typed}” names more than one vote; write the id of the one you mean:", typed=typed),
            *(Message("  {id}", {"id": each}) for each in found),
        )
    with procedure():
        return find_vote(register, *place, found[0] if found else typed)


def _meant(votes: Iterable[Vote], typed: str) -> tuple[str, ...]:
    return search(typed, ((vote.id, (vote.question,)) for vote in votes))


def _unknown(register: Register, typed: str) -> Failure:
    ids = sorted({vote.id for votes in register.votes.values() for vote in votes})
    near = nearest(typed, ids)
    return Failure(
        ExitCode.USAGE,
        msg("No vote “{typed}” is recorded.", typed=typed),
        *([msg("Did you mean: {names}?", names=", ".join(near))] if near else []),
        msg("To open one: {command}", command="thidua vote open"),
    )


def put_to_vote(session: Session, register: Register, place: Place, typed: Iterable[str] | None) -> list[Candidate]:
    """The candidates typed; where there are none, every nomination of the period on which nothing is decided.

    Raises Failure where nothing is left to decide.
    """
    nominations = [each for each in register.nominations.get(place, ()) if not each.withdrawn]
    if typed:
        pool = candidates(nominations)
        return [pick(register, pool, each) for each in typed]
    due = [each for each in nominations if all(passed.state in _UNDECIDED for passed in standings(register, each))]
    if not due:
        raise _nothing_due(place, nominations)
    session.console.say(
        msg(
            "Put to the vote: all nominations of {period} on which nothing is decided; {option} chooses among them.",
            period=place[0],
            option="--candidate",
        )
    )
    return list(candidates(due))


def _nothing_due(place: Place, nominations: list[Nomination]) -> Failure:
    if nominations:
        return Failure(
            ExitCode.USAGE,
            msg("Nothing is left to vote on: every nomination of {period} is decided.", period=place[0]),
            msg("To vote on one again, name it: {option}.", option="--candidate"),
        )
    return Failure(
        ExitCode.USAGE,
        msg("Nothing can be voted on: {period} has no nominations.", period=place[0]),
        msg("To nominate: {command}", command=quoted(["thidua", "nominate", "-c", place[1], "-p", place[0]])),
    )


def decided_by(
    ask: Asker,
    session: Session,
    rule: BallotRule | None,
    method: str | None,
    threshold: str | None,
    base: str | None,
    seats: int | None,
) -> dict[str, Any]:
    """Method, threshold, base and seats as typed or answered; None is left to the regulation, or not recorded.

    A threshold without its base is asked for the base, or reported as missing.
    """
    words = {
        name: {value: session.console.voice(word) for value, word in LABELS[name].items()}
        for name in ("method", "base")
    }
    if threshold:
        parse_fraction(threshold)
    if not (rule and rule.method):
        method = ask.may(msg("How is it decided?"), method, words["method"])
    how = one_of(session, LABELS["method"], "--method", method) if method else rule.method if rule else None
    if how is None or how in COUNTED:
        if not (rule and rule.threshold):
            question = msg("Which share of the votes is needed, such as 2/3?")
            threshold = ask.may(question, threshold, check=parse_fraction)
        if threshold and not (rule and rule.base):
            base = ask.need("--base", base, msg("What is it a share of?"), words["base"])
        most = ask.may(msg("How many may be chosen at most?"), str(seats) if seats else None, check=whole)
        seats = whole(most) if most else seats
    ask.settle()
    return {
        "method": how if method else None,
        "threshold": show_fraction(parse_fraction(threshold)) if threshold else None,
        "base": one_of(session, LABELS["base"], "--base", base) if base else None,
        "seats": seats,
    }


def made_id(register: Register, place: Place, method: str | None, listed: Iterable[Candidate]) -> str:
    """An id from the method and the only honour. A vote on the same candidates keeps its id, so that nothing is opened twice."""
    votes = {vote.id: _keys(vote.candidates) for vote in register.votes.get(place, ())}
    keys, word = _keys(listed), _IDS[method]
    honours = {honour for _, honour in keys}
    names = [word, *(f"{word}-{honour}" for honour in honours if len(honours) == 1)]
    free = (name for name in names if votes.get(name, keys) == keys)
    return next(free, None) or next(name for name in (f"{word}-{n}" for n in count(2)) if votes.get(name, keys) == keys)


def _keys(listed: Iterable[Candidate]) -> frozenset[Key]:
    return frozenset(map(key_of, listed))


def tallies(register: Register, vote: Vote, typed: Mapping[str, Iterable[str]]) -> tuple[Tally, ...]:
    """Figures per candidate from ``NOMINEE[:HONOUR]=N`` by field; ``?`` is a number that nobody recorded.

    Raises Failure where one is written otherwise, or stands twice.
    """
    found: dict[Key, dict[str, int | None]] = {}
    meant: dict[Key, Candidate] = {}
    for field, items in typed.items():
        for item in items:
            candidate, number = _figure(register, vote, item)
            figures = found.setdefault(key_of(candidate), {})
            if field in figures:
                raise Failure(ExitCode.USAGE, msg("“{typed}” gives a figure a second time.", typed=item))
            figures[field] = number
            meant[key_of(candidate)] = candidate
    return tuple(
        Tally(nominee=meant[key].nominee, honour=meant[key].honour, **figures) for key, figures in found.items()
    )


def _figure(register: Register, vote: Vote, typed: str) -> tuple[Candidate, int | None]:
    who, _, number = typed.rpartition("=")
    if not who or not (number == "?" or (number.isascii() and number.isdigit())):
        raise Failure(
            ExitCode.USAGE,
            msg("“{typed}” is no figure of a candidate: write {example}.", typed=typed, example='"Nam Định=5"'),
            msg("A number that nobody recorded is written {sign}.", sign="?"),
        )
    return pick(register, vote.candidates, who), None if number == "?" else int(number)


def results(session: Session, register: Register, vote: Vote, typed: Iterable[str]) -> tuple[CandidateOutcome, ...]:
    """Results that a source states, from ``NOMINEE[:HONOUR]=RESULT``. Raises Failure where one is written otherwise."""
    found = []
    for item in typed:
        who, _, word = item.rpartition("=")
        if not who:
            raise Failure(
                ExitCode.USAGE,
                msg("“{typed}” states no result: write {example}.", typed=item, example='"Nam Định=chosen"'),
            )
        candidate = pick(register, vote.candidates, who)
        result = one_of(session, LABELS["result"], "--stated", word)
        found.append(
            CandidateOutcome(nominee=candidate.nominee, honour=candidate.honour, result=result)  # type: ignore[arg-type]
        )
    return tuple(found)
