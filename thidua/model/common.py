"""Parts that many records share: citations, persons, recipients, counts, targets, dated values."""

from typing import Annotated, Literal

from msgspec import field

from thidua.model.fields import Day, Id, Part, SourceId, UnitId, doc

RecipientKind = Literal["collective", "individual", "household"]
Counted = Literal["collective", "individual", "collective-and-individual", "unit", "member"]
Group = Literal["all-members", "remaining-members", "not-named"]


class Cite(Part, frozen=True, kw_only=True):
    """Where a fact comes from: a source of the catalogue by id, or one written out on the spot."""

    source: Annotated[SourceId | None, doc("id of a source of the catalogue (sources/)")] = None
    number: Annotated[str | None, doc("number and symbol of a document, as written: 899/KH-CAT-PX03")] = None
    title: Annotated[str | None, doc("title of the document or page")] = None
    publisher: Annotated[str | None, doc("who issued or published it")] = None
    date: Annotated[Day | None, doc("date of the document or page")] = None
    url: Annotated[str | None, doc("address of the page")] = None
    article: Annotated[str | None, doc("article, clause, page or line that is meant")] = None
    quote: Annotated[str | None, doc("the very words of the source")] = None
    note: Annotated[str | None, doc("what a reader must know about this citation")] = None


class Person(Part, frozen=True, kw_only=True):
    """A natural person as a source names him or her; ``person`` is the same id in every year."""

    person: Annotated[Id | None, doc("id of the person, the same in every year")] = None
    name: Annotated[str | None, doc("full name as written")] = None
    rank: Annotated[str | None, doc("rank at the time, as written: Thượng tá")] = None
    position: Annotated[str | None, doc("post at the time, as written")] = None
    unit: Annotated[UnitId | None, doc("unit the person belonged to at the time")] = None
    role: Annotated[str | None, doc("what the person did there: spoke, closed the meeting")] = None
    note: Annotated[str | None, doc("remark")] = None


class Recipient(Part, frozen=True, kw_only=True):
    """Who is nominated, honoured or praised when a unit's id does not say it: a person, a sub-unit, a group, somebody unnamed."""

    person: Annotated[Id | None, doc("id of the person, the same in every year")] = None
    group: Annotated[Group | None, doc("a group instead of a name; not-named: the source does not say who")] = None
    name: Annotated[str | None, doc("full name of the person or collective, as written")] = None
    rank: Annotated[str | None, doc("rank at the time, as written")] = None
    position: Annotated[str | None, doc("post at the time, as written")] = None
    unit: Annotated[UnitId | None, doc("the unit the recipient belongs to")] = None
    kind: Annotated[RecipientKind | None, doc("collective, individual or household")] = None


class Count(Part, frozen=True, kw_only=True):
    """How many, without names. ``least`` and ``most`` bound a number that the source leaves open; ends included."""

    of: Annotated[Counted, doc("what is counted")]
    number: Annotated[int | None, doc("the number stated")] = None
    least: Annotated[int | None, doc("at least so many")] = None
    most: Annotated[int | None, doc("at most so many")] = None
    approximate: Annotated[bool, doc("the source says about, nearly")] = False
    occurrences: Annotated[bool, doc("counts awards given (lượt), not distinct recipients")] = False
    sources: Annotated[tuple[Cite, ...], doc("where this stands")] = ()
    note: Annotated[str | None, doc("remark, such as a difference from the names listed")] = None


class Conflict(Part, frozen=True, kw_only=True):
    """What another source says of a record, kept beside what the record says; neither is taken for wrong."""

    field: Annotated[str, doc("the key that the other source gives otherwise, as it is written in this record")]
    value: Annotated[str, doc("what the other source says, in its words")]
    sources: Annotated[tuple[Cite, ...], doc("where this stands")] = ()
    note: Annotated[str | None, doc("remark")] = None


class Target(Part, frozen=True, kw_only=True):
    """A figure to be reached, or reached, with its unit of measure."""

    name: Annotated[str, doc("what is measured")]
    value: Annotated[str | None, doc("the target as written, digits where it is a number")] = None
    achieved: Annotated[str | None, doc("what was reached")] = None
    measure: Annotated[str | None, doc("unit of measure: %, cases, models")] = None
    unit: Annotated[UnitId | None, doc("whose target it is, if not everybody's")] = None
    sources: Annotated[tuple[Cite, ...], doc("where this stands")] = ()
    note: Annotated[str | None, doc("remark")] = None


class Fact(Part, frozen=True, kw_only=True):
    """A statement that no other field holds, in the words of the record's language."""

    text: Annotated[str, doc("the statement")]
    sources: Annotated[tuple[Cite, ...], doc("where this stands")] = ()
    note: Annotated[str | None, doc("remark")] = None


class Words(Part, frozen=True, kw_only=True):
    """One term in the languages of the tool."""

    vi: Annotated[str, doc("Vietnamese, the law's own term")]
    en: Annotated[str | None, doc("English, for reports in English")] = None


class DatedName(Part, frozen=True, kw_only=True):
    """A proper name and the days on which it was in use; both ends included, absent = open."""

    name: Annotated[str, doc("the name as its owner writes it")]
    short: Annotated[str | None, doc("short name or code")] = None
    since: Annotated[Day | None, doc("first day of use")] = field(default=None, name="from")
    until: Annotated[Day | None, doc("last day of use, included")] = field(default=None, name="to")
    sources: Annotated[tuple[Cite, ...], doc("where this stands")] = ()


class DatedWords(Part, frozen=True, kw_only=True):
    """A term in both languages and the days on which it was in use; both ends included, absent = open."""

    vi: Annotated[str, doc("Vietnamese, the law's own term")]
    en: Annotated[str | None, doc("English, for reports in English")] = None
    short: Annotated[str | None, doc("short form or code")] = None
    since: Annotated[Day | None, doc("first day of use")] = field(default=None, name="from")
    until: Annotated[Day | None, doc("last day of use, included")] = field(default=None, name="to")


class DatedValue(Part, frozen=True, kw_only=True):
    """A number or word of the law, in force from ``from`` to ``to`` (both included). A change of law adds one; none is edited."""

    value: Annotated[str, doc("the value as text: a whole number, a fraction such as 3/20, a word")]
    since: Annotated[Day | None, doc("first day in force")] = field(default=None, name="from")
    until: Annotated[Day | None, doc("last day in force, included")] = field(default=None, name="to")
    sources: Annotated[tuple[Cite, ...], doc("document and article")] = ()
    confirmed: Annotated[bool | None, doc("false: nobody has checked it against the document itself")] = None
    note: Annotated[str | None, doc("remark")] = None


class Rule(Part, frozen=True, kw_only=True):
    """One value of the law under a name, through time."""

    rule: Annotated[Id, doc("name of the rule: vote-threshold, share-of-holders")]
    base: Annotated[str | None, doc("what a share is taken of")] = None
    values: Annotated[tuple[DatedValue, ...], doc("the value by date")]
    note: Annotated[str | None, doc("remark")] = None
