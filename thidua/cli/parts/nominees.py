"""Whom a clerk means: a unit of the register, or somebody described by options; and what fits such a nominee."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from thidua.cli.frame.exits import ExitCode, Failure
from thidua.cli.frame.session import Session
from thidua.cli.parts.asking import one_of, quoted
from thidua.cli.parts.naming import known, nearby, resolve
from thidua.cli.parts.places import resolve_likely
from thidua.model.clusters import Cluster
from thidua.model.common import Recipient, RecipientKind
from thidua.model.fields import changed
from thidua.model.keys import recipient_kind
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


def recipient(
    session: Session, register: Register, who: Described, likely: Mapping[str, str], honour: str | None
) -> Recipient:
    """The nominee that the options describe; what kind it is follows from an honour that only one kind receives.

    Raises Failure where a value is none there is.
    """
    kind: Any = one_of(session, LABELS["recipient kind"], "--kind", who.kind) if who.kind else None
    group: Any = one_of(session, LABELS["group"], "--group", who.group) if who.group else None
    described = Recipient(
        person=slug(who.person) if who.person else None,
        group=group,
        name=who.name,
        rank=who.rank,
        position=who.position,
        unit=resolve_likely(register, "units", who.unit, likely) if who.unit else None,
        kind=kind,
    )
    only = _only_kind(register, honour)
    if only and group is None and recipient_kind(described) is None:
        return changed(described, kind=only)  # type: ignore[no-any-return]
    return described


def _only_kind(register: Register, honour: str | None) -> RecipientKind | None:
    """The one kind of recipient of the honour typed; None where it has several, or the word fits none or several."""
    found = search(honour, known(register, "honours")) if honour else ()
    kinds = {kind for each in found for kind in register.honours[each].recipients}
    return kinds.pop() if len(kinds) == 1 else None


def unit_or_advice(register: Register, typed: Typed, likely: Mapping[str, str], where: Sequence[str]) -> str:
    """The id of the nominated unit; ``where`` are the options that name cluster and period.

    Raises Failure where the word names none: with the command turned round where nominee and honour are, and with the
    options that describe a person where it may be one.
    """
    word, honour = typed.unit or "", typed.honour or ""
    if search(word, known(register, "units")):
        return resolve_likely(register, "units", word, likely)
    if search(word, known(register, "honours")) and (not honour or search(honour, known(register, "units"))):
        right = quoted(filter(None, ["thidua", "nominate", honour, word, *where])) if honour else "thidua nominate"
        raise Failure(
            ExitCode.USAGE,
            msg("“{typed}” is an honour; the nominee comes first.", typed=word),
            msg("Write: {command}", command=right),
        )
    if _only_kind(register, honour) == "individual" or (_like_a_person(word) and not nearby(register, "units", word)):
        raise Failure(
            ExitCode.USAGE,
            msg("“{typed}” is no unit of the register; it looks like a person, and a person needs a unit.", typed=word),
            msg("Name the unit: {option}.", option="--unit"),
            *(
                [
                    msg(
                        "For example: {command}",
                        command=quoted(["thidua", "nominate", word, honour, *where, "--unit", example]),
                    )
                ]
                if honour and (example := next(iter(likely), None))
                else []
            ),
        )
    return resolve(register, "units", word)


def _like_a_person(typed: str) -> bool:
    """Two to five words, each with a capital letter: Nguyễn Văn A."""
    words = typed.split()
    return 2 <= len(words) <= 5 and all(word.isalpha() and word[0].isupper() for word in words)  # noqa: PLR2004


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
