"""thidua show: one record, whatever it is, with its sources."""

from __future__ import annotations

from typing import Annotated

import typer

from thidua.cli.frame.app import App, examples
from thidua.cli.frame.exits import ExitCode, Failure
from thidua.cli.frame.language import N_
from thidua.cli.frame.options import Json
from thidua.cli.frame.session import Session
from thidua.cli.parts.asking import quoted
from thidua.cli.parts.index import KINDS, Entry, check_kind, entries, sure
from thidua.cli.parts.reading import open_register
from thidua.cli.parts.showing import print_entry
from thidua.reports.reading import Reading
from thidua.text.nearest import nearest
from thidua.text.say import Message, msg

app = App()


@app.command(
    "show",
    help=N_(
        "Show one record with its sources. ID is the id of a unit, cluster, honour, movement, person, source, regulation,"
        " framework or decision; PERIOD/BODY for a period; PERIOD/BODY/ID for an event, vote, recognition or proposal;"
        " PERIOD/BODY/NOMINEE/HONOUR for a nomination. A name does where only one record bears it."
    ),
    examples=examples(
        "thidua show ca-nam-dinh",
        "thidua show 2024/bca-cum-5",
        "thidua show 2024/bca-cum-5/suy-ton --json",
        "thidua show 2024/bca-cum-5/ca-nam-dinh/co-thi-dua-chinh-phu",
        "thidua show luat-06-2022",
    ),
)
def show(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(metavar=N_("ID"), help=N_("the record: its id, or a name, accents optional"))],
    kind: Annotated[
        str | None,
        typer.Option("--kind", metavar="|".join(KINDS), help=N_("the kind of record, where several have the id")),
    ] = None,
    *,
    json: Json = False,
) -> None:
    session = Session.of(ctx)
    check_kind(kind)
    reading = Reading.of(open_register(session).register, session.console.voice.lang, session.today())
    among = list(entries(reading, kind))
    print_entry(session, _meant(name, among), json=json)


def _meant(typed: str, among: list[Entry]) -> Entry:
    """The one entry that is typed; Failure naming those there are where it is none or several."""
    found = [entry for entry in among if entry.id == typed] or sure(typed, among)
    if len(found) == 1:
        return found[0]
    raise _several(typed, found) if found else _none(typed, among)


_MANY = 20


def _several(typed: str, found: list[Entry]) -> Failure:
    more = (
        [msg("… and {count} more: {command}", count=len(found) - _MANY, command=quoted(["thidua", "find", typed]))]
        if len(found) > _MANY
        else []
    )
    return Failure(
        ExitCode.USAGE,
        msg(
            "“{typed}” is more than one record; write the id of the one you mean, and --kind where the id is the same:",
            typed=typed,
        ),
        *(
            Message("  {id}  {kind}  {name}", {"id": e.id, "kind": KINDS[e.kind], "name": e.name})
            for e in found[:_MANY]
        ),
        *more,
    )


def _none(typed: str, among: list[Entry]) -> Failure:
    near = nearest(typed, [word for entry in among for word in (entry.id, entry.name)])
    ids = dict.fromkeys(entry.id for entry in among if {entry.id, entry.name} & set(near))
    return Failure(
        ExitCode.USAGE,
        msg("The register has no record “{typed}”.", typed=typed),
        *([msg("Did you mean: {near}?", near=", ".join(ids))] if ids else []),
        msg("To search: {command}", command=quoted(["thidua", "find", typed])),
    )
