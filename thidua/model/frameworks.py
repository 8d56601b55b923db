"""Scoring frameworks and the score sheets filled in by them."""

from decimal import Decimal
from typing import Annotated, Literal

from msgspec import field

from thidua.model.common import Cite, DatedName
from thidua.model.fields import Day, FrameworkId, Id, Part, PeriodRecord, Record, UnitId, UnitKind, doc

Scorer = Literal["self", "cross-check", "cluster", "department"]


class Criterion(Part, frozen=True, kw_only=True):
    """One line of the table. Points are exact decimals."""

    id: Annotated[Id, doc("id of the criterion within the framework")]
    name: Annotated[str, doc("the criterion as written")]
    maximum: Annotated[Decimal | None, doc("most points")] = None
    bonus: Annotated[Decimal | None, doc("most bonus points")] = None
    minus: Annotated[Decimal | None, doc("most minus points")] = None


class Section(Part, frozen=True, kw_only=True):
    """A heading of the table with its criteria."""

    id: Annotated[Id, doc("id of the section")]
    name: Annotated[str, doc("the heading as written")]
    criteria: Annotated[tuple[Criterion, ...], doc("criteria in the table's order")] = ()


class Weight(Part, frozen=True, kw_only=True):
    """How much one scorer's points count."""

    scorer: Annotated[Scorer, doc("who scores")]
    weight: Annotated[str | None, doc("share of the total as a fraction; absent: not recorded")] = None


class Band(Part, frozen=True, kw_only=True):
    """A grade and the least points for it."""

    grade: Annotated[str, doc("grade as written")]
    least: Annotated[Decimal, doc("least points for the grade, included")]


class Framework(Record, frozen=True, kw_only=True):
    """A versioned score table."""

    id: Annotated[Id, doc("id of the framework")]
    names: Annotated[tuple[DatedName, ...], doc("names through time")]
    since: Annotated[Day | None, doc("first day in use")] = field(default=None, name="from")
    until: Annotated[Day | None, doc("last day in use, included")] = field(default=None, name="to")
    unit_kinds: Annotated[tuple[UnitKind, ...], doc("kinds of unit it applies to; absent: all")] = ()
    scorers: Annotated[tuple[Weight, ...], doc("who scores, with which weight")] = ()
    bands: Annotated[tuple[Band, ...], doc("grades from the highest down")] = ()
    confirmed: Annotated[bool | None, doc("false: nobody has seen the table itself")] = None
    sources: Annotated[tuple[Cite, ...], doc("where this stands")] = ()
    note: Annotated[str | None, doc("remark")] = None
    sections: Annotated[tuple[Section, ...], doc("sections in the table's order")] = ()


class Mark(Part, frozen=True, kw_only=True):
    """Points by one scorer for one criterion."""

    criterion: Annotated[Id, doc("id of the criterion")]
    scorer: Annotated[Scorer, doc("who gave the points")]
    points: Annotated[Decimal, doc("points given")]
    reason: Annotated[str | None, doc("why")] = None


class ScoreSheet(PeriodRecord, frozen=True, kw_only=True):
    """One unit's points in one period."""

    unit: Annotated[UnitId, doc("the unit scored")]
    framework: Annotated[FrameworkId | None, doc("the score table used")] = None
    total: Annotated[Decimal | None, doc("total as stated by the source")] = None
    grade: Annotated[str | None, doc("grade as stated by the source")] = None
    sources: Annotated[tuple[Cite, ...], doc("where this stands")] = ()
    note: Annotated[str | None, doc("remark")] = None
    marks: Annotated[tuple[Mark, ...], doc("points by scorer and criterion")] = ()
