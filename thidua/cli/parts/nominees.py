"""Whom a clerk means: a unit of the register, or somebody described by options; and what fits such a nominee."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from thidua.cli.frame.exits import ExitCode, Failure
from thidua.cli.frame.session import Session
from thidua.cli.parts.asking import one_of
from thidua.cli.parts.naming import known
from thidua.cli.parts.places import resolve_likely
from thidua.desk.nominate import recipient_kind
from thidua.model.clusters import Cluster
from thidua.model.common import Recipient
from thidua.model.periods import Period
from thidua.model.register import Place, Register
from thidua.model.terms import LABELS
from thidua.model.timeline import members_during, name_on, parent_on
from thidua.reports.reading import Reading
from thidua.text.days import last, overlap
from thidua.text.letters import slug, sort_key
from thidua.text.lookup import search
from thidua.text.say import msg


class Described(NamedTuple):
    """A nominee as options describe one, each as typed. All absent: a unit of the register is nominated."""

    person: str | None
    name: str | None
    rank: str | None
    position: str | None
    unit: str | None
    kind: str | None
    group: str | None


class Typed(NamedTuple):
    """The words of a nomination sorted out."""

    who: Described
    unit: str | None
    """The nominated unit; None: the options describe somebody else, or it is missing."""
    honour: str | None


def sorted_out(who: Described, first: str | None, second: str | None) -> Typed:
    """Which of the two words is the nominee's name and which the honour.

    Raises Failure where the options name the nominee already and both words are there.
    """
    if not any(who):
        return Typed(who, first, second)
    if who.name or who.group:
        if second is not None:
            raise Failure(
                ExitCode.USAGE,
                msg(
                    "{option} says already who is nominated; write the honour alone.",
                    option="--name" if who.name else "--group",
                ),
            )
        return Typed(who, None, first)
    if second is None and who.person:
        return Typed(who, None, first)
    return Typed(who._replace(name=first), None, second)


def homes(register: Register, typed: str | None) -> list[Place]:
    """The periods in which the unit typed could be nominated, in every meaning of the word; all where none is typed."""
    units = search(typed, known(register, "units")) if typed else ()
    return [
        place
        for place, period in register.periods.items()
        if typed is None or any(_belongs(register, unit, period) for unit in units)
    ]


def _belongs(register: Register, unit: str, period: Period) -> bool:
    return not {unit, *_superiors(register, unit, period)}.isdisjoint(members(register, period))


def _superiors(register: Register, unit: str, period: Period) -> Iterator[str]:
    seen, here = {unit}, register.units.get(unit)
    while here and (above := parent_on(here, last(period.until))) and above not in seen:
        seen.add(above)
        yield above
        here = register.units.get(above)


def members(register: Register, period: Period) -> Mapping[str, str]:
    """Ids and names of the units that may be nominated in the period: the members, or the parts of one unit and itself."""
    body, on = register.body(period.body), last(period.until)
    if isinstance(body, Cluster):
        ids = [member.unit for member in members_during(register, body, period.since, period.until)]
    else:
        ids = [period.body, *(unit.id for unit in register.units.values() if parent_on(unit, on) == period.body)]
    return {each: name_on(unit, on) if (unit := register.units.get(each)) else each for each in ids}


def recipient(session: Session, register: Register, who: Described, likely: Mapping[str, str]) -> Recipient:
    """The nominee that the options describe. Raises Failure where a value is none there is."""
    kind: Any = one_of(session, LABELS["recipient kind"], "--kind", who.kind) if who.kind else None
    group: Any = one_of(session, LABELS["group"], "--group", who.group) if who.group else None
    return Recipient(
        person=slug(who.person) if who.person else None,
        group=group,
        name=who.name,
        rank=who.rank,
        position=who.position,
        unit=resolve_likely(register, "units", who.unit, likely) if who.unit else None,
        kind=kind,
    )


def fitting(reading: Reading, nominee: str | Recipient | None, period: Period) -> Mapping[str, str]:
    """Ids and names of the honours for such a nominee in the period.

    First those that the body has nominated for before, then emulation titles, then commendation forms.
    """
    kind = recipient_kind(nominee) if nominee else None
    everything = reading.register.nominations.items()
    before = {each.honour for (_, body), found in everything if body == period.body for each in found}
    fit = [
        honour
        for honour in reading.register.honours.values()
        if honour.category != "recognition"
        and (kind is None or kind in honour.recipients)
        and overlap(honour.since, honour.until, period.since, period.until)
    ]
    names = {honour.id: reading.term("honours", honour.id) for honour in fit}
    fit.sort(key=lambda honour: (honour.id not in before, honour.category != "title", sort_key(names[honour.id])))
    return {honour.id: names[honour.id] for honour in fit}
