"""A period of a body: covenant, events, targets, figures, proposals."""

from typing import Annotated, Literal

from msgspec import field

from thidua.model.common import Cite, Conflict, Count, Fact, Person, Recipient, Target
from thidua.model.fields import BodyId, Day, FrameworkId, HonourId, Id, MovementId, Part, PeriodRecord, UnitId, doc

PeriodKind = Literal["year", "school-year", "span"]
Purpose = Literal[
    "launch", "covenant", "mid-year", "cross-check", "year-end", "commendation", "praise", "hand-over", "vote", "sports", "support",
    "tribute", "other",
]  # fmt: skip
PartOfDay = Literal["morning", "afternoon", "evening"]
FramedBy = Literal["self", "cross-check", "cluster", "department"]


class Covenant(Part, frozen=True, kw_only=True):
    """The signing of the covenant (giao ước thi đua)."""

    date: Annotated[Day | None, doc("day of signing, as exact as known")] = None
    text_date: Annotated[str | None, doc("the date in the words of the source")] = None
    place: Annotated[str | None, doc("place")] = None
    parties: Annotated[tuple[UnitId, ...], doc("who signed; absent: the members")] = ()
    sources: Annotated[tuple[Cite, ...], doc("where this stands")] = ()
    note: Annotated[str | None, doc("remark")] = None


class Event(Part, frozen=True, kw_only=True):
    """A meeting, ceremony or activity. One event may serve several purposes."""

    id: Annotated[Id, doc("id of the event within the period")]
    name: Annotated[str | None, doc("name as written")] = None
    purposes: Annotated[tuple[Purpose, ...], doc("what it was for")]
    date: Annotated[Day | None, doc("day, as exact as known; the first of several")] = None
    until: Annotated[Day | None, doc("last day where it took several, included")] = field(default=None, name="to")
    part_of_day: Annotated[PartOfDay | None, doc("morning, afternoon, evening")] = None
    text_date: Annotated[str | None, doc("the date in the words of the source")] = None
    place: Annotated[str | None, doc("place as written")] = None
    host: Annotated[UnitId | None, doc("the unit at which it was held")] = None
    organiser: Annotated[UnitId | None, doc("the unit that held it, if not the body itself")] = None
    jointly: Annotated[tuple[BodyId, ...], doc("clusters or units that held it together with the body")] = field(
        default=(), name="with"
    )
    people: Annotated[tuple[Person, ...], doc("who spoke, presided, was a guest; a guest unit by its id alone")] = ()
    facts: Annotated[tuple[Fact, ...], doc("what else the source states")] = ()
    sources: Annotated[tuple[Cite, ...], doc("where this stands")] = ()
    note: Annotated[str | None, doc("remark")] = None


class Scoring(Part, frozen=True, kw_only=True):
    """That points were given and published, where the points themselves are not recorded."""

    framework: Annotated[FrameworkId | None, doc("the score table used")] = None
    scorers: Annotated[tuple[FramedBy, ...], doc("who scored")] = ()
    published: Annotated[Day | None, doc("day of publication")] = None
    sources: Annotated[tuple[Cite, ...], doc("where this stands")] = ()
    note: Annotated[str | None, doc("remark")] = None


class Figure(Part, frozen=True, kw_only=True):
    """A count that the source states for the whole period."""

    name: Annotated[str, doc("what the figure says")]
    counts: Annotated[tuple[Count, ...], doc("the counts")]
    sources: Annotated[tuple[Cite, ...], doc("where this stands")] = ()
    note: Annotated[str | None, doc("remark")] = None


class ProposalItem(Part, frozen=True, kw_only=True):
    """One nomination carried upward."""

    nominee: Annotated[UnitId | Recipient, doc("who")]
    honour: Annotated[HonourId, doc("for what")]
    count: Annotated[Count | None, doc("how many, where the nominees are not named")] = None


class Proposal(Part, frozen=True, kw_only=True):
    """What the body asked a higher authority to award. It is not an award."""

    id: Annotated[Id, doc("id of the proposal within the period")]
    number: Annotated[str | None, doc("number of the proposal letter (tờ trình)")] = None
    date: Annotated[Day | None, doc("date")] = None
    to: Annotated[str | None, doc("addressee as written")] = None
    event: Annotated[Id | None, doc("the event at which it was resolved")] = None
    items: Annotated[tuple[ProposalItem, ...], doc("nominations carried upward")]
    sources: Annotated[tuple[Cite, ...], doc("where this stands")] = ()
    note: Annotated[str | None, doc("remark")] = None


class Period(PeriodRecord, frozen=True, kw_only=True):
    """One year (2024), school year (2024-2025) or span (2015-2020) of one cluster, unit or council."""

    kind: Annotated[PeriodKind, doc("year, school year or span")]
    since: Annotated[Day, doc("first day")] = field(name="from")
    until: Annotated[Day, doc("last day, included")] = field(name="to")
    movements: Annotated[tuple[MovementId, ...], doc("movements of the period")] = ()
    mottoes: Annotated[tuple[str, ...], doc("mottoes and slogans as written")] = ()
    covenant: Annotated[Covenant | None, doc("signing of the covenant")] = None
    scoring: Annotated[Scoring | None, doc("how and by whom points were given")] = None
    plans: Annotated[tuple[Cite, ...], doc("plans carried out in the period")] = ()
    targets: Annotated[tuple[Target, ...], doc("targets and what was reached")] = ()
    figures: Annotated[tuple[Figure, ...], doc("counts stated for the whole period")] = ()
    facts: Annotated[tuple[Fact, ...], doc("what else the sources state")] = ()
    sources: Annotated[tuple[Cite, ...], doc("where this stands")] = ()
    note: Annotated[str | None, doc("remark")] = None
    conflicts: Annotated[tuple[Conflict, ...], doc("what another source says differently")] = ()
    proposals: Annotated[tuple[Proposal, ...], doc("what was proposed to higher authorities")] = ()
    events: Annotated[tuple[Event, ...], doc("meetings, ceremonies and activities by date")] = ()
