"""Where a nomination stands, derived from the records that say so and stored nowhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from thidua.model.decisions import Grant
from thidua.model.fields import Record
from thidua.model.keys import nomination_key, recipient_key
from thidua.model.nominations import Nomination
from thidua.model.periods import Period
from thidua.model.register import Register
from thidua.text.days import first, last

State = Literal[
    "nominated",
    "returned",
    "withdrawn",
    "not-honoured",
    "tied",
    "undecided",
    "honoured",
    "proposed",
    "refused",
    "awarded",
    "revoked",
    "replaced",
]

FROM_VOTE: dict[str, State] = {
    "chosen": "honoured",
    "not-chosen": "not-honoured",
    "tied": "tied",
    "undecided": "undecided",
}
_LEADS_ON = frozenset({"tied", "undecided"})


class Standing(NamedTuple):
    """A state and the record that says so."""

    state: State
    day: str | None
    """When, as exact as recorded; None: not recorded."""
    evidence: Record


def standings(register: Register, nomination: Nomination) -> tuple[Standing, ...]:
    """Every state the nomination has been in: nominated first, then by day.

    Where days do not tell, the order is that of procedure: sent back, withdrawn, voted on, proposed, decided.
    """
    later = _in_time(
        (
            *_steps(nomination),
            *_votes(register, nomination),
            *_proposals(register, nomination),
            *_decisions(register, nomination),
        )
    )
    return (Standing("nominated", nomination.submitted, nomination), *later)


def standing(register: Register, nomination: Nomination) -> Standing:
    """The state the nomination has reached."""
    return standings(register, nomination)[-1]


def _in_time(found: Iterable[Standing]) -> list[Standing]:
    """Each before the first that is surely later, else behind all that come before it in procedure."""
    ordered: list[Standing] = []
    for each in found:
        place = next((n for n, other in enumerate(ordered) if _before(each.day, other.day)), len(ordered))
        ordered.insert(place, each)
    return ordered


def _before(day: str | None, other: str | None) -> bool:
    """Whether a day, as exact as it is known, surely lies before the other."""
    return day is not None and other is not None and last(day) < first(other)


def _steps(nomination: Nomination) -> Iterator[Standing]:
    for step in nomination.returned:
        yield Standing("returned", step.date, nomination)
    if nomination.withdrawn:
        yield Standing("withdrawn", nomination.withdrawn.date, nomination)


def _is(nomination: Nomination, nominee: object, honour: str) -> bool:
    return honour == nomination.honour and recipient_key(nominee) == recipient_key(nomination.nominee)  # type: ignore[arg-type]


def _votes(register: Register, nomination: Nomination) -> list[Standing]:
    found = (
        Standing(FROM_VOTE[result.result], vote.closed, vote)
        for vote in register.votes.get((nomination.period, nomination.body), ())
        for result in (vote.outcome.results if vote.outcome else ())
        if _is(nomination, result.nominee, result.honour)
    )
    # A tie leads to another vote, often on the same day or on one not recorded: what that one decides comes after it.
    return sorted(found, key=lambda each: each.state not in _LEADS_ON)


def _proposals(register: Register, nomination: Nomination) -> Iterator[Standing]:
    period: Period | None = register.periods.get((nomination.period, nomination.body))
    for proposal in period.proposals if period else ():
        if any(_is(nomination, item.nominee, item.honour) for item in proposal.items):
            assert period is not None
            yield Standing("proposed", proposal.date, period)


def _decisions(register: Register, nomination: Nomination) -> Iterator[Standing]:
    """What was decided; of a decision that another replaced only that it was, and by which."""
    for grant, decision in register.grants.get(nomination_key(nomination), ()):
        if _same_period(grant, nomination):
            instead = register.replaced.get(decision.id)
            yield (
                Standing("replaced", instead.date, instead)
                if instead
                else Standing(grant.verdict, decision.date, decision)
            )


def _same_period(grant: Grant, nomination: Nomination) -> bool:
    """A grant counts for a nomination of the period it names; one that names no period counts for none."""
    return grant.period == nomination.period and grant.body in (None, nomination.body)
