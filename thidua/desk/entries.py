"""New entries: units, clusters, honours, movements."""

from __future__ import annotations

from collections.abc import Iterable

from thidua.desk.change import Change, Refusal, change, file_change
from thidua.desk.filing import already, made_id, with_record
from thidua.desk.reasons import Reasons
from thidua.model.clusters import Cluster, ClusterKind, InForce, Member, MembersKnown
from thidua.model.common import Cite, DatedName, DatedWords, RecipientKind, Words
from thidua.model.honours import Cadence, Category, Honour, Level
from thidua.model.movements import Movement
from thidua.model.register import Register
from thidua.model.units import Parent, Unit
from thidua.text.days import first, last, said
from thidua.text.say import Message, msg


def add_unit(
    register: Register,
    *,
    name: str,
    kind: str,
    superior: str | None = None,
    id: str | None = None,  # noqa: A002 - the record's own key
    short: str | None = None,
    tier: str | None = None,
    begin: str | None = None,
    seat: str | None = None,
    sources: tuple[Cite, ...] = (),
    note: str | None = None,
) -> Change:
    """A new unit, filed under its superior, or under itself where it has none.

    Raises:
        Refusal: every reason at once; the unit or cluster that has the id already is named.
    """
    unit = Unit(
        id=made_id(name, id),
        kind=kind,
        tier=tier,
        names=(DatedName(name=name, short=short, since=begin),),
        parents=(Parent(unit=superior, since=begin),) if superior else (),
        begin=begin,
        seat=seat,
        sources=sources,
        note=note,
    )
    reasons = Reasons()
    reasons.knows(register, "units", superior)
    reasons.settle()
    happened = msg("Unit added: {name}", name=name)
    other = register.body(unit.id)
    if other is not None:
        return _same(happened, other, unit, _name(other))
    return change(happened, with_record(register, "units", unit, name=superior or unit.id))


def add_cluster(
    register: Register,
    *,
    kind: ClusterKind,
    organiser: str,
    name: str,
    number: str | None = None,
    id: str | None = None,  # noqa: A002 - the record's own key
    begin: str | None = None,
    members: Iterable[str] = (),
    members_from: str | None = None,
    members_known: MembersKnown | None = None,
    movements: tuple[str, ...] = (),
    regulation: str | None = None,
    sources: tuple[Cite, ...] = (),
    note: str | None = None,
) -> Change:
    """A new cluster. Names recur under one organiser and another, so an id made here begins with the organiser's.

    ``members_known`` is "all" only where the caller says that the list is whole.

    Raises:
        Refusal: every reason at once; the unit or cluster that has the id already is named.
    """
    listed = tuple(members)
    cluster = Cluster(
        id=made_id(f"{organiser} {kind} {number}" if number else f"{organiser} {name}", id),
        kind=kind,
        organiser=organiser,
        names=(DatedName(name=name, short=number, since=begin),),
        begin=begin,
        movements=movements,
        regulations=(InForce(regulation=regulation, since=begin),) if regulation else (),
        members_known=members_known,
        sources=sources,
        note=note,
        members=tuple(Member(unit=unit, since=members_from or begin) for unit in listed),
    )
    reasons = Reasons()
    reasons.knows(register, "units", organiser)
    reasons.knows(register, "regulations", regulation)
    for movement in movements:
        reasons.knows(register, "movements", movement)
    _check_members(register, listed, reasons)
    reasons.settle()
    happened = msg("Cluster added: {name}", name=name)
    other = register.body(cluster.id)
    if other is not None:
        return _same(happened, other, cluster, _name(other))
    return change(happened, file_change(register, "cluster", cluster, name=cluster.id))


