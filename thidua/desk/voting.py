"""The course of a vote: opened over nominations, counted, closed, and never changed after that."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Literal

from thidua.desk.change import Change, Refusal, change, file_change
from thidua.desk.filing import already
from thidua.desk.reasons import Reasons, differences, instead, joined
from thidua.law.tally import COUNTED, Undecidable, identities, key_of, outcome, results_of, undecided
from thidua.model.clusters import Cluster
from thidua.model.common import Cite, Person
from thidua.model.fields import changed
from thidua.model.keys import called, nomination_key
from thidua.model.periods import Period
from thidua.model.register import Register
from thidua.model.regulations import BallotRule, Base, Method
from thidua.model.timeline import in_force, members_on
from thidua.model.votes import BallotCount, Candidate, CandidateOutcome, Electorate, Outcome, Tally, Vote
from thidua.text.days import first, last, said
from thidua.text.say import Message, msg

VoteState = Literal["open", "counted", "closed"]


def vote_state(vote: Vote) -> VoteState:
    """Closed by a closing day or an outcome, counted by figures, else open."""
    if vote.closed is not None or vote.outcome is not None:
        return "closed"
    return "open" if vote.count is None else "counted"


def find_vote(register: Register, period: str, body: str, id: str) -> Vote:  # noqa: A002 - the record's own key
    """The vote of that id.

    Raises:
        Refusal: the period has no such vote; the nearest ids are named.
    """
    votes = {vote.id: vote for vote in register.votes.get((period, body), ())}
    if id in votes:
        return votes[id]
    reasons = Reasons()
    if reasons.period(register, period, body):
        reasons.add(
            msg("Period {period} of “{body}” has no vote “{id}”.", period=period, body=body, id=id),
            *instead(id, votes),
            msg("To open one: {command}", command="thidua vote open"),
        )
    raise reasons.refusal()


def ballot_rule(register: Register, body: str, on: date) -> BallotRule | None:
    """How the cluster's regulation in force on that day says that it votes; None where nothing is recorded."""
    cluster = register.clusters.get(body)
    followed = in_force(cluster.regulations, on) if cluster else None
    regulation = register.regulations.get(followed.regulation) if followed else None
    return in_force(regulation.ballot, on) if regulation else None


def open_vote(
    register: Register,
    *,
    period: str,
    body: str,
    id: str,  # noqa: A002 - the record's own key
    question: str,
    candidates: Iterable[Candidate],
    electorate_date: date,
    entitled: int | None = None,
    people: tuple[Person, ...] = (),
    method: Method | None = None,
    secret: bool | None = None,
    threshold: str | None = None,
    base: Base | None = None,
    more_than: bool | None = None,
    seats: int | None = None,
    event: str | None = None,
    opened: str | None = None,
    sources: tuple[Cite, ...] = (),
) -> Change:
    """Opens a vote on nominations of the period; the cluster's members on ``electorate_date`` may vote, fixed for ever.

    What is not given is taken from the regulation in force on that day; what that does not say either stays unrecorded.
    ``entitled`` is needed only where the register does not list all members, or persons vote.

    Raises:
        Refusal: every reason at once.
    """
    rule = ballot_rule(register, body, electorate_date)
    share = _share(rule, threshold, base, more_than)
    vote = Vote(
        period=period,
        body=body,
        id=id,
        question=question,
        method=method or (rule.method if rule else None),
        secret=rule.secret if secret is None and rule else secret,
        event=event,
        opened=opened,
        seats=seats,
        threshold=share[0],
        base=share[1],
        more_than=share[2],
        electorate=_electorate(register, body, electorate_date, entitled, people),
        candidates=tuple(candidates),
        sources=sources,
    )
    _check_opening(register, vote, electorate_date)
    happened = msg("Vote “{id}” of “{body}” {period}: opened", id=id, body=body, period=period)
    known = next((each for each in register.votes.get((period, body), ()) if each.id == id), None)
    if known:
        clash = msg(
            "Period {period} of “{body}” already has a vote “{id}”; give the new one another id.",
            period=period,
            body=body,
            id=id,
        )
        return already(happened, known, vote, clash)
    return change(happened, file_change(register, "vote", vote, period=period, body=body, name=id))


