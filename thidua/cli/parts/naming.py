"""What a clerk calls a record: id, name, short name, without accents, in any spelling. One match is used and named."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NoReturn

from thidua.cli.frame.exits import ExitCode, Failure
from thidua.cli.parts.asking import quoted
from thidua.model.clusters import Cluster
from thidua.model.fields import PERIOD
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
    if found and not (kind in {"bodies", "clusters"} and is_period(typed)):
        return _several(register, kind, typed, found)
    return _none(register, kind, typed)


def _several(register: Register, kind: str, typed: str, found: tuple[str, ...]) -> NoReturn:
    raise Failure(
        ExitCode.USAGE,
        msg("“{typed}” names more than one {noun}; write the id of the one you mean:", typed=typed, noun=NOUNS[kind]),
        *listed(register, kind, found),
    )


def nearby(register: Register, kind: str, typed: str) -> tuple[str, ...]:
    """The ids of the records whose id or name is nearest to what is typed."""
    near = set(nearest(typed, [word for name, words in known(register, kind) for word in (name, *words)]))
    return tuple(dict.fromkeys(name for name, words in known(register, kind) if near & {name, *words}))


def listed(register: Register, kind: str, ids: Iterable[str]) -> Iterator[Message]:
    """One line a record: id and name."""
    names = dict(known(register, kind))
    return (Message("  {id}  {name}", {"id": each, "name": next(iter(names[each]), "")}) for each in ids)


def _as_another(register: Register, kind: str, typed: str) -> Iterator[Message]:
    """What is typed, where it is on record, but as something else."""
    if is_period(typed):
        yield msg("“{typed}” is a period: write it behind the name, or as {option}.", typed=typed, option="--period")
    for other, noun in NOUNS.items():
        own = other in {kind, "bodies"} or (kind == "bodies" and other in {"units", "clusters"})
        found = () if own else search(typed, known(register, other))
        if len(found) == 1:
            name = next(iter(dict(known(register, other))[found[0]]), "")
            yield msg(
                "“{typed}” is on record as {noun}: {name} ({id}).", typed=typed, noun=noun, name=name, id=found[0]
            )


def is_period(typed: str) -> bool:
    """Whether this is how a period is written, on record or not."""
    return re.fullmatch(PERIOD, typed.strip()) is not None


def period_typed(typed: str) -> str:
    """The period typed, on record or not; Failure where it is written like none."""
    if not is_period(typed):
        raise no_period(typed)
    return typed.strip()


def body_then_period(register: Register, command: str, body: str | None, period: str | None) -> None:
    """Raises Failure with the right command where a period stands in the place of the body."""
    if body and is_period(body) and register.body(body) is None:
        right = quoted([*command.split(), *((period,) if period else ("-p",)), body])
        raise Failure(
            ExitCode.USAGE,
            msg("“{typed}” is a period; the cluster or unit comes first.", typed=body),
            msg("Write: {command}", command=right),
        )


def _none(register: Register, kind: str, typed: str) -> NoReturn:
    ids = nearby(register, kind, typed)
    raise Failure(
        ExitCode.USAGE,
        msg("The register has no {noun} “{typed}”.", noun=NOUNS[kind], typed=typed),
        *_as_another(register, kind, typed),
        *([msg("Did you mean:"), *listed(register, kind, ids)] if ids else []),
        msg("To search: {command}", command=quoted(["thidua", "find", typed])),
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
    recorded = [msg("Recorded: {known}.", known=", ".join(periods))] if periods else []
    if typed and not is_period(typed):
        raise no_period(typed, *recorded)
    raise Failure(
        ExitCode.USAGE,
        msg("Period {period} of “{body}” is not recorded.", period=typed or "…", body=body),
        *recorded,
        msg("To begin it: {command}", command=f"thidua new-period {body} {typed or ''}".rstrip()),
    )


def no_period(typed: str, *recorded: Message) -> Failure:
    """For what is written like no period at all."""
    return Failure(
        ExitCode.USAGE, msg("“{period}” is no period: write a year (2024) or two (2024-2025).", period=typed), *recorded
    )