def add_honour(
    register: Register,
    *,
    line: str,
    name: str,
    category: Category,
    recipients: tuple[RecipientKind, ...],
    english: str | None = None,
    id: str | None = None,  # noqa: A002 - the record's own key
    code: str | None = None,
    aliases: tuple[str, ...] = (),
    level: Level | None = None,
    grade: int | None = None,
    authority: str | None = None,
    cadence: Cadence | None = None,
    movements: tuple[str, ...] = (),
    since: str | None = None,
    until: str | None = None,
    sources: tuple[Cite, ...] = (),
    note: str | None = None,
) -> Change:
    """A new honour in the file of its line (``honours/<line>.yaml``).

    Raises:
        Refusal: every reason at once; the honour that has the id or the code already is named.
    """
    honour = Honour(
        id=made_id(name, id),
        code=code,
        category=category,
        names=(DatedWords(vi=name, en=english, since=since, until=until),),
        aliases=aliases,
        recipients=recipients,
        level=level,
        grade=grade,
        authority=Words(vi=authority) if authority else None,
        cadence=cadence,
        movements=movements,
        since=since,
        until=until,
        sources=sources,
        note=note,
    )
    reasons = Reasons()
    _check_span(since, until, reasons)
    for movement in movements:
        reasons.knows(register, "movements", movement)
    if not recipients:
        reasons.add(
            msg("Who may receive it is not said."),
            msg("Say it: {option}.", option="--recipient collective|individual|household"),
        )
    _check_code(register, honour, reasons)
    reasons.settle()
    happened = msg("Honour added: {name}", name=name)
    other = register.honours.get(honour.id)
    if other is not None:
        return _same(happened, other, honour, _term(other))
    return change(happened, with_record(register, "honours", honour, name=line))


def add_movement(
    register: Register,
    *,
    name: str,
    english: str | None = None,
    id: str | None = None,  # noqa: A002 - the record's own key
    aliases: tuple[str, ...] = (),
    launched_by: str | None = None,
    wave_of: str | None = None,
    since: str | None = None,
    until: str | None = None,
    theme: str | None = None,
    plans: tuple[Cite, ...] = (),
    sources: tuple[Cite, ...] = (),
    note: str | None = None,
) -> Change:
    """A new movement, or a wave of one.

    Raises:
        Refusal: every reason at once; the movement that has the id already is named.
    """
    movement = Movement(
        id=made_id(name, id),
        names=(DatedWords(vi=name, en=english),),
        aliases=aliases,
        launched_by=launched_by,
        wave_of=wave_of,
        since=since,
        until=until,
        theme=theme,
        plans=plans,
        sources=sources,
        note=note,
    )
    reasons = Reasons()
    _check_span(since, until, reasons)
    reasons.knows(register, "units", launched_by)
    reasons.knows(register, "movements", wave_of)
    reasons.settle()
    happened = msg("Movement added: {name}", name=name)
    other = register.movements.get(movement.id)
    if other is not None:
        return _same(happened, other, movement, _term(other))
    return change(happened, file_change(register, "movement", movement, name=movement.id))


def _same(
    happened: Message, other: Unit | Cluster | Honour | Movement, new: Unit | Cluster | Honour | Movement, name: str
) -> Change:
    """Nothing to do where the same is recorded; a refusal that names the other where the id is taken."""
    clash = msg(
        "The id “{id}” belongs to “{name}” already; give another with {option}.", id=new.id, name=name, option="--id"
    )
    if type(other) is not type(new):
        raise Refusal(clash)
    return already(happened, other, new, clash)


def _name(record: Unit | Cluster) -> str:
    return record.names[-1].name if record.names else record.id


def _term(record: Honour | Movement) -> str:
    return record.names[-1].vi if record.names else record.id


def _check_members(register: Register, units: tuple[str, ...], reasons: Reasons) -> None:
    for unit in dict.fromkeys(units):
        reasons.knows(register, "units", unit)
        if units.count(unit) > 1:
            reasons.add(
                msg("“{unit}” is listed {times} times; a member stands once.", unit=unit, times=units.count(unit))
            )


def _check_span(since: str | None, until: str | None, reasons: Reasons) -> None:
    if since and until and last(until) < first(since):
        reasons.add(msg("It ends ({until}) before it begins ({since}).", until=said(until), since=said(since)))


def _check_code(register: Register, honour: Honour, reasons: Reasons) -> None:
    for other in register.honours.values():
        if honour.code is not None and other.code == honour.code and other.id != honour.id:
            reasons.add(
                msg(
                    "The code “{code}” belongs to “{name}” ({id}) already.",
                    code=honour.code,
                    name=_term(other),
                    id=other.id,
                )
            )
