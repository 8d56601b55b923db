"""Sources: documents with a number, a date and an issuer, and pages with a title, a publisher and an address."""

from typing import Annotated, Literal

from msgspec import field

from thidua.model.fields import Day, Id, Part, Record, SourceId, UnitId, doc

SourceKind = Literal[
    "law", "decree", "circular", "resolution", "decision", "plan", "guidance", "letter", "minutes", "proposal", "report",
    "page", "regulation", "draft",
]  # fmt: skip


class Source(Record, frozen=True, kw_only=True):
    """A document or a page, once, cited by id from every record that rests on it."""

    id: Annotated[Id, doc("id of the source")]
    kind: Annotated[SourceKind, doc("what it is")]
    number: Annotated[str | None, doc("number and symbol as written: 98/2023/NĐ-CP")] = None
    title: Annotated[str | None, doc("title as written")] = None
    issuer: Annotated[str | None, doc("who issued or published it")] = None
    issued_by: Annotated[UnitId | None, doc("the unit that issued it, where the register knows it")] = None
    date: Annotated[Day | None, doc("date of issue or publication")] = None
    since: Annotated[Day | None, doc("first day in force or covered")] = field(default=None, name="from")
    until: Annotated[Day | None, doc("last day in force or covered, included")] = field(default=None, name="to")
    under: Annotated[tuple[SourceId, ...], doc("documents it carries out")] = ()
    replaces: Annotated[tuple[SourceId, ...], doc("documents it replaces")] = ()
    url: Annotated[str | None, doc("address")] = None
    author: Annotated[str | None, doc("byline")] = None
    confirmed: Annotated[bool | None, doc("false: nobody has seen the document itself or its dates")] = None
    note: Annotated[str | None, doc("remark")] = None


class SourceFile(Part, frozen=True, kw_only=True):
    """A file of ``sources/``."""

    sources: Annotated[tuple[Source, ...], doc("sources in the order of their ids")]
