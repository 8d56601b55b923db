"""What a clerk calls a record: id, name, short name, without accents, in any spelling. One match is used and named."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NoReturn

from thidua.cli.frame.exits import ExitCode, Failure
from thidua.model.clusters import Cluster
from thidua.model.honours import Honour
from thidua.model.movements import Movement
from thidua.model.register import Register
from thidua.model.units import Unit
from thidua.text.lookup import search
from thidua.text.nearest import nearest
from thidua.text.say import Message, msg

Known = Iterable[tuple[str, tuple[str, ...]]]

NOUNS = {
    "units": msg("unit"),
    "clusters": msg("emulation cluster"),
    "bodies": msg("cluster or unit"),
    "honours": msg("honour"),
    "movements": msg("emulation movement"),
}


def called(record: Unit | Cluster | Honour | Movement) -> tuple[str, ...]:
    """Every name, short name, code and other spelling of a record."""
    if isinstance(record, Honour | Movement):
        words = (word for name in record.names for word in (name.vi, name.en, name.short))
        return tuple(filter(None, (*words, *record.aliases, getattr(record, "code", None))))
    return tuple(filter(None, (word for name in record.names for word in (name.name, name.short))))


def known(register: Register, kind: str) -> Known:
    """Ids and names of all records of a kind (``units``, ``clusters``, ``bodies``, ``honours``, ``movements``)."""
    kinds = ("clusters", "units") if kind == "bodies" else (kind,)
    return ((record.id, called(record)) for each in kinds for record in getattr(register, each).values())


def resolve(register: Register, kind: str, typed: str) -> str:
    """The id of the one record that ``typed`` names.

    Raises Failure naming the candidates where it names several, and the nearest where it names none.
    """
    found = search(typed, known(register, kind))
    if len(found) == 1:
        return found[0]
    if found:
        return _several(register, kind, typed, found)
    return _none(register, kind, typed)


def _several(register: Register, kind: str, typed: str, found: tuple[str, ...]) -> NoReturn:
    names = dict(known(register, kind))
    raise Failure(
        ExitCode.USAGE,
        msg("“{typed}” names more than one {noun}; write the id of the one you mean:", typed=typed, noun=NOUNS[kind]),
        *(Message("  {id}  {name}", {"id": each, "name": next(iter(names[each]), "")}) for each in found),
    )


def _none(register: Register, kind: str, typed: str) -> NoReturn:
    near = nearest(typed, [word for name, words in known(register, kind) for word in (name, *words)])
    ids = dict.fromkeys(name for name, words in known(register, kind) if near and {name, *words} & set(near))
    raise Failure(
        ExitCode.USAGE,
        msg("The register has no {noun} “{typed}”.", noun=NOUNS[kind], typed=typed),
        *([msg("Did you mean: {near}?", near=", ".join(ids))] if ids else []),
        msg("To search: thidua find {typed}", typed=typed),
    )


def resolve_period(register: Register, body: str, typed: str | None) -> str:
    """The id of the period of a body; where none is typed, the body's only or latest one.

    Raises Failure where the body has no such period.
    """
    periods = sorted(period for period, of in register.periods if of == body)
    if typed is None and periods:
        return max(periods, key=lambda period: register.periods[period, body].until)
    if typed in periods:
        return typed
    raise Failure(
        ExitCode.USAGE,
        msg("Period {period} of “{body}” is not recorded.", period=typed or "…", body=body),
        *([msg("Recorded: {known}.", known=", ".join(periods))] if periods else []),
        msg("To begin it: {command}.", command=f"thidua new-period {body} {typed or ''}".rstrip()),
    )
