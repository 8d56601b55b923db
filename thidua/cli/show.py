"""thidua show: one record, whatever it is, with its sources."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Annotated, Any

import typer

from thidua.cli.app import App, examples
from thidua.cli.asking import quoted
from thidua.cli.cards import Card, Section, print_card
from thidua.cli.exits import ExitCode, Failure
from thidua.cli.find import check_kind
from thidua.cli.honoured import course
from thidua.cli.index import KINDS, Entry, entries, sure
from thidua.cli.language import N_
from thidua.cli.naming import resolve
from thidua.cli.options import Json
from thidua.cli.reading import open_register
from thidua.cli.records import Item, items
from thidua.cli.related import mentions, of_cluster, of_honour, of_period, of_unit, uses, waves
from thidua.cli.session import Session
from thidua.model.clusters import Cluster
from thidua.model.frameworks import Framework
from thidua.model.honours import Honour
from thidua.model.movements import Movement
from thidua.model.nominations import Nomination
from thidua.model.periods import Period
from thidua.model.regulations import Regulation
from thidua.model.sources import Source
from thidua.model.units import Unit
from thidua.reports.reading import Reading
from thidua.text.nearest import nearest
from thidua.text.say import Message, msg

app = App()

NOUNS = {"units": "unit", "clusters": "cluster", "honours": "honour", "movements": "movement"}


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


def show_noun(session: Session, records: str, typed: str, *, json: bool) -> None:
    """The card of a unit, cluster, honour or movement; ``records`` is an attribute of the register."""
    reading = Reading.of(open_register(session).register, session.console.voice.lang, session.today())
    own = resolve(reading.register, records, typed)
    kind = NOUNS[records]
    print_entry(session, next(entry for entry in entries(reading, kind) if entry.id == own), json=json)


def print_entry(session: Session, entry: Entry, *, json: bool) -> None:
    """The card of an entry: its own keys, then what the rest of the register says about it."""
    reading = entry.reading
    own: tuple[Item, ...] = ()
    sections: Sequence[Section] = ()
    if entry.kind == "person":
        sections = (mentions(reading, entry.id),)
    else:
        # Offices and successors are told below, with what became of them.
        own = tuple(items(reading, entry.record, without=("offices", "successors")))
        more = _SECTIONS.get(type(entry.record))
        sections = more(reading, entry.record) if more else ()
    card = Card(entry.kind, KINDS[entry.kind], entry.id, entry.name, entry.record, entry.at, own, tuple(sections))
    print_card(session, reading, card, json=json)


_SECTIONS: Mapping[type, Callable[[Reading, Any], Sequence[Section]]] = {
    Unit: of_unit,
    Cluster: of_cluster,
    Honour: of_honour,
    Movement: lambda reading, movement: (waves(reading, movement.id), uses(reading, "movements", movement.id)),
    Nomination: lambda reading, nomination: (course(reading, nomination),),
    Period: of_period,
    Source: lambda reading, source: (uses(reading, "sources", source.id),),
    Regulation: lambda reading, regulation: (uses(reading, "regulations", regulation.id),),
    Framework: lambda reading, framework: (uses(reading, "frameworks", framework.id),),
}
"""What else a reader asks about a record of this type."""


def _meant(typed: str, among: list[Entry]) -> Entry:
    """The one entry that is typed; Failure naming those there are where it is none or several."""
    found = [entry for entry in among if entry.id == typed] or sure(typed, among)
    if len(found) == 1:
        return found[0]
    raise _several(typed, found) if found else _none(typed, among)


_MANY = 20


def _several(typed: str, found: list[Entry]) -> Failure:
    more = (
        [msg("… and {count} more: thidua find {typed}", count=len(found) - _MANY, typed=quoted([typed]))]
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
        msg("To search: thidua find {typed}", typed=quoted([typed])),
    )