def _check_opening(register: Register, vote: Vote, electorate_date: date) -> None:
    reasons = Reasons()
    period = reasons.period(register, vote.period, vote.body)
    if period:
        reasons.event(period, vote.event)
        _check_candidates(register, period, vote.candidates, reasons)
        _check_electorate(register, vote, electorate_date, reasons)
    _check_terms(vote, reasons)
    for broken in identities(vote):
        reasons.add(broken.sentence)
    reasons.settle()


def _share(
    rule: BallotRule | None, threshold: str | None, base: Base | None, more_than: bool | None
) -> tuple[str | None, Base | None, bool]:
    """Threshold, base and whether it must be passed. A threshold given by hand does not inherit "more than"."""
    base = base or (rule.base if rule else None)
    if threshold is not None or rule is None:
        return threshold, base, bool(more_than)
    return rule.threshold, base, rule.more_than if more_than is None else more_than


def _electorate(
    register: Register, body: str, on: date, entitled: int | None, people: tuple[Person, ...]
) -> Electorate:
    """Members on that day. How many votes there are is known only where the list of members is whole."""
    cluster = register.clusters.get(body)
    units = tuple(dict.fromkeys(member.unit for member in members_on(register, cluster, on))) if cluster else ()
    if entitled is None and cluster and cluster.members_known == "all":
        entitled = len(people or units)
    return Electorate(date=on.isoformat(), entitled=entitled, units=units, people=people)


def _check_candidates(register: Register, period: Period, candidates: tuple[Candidate, ...], reasons: Reasons) -> None:
    known = {nomination_key(each): each for each in register.nominations.get((period.period, period.body), ())}
    words = [" ".join(key) for key in known]
    if not candidates:
        reasons.add(msg("There is no candidate: name one nomination or more."), *instead("", words))
    names = {key_of(each): called(each.nominee) for each in candidates}
    for key, times in Counter(map(key_of, candidates)).items():
        nomination, nominee, honour = known.get(key), names[key], key[1]
        if nomination is None:
            reasons.add(
                msg("“{nominee}” is not nominated for “{honour}” in this period.", nominee=nominee, honour=honour),
                *instead(f"{nominee} {honour}", words),
                msg("To nominate: {command}", command="thidua nominate"),
            )
        elif nomination.withdrawn:
            reasons.add(
                msg(
                    "The nomination of “{nominee}” for “{honour}” was withdrawn; leave it out.",
                    nominee=nominee,
                    honour=honour,
                )
            )
        if times > 1:
            reasons.add(
                msg(
                    "“{nominee}” for “{honour}” is named {times} times; name each once.",
                    nominee=nominee,
                    honour=honour,
                    times=times,
                )
            )


def _check_electorate(register: Register, vote: Vote, on: date, reasons: Reasons) -> None:
    assert vote.electorate is not None
    cluster: Cluster | None = register.clusters.get(vote.body)
    if cluster and cluster.members_known == "all" and not vote.electorate.units:
        reasons.add(
            msg("“{body}” has no member on {day}.", body=vote.body, day=said(on)),
            msg("Choose a day on which it has members: {option}.", option="--electorate-date"),
        )


def _check_terms(vote: Vote, reasons: Reasons) -> None:
    if not vote.question.strip():
        reasons.add(msg("The question is empty: write what is put to the vote."))
    if vote.threshold is not None and vote.base is None:
        reasons.add(
            msg(
                "What the threshold {share} is a share of is not said, and so it decides nothing.",
                share=vote.threshold,
            ),
            msg("Say it: {option}.", option="--base entitled|present|issued|returned|valid"),
        )


def _with_candidates(vote: Vote) -> Vote:
    """The vote itself.

    Raises:
        Refusal: it is a file that names no candidate.
    """
    if not vote.candidates:
        raise Refusal(
            msg("Vote “{id}” has no candidate: there is nothing to count and nothing to close.", id=vote.id),
            msg(
                "Write its candidates in {file}.",
                file=f"periods/{vote.period}/{vote.body}/votes/{vote.id}.yaml",
            ),
        )
    return vote


