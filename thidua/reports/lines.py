"""What views hand to templates: lines with their sources, and the parts every paper has."""

from __future__ import annotations

from typing import NamedTuple

from thidua.text.say import Message

Text = str | Message
"""Record text as written, or a sentence still to be rendered. Both are escaped when they are printed."""


class Ref(NamedTuple):
    """A mark: source 2 as a whole is "2", its third passage "2.3"; a remark is "a"."""

    label: str


class Line(NamedTuple):
    """One statement with what supports it."""

    text: Text
    refs: tuple[Ref, ...] = ()
    marks: tuple[Ref, ...] = ()
    unconfirmed: bool = False
    """The register marks the value ``confirmed: false``."""


Cell = tuple[Line, ...]


class Entry(NamedTuple):
    """A label and what stands behind it."""

    label: Text
    lines: Cell


class Passage(NamedTuple):
    """The part of a source that is meant."""

    label: str
    article: str | None
    quote: str | None
    note: str | None


class SourceEntry(NamedTuple):
    """A footnote: one source, with the passages that were cited."""

    number: int
    title: Text
    details: tuple[Text, ...]
    """Number, publisher, date: what there is of them."""
    url: str | None
    unconfirmed: bool
    notes: tuple[str, ...]
    passages: tuple[Passage, ...]


class Remark(NamedTuple):
    """A note of a record, printed once however many lines bear it."""

    label: str
    text: str


class Provenance(NamedTuple):
    """What the reader needs to check a report."""

    remarks: tuple[Remark, ...]
    fingerprint: str
    rules: tuple[Entry, ...]
    sources: tuple[SourceEntry, ...]


class Letterhead(NamedTuple):
    """Issuing body and its superior; None: not recorded, left out."""

    superior: str | None
    issuer: str | None


class Signature(NamedTuple):
    """On whose behalf and in which office a paper is signed."""

    behalf: Message
    office: Message


class Paper(NamedTuple):
    """One report before it is given a format."""

    kind: str
    title: Message
    scope: tuple[Text, ...]
    """Body and period, one line each."""
    as_of: tuple[Text, ...]
    letterhead: Letterhead
    content: tuple[object, ...]
    """The chapters, of the type the kind's template knows."""
    level: int
    """Level of a section's heading: 2, or 3 where chapters have headings of their own."""
    provenance: Provenance
    signature: Signature | None = None
