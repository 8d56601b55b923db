"""What the commands that add a record share: options, and the way to the register."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any

import typer

from thidua.cli.frame.exits import ExitCode, Failure
from thidua.cli.frame.language import N_
from thidua.cli.frame.session import Session
from thidua.cli.parts.asking import Asker, one_of
from thidua.cli.parts.delivering import Make, deliver
from thidua.cli.parts.places import resolve_likely
from thidua.cli.parts.reading import Opened, open_register
from thidua.desk.change import Change
from thidua.model.clusters import Cluster
from thidua.model.fields import ID
from thidua.model.register import Document, Register, records_of
from thidua.model.terms import LABELS
from thidua.model.timeline import exists, name_on
from thidua.model.units import Unit
from thidua.text.days import parse_day
from thidua.text.letters import slug
from thidua.text.say import msg

Id = Annotated[
    str | None, typer.Option("--id", metavar=N_("ID"), help=N_("its id; otherwise one is made from the name"))
]
English = Annotated[str | None, typer.Option("--english", metavar=N_("NAME"), help=N_("its name in English"))]
Aliases = Annotated[
    list[str] | None,
    typer.Option("--alias", metavar=N_("NAME"), help=N_("another spelling or short form; may be repeated")),
]
Movements = Annotated[
    list[str] | None,
    typer.Option("--movement", metavar=N_("MOVEMENT"), help=N_("an emulation movement; may be repeated")),
]
Since = Annotated[str | None, typer.Option("--from", metavar=N_("DATE"), help=N_("its first day, if it is known"))]
Until = Annotated[str | None, typer.Option("--to", metavar=N_("DATE"), help=N_("its last day, if it is known"))]
Note = Annotated[str | None, typer.Option("--note", metavar=N_("TEXT"), help=N_("a remark"))]


class Adding:
    """One record on its way into the register: what is missing is asked for or named, the change is delivered."""

    def __init__(self, session: Session, command: str, *, dry_run: bool) -> None:
        self.opened: Opened = open_register(session, writing=not dry_run)
        self.register: Register = self.opened.register
        self.ask = Asker(session, command)
        self.session = session
        self._dry_run = dry_run

    def one(self, kind: str, typed: str | None) -> str | None:
        """The id of the record that is typed; ``kind`` is an attribute of the register."""
        return living(self.register, kind, typed, self.session.today()) if typed else None

    def many(self, kind: str, typed: list[str] | None) -> tuple[str, ...]:
        """The ids of the records typed, in their order."""
        return tuple(living(self.register, kind, each, self.session.today()) for each in typed or ())

    def named(self, unit: str) -> str:
        """Name and id of a unit."""
        return f"{name_on(self.register.units[unit], self.session.today())} ({unit})"

    def word(self, vocabulary: str, place: str, typed: str | None) -> Any:
        """The value of a closed vocabulary that is typed, by itself or by its word; None where nothing is."""
        return word(self.session, vocabulary, place, typed)

    def words(self, vocabulary: str) -> Mapping[str, str]:
        """The values of a closed vocabulary with their words, to choose from."""
        return {value: self.session.console.voice(word) for value, word in LABELS[vocabulary].items()}

    def deliver(self, make: Make, following: str) -> None:
        """Writes what ``make`` changes and names the next command, in which ``{id}`` is the id of the new record."""
        change = deliver(self.session, self.opened, make, dry_run=self._dry_run)
        if change:
            self.session.console.say(msg("Next: {command}", command=following.format(id=_added(change))))


def living(register: Register, kind: str, typed: str, on: date) -> str:
    """The id of the record that is typed; where several are meant, the only one that exists on the day."""
    records = (
        getattr(register, kind).values()
        if kind != "bodies"
        else (*register.clusters.values(), *register.units.values())
    )
    bodies = (record for record in records if isinstance(record, Unit | Cluster))
    return resolve_likely(register, kind, typed, {body.id for body in bodies if exists(body, on)})


def word(session: Session, vocabulary: str, place: str, typed: str | None) -> Any:
    """The value of a closed vocabulary that is typed, by itself or by its word; None where nothing is."""
    return one_of(session, LABELS[vocabulary], place, typed) if typed else None


def parts(typed: str | None) -> list[str]:
    """What is typed with commas between."""
    return [part for part in map(str.strip, (typed or "").split(",")) if part]


def day(typed: str | None) -> str | None:
    """A day as a clerk writes it; MisreadError where it is none."""
    return parse_day(typed) if typed else None


def identifier(place: str, typed: str | None) -> str | None:
    """An id as it may stand in a file; Failure with one made from what is typed."""
    if typed is None or re.fullmatch(ID, typed):
        return typed
    raise Failure(
        ExitCode.USAGE,
        msg("{place}: “{typed}” is no id: small letters without accents, digits and “-”.", place=place, typed=typed),
        msg("Such as: {place} {id}", place=place, id=slug(typed)),
    )


def _added(change: Change) -> str:
    """The id of the record that a change adds; empty where it adds none."""
    for file in change.files:
        before = records_of(Document(file.file, file.kind, file.before)) if file.before else ()
        known = {getattr(record, "id", "") for record in before}
        for record in records_of(Document(file.file, file.kind, file.after)):
            if (new := getattr(record, "id", "")) not in known:
                return str(new)
    return ""
