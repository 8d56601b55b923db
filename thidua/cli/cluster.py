"""thidua cluster: the clusters and blocs of the register."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Annotated

import typer

from thidua.cli.frame.app import App, examples
from thidua.cli.frame.console import Column
from thidua.cli.frame.exits import ExitCode, Failure
from thidua.cli.frame.language import N_
from thidua.cli.frame.options import DryRun, Json
from thidua.cli.frame.session import Session
from thidua.cli.parts.adding import Adding, Id, Movements, Note, Since, day, identifier, living, parts, word
from thidua.cli.parts.cards import Row, cell, print_list
from thidua.cli.parts.citing import Sources, cites
from thidua.cli.parts.reading import open_register
from thidua.cli.parts.showing import show_noun
from thidua.desk.entries import add_cluster
from thidua.model.clusters import Cluster, OfficeName
from thidua.model.register import Register
from thidua.model.terms import label
from thidua.model.timeline import holders_on, members_on, name_on, stands
from thidua.reports.lines import Text
from thidua.reports.reading import NOT_RECORDED
from thidua.text.days import said
from thidua.text.say import Message, msg

app = App(help=N_("Emulation clusters and blocs"))

COLUMNS = {
    "id": Column(msg("ID"), whole=True),
    "name": Column(msg("NAME")),
    "kind": Column(msg("KIND")),
    "organiser": Column(msg("ORGANISER")),
    "members": Column(msg("MEMBERS"), right=True),
    "chair": Column(msg("CHAIR")),
    "vice_chair": Column(msg("VICE-CHAIR")),
}


@app.command(
    "list",
    help=N_("List the clusters that stand on the date, with members, chair and vice-chair of that date"),
    examples=examples(
        "thidua cluster list",
        "thidua cluster list --organiser ca-kon-tum",
        "thidua cluster list --kind khoi --json",
        "thidua cluster list --today 2025-07-01 --all",
    ),
)
def list_clusters(
    ctx: typer.Context,
    kind: Annotated[
        str | None, typer.Option("--kind", metavar="cum|khoi|khu-vuc|to", help=N_("only clusters of this kind"))
    ] = None,
    organiser: Annotated[
        str | None, typer.Option("--organiser", metavar=N_("UNIT"), help=N_("only clusters that this unit organises"))
    ] = None,
    member: Annotated[
        str | None,
        typer.Option("--member", metavar=N_("UNIT"), help=N_("only clusters of which this unit is a member")),
    ] = None,
    every: Annotated[bool, typer.Option("--all", help=N_("also clusters that do not stand on the date"))] = False,
    *,
    json: Json = False,
) -> None:
    session = Session.of(ctx)
    register, on = open_register(session).register, session.today()
    sort = word(session, "cluster kind", "--kind", kind)
    under = living(register, "units", organiser, on) if organiser else None
    unit = living(register, "units", member, on) if member else None
    rows = [
        _row(register, cluster, on)
        for cluster in register.clusters.values()
        if (every or stands(register, cluster, on))
        and sort in (None, cluster.kind)
        and under in (None, cluster.organiser)
        and (unit is None or any(each.unit == unit for each in members_on(register, cluster, on)))
    ]
    print_list(session, COLUMNS, rows, json=json, empty=msg("No cluster of the register is like that."))
    hidden = 0 if every else sum(not stands(register, cluster, on) for cluster in register.clusters.values())
    if hidden:
        session.console.say(
            msg(
                "Clusters that do not stand on {day} and are left out: {count}. Also those: --all",
                day=said(on),
                count=hidden,
            )
        )


def _row(register: Register, cluster: Cluster, on: date) -> Row:
    members = [each.unit for each in members_on(register, cluster, on)]
    whole = cluster.members_known == "all" and (members or not cluster.members)
    known = msg("{count} known", count=len(members)) if members else NOT_RECORDED
    organiser = register.units.get(cluster.organiser)
    return {
        "id": cell(cluster.id),
        "name": cell(name_on(cluster, on)),
        "kind": cell(cluster.kind, label("cluster kind", cluster.kind)),
        "organiser": cell(cluster.organiser, name_on(organiser, on) if organiser else cluster.organiser),
        "members": cell(members, str(len(members)) if whole else known),
        "members_known": cell(cluster.members_known),
        "chair": _holders(register, cluster, "chair", on),
        "vice_chair": _holders(register, cluster, "vice-chair", on),
    }


def _holders(register: Register, cluster: Cluster, office: OfficeName, on: date) -> tuple[object, Text]:
    """Units, or persons where no unit is recorded, that hold the office on the day."""
    offices = [term.office for term in holders_on(register, cluster, office, on)]
    ids = [each.unit or (each.person.name if each.person else None) for each in offices]
    units = [register.units.get(each or "") for each in ids]
    names = [name_on(unit, on) if unit else each for unit, each in zip(units, ids, strict=True)]
    return [each for each in ids if each], ", ".join(filter(None, names)) or NOT_RECORDED


@app.command(
    "show",
    help=N_("Show all that the register says about a cluster"),
    examples=examples("thidua cluster show bca-cum-5", "thidua cluster show 'khoi thi dua so 3' --json"),
)
def show(
    ctx: typer.Context,
    cluster: Annotated[
        str, typer.Argument(metavar=N_("CLUSTER"), help=N_("the cluster: id or name, accents optional"))
    ],
    *,
    json: Json = False,
) -> None:
    show_noun(Session.of(ctx), "clusters", cluster, json=json)


@app.command(
    "add",
    help=N_("Add a cluster or bloc; what is not given is asked for on a terminal"),
    examples=examples(
        "thidua cluster add --kind khoi --organiser ca-hung-yen --name 'Khối 001'",
        "thidua cluster add --kind cum --organiser bo-cong-an --name 'Cụm 001' --number 001"
        " --member ca-hung-yen --member ca-nam-dinh --from 2024-01-01 --all-members --dry-run",
    ),
)
def add(
    ctx: typer.Context,
    *,
    kind: Annotated[
        str | None, typer.Option("--kind", metavar="cum|khoi|khu-vuc|to", help=N_("cluster, bloc, area or group"))
    ] = None,
    organiser: Annotated[
        str | None, typer.Option("--organiser", metavar=N_("UNIT"), help=N_("the unit that set it up"))
    ] = None,
    name: Annotated[
        str | None, typer.Option("--name", metavar=N_("NAME"), help=N_("its name as it is written"))
    ] = None,
    number: Annotated[
        str | None, typer.Option("--number", metavar=N_("NUMBER"), help=N_("its number, such as 5"))
    ] = None,
    member: Annotated[
        list[str] | None,
        typer.Option("--member", metavar=N_("UNIT"), help=N_("a member, in the order of rotation; may be repeated")),
    ] = None,
    all_members: Annotated[bool, typer.Option("--all-members", help=N_("the members given are all there are"))] = False,
    movement: Movements = None,
    regulation: Annotated[
        str | None, typer.Option("--regulation", metavar=N_("ID"), help=N_("the regulation it follows"))
    ] = None,
    id_: Id = None,
    since: Since = None,
    source: Sources = None,
    note: Note = None,
    dry_run: DryRun = False,
) -> None:
    if all_members and not member:
        raise Failure(ExitCode.USAGE, msg("{one} needs {other}.", one="--all-members", other="--member"))
    adding = Adding(Session.of(ctx), "thidua cluster add", dry_run=dry_run)
    kind = adding.ask.need("--kind", kind, msg("What kind of cluster is it?"), adding.words("cluster kind"))
    organiser = adding.ask.need(
        "--organiser", organiser, msg("Which unit set it up?"), check=partial(adding.one, "units")
    )
    name = adding.ask.need("--name", name, msg("What is the cluster called?"))
    number = adding.ask.may(msg("Which number does it have?"), number)
    listed = adding.ask.may(
        msg("Which units are its members, in the order of rotation? With commas between."),
        ",".join(member) if member else None,
        check=lambda typed: adding.many("units", parts(typed)),
    )
    member = member or parts(listed)
    since = adding.ask.may(msg("On which day does it begin?"), since, check=day)
    if member and not all_members and adding.ask.asked:
        all_members = adding.ask.may(msg("Are these all its members?"), None, _whole(adding)) == "all"
    adding.ask.settle()
    sort, under = adding.word("cluster kind", "--kind", kind), adding.one("units", organiser) or ""
    members = adding.many("units", member)
    make = partial(
        add_cluster,
        kind=sort,
        organiser=under,
        name=name or "",
        number=number,
        id=identifier("--id", id_),
        begin=day(since),
        members=members,
        members_known="all" if all_members else "some" if member else None,
        movements=adding.many("movements", movement),
        regulation=regulation,
        sources=cites(adding.register, source),
        note=note,
    )
    adding.session.console.say(
        Message("{name}: {kind}", {"name": name, "kind": label("cluster kind", sort)}),
        msg("Organiser: {name}", name=adding.named(under)),
        msg("Members: {names}", names="; ".join(map(adding.named, members)) or NOT_RECORDED),
    )
    adding.deliver(make, "thidua new-period {id} " + str(Session.of(ctx).today().year))


def _whole(adding: Adding) -> dict[str, str]:
    """Whether a list of members is all of it, to choose from."""
    voice = adding.session.console.voice
    return {"all": voice(msg("yes, all of them")), "some": voice(msg("no, or it is not known"))}
