"""A nomination: one nominee for one honour, handed in by one unit."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from thidua.desk.change import Change, change
from thidua.desk.filing import already, with_record
from thidua.desk.reasons import Reasons, instead
from thidua.model.clusters import Cluster
from thidua.model.common import Cite, Recipient, RecipientKind
from thidua.model.honours import Honour
from thidua.model.keys import called, nomination_key, recipient_kind
from thidua.model.nominations import Nomination
from thidua.model.periods import Period
from thidua.model.register import Register
from thidua.model.terms import label
from thidua.model.timeline import members_during, parent_on
from thidua.text.days import last, overlap, said
from thidua.text.say import Message, msg


def nominate(
    register: Register,
    *,
    nominee: str | Recipient,
    honour: str,
    period: str,
    body: str,
    by: str | None = None,
    movement: str | None = None,
    merits: str | None = None,
    submitted: str | None = None,
    event: str | None = None,
    sources: tuple[Cite, ...] = (),
    note: str | None = None,
) -> Change:
    """Adds a nomination to the file of the unit that hands it in: ``by``, or the member that is or contains the nominee.

    The same nomination twice is a change without files.

    Raises:
        Refusal: every reason at once; also where the same nominee and honour is recorded with other content.
    """
    nomination = Nomination(
        period=period,
        body=body,
        nominee=nominee,
        honour=honour,
        movement=movement,
        submitted=submitted,
        event=event,
        merits=merits,
        sources=sources,
        note=note,
    )
    reasons = Reasons()
    found = reasons.period(register, period, body)
    _check_honour(register, nomination, found, reasons)
    if found:
        reasons.event(found, event)
    unit = _hands_in(register, nomination, by, found, reasons) if found else None
    reasons.settle()
    assert unit is not None
    who = called(nominee)
    happened = msg(
        "{nominee}: nominated for “{honour}” in {period} of “{body}”",
        nominee=who,
        honour=honour,
        period=period,
        body=body,
    )
    for known in register.nominations.get((period, body), ()):
        if nomination_key(known) == nomination_key(nomination):
            clash = msg(
                "“{nominee}” is already nominated for “{honour}” in this period, but:", nominee=who, honour=honour
            )
            return already(happened, known, nomination, clash)
    return change(happened, with_record(register, "nominations", nomination, period=period, body=body, name=unit))


def _check_honour(register: Register, nomination: Nomination, period: Period | None, reasons: Reasons) -> None:
    reasons.knows(register, "movements", nomination.movement)
    if not reasons.knows(register, "honours", nomination.honour):
        return
    honour = register.honours[nomination.honour]
    if honour.category == "recognition":
        reasons.add(
            msg("“{honour}” is a recognition, not an award, and nobody is nominated for it.", honour=honour.id),
            msg(
                "To record the recognition, write it in {file}; then: {command}",
                file=f"periods/{nomination.period}/{nomination.body}/recognitions/",
                command="thidua check",
            ),
        )
        return
    _check_recipient(register, nomination.nominee, honour, reasons)
    since = nomination.submitted or (period.since if period else None)
    until = nomination.submitted or (period.until if period else None)
    if (since or until) and not overlap(honour.since, honour.until, since, until):
        reasons.add(
            msg(
                "“{honour}” could not be awarded then: it exists from {since} to {until}.",
                honour=honour.id,
                since=said(honour.since) if honour.since else "…",
                until=said(honour.until) if honour.until else "…",
            ),
            *_others(register, honour, since, until),
        )
    if nomination.movement and honour.movements and nomination.movement not in honour.movements:
        reasons.add(
            msg(
                "“{honour}” does not belong to the movement “{movement}”.",
                honour=honour.id,
                movement=nomination.movement,
            ),
            msg("It belongs to: {movements}.", movements=", ".join(honour.movements)),
        )


def _others(register: Register, honour: Honour, since: str | None, until: str | None) -> tuple[Message, ...]:
    """Honours of the same level and recipients that did exist."""
    return instead(
        honour.id,
        (
            other.id
            for other in register.honours.values()
            if other.category == honour.category
            and other.level == honour.level
            and overlap(other.since, other.until, since, until)
        ),
    )


def _check_recipient(register: Register, nominee: str | Recipient, honour: Honour, reasons: Reasons) -> None:
    kind = recipient_kind(nominee)
    if kind is None and not (isinstance(nominee, Recipient) and nominee.group):
        reasons.add(
            msg("Whether “{nominee}” is a collective or an individual is not said.", nominee=called(nominee)),
            msg("Say it: {option}.", option="--kind collective|individual"),
        )
    if kind is not None and kind not in honour.recipients:
        reasons.add(
            msg(
                "“{honour}” is not for this kind of recipient: {kind}.",
                honour=honour.id,
                kind=label("recipient kind", kind),
            ),
            *_fitting(register, kind, honour),
        )


def _fitting(register: Register, kind: RecipientKind, honour: Honour) -> tuple[Message, ...]:
    return instead(
        honour.id, (h.id for h in register.honours.values() if kind in h.recipients and h.category == honour.category)
    )


def _hands_in(
    register: Register, nomination: Nomination, by: str | None, period: Period, reasons: Reasons
) -> str | None:
    """The unit in whose file the nomination lies; a reason is added where the nominee does not belong to the body."""
    own = nomination.nominee if isinstance(nomination.nominee, str) else nomination.nominee.unit
    if own is None and by is None:
        reasons.add(
            msg("The unit of “{nominee}” is not said.", nominee=called(nomination.nominee)),
            msg("Say it: {option}.", option="--unit"),
        )
        return None
    named = [unit for unit in dict.fromkeys((own, by)) if unit is not None]
    if [unit for unit in named if not reasons.knows(register, "units", unit)]:
        return None
    inside = [_place(register, unit, period, alone=isinstance(nomination.nominee, str)) for unit in named]
    for unit, place in zip(named, inside, strict=True):
        if place is None:
            reasons.add(*_stranger(register, unit, period))
    return by or inside[0]


def _place(register: Register, unit: str, period: Period, *, alone: bool) -> str | None:
    """The member that is or contains the unit; in the period of one unit, the part directly under it, or itself.

    ``alone``: the unit itself is nominated, and in a cluster it must be the member itself.
    """
    cluster = register.clusters.get(period.body)
    above = tuple(_upwards(register, unit, last(period.until), last(period.since)))
    if cluster is None:
        below = above[: above.index(period.body)] if period.body in above else None
        return None if below is None else (below or (period.body,))[-1]
    members = {member.unit for member in members_during(register, cluster, period.since, period.until)}
    return next((each for each in (above[:1] if alone else above) if each in members), None)


def _upwards(register: Register, unit: str, *days: date) -> Iterator[str]:
    """The unit and its superiors, on the first of the days on which one is recorded."""
    seen: set[str] = set()
    here: str | None = unit
    while here is not None and here not in seen:
        seen.add(here)
        yield here
        known = register.units.get(here)
        here = next((parent for day in days if known and (parent := parent_on(known, day))), None)


def _stranger(register: Register, unit: str, period: Period) -> tuple[Message, ...]:
    cluster: Cluster | None = register.clusters.get(period.body)
    if cluster is None:
        return (
            msg("“{unit}” does not belong to “{body}” in {period}.", unit=unit, body=period.body, period=period.period),
            msg(
                "Its superior unit is written in {file}; then: {command}",
                file="units/",
                command="thidua check",
            ),
        )
    members = [member.unit for member in members_during(register, cluster, period.since, period.until)]
    return (
        msg("“{unit}” is no member of “{body}” in {period}.", unit=unit, body=period.body, period=period.period),
        *instead(unit, members),
        msg(
            "To record it as a member, write it in {file}; then: {command}",
            file=f"clusters/{cluster.id}.yaml",
            command="thidua check",
        ),
    )
