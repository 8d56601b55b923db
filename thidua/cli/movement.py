"""thidua movement: the emulation movements of the register, and their waves."""

from __future__ import annotations

from functools import partial
from typing import Annotated

import typer

from thidua.cli.frame.app import App, examples
from thidua.cli.frame.console import Column
from thidua.cli.frame.language import N_
from thidua.cli.frame.options import DryRun, Json
from thidua.cli.frame.session import Session
from thidua.cli.parts.adding import Adding, Aliases, English, Id, Note, Since, Until, day, identifier, living
from thidua.cli.parts.cards import Row, cell, print_list
from thidua.cli.parts.citing import Sources, cites
from thidua.cli.parts.naming import resolve
from thidua.cli.parts.reading import open_register
from thidua.cli.parts.records import named
from thidua.cli.parts.showing import show_noun
from thidua.desk.entries import add_movement
from thidua.model.movements import Movement
from thidua.reports.reading import Reading
from thidua.text.days import covers
from thidua.text.say import msg

app = App(help=N_("Emulation movements"))

COLUMNS = {
    "id": Column(msg("ID"), whole=True),
    "name": Column(msg("NAME")),
    "wave_of": Column(msg("WAVE OF")),
    "launched_by": Column(msg("LAUNCHED BY")),
    "from": Column(msg("FROM")),
    "to": Column(msg("TO")),
}


@app.command(
    "list",
    help=N_("List the movements that run on the date, with the names of that date"),
    examples=examples(
        "thidua movement list", "thidua movement list --wave-of vi-an-ninh-to-quoc --all", "thidua movement list --json"
    ),
)
def list_movements(
    ctx: typer.Context,
    wave_of: Annotated[
        str | None, typer.Option("--wave-of", metavar=N_("MOVEMENT"), help=N_("only the waves of this movement"))
    ] = None,
    launched_by: Annotated[
        str | None, typer.Option("--launched-by", metavar=N_("UNIT"), help=N_("only movements that this unit launched"))
    ] = None,
    every: Annotated[bool, typer.Option("--all", help=N_("also movements that do not run on the date"))] = False,
    *,
    json: Json = False,
) -> None:
    session = Session.of(ctx)
    register, on = open_register(session).register, session.today()
    reading = Reading.of(register, session.console.voice.lang, on)
    whole = resolve(register, "movements", wave_of) if wave_of else None
    unit = living(register, "units", launched_by, on) if launched_by else None
    rows = [
        _row(reading, movement)
        for movement in register.movements.values()
        if (every or covers(movement.since, movement.until, on))
        and whole in (None, movement.wave_of)
        and unit in (None, movement.launched_by)
    ]
    print_list(session, COLUMNS, rows, json=json, empty=msg("No movement of the register is like that."))


def _row(reading: Reading, movement: Movement) -> Row:
    whole, unit = movement.wave_of, movement.launched_by
    return {
        "id": cell(movement.id),
        "name": cell(reading.term("movements", movement.id)),
        "wave_of": cell(whole, named(reading, "movements", whole) if whole else ""),
        "launched_by": cell(unit, reading.name(unit) if unit else None),
        "from": cell(movement.since, reading.day(movement.since)),
        "to": cell(movement.until, reading.day(movement.until)),
    }


@app.command(
    "show",
    help=N_("Show all that the register says about a movement"),
    examples=examples("thidua movement show vi-an-ninh-to-quoc", "thidua movement show 'thi dua yeu nuoc' --json"),
)
def show(
    ctx: typer.Context,
    movement: Annotated[
        str, typer.Argument(metavar=N_("MOVEMENT"), help=N_("the movement: id or name, accents optional"))
    ],
    *,
    json: Json = False,
) -> None:
    show_noun(Session.of(ctx), "movements", movement, json=json)


@app.command(
    "add",
    help=N_("Add a movement or a wave of one; what is not given is asked for on a terminal"),
    examples=examples(
        "thidua movement add --name 'Phong trào 001'",
        "thidua movement add --name 'Đợt 001' --wave-of vi-an-ninh-to-quoc --from 2024-10-01 --to 2024-12-31 --dry-run",
    ),
)
def add(
    ctx: typer.Context,
    *,
    name: Annotated[
        str | None, typer.Option("--name", metavar=N_("NAME"), help=N_("its name as it is written"))
    ] = None,
    wave_of: Annotated[
        str | None, typer.Option("--wave-of", metavar=N_("MOVEMENT"), help=N_("the movement it is a wave of"))
    ] = None,
    launched_by: Annotated[
        str | None, typer.Option("--launched-by", metavar=N_("UNIT"), help=N_("the unit that launched it"))
    ] = None,
    theme: Annotated[
        str | None, typer.Option("--theme", metavar=N_("TEXT"), help=N_("its theme as it is written"))
    ] = None,
    plan: Annotated[
        list[str] | None,
        typer.Option("--plan", metavar=N_("SOURCE"), help=N_("a plan that launched it, written like a source")),
    ] = None,
    english: English = None,
    alias: Aliases = None,
    id_: Id = None,
    since: Since = None,
    until: Until = None,
    source: Sources = None,
    note: Note = None,
    dry_run: DryRun = False,
) -> None:
    adding = Adding(Session.of(ctx), "thidua movement add", dry_run=dry_run)
    name = adding.ask.need("--name", name, msg("What is the movement called?"))
    launched_by = adding.ask.may(msg("Which unit launched it?"), launched_by, check=partial(adding.one, "units"))
    since = adding.ask.may(msg("On which day does it begin?"), since, check=day)
    until = adding.ask.may(msg("On which day does it end?"), until, check=day)
    adding.ask.settle()
    make = partial(
        add_movement,
        name=name or "",
        english=english,
        id=identifier("--id", id_),
        aliases=tuple(alias or ()),
        launched_by=adding.one("units", launched_by),
        wave_of=adding.one("movements", wave_of),
        since=day(since),
        until=day(until),
        theme=theme,
        plans=cites(adding.register, plan),
        sources=cites(adding.register, source),
        note=note,
    )
    adding.deliver(make, "thidua movement show {id}")
