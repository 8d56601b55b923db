"""The card of one record: its own keys, then what the rest of the register says about it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from thidua.cli.frame.session import Session
from thidua.cli.parts.cards import Card, Section, print_card
from thidua.cli.parts.honoured import course
from thidua.cli.parts.index import KINDS, Entry, entries
from thidua.cli.parts.naming import resolve
from thidua.cli.parts.reading import open_register
from thidua.cli.parts.records import Item, items
from thidua.cli.parts.related import mentions, of_cluster, of_honour, of_period, of_unit, uses, waves
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

NOUNS = {"units": "unit", "clusters": "cluster", "honours": "honour", "movements": "movement"}


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