def count_vote(
    register: Register,
    *,
    period: str,
    body: str,
    id: str,  # noqa: A002 - the record's own key
    count: BallotCount,
    replace: bool = False,
) -> Change:
    """Records the figures of a count; tallies are put in the order of the ballot.

    Raises:
        Refusal: an identity is broken, the vote is closed, or it was counted with other figures and ``replace`` is not set.
    """
    vote = _with_candidates(find_vote(register, period, body, id))
    order = {key_of(candidate): place for place, candidate in enumerate(vote.candidates)}
    sorted_tallies = sorted(count.tallies, key=lambda tally: order.get(key_of(tally), len(order)))
    counted = changed(vote, count=changed(count, tallies=tuple(sorted_tallies)))
    event = msg("Vote “{id}” of “{body}” {period}: counted", id=id, body=body, period=period)
    if counted == vote:
        return change(event)
    reasons = Reasons()
    if vote_state(vote) == "closed":
        reasons.add(*_closed(vote))
    elif vote.count is not None and not replace:
        reasons.add(
            msg(
                "Vote “{id}” is already counted, with other figures: {differences}.",
                id=id,
                differences=_other(vote.count, counted.count),
            ),
            msg("To put the new figures in their place: {option}.", option="--replace"),
        )
    for broken in identities(changed(counted, outcome=None)):
        reasons.add(broken.sentence)
    reasons.settle()
    return change(event, file_change(register, "vote", counted, period=period, body=body, name=id))


def _other(was: BallotCount, now: BallotCount) -> Message:
    """Which figures differ; one that is left out differs too, for the new count would lose it."""
    apart = differences(changed(was, tallies=()), changed(now, tallies=()), whole=True)
    return joined(*apart, *_other_tallies(was.tallies, now.tallies), between="; ")


def _other_tallies(was: tuple[Tally, ...], now: tuple[Tally, ...]) -> tuple[Message, ...]:
    recorded, given = ({key_of(tally): tally for tally in tallies} for tallies in (was, now))
    return tuple(
        msg("votes for “{candidate}”", candidate=called(tally.nominee))
        for key, tally in (recorded | given).items()
        if recorded.get(key) != given.get(key)
    )


def _closed(vote: Vote) -> tuple[Message, Message]:
    return (
        msg("Vote “{id}” is closed; a closed vote is never changed.", id=vote.id),
        msg("Where it was wrong, hold and record another: {command}", command="thidua vote open"),
    )


def close_vote(
    register: Register,
    *,
    period: str,
    body: str,
    id: str,  # noqa: A002 - the record's own key
    day: str,
    chosen: Iterable[Candidate] | None = None,
    stated: Iterable[CandidateOutcome] = (),
    threshold: str | None = None,
    base: Base | None = None,
    more_than: bool | None = None,
    sources: tuple[Cite, ...] = (),
) -> Change:
    """Closes a vote; its figures decide.

    Without figures, ``chosen`` records an acclamation or agreement, and ``stated`` the results that a source states for
    a vote whose figures nobody recorded. ``threshold``, ``base`` and ``more_than`` complete a definition in which they
    are absent; one that is recorded stays as it is.

    Raises:
        Refusal: every reason at once; also where there are figures and how many votes are needed is not recorded.
    """
    found = _with_candidates(find_vote(register, period, body, id))
    reasons = Reasons()
    vote = _completed(found, threshold, base, more_than, reasons)
    reasons.settle()
    if lacking := undefined(vote, threshold, base):
        raise Refusal(*lacking)
    result = _outcome(vote, None if chosen is None else tuple(chosen), tuple(stated), reasons)
    reasons.settle()
    closed = changed(vote, closed=day, outcome=changed(result, sources=sources))
    event = msg("Vote “{id}” of “{body}” {period}: closed", id=id, body=body, period=period)
    if closed == found:
        return change(event)
    if vote_state(found) == "closed":
        raise Refusal(joined(*_closed(found)))
    _check_day(vote, day, reasons)
    for broken in identities(closed):
        reasons.add(broken.sentence)
    reasons.settle()
    return change(event, file_change(register, "vote", closed, period=period, body=body, name=id))


