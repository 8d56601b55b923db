"""A source as a clerk types it: an id or number of the catalogue, or a document or page written out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Annotated

import typer

from thidua.cli.frame.language import N_
from thidua.model.common import Cite
from thidua.model.register import Register
from thidua.text.days import parse_day
from thidua.text.letters import alike
from thidua.text.misread import MisreadError

Sources = Annotated[
    list[str] | None,
    typer.Option(
        "--source",
        metavar=N_("SOURCE"),
        help=N_(
            "where it stands: an id or number of the sources on record, or number | title | publisher | date | address,"
            " whatever of them is known; may be repeated"
        ),
    ),
]

_NUMBER = re.compile(r"(?:số\s*)?(\d+[A-Za-z]?/\S*[^\W\d]\S*)", re.IGNORECASE)
_DAY = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}[/.-]\d{1,2}[/.-]\d{1,2}")
"""Written like a day: where it is none, it is a slip and no title."""
_ADDRESS = re.compile(r"https?://\S+")


def cites(register: Register, typed: Iterable[str] | None) -> tuple[Cite, ...]:
    """The sources typed, in their order."""
    return tuple(cited(register, each) for each in typed or ())


def cited(register: Register, typed: str) -> Cite:
    """The source typed; MisreadError where it is a day and there is no such day."""
    known = _catalogued(register, typed)
    return Cite(source=known) if known else _written_out(typed)


def _catalogued(register: Register, typed: str) -> str | None:
    """The one source of the catalogue with this id, number or title."""
    key = alike(typed)
    found = [
        source.id
        for source in register.sources.values()
        if key in {alike(word) for word in (source.id, source.number, source.title) if word}
    ]
    return found[0] if len(found) == 1 else None


def _written_out(typed: str) -> Cite:
    """Each piece is known by its form; of the two that have none, the first is the title."""
    found: dict[str, str] = {}
    for piece in filter(None, (piece.strip() for piece in typed.split("|"))):
        key, value = _piece(piece)
        key = key or ("publisher" if "title" in found else "title")
        found[key] = f"{found[key]}, {value}" if key in found else value
    return Cite(**found)


def _piece(piece: str) -> tuple[str | None, str]:
    if _ADDRESS.fullmatch(piece):
        return "url", piece
    if number := _NUMBER.fullmatch(piece):
        return "number", number[1]
    try:
        return "date", parse_day(piece)
    except MisreadError:
        if _DAY.fullmatch(piece):
            raise
        return None, piece
