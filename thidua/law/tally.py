"""The figures of a vote: what must hold between them, and what they decide. Whole numbers only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from thidua.model.common import Recipient
from thidua.model.fields import changed
from thidua.model.keys import called, recipient_key
from thidua.model.regulations import Base
from thidua.model.terms import label
from thidua.model.votes import Candidate, CandidateOutcome, Outcome, Result, Tally, Vote
from thidua.text.misread import MisreadError
from thidua.text.numbers import parse_fraction
from thidua.text.say import Message, joined, msg

Key = tuple[str, str]
"""Nominee and honour: the key of the nomination that is voted on."""

WORDS: Mapping[str, Message] = {
    "entitled": label("base", "entitled"),
    "present": label("base", "present"),
    "issued": label("base", "issued"),
    "returned": label("base", "returned"),
    "valid": label("base", "valid"),
    "invalid": msg("invalid ballots"),
    "votes_for": msg("votes for"),
    "against": msg("votes against"),
    "blank": msg("blank votes"),
    "seats": msg("most that may be chosen"),
}
"""What each figure is called."""

COUNTED = frozenset({"ballot", "show-of-hands", "written-opinion"})
"""Methods whose result follows from figures."""

_CHAINS = (
    ("entitled", "issued", "returned", "valid"),
    ("entitled", "issued", "returned", "invalid"),
    ("entitled", "present"),
)
_CEILINGS = ("valid", "returned", "issued", "entitled")


class Broken(NamedTuple):
    """An identity of the count that does not hold."""

    identity: str
    """Its name, stable: "returned-sum"."""
    sentence: Message
    figures: Mapping[str, int] = {}
    """The figures that break it."""
    candidate: Key | None = None


class Undecidable(NamedTuple):
    """The figures decide nothing, and why."""

    reasons: tuple[Message, ...]


class Line(NamedTuple):
    """One candidate of a vote, explained. A figure is None where it is not recorded."""

    nominee: str | Recipient
    honour: str
    votes_for: int | None
    base: Base | None
    base_figure: int | None
    needed: int | None
    result: Result
    reason: Message


def key_of(item: Candidate | Tally | CandidateOutcome) -> Key:
    """The key of the nomination that is meant."""
    return (recipient_key(item.nominee), item.honour)


def figures(vote: Vote) -> dict[str, int]:
    """The figures of the whole vote that are recorded."""
    found = {name: getattr(vote.count, name, None) for name in ("present", "issued", "returned", "valid", "invalid")}
    found["entitled"] = vote.electorate.entitled if vote.electorate else None
    return {name: number for name, number in found.items() if number is not None}


def needed(threshold: str, base: int, *, more_than: bool) -> int:
    """Fewest votes that reach the share, or pass it if ``more_than``; never none, so that 0 of 0 chooses nobody."""
    over, under = map(int, threshold.split("/"))
    return max(1, over * base // under + 1 if more_than else -(-over * base // under))


def identities(vote: Vote) -> tuple[Broken, ...]:
    """Every identity that does not hold. A figure that is not recorded breaks none."""
    return (*_figures_broken(vote), *_outcome_broken(vote))


def outcome(vote: Vote) -> Outcome | Undecidable:
    """What the count decides by threshold, base and seats. Those who tie for the last seat are "tied", whatever their order.

    A candidate whose votes are not recorded is "undecided", and so is everyone whose seat hangs on those votes.
    """
    reasons = tuple(broken.sentence for broken in _figures_broken(vote)) or tuple(_lacking(vote))
    if reasons:
        return Undecidable(reasons)
    votes, least = _votes(vote), _needed(vote)
    assert least is not None
    results = (_result(votes, candidate, least, vote.seats) for candidate in map(key_of, vote.candidates))
    return results_of(vote, results)


def undecided(vote: Vote) -> Outcome:
    """The outcome that decides nothing for any candidate."""
    return results_of(vote, ("undecided" for _ in vote.candidates))


def results_of(vote: Vote, results: Iterable[Result]) -> Outcome:
    """An outcome from one result per candidate, in the order of the ballot."""
    return Outcome(
        results=tuple(
            CandidateOutcome(nominee=candidate.nominee, honour=candidate.honour, result=result)
            for candidate, result in zip(vote.candidates, results, strict=True)
        )
    )


def explain(vote: Vote) -> tuple[Line, ...]:
    """Per candidate, in the order of the ballot: the votes, what they are a share of, how many are needed, the result."""
    decided = vote.outcome if vote.outcome and vote.outcome.stated else outcome(vote)
    if isinstance(decided, Undecidable):
        reason = joined(*decided.reasons)
        return tuple(_line(vote, candidate, "undecided", reason) for candidate in vote.candidates)
    results = {key_of(each): each.result for each in decided.results}
    lines = []
    for candidate in vote.candidates:
        result = results.get(key_of(candidate), "undecided")
        lines.append(_line(vote, candidate, result, _why(vote, key_of(candidate), result, stated=decided.stated)))
    return tuple(lines)


def _line(vote: Vote, candidate: Candidate, result: Result, reason: Message) -> Line:
    votes = _votes(vote).get(key_of(candidate))
    of = figures(vote).get(vote.base) if vote.base else None
    return Line(candidate.nominee, candidate.honour, votes, vote.base, of, _needed(vote), result, reason)


def _why(vote: Vote, candidate: Key, result: Result, *, stated: bool) -> Message:
    if stated:
        return msg("Stated by the source; it is not computed from figures.")
    votes, least = _votes(vote).get(candidate), _needed(vote)
    if votes is None:
        return msg("The votes for this candidate are not recorded.")
    if result == "tied":
        return msg("{votes} votes, as many as others for the last of {seats} seats.", votes=votes, seats=vote.seats)
    if result == "undecided":
        return msg("Votes for: {votes}; others whose votes are not recorded may have more.", votes=votes)
    if result == "not-chosen" and least is not None and votes >= least:
        return msg(
            "Votes for: {votes}, needed: {needed}; but others with more votes fill the seats, which are {seats}.",
            votes=votes,
            needed=least,
            seats=vote.seats,
        )
    return msg("Votes for: {votes}, needed: {needed}.", votes=votes, needed=least)


def _votes(vote: Vote) -> dict[Key, int | None]:
    return {key_of(tally): tally.votes_for for tally in vote.count.tallies} if vote.count else {}


def _needed(vote: Vote) -> int | None:
    base = figures(vote).get(vote.base) if vote.base else None
    return None if base is None or vote.threshold is None else needed(vote.threshold, base, more_than=vote.more_than)


def _lacking(vote: Vote) -> Iterator[Message]:
    """What is not recorded and would be needed to decide."""
    if vote.count is None or not vote.count.tallies:
        yield msg("No votes per candidate are recorded.")
    if vote.threshold is None:
        yield msg("No threshold is recorded: the figures stand, the result stays undecided.")
    if vote.base is None:
        yield msg("What the threshold is a share of is not recorded.")
    elif vote.base not in figures(vote):
        yield msg("The threshold is a share of “{base}”, and that figure is not recorded.", base=WORDS[vote.base])


def _result(votes: Mapping[Key, int | None], candidate: Key, least: int, seats: int | None) -> Result:
    own = votes[candidate]
    if own is None:
        return "undecided"
    if own < least:
        return "not-chosen"
    if seats is None:
        return "chosen"
    rivals = [number for number in votes.values() if number is None or number >= least]
    more = sum(number is not None and number > own for number in rivals)
    equal = rivals.count(own)
    unknown = rivals.count(None)
    if more >= seats:
        return "not-chosen"
    if more + equal + unknown <= seats:
        return "chosen"
    return "undecided" if unknown else "tied"


def _figures_broken(vote: Vote) -> tuple[Broken, ...]:
    return tuple(broken for identity in IDENTITIES for broken in identity(vote))


def _negative(vote: Vote) -> Iterator[Broken]:
    found: list[tuple[str, int, Key | None]] = [(name, number, None) for name, number in figures(vote).items()]
    for tally in vote.count.tallies if vote.count else ():
        found += [(name, number, key_of(tally)) for name, number in _parts(tally).items()]
    for name, number, candidate in found:
        if number < 0:
            sentence = msg("“{figure}” is {number}: a count is never below 0.", figure=WORDS[name], number=number)
            yield Broken("not-negative", sentence, {name: number}, candidate)


def _within(vote: Vote) -> Iterator[Broken]:
    """Nobody votes who may not: issued <= entitled, returned <= issued, valid, invalid <= returned, present <= entitled."""
    known = figures(vote)
    pairs = dict.fromkeys(pair for chain in _CHAINS for pair in pairwise(name for name in chain if name in known))
    for whole, part in pairs:
        if known[part] > known[whole]:
            sentence = msg(
                "“{part}” ({number}) cannot be more than “{whole}” ({limit}).",
                part=WORDS[part], number=known[part], whole=WORDS[whole], limit=known[whole],
            )  # fmt: skip
            yield Broken(f"{part}-within-{whole}", sentence, {part: known[part], whole: known[whole]})


def _returned_sum(vote: Vote) -> Iterator[Broken]:
    known = figures(vote)
    if not {"valid", "invalid"} <= known.keys():
        return
    total = known["valid"] + known["invalid"]
    if "returned" in known:
        if total != known["returned"]:
            yield _sum_broken("returned-sum", known, "returned", total)
    elif (limit := next((name for name in ("issued", "entitled") if name in known), None)) and total > known[limit]:
        yield _sum_broken(f"returned-within-{limit}", known, limit, total)


def _sum_broken(identity: str, known: Mapping[str, int], whole: str, total: int) -> Broken:
    sentence = msg(
        "Valid ballots {valid} and invalid ballots {invalid} make {total}; “{whole}” is {limit}.",
        valid=known["valid"], invalid=known["invalid"], total=total, whole=WORDS[whole], limit=known[whole],
    )  # fmt: skip
    return Broken(identity, sentence, {name: known[name] for name in ("valid", "invalid", whole)})


def _listed(vote: Vote) -> Iterator[Broken]:
    """People may stand for the units listed beside them, so the two lists are not added up."""
    if vote.electorate is None or vote.electorate.entitled is None:
        return
    listed, entitled = len(vote.electorate.people or vote.electorate.units), vote.electorate.entitled
    if listed > entitled:
        sentence = msg("{listed} voters are listed, but there are {entitled} votes.", listed=listed, entitled=entitled)
        yield Broken("listed-within-entitled", sentence, {"listed": listed, "entitled": entitled})


def _parts(tally: Tally) -> dict[str, int]:
    found = {name: getattr(tally, name) for name in ("votes_for", "against", "blank")}
    return {name: number for name, number in found.items() if number is not None}


def _tally_sums(vote: Vote) -> Iterator[Broken]:
    """For, against and blank make the valid ones where all are recorded; else at most the nearest figure above."""
    known = figures(vote)
    ceilings = ("present", *_CEILINGS) if vote.method == "show-of-hands" else _CEILINGS
    whole = next((name for name in ceilings if name in known), None)
    if vote.count is None or whole is None:
        return
    for tally in vote.count.tallies:
        parts = _parts(tally)
        total, limit = sum(parts.values()), known[whole]
        if total > limit or (len(parts) == 3 and whole == "valid" and total != limit):  # noqa: PLR2004 - for, against, blank
            sentence = msg(
                "“{candidate}”: for, against and blank make {total} votes; “{whole}” is {limit}.",
                candidate=called(tally.nominee), total=total, whole=WORDS[whole], limit=limit,
            )  # fmt: skip
            yield Broken("tally-sum", sentence, {**parts, whole: limit}, key_of(tally))


def _tallied(vote: Vote) -> Iterator[Broken]:
    """Every candidate is tallied once and nobody else, as soon as anyone is tallied."""
    if vote.count is None or not vote.count.tallies:
        return
    tallied = Counter(map(key_of, vote.count.tallies))
    yield from _once(tallied, set(map(key_of, vote.candidates)), "tally")


def _once(found: Counter[Key], candidates: set[Key], what: str) -> Iterator[Broken]:
    for candidate, times in found.items():
        name, honour = candidate
        if candidate not in candidates:
            yield Broken(
                f"{what}-outsider",
                msg("“{candidate}” ({honour}) is no candidate of this vote.", candidate=name, honour=honour),
                {},
                candidate,
            )
        elif times > 1:
            sentence = msg(
                "“{candidate}” ({honour}) stands {times} times; once is right.",
                candidate=name,
                honour=honour,
                times=times,
            )
            yield Broken(f"{what}-twice", sentence, {"times": times}, candidate)
    for candidate in sorted(candidates - found.keys()):
        sentence = msg(
            "The candidate “{candidate}” ({honour}) is missing.", candidate=candidate[0], honour=candidate[1]
        )
        yield Broken(f"{what}-missing", sentence, {}, candidate)


def _seats(vote: Vote) -> Iterator[Broken]:
    if vote.seats is not None and vote.seats < 1:
        yield Broken(
            "seats",
            msg("{seats} may be chosen: at least 1 is right, or no limit.", seats=vote.seats),
            {"seats": vote.seats},
        )


def _share(vote: Vote) -> Iterator[Broken]:
    if vote.threshold is not None:
        try:
            parse_fraction(vote.threshold)
        except MisreadError as misread:
            yield Broken("threshold", misread.reason)


IDENTITIES = (_negative, _share, _listed, _within, _returned_sum, _tallied, _tally_sums, _seats)
"""One function per identity of the figures (reliability of paper counts)."""


def _outcome_broken(vote: Vote) -> Iterator[Broken]:
    """A recorded outcome names each candidate once, fills no more than the seats, and is what the figures decide."""
    if vote.outcome is None:
        return
    yield from _once(Counter(map(key_of, vote.outcome.results)), set(map(key_of, vote.candidates)), "outcome")
    chosen = sum(each.result == "chosen" for each in vote.outcome.results)
    if vote.seats is not None and chosen > vote.seats:
        sentence = msg("{chosen} are chosen, but only {seats} may be.", chosen=chosen, seats=vote.seats)
        yield Broken("chosen-within-seats", sentence, {"chosen": chosen, "seats": vote.seats})
    if not vote.outcome.stated and vote.method in COUNTED:
        yield from _recount(vote, vote.outcome)


def _recount(vote: Vote, recorded: Outcome) -> Iterator[Broken]:
    computed = outcome(changed(vote, outcome=None))
    right = undecided(vote) if isinstance(computed, Undecidable) else computed
    results = {key_of(each): each.result for each in right.results}
    for each in recorded.results:
        if (result := results.get(key_of(each), each.result)) != each.result:
            sentence = msg(
                "“{candidate}” is recorded as “{recorded}”; by the figures it is “{computed}”.",
                candidate=called(each.nominee), recorded=label("result", each.result), computed=label("result", result),
            )  # fmt: skip
            yield Broken("outcome-recount", sentence, {}, key_of(each))