def undefined(vote: Vote, threshold: str | None, base: Base | None) -> tuple[Message, ...]:
    """Why the figures of a vote that is not closed cannot decide, and what supplies it; nothing where they can.

    ``threshold`` and ``base`` are what is given where the vote itself has none.
    """
    needed = {"--threshold": threshold or vote.threshold, "--base": base or vote.base}
    options = [option for option, value in needed.items() if value is None]
    if vote.count is None or vote_state(vote) == "closed" or not options:
        return ()
    return (
        msg("Vote “{id}” has figures, but how many votes are needed is not recorded: they decide nothing.", id=vote.id),
        msg("Say it in closing: {options}.", options=", ".join(options)),
    )


def _completed(vote: Vote, threshold: str | None, base: Base | None, more_than: bool | None, reasons: Reasons) -> Vote:
    """The vote with what its definition lacks; a reason where it is recorded already, otherwise."""
    given = {"threshold": threshold, "base": base, "more_than": more_than}
    absent = {"threshold": vote.threshold is None, "base": vote.base is None, "more_than": vote.threshold is None}
    new = {name: value for name, value in given.items() if value is not None and value != getattr(vote, name)}
    for name in new:
        if not absent[name] or vote_state(vote) == "closed":
            reasons.add(
                msg(
                    "What vote “{id}” needs is recorded already and is not changed: leave out {option}.",
                    id=vote.id,
                    option=f"--{name.replace('_', '-')}",
                )
            )
    return changed(vote, **new)  # type: ignore[no-any-return]


def _check_day(vote: Vote, day: str, reasons: Reasons) -> None:
    for before, what in ((vote.opened, msg("opened")), (vote.count.date if vote.count else None, msg("counted"))):
        if before is not None and last(day) < first(before):
            reasons.add(
                msg(
                    "The vote was {what} on {before}; it cannot be closed before, on {day}.",
                    what=what,
                    before=said(first(before)),
                    day=said(last(day)),
                )
            )


def _outcome(
    vote: Vote, chosen: tuple[Candidate, ...] | None, stated: tuple[CandidateOutcome, ...], reasons: Reasons
) -> Outcome:
    """What closing records; ``reasons`` say what is missing, or what was given although the figures decide."""
    if vote.count is not None:
        if chosen is not None or stated:
            reasons.add(msg("Vote “{id}” has figures, and they decide: leave the results out.", id=vote.id))
        decided = outcome(changed(vote, outcome=None))
        return undecided(vote) if isinstance(decided, Undecidable) else decided
    if chosen is not None and vote.method not in COUNTED:
        _check_chosen(vote, chosen, reasons)
        keys = set(map(key_of, chosen))
        decided = results_of(vote, ("chosen" if key_of(each) in keys else "not-chosen" for each in vote.candidates))
        return changed(decided, stated=True)  # type: ignore[no-any-return]
    if not stated:
        reasons.add(*_no_figures(vote, chosen))
    return Outcome(stated=True, results=_in_order(vote, stated))


def _check_chosen(vote: Vote, chosen: tuple[Candidate, ...], reasons: Reasons) -> None:
    known = {key_of(each) for each in vote.candidates}
    for nominee, honour in dict.fromkeys(map(key_of, chosen)):
        if (nominee, honour) not in known:
            reasons.add(
                msg("“{candidate}” ({honour}) is no candidate of this vote.", candidate=nominee, honour=honour),
                *instead(nominee, (key[0] for key in known)),
            )


def _no_figures(vote: Vote, chosen: tuple[Candidate, ...] | None) -> tuple[Message, ...]:
    if vote.method in COUNTED or chosen is not None:
        return (
            msg("Vote “{id}” has no count, and its result follows from figures.", id=vote.id),
            msg("To record the figures: {command}", command=f"thidua vote count {vote.id}"),
            msg("Where nobody recorded them, state the result of every candidate: {option}.", option="--stated"),
        )
    return (
        msg("Vote “{id}” has no figures: say who was chosen.", id=vote.id),
        msg(
            "For example: {command}",
            command=f"thidua vote close {vote.id} --chosen {called(vote.candidates[0].nominee)}",
        ),
    )


def _in_order(vote: Vote, stated: tuple[CandidateOutcome, ...]) -> tuple[CandidateOutcome, ...]:
    order = {key_of(candidate): place for place, candidate in enumerate(vote.candidates)}
    return tuple(sorted(stated, key=lambda each: order.get(key_of(each), len(order))))
