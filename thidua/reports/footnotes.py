"""Sources numbered and remarks lettered in the order in which a report first needs them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from thidua.model.common import Cite
from thidua.model.fields import Record
from thidua.model.register import Register
from thidua.model.sources import Source
from thidua.reports.lines import Passage, Ref, Remark, SourceEntry, Text
from thidua.text.days import show
from thidua.text.say import msg

Key = tuple[str | None, ...]


@dataclass
class _Note:
    """One source while its passages are being collected."""

    number: int
    cite: Cite
    passages: dict[Key, Passage] = field(default_factory=dict)


class Footnotes:
    """One source has one number all over a report; each passage of it that is cited has a number after the dot."""

    def __init__(self, register: Register, lang: str) -> None:
        self.used: dict[int, Record] = {}
        self._register = register
        self._lang = lang
        self._notes: dict[Key, _Note] = {}
        self._remarks: dict[str, Remark] = {}

    def refs(self, cites: Iterable[Cite]) -> tuple[Ref, ...]:
        """The marks for these citations, each once."""
        return tuple(dict.fromkeys(self._ref(cite) for cite in cites))

    def marks(self, notes: Iterable[str | None]) -> tuple[Ref, ...]:
        """The marks for these remarks; equal remarks share one."""
        known = self._remarks
        found = (known.setdefault(note, Remark(_letters(len(known)), note)) for note in notes if note)
        return tuple(dict.fromkeys(Ref(remark.label) for remark in found))

    def remarks(self) -> tuple[Remark, ...]:
        """The remarks as they are printed, each once."""
        return tuple(self._remarks.values())

    def source(self, name: str | None) -> Source | None:
        """A source of the catalogue, remembered as used."""
        known = self._register.sources.get(name or "")
        if known is not None:
            self.used[id(known)] = known
        return known

    def _ref(self, cite: Cite) -> Ref:
        key: Key = (cite.source,) if cite.source else (cite.number, cite.title, cite.publisher, cite.date, cite.url)
        note = self._notes.setdefault(key, _Note(len(self._notes) + 1, cite))
        where: Key = (cite.article, cite.quote, cite.note)
        if not any(where):
            return Ref(str(note.number))
        label = f"{note.number}.{len(note.passages) + 1}"
        return Ref(note.passages.setdefault(where, Passage(label, cite.article, cite.quote, cite.note)).label)

    def entries(self) -> tuple[SourceEntry, ...]:
        """The list at the end of the report."""
        return tuple(self._entry(note) for note in self._notes.values())

    def _entry(self, note: _Note) -> SourceEntry:
        cite, known = note.cite, self.source(note.cite.source)
        return SourceEntry(
            note.number,
            self.title(cite),
            self._details(cite, known),
            cite.url or (known.url if known else None),
            bool(known and known.confirmed is False),
            (known.note,) if known and known.note else (),
            tuple(note.passages.values()),
        )

    def title(self, cite: Cite) -> Text:
        """What a citation is called: its title, else its number."""
        known = self.source(cite.source)
        titles = (cite.title, known.title if known else None, cite.number, known.number if known else None)
        return next((text for text in titles if text), msg("title not recorded"))

    def _details(self, cite: Cite, known: Source | None) -> tuple[Text, ...]:
        number = cite.number or (known.number if known else None)
        publisher = cite.publisher or (known.issuer if known else None)
        day = cite.date or (known.date if known else None)
        author = known.author if known else None
        return (
            *((msg("No. {number}", number=number),) if number and number != self.title(cite) else ()),
            publisher or msg("publisher not recorded"),
            *((author,) if author else ()),
            show(day, self._lang) if day else msg("date not recorded"),
        )


def _letters(n: int) -> str:
    """From a to z, then aa, ab."""
    before, letter = divmod(n, 26)
    return (_letters(before - 1) if before else "") + chr(ord("a") + letter)
