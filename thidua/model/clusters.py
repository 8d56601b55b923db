"""Clusters: their names, members, regulation and offices through time."""

from typing import Annotated, Literal

from msgspec import field

from thidua.model.common import Cite, Conflict, Count, DatedName, Person
from thidua.model.fields import ClusterId, Day, Id, MovementId, Part, Record, RegulationId, UnitId, doc

ClusterKind = Literal["cum", "khoi", "khu-vuc", "to"]
OfficeName = Literal["chair", "vice-chair"]
OfficeHow = Literal["election", "rotation", "designation", "assignment", "hand-over"]
OfficeEnd = Literal["term", "merger", "left", "removed", "resigned", "dissolved", "handed-over"]
MembersKnown = Literal["all", "some", "none"]


class Member(Part, frozen=True, kw_only=True):
    """A unit's membership; both ends included. The order of the list is the order of rotation by list."""

    unit: Annotated[UnitId, doc("the member unit")]
    since: Annotated[Day | None, doc("first day of membership")] = field(default=None, name="from")
    until: Annotated[Day | None, doc("last day of membership, included")] = field(default=None, name="to")
    kind: Annotated[Id | None, doc("kind of member where the regulation tells them apart")] = None
    sources: Annotated[tuple[Cite, ...], doc("where this stands")] = ()
    note: Annotated[str | None, doc("remark")] = None


class Office(Part, frozen=True, kw_only=True):
    """One term of chair or vice-chair. The holder is a unit, a person, both, or not recorded."""

    office: Annotated[OfficeName, doc("chair or vice-chair")]
    unit: Annotated[UnitId | None, doc("the unit that holds the office; absent: not recorded")] = None
    person: Annotated[Person | None, doc("the person who holds or represents it")] = None
    since: Annotated[Day, doc("first day of the term")] = field(name="from")
    until: Annotated[Day | None, doc("last day of the term as given or planned, included")] = field(
        default=None, name="to"
    )
    how: Annotated[OfficeHow | None, doc("how the office was taken; absent: not recorded")] = None
    ended: Annotated[OfficeEnd | None, doc("why it ended before its term")] = None
    sources: Annotated[tuple[Cite, ...], doc("where this stands")] = ()
    note: Annotated[str | None, doc("remark")] = None


class InForce(Part, frozen=True, kw_only=True):
    """The regulation that a cluster follows, through time; both ends included."""

    regulation: Annotated[RegulationId, doc("id of the regulation")]
    since: Annotated[Day | None, doc("first day")] = field(default=None, name="from")
    until: Annotated[Day | None, doc("last day, included")] = field(default=None, name="to")


class Block(Part, frozen=True, kw_only=True):
    """The wider block in which a cluster lies, through time; both ends included."""

    cluster: Annotated[ClusterId, doc("the wider block")]
    since: Annotated[Day | None, doc("first day")] = field(default=None, name="from")
    until: Annotated[Day | None, doc("last day, included")] = field(default=None, name="to")


class Regrouping(Part, frozen=True, kw_only=True):
    """A cluster that took over, and the decision by which it did."""

    cluster: Annotated[ClusterId, doc("the cluster that took over")]
    date: Annotated[Day | None, doc("day on which it took over")] = None
    sources: Annotated[tuple[Cite, ...], doc("the decision, or where this stands")] = ()
    note: Annotated[str | None, doc("remark")] = None


class Cluster(Record, frozen=True, kw_only=True):
    """A group of units that compete. Names and numbers recur and change; the id does not."""

    id: Annotated[Id, doc("id of the cluster, ours and for ever")]
    kind: Annotated[ClusterKind, doc("cụm, khối, khu vực or tổ")]
    organiser: Annotated[UnitId, doc("the unit that set the cluster up")]
    names: Annotated[tuple[DatedName, ...], doc("names through time; short: its number, also Roman")]
    begin: Annotated[Day | None, doc("first day of existence")] = None
    end: Annotated[Day | None, doc("last day of existence, included")] = None
    within: Annotated[tuple[Block, ...], doc("wider blocks through time")] = ()
    replaced_by: Annotated[tuple[Regrouping, ...], doc("clusters that took over when it was regrouped")] = ()
    movements: Annotated[tuple[MovementId, ...], doc("movements the cluster serves")] = ()
    regulations: Annotated[tuple[InForce, ...], doc("regulations through time")] = ()
    members_known: Annotated[MembersKnown | None, doc("whether the list of members is whole")] = None
    member_count: Annotated[Count | None, doc("how many members the source states")] = None
    sources: Annotated[tuple[Cite, ...], doc("where this stands")] = ()
    note: Annotated[str | None, doc("remark")] = None
    conflicts: Annotated[tuple[Conflict, ...], doc("what another source says differently")] = ()
    offices: Annotated[tuple[Office, ...], doc("who chaired and vice-chaired from when to when")] = ()
    members: Annotated[tuple[Member, ...], doc("members through time")] = ()
