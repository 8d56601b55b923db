"""thidua unit: the units of the register."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import Annotated

import typer

from thidua.cli.frame.app import App, examples
from thidua.cli.frame.console import Column
from thidua.cli.frame.language import N_
from thidua.cli.frame.options import DryRun, Json
from thidua.cli.frame.session import Session
from thidua.cli.parts.adding import Adding, Id, Note, Since, day, identifier, living
from thidua.cli.parts.cards import Row, cell, print_list
from thidua.cli.parts.citing import Sources, cites
from thidua.cli.parts.reading import open_register
from thidua.cli.parts.showing import show_noun
from thidua.desk.entries import add_unit
from thidua.model.register import Register
from thidua.model.terms import kind_of_unit
from thidua.model.timeline import exists, members_on, name_on, parent_on
from thidua.model.units import Unit
from thidua.text.letters import fold
from thidua.text.say import msg

app = App(help=N_("Units: list, show, add"))

COLUMNS = {
    "id": Column(msg("ID"), whole=True),
    "name": Column(msg("NAME")),
    "kind": Column(msg("KIND")),
    "parent": Column(msg("SUPERIOR UNIT")),
    "clusters": Column(msg("CLUSTER")),
}


@app.command(
    "list",
    help=N_("List the units that exist on the date, with their names, superiors and clusters of that date"),
    examples=examples(
        "thidua unit list",
        "thidua unit list --parent ca-kon-tum",
        "thidua unit list --kind provincial-police --json",
        "thidua unit list --all --today 2025-07-01",
    ),
)
def list_units(
    ctx: typer.Context,
    kind: Annotated[str | None, typer.Option("--kind", metavar=N_("KIND"), help=N_("only units of this kind"))] = None,
    parent: Annotated[
        str | None, typer.Option("--parent", metavar=N_("UNIT"), help=N_("only units under this one on the date"))
    ] = None,
    every: Annotated[bool, typer.Option("--all", help=N_("also units that do not exist on the date"))] = False,
    *,
    json: Json = False,
) -> None:
    session = Session.of(ctx)
    register, on = open_register(session).register, session.today()
    under = living(register, "units", parent, on) if parent else None
    kind = _meant(_kinds(session, register), kind)
    clusters: dict[str, list[str]] = {}
    for cluster in register.clusters.values():
        for member in members_on(register, cluster, on):
            clusters.setdefault(member.unit, []).append(cluster.id)
    units = (
        unit
        for unit in register.units.values()
        if (every or exists(unit, on)) and kind in (None, unit.kind) and under in (None, parent_on(unit, on))
    )
    rows = [_row(register, unit, clusters.get(unit.id, []), on) for unit in units]
    print_list(session, COLUMNS, rows, json=json, empty=msg("No unit of the register is like that."))


def _kinds(session: Session, register: Register) -> dict[str, str]:
    """The kinds of unit on record, each with the word for it and itself."""
    known = sorted({unit.kind for unit in register.units.values()})
    words = ((kind, session.console.voice(kind_of_unit(kind))) for kind in known)
    return {kind: word if word == kind else f"{word} ({kind})" for kind, word in words}


def _meant(kinds: Mapping[str, str], typed: str | None) -> str | None:
    """The kind that is typed by its word; anything else as it was typed."""
    by_word = {fold(shown.removesuffix(f" ({kind})")): kind for kind, shown in kinds.items()}
    return by_word.get(fold(typed), typed) if typed else typed


def _kind_typed(kinds: Mapping[str, str], typed: str | None) -> str | None:
    """The kind that is typed, by itself or by its word; Failure where it can be none."""
    return identifier("--kind", _meant(kinds, typed))


def _row(register: Register, unit: Unit, clusters: list[str], on: date) -> Row:
    parent = parent_on(unit, on)
    superior = register.units.get(parent or "")
    return {
        "id": cell(unit.id),
        "name": cell(name_on(unit, on)),
        "kind": cell(unit.kind, kind_of_unit(unit.kind)),
        "parent": cell(parent, name_on(superior, on) if superior else parent),
        "clusters": cell(clusters, ", ".join(clusters)),
    }


@app.command(
    "show",
    help=N_("Show all that the register says about a unit"),
    examples=examples("thidua unit show 'nam dinh'", "thidua unit show ca-nam-dinh --json"),
)
def show(
    ctx: typer.Context,
    unit: Annotated[str, typer.Argument(metavar=N_("UNIT"), help=N_("the unit: id or name, accents optional"))],
    *,
    json: Json = False,
) -> None:
    show_noun(Session.of(ctx), "units", unit, json=json)


@app.command(
    "add",
    help=N_("Add a unit; what is not given is asked for on a terminal"),
    examples=examples(
        "thidua unit add --name 'Đơn vị 001' --kind department --parent ca-hung-yen",
        "thidua unit add --name 'Đơn vị 002' --kind department --parent ca-hung-yen --from 2024-06-01 --dry-run",
    ),
)
def add(
    ctx: typer.Context,
    *,
    name: Annotated[
        str | None, typer.Option("--name", metavar=N_("NAME"), help=N_("its name as it is written"))
    ] = None,
    kind: Annotated[
        str | None, typer.Option("--kind", metavar=N_("KIND"), help=N_("what kind of unit it is, such as department"))
    ] = None,
    parent: Annotated[str | None, typer.Option("--parent", metavar=N_("UNIT"), help=N_("its superior unit"))] = None,
    short: Annotated[str | None, typer.Option("--short", metavar=N_("NAME"), help=N_("its short name"))] = None,
    tier: Annotated[str | None, typer.Option("--tier", metavar=N_("TIER"), help=N_("its tier: A, B, C"))] = None,
    seat: Annotated[str | None, typer.Option("--seat", metavar=N_("PLACE"), help=N_("its administrative seat"))] = None,
    id_: Id = None,
    since: Since = None,
    source: Sources = None,
    note: Note = None,
    dry_run: DryRun = False,
) -> None:
    adding = Adding(Session.of(ctx), "thidua unit add", dry_run=dry_run)
    kinds = _kinds(adding.session, adding.register)
    kind_typed = partial(_kind_typed, kinds)
    name = adding.ask.need("--name", name, msg("What is the unit called?"))
    kind = adding.ask.need(
        "--kind",
        kind,
        msg("What kind of unit is it? On record: {kinds}.", kinds=", ".join(kinds.values())),
        check=kind_typed,
    )
    parent = adding.ask.may(msg("Which is its superior unit?"), parent, check=partial(adding.one, "units"))
    adding.ask.settle()
    make = partial(
        add_unit,
        name=name or "",
        kind=kind_typed(kind) or "",
        superior=adding.one("units", parent),
        id=identifier("--id", id_),
        short=short,
        tier=tier,
        begin=day(since),
        seat=seat,
        sources=cites(adding.register, source),
        note=note,
    )
    adding.deliver(make, "thidua unit show {id}")
