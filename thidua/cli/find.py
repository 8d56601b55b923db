"""thidua find: everything on record that bears some words, accents optional."""

from __future__ import annotations

from typing import Annotated

import typer

from thidua.cli.frame.app import App, examples
from thidua.cli.frame.console import Column
from thidua.cli.frame.language import N_
from thidua.cli.frame.options import Json
from thidua.cli.frame.session import Session
from thidua.cli.parts.asking import quoted
from thidua.cli.parts.cards import Row, cell, print_list
from thidua.cli.parts.index import KINDS, Entry, check_kind, entries, find
from thidua.cli.parts.reading import open_register
from thidua.cli.parts.records import where
from thidua.reports.reading import Reading
from thidua.text.nearest import nearest
from thidua.text.say import msg

app = App()

COLUMNS = {
    "id": Column(msg("ID"), whole=True),
    "kind": Column(msg("KIND")),
    "name": Column(msg("NAME")),
    "where": Column(msg("WHERE"), whole=True),
}


@app.command(
    "find",
    help=N_(
        "Find units, persons, clusters, honours, movements, periods, events, nominations, votes, decisions and sources by"
        " any of their names, accents optional; a word may be the beginning of one. Where nothing is found, that is said,"
        " the nearest names are given, and the exit code is 0."
    ),
    examples=examples(
        "thidua find nam dinh",
        "thidua find 'Vũ Đức Cường'",
        "thidua find co thi dua --kind honour",
        "thidua find cum 5 --json",
    ),
)
def search(
    ctx: typer.Context,
    text: Annotated[
        list[str], typer.Argument(metavar=N_("TEXT"), help=N_("words of a name, in any order and spelling"))
    ],
    kind: Annotated[
        str | None, typer.Option("--kind", metavar="|".join(KINDS), help=N_("only records of this kind"))
    ] = None,
    *,
    json: Json = False,
) -> None:
    session = Session.of(ctx)
    check_kind(kind)
    reading = Reading.of(open_register(session).register, session.console.voice.lang, session.today())
    among = list(entries(reading, kind))
    typed = " ".join(text)
    rows = [_row(entry) for entry in find(typed, among)]
    print_list(session, COLUMNS, rows, json=json, empty=msg("Nothing on record is called “{typed}”.", typed=typed))
    if rows:
        session.console.say(
            msg("To see one of them: {command}", command=quoted(["thidua", "show", str(rows[0]["id"][0])]))
        )
    elif near := _near(typed, among):
        session.console.say(msg("Did you mean: {near}?", near=", ".join(near)))


def _near(typed: str, among: list[Entry]) -> tuple[str, ...]:
    return nearest(typed, dict.fromkeys(word for entry in among for word in (entry.name, *entry.words) if word))


def _row(entry: Entry) -> Row:
    place = where(entry.at)
    return {
        "kind": cell(entry.kind, KINDS[entry.kind]),
        "id": cell(entry.id),
        "name": cell(entry.name),
        "where": cell(place, place or ""),
    }
