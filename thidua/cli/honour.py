"""thidua honour: the titles, commendation forms and recognitions that the register knows."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Annotated

import typer

from thidua.cli.frame.app import App, examples
from thidua.cli.frame.console import Column
from thidua.cli.frame.language import N_
from thidua.cli.frame.options import DryRun, Json
from thidua.cli.frame.session import Session
from thidua.cli.parts.adding import Adding, Aliases, English, Id, Movements, Note, Since, Until, day, identifier, word
from thidua.cli.parts.cards import Row, cell, print_list
from thidua.cli.parts.citing import Sources, cites
from thidua.cli.parts.reading import open_register
from thidua.cli.parts.records import together
from thidua.cli.parts.showing import show_noun
from thidua.desk.entries import add_honour
from thidua.model.honours import Honour
from thidua.model.terms import label
from thidua.model.timeline import term_on
from thidua.text.days import covers
from thidua.text.say import msg

app = App(help=N_("Titles, commendation forms and recognitions"))

CATEGORIES = "title|form|recognition"
LEVELS = "state|government|ministry|province|command|grassroots"
RECIPIENTS = "collective|individual|household"

Level = Annotated[str | None, typer.Option("--level", metavar=LEVELS, help=N_("the level at which it is decided"))]
Grade = Annotated[int | None, typer.Option("--class", min=1, help=N_("its class: 1, 2, 3"))]
Authority = Annotated[str | None, typer.Option("--authority", metavar=N_("TEXT"), help=N_("who decides"))]
Cadence = Annotated[
    str | None,
    typer.Option("--cadence", metavar="yearly|eligible|movement|seniority|sudden", help=N_("when it is considered")),
]
Code = Annotated[str | None, typer.Option("--code", metavar=N_("CODE"), help=N_("its short code, such as CO_CP"))]

COLUMNS = {
    "id": Column(msg("ID"), whole=True),
    "name": Column(msg("NAME")),
    "category": Column(msg("CATEGORY")),
    "level": Column(msg("LEVEL")),
    "recipients": Column(msg("FOR")),
    "confirmed": Column(msg("CONFIRMED")),
}


@app.command(
    "list",
    help=N_("List the honours that can be given on the date, with the names of that date"),
    examples=examples(
        "thidua honour list",
        "thidua honour list --category title --level ministry",
        "thidua honour list --for individual --json",
    ),
)
def list_honours(
    ctx: typer.Context,
    category: Annotated[
        str | None, typer.Option("--category", metavar=CATEGORIES, help=N_("only honours of this category"))
    ] = None,
    level: Annotated[str | None, typer.Option("--level", metavar=LEVELS, help=N_("only honours of this level"))] = None,
    recipient: Annotated[
        str | None, typer.Option("--for", metavar=RECIPIENTS, help=N_("only honours that they may receive"))
    ] = None,
    every: Annotated[bool, typer.Option("--all", help=N_("also honours that cannot be given on the date"))] = False,
    *,
    json: Json = False,
) -> None:
    session = Session.of(ctx)
    on = session.today()
    sort = word(session, "category", "--category", category)
    height = word(session, "level", "--level", level)
    kind = word(session, "recipient kind", "--for", recipient)
    rows = [
        _row(honour, on, session.console.voice.lang)
        for honour in open_register(session).register.honours.values()
        if (every or covers(honour.since, honour.until, on))
        and sort in (None, honour.category)
        and height in (None, honour.level)
        and kind in (None, *honour.recipients)
    ]
    print_list(session, COLUMNS, rows, json=json, empty=msg("No honour of the register is like that."))


def _row(honour: Honour, on: date, lang: str) -> Row:
    return {
        "id": cell(honour.id),
        "code": cell(honour.code),
        "name": cell(term_on(honour, on, lang)),
        "category": cell(honour.category, label("category", honour.category)),
        "level": cell(honour.level, label("level", honour.level) if honour.level else None),
        "recipients": cell(
            list(honour.recipients), together([label("recipient kind", each) for each in honour.recipients], ", ")
        ),
        "from": cell(honour.since),
        "to": cell(honour.until),
        "confirmed": cell(honour.confirmed is not False, msg("not confirmed") if honour.confirmed is False else ""),
    }


@app.command(
    "show",
    help=N_("Show all that the register says about an honour, with the values of the law by date"),
    examples=examples("thidua honour show co-thi-dua-chinh-phu", "thidua honour show 'chien si thi dua co so' --json"),
)
def show(
    ctx: typer.Context,
    honour: Annotated[str, typer.Argument(metavar=N_("HONOUR"), help=N_("the honour: id or name, accents optional"))],
    *,
    json: Json = False,
) -> None:
    show_noun(Session.of(ctx), "honours", honour, json=json)


@app.command(
    "add",
    help=N_("Add an honour; what is not given is asked for on a terminal"),
    examples=examples(
        "thidua honour add --line bieu-duong --name 'Biểu dương 001' --category recognition --for collective",
        "thidua honour add --line danh-hieu --name 'Danh hiệu 001' --category title --for individual"
        " --level grassroots --dry-run",
    ),
)
def add(
    ctx: typer.Context,
    *,
    name: Annotated[
        str | None, typer.Option("--name", metavar=N_("NAME"), help=N_("its name in the law's words"))
    ] = None,
    line: Annotated[
        str | None, typer.Option("--line", metavar=N_("FILE"), help=N_("the file of honours/ it goes into: danh-hieu"))
    ] = None,
    category: Annotated[
        str | None, typer.Option("--category", metavar=CATEGORIES, help=N_("title, commendation form or recognition"))
    ] = None,
    recipient: Annotated[
        list[str] | None,
        typer.Option("--for", metavar=RECIPIENTS, help=N_("who may receive it; may be repeated")),
    ] = None,
    level: Level = None,
    grade: Grade = None,
    authority: Authority = None,
    cadence: Cadence = None,
    code: Code = None,
    movement: Movements = None,
    english: English = None,
    alias: Aliases = None,
    id_: Id = None,
    since: Since = None,
    until: Until = None,
    source: Sources = None,
    note: Note = None,
    dry_run: DryRun = False,
) -> None:
    adding = Adding(Session.of(ctx), "thidua honour add", dry_run=dry_run)
    ask = adding.ask
    name = ask.need("--name", name, msg("What is the honour called?"))
    line = ask.need("--line", line, msg("Into which file of honours/ does it go?"), _lines(adding))
    category = ask.need(
        "--category", category, msg("Is it a title, a commendation form or a recognition?"), adding.words("category")
    )
    first = ask.need(
        "--for", next(iter(recipient or ()), None), msg("Who may receive it?"), adding.words("recipient kind")
    )
    ask.settle()
    make = partial(
        add_honour,
        line=identifier("--line", line) or "",
        name=name or "",
        category=adding.word("category", "--category", category),
        recipients=tuple(adding.word("recipient kind", "--for", each) for each in recipient or (first,)),
        english=english,
        id=identifier("--id", id_),
        code=code,
        aliases=tuple(alias or ()),
        level=adding.word("level", "--level", level),
        grade=grade,
        authority=authority,
        cadence=adding.word("cadence", "--cadence", cadence),
        movements=adding.many("movements", movement),
        since=day(since),
        until=day(until),
        sources=cites(adding.register, source),
        note=note,
    )
    adding.deliver(make, "thidua honour show {id}")


def _lines(adding: Adding) -> dict[str, str]:
    """The files of ``honours/`` there are, by name and path."""
    files = [file for file, document in adding.register.documents.items() if document.kind.name == "honours"]
    return {file.removeprefix("honours/").removesuffix(".yaml"): file for file in files}
