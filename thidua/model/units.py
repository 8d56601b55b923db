"""Units: who they are, what they were called, under whom, and what became of them."""

from typing import Annotated, Literal

from msgspec import field

from thidua.model.common import Cite, Conflict, DatedName
from thidua.model.fields import Day, Id, Part, Record, UnitId, UnitKind, doc

Fate = Literal["merged", "split", "renamed", "absorbed", "transferred"]


class Parent(Part, frozen=True, kw_only=True):
    """The superior unit, through time; both ends included."""

    unit: Annotated[UnitId, doc("the superior unit")]
    since: Annotated[Day | None, doc("first day")] = field(default=None, name="from")
    until: Annotated[Day | None, doc("last day, included")] = field(default=None, name="to")
    sources: Annotated[tuple[Cite, ...], doc("where this stands")] = ()


class Successor(Part, frozen=True, kw_only=True):
    """What a unit went on as, or into. Whether a unit of the old name is the same unit is recorded, never guessed."""

    unit: Annotated[UnitId, doc("the unit that took over")]
    how: Annotated[Fate, doc("merged, split, renamed, absorbed or transferred")]
    date: Annotated[Day | None, doc("day on which it took over, if not the day after the end")] = None
    sources: Annotated[tuple[Cite, ...], doc("legal basis")] = ()
    confirmed: Annotated[bool | None, doc("false: a reading that nobody has confirmed")] = None
    note: Annotated[str | None, doc("remark")] = None


class Unit(Record, frozen=True, kw_only=True):
    """A body that competes, belongs to clusters, holds offices and receives honours. Its id never changes."""

    id: Annotated[Id, doc("id of the unit, ours and for ever")]
    kind: Annotated[UnitKind, doc("what kind of unit it is: ministry, provincial-police, department")]
    tier: Annotated[str | None, doc("tier of the sector's rules: A, B, C")] = None
    names: Annotated[tuple[DatedName, ...], doc("names through time")]
    parents: Annotated[tuple[Parent, ...], doc("superior units through time")] = ()
    begin: Annotated[Day | None, doc("first day of existence")] = None
    end: Annotated[Day | None, doc("last day of existence, included")] = None
    successors: Annotated[tuple[Successor, ...], doc("units that took over at the end")] = ()
    seat: Annotated[str | None, doc("administrative seat")] = None
    sources: Annotated[tuple[Cite, ...], doc("where this stands")] = ()
    note: Annotated[str | None, doc("remark")] = None
    conflicts: Annotated[tuple[Conflict, ...], doc("what another source says differently")] = ()


class UnitFile(Part, frozen=True, kw_only=True):
    """A file of ``units/``: the units under one superior."""

    units: Annotated[tuple[Unit, ...], doc("units in the order of their ids")]
