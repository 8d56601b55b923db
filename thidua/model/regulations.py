"""A cluster's regulation: rotation, ballot, quota, deadlines, papers, each dated."""

from typing import Annotated, Literal

from msgspec import Meta, field

from thidua.model.common import Cite, DatedName, Rule
from thidua.model.fields import Day, Fraction, Id, Part, Record, doc

Choice = Literal["list-order", "longest-wait", "election", "designation", "vice-succeeds"]
Method = Literal["ballot", "show-of-hands", "written-opinion", "acclamation", "agreement"]
Base = Literal["entitled", "present", "issued", "returned", "valid"]
Seats = Annotated[int, Meta(ge=0, le=99)]
Months = Annotated[int, Meta(ge=1, le=240)]
Month = Annotated[int, Meta(ge=1, le=12)]


class Rotation(Part, frozen=True, kw_only=True):
    """How chair and vice-chair are chosen, in force from ``from`` to ``to`` (both included)."""

    since: Annotated[Day | None, doc("first day in force")] = field(default=None, name="from")
    until: Annotated[Day | None, doc("last day in force, included")] = field(default=None, name="to")
    chair: Annotated[Choice, doc("how the next chair is chosen")]
    vice_chair: Annotated[Choice | None, doc("how the next vice-chair is chosen; absent: the rule does not say")] = None
    vice_chairs: Annotated[Seats | None, doc("number of vice-chairs; absent: the rule does not say")] = None
    term_months: Annotated[Months | None, doc("length of a term in months; absent: the rule does not say")] = None
    starts_month: Annotated[
        Month | None, doc("month in which a term begins, 1 to 12; absent: the rule does not say")
    ] = None
    confirmed: Annotated[bool | None, doc("false: nobody has confirmed it")] = None
    sources: Annotated[tuple[Cite, ...], doc("document and article")] = ()
    note: Annotated[str | None, doc("remark")] = None


class BallotRule(Part, frozen=True, kw_only=True):
    """How a cluster votes, in force from ``from`` to ``to`` (both included)."""

    since: Annotated[Day | None, doc("first day in force")] = field(default=None, name="from")
    until: Annotated[Day | None, doc("last day in force, included")] = field(default=None, name="to")
    method: Annotated[Method | None, doc("how it votes")] = None
    secret: Annotated[bool | None, doc("whether the ballot is secret")] = None
    threshold: Annotated[Fraction | None, doc("least share of the base, as a fraction: 2/3")] = None
    more_than: Annotated[bool, doc("the share must be passed, not only reached")] = False
    base: Annotated[Base | None, doc("what the share is taken of")] = None
    confirmed: Annotated[bool | None, doc("false: nobody has confirmed it")] = None
    sources: Annotated[tuple[Cite, ...], doc("document and article")] = ()
    note: Annotated[str | None, doc("remark")] = None


class Regulation(Record, frozen=True, kw_only=True):
    """The rules one or many clusters have given themselves."""

    id: Annotated[Id, doc("id of the regulation")]
    names: Annotated[tuple[DatedName, ...], doc("names through time")]
    since: Annotated[Day | None, doc("first day in force")] = field(default=None, name="from")
    until: Annotated[Day | None, doc("last day in force, included")] = field(default=None, name="to")
    confirmed: Annotated[bool | None, doc("false: nobody has confirmed it")] = None
    sources: Annotated[tuple[Cite, ...], doc("document and article")] = ()
    note: Annotated[str | None, doc("remark")] = None
    rotation: Annotated[tuple[Rotation, ...], doc("rotation of chair and vice-chair, by date")] = ()
    ballot: Annotated[tuple[BallotRule, ...], doc("ballot, by date")] = ()
    papers: Annotated[tuple[str, ...], doc("papers the cluster hands in")] = ()
    rules: Annotated[tuple[Rule, ...], doc("quotas, deadlines and other values, by date")] = ()
