"""One report being read out of a register: names on its day, sources numbered as they are cited, records remembered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Protocol, TypeVar

import msgspec

from thidua.model.common import Cite, Person, Recipient
from thidua.model.fields import PeriodRecord, Record, is_given
from thidua.model.honours import Honour
from thidua.model.register import Place, Register
from thidua.model.terms import label
from thidua.model.timeline import name_on, term_on
from thidua.reports.footnotes import Footnotes
from thidua.reports.grants import Granted, by_place
from thidua.reports.lines import Cell, Entry, Line, Provenance, Text
from thidua.text.days import covers, show
from thidua.text.ranks import find_rank
from thidua.text.say import Message, msg

NOT_RECORDED = msg("not recorded")
R = TypeVar("R", bound=Record)


class Sourced(Protocol):
    """Any part of a record that says where it stands."""

    @property
    def sources(self) -> tuple[Cite, ...]: ...
    @property
    def note(self) -> str | None: ...


@dataclass(frozen=True)
class Reading:
    """Looks things up as of ``on`` and remembers what was looked up. A report makes one and reads it to the end."""

    register: Register
    lang: str
    on: date
    footnotes: Footnotes
    grants: Mapping[Place, tuple[Granted, ...]]
    used: dict[int, Record] = field(default_factory=dict)
    rules: dict[str, Entry] = field(default_factory=dict)

    @staticmethod
    def of(register: Register, lang: str, on: date) -> Reading:
        reading = Reading(register, lang, on, Footnotes(register, lang), by_place(register))
        reading.use(register.config)
        return reading

    def at(self, on: date) -> Reading:
        """The same reading on another day."""
        return replace(self, on=on)

    def use(self, record: R) -> R:
        """Remembers a record as one the report rests on."""
        self.used[id(record)] = record
        return record

    def name(self, body: str) -> str:
        """The proper name of a unit or cluster on the day; its id where the register does not know it."""
        known = self.register.body(body)
        return name_on(self.use(known), self.on) if known else body

    def term(self, kind: str, name: str) -> str:
        """The term of an honour or movement on the day, in the language of the report."""
        known = getattr(self.register, kind).get(name)
        return term_on(self.use(known), self.on, self.lang) if known else name

    def honour(self, name: str) -> Line:
        """The honour's term; what the law says about it goes to the rules the report rests on."""
        known = self.register.honours.get(name)
        if known is not None:
            self._remember_rule(known)
        return Line(self.term("honours", name))

    def _remember_rule(self, honour: Honour) -> None:
        if honour.id in self.rules or not (honour.sources or honour.authority):
            return
        authority: Text = NOT_RECORDED
        if honour.authority:
            authority = (self.lang == "en" and honour.authority.en) or honour.authority.vi
        refs = self.footnotes.refs(cite for cite in honour.sources if self.in_force(cite))
        line = Line(msg("decided by {authority}", authority=authority), refs, unconfirmed=honour.confirmed is False)
        self.rule(honour.id, self.term("honours", honour.id), line, honour.note)

    def in_force(self, cite: Cite) -> bool:
        """Whether the document cited was in force on the day; a page, or a document without dates, always counts."""
        known = self.register.sources.get(cite.source or "")
        return known is None or covers(known.since, known.until, self.on)

    def rule(self, key: str, name: Text, line: Line, note: str | None) -> None:
        """Adds a rule, with its remark in full, to those that the report rests on."""
        self.rules[key] = Entry(name, (line, *((Line(note),) if note else ())))

    def level(self, honour: str) -> Text:
        """The level at which an honour is decided."""
        known = self.register.honours.get(honour)
        return label("level", known.level) if known and known.level else NOT_RECORDED

    def day(self, day: str | date | None) -> Text:
        """A day, month or year as the language writes it."""
        if day is None:
            return NOT_RECORDED
        return show(day if isinstance(day, str) else day.isoformat(), self.lang)

    def told(self, day: str | None, words: str | None) -> Text:
        """A day; the source's own words where it does not give a whole date."""
        whole = day is not None and len(day) == len("2024-11-25")
        return f"“{words}”" if words and not whole else self.day(day)

    def line(self, text: Text, *parts: Sourced, unconfirmed: bool = False) -> Line:
        """A statement with the sources and notes of the parts that support it."""
        refs = self.footnotes.refs(cite for part in parts for cite in part.sources)
        return Line(text, refs, self.footnotes.marks(part.note for part in parts), unconfirmed)

    def cited(self, text: Text, sources: Iterable[Cite], *notes: str | None) -> Line:
        """A statement with these sources and what notes there are."""
        return Line(text, self.footnotes.refs(sources), self.footnotes.marks(notes))

    def who(self, recipient: str | Recipient) -> Text:
        """A recipient's name as written; a group or an unnamed one in words."""
        if isinstance(recipient, str):
            return self.name(recipient)
        unit = self.name(recipient.unit) if recipient.unit else None
        if recipient.group:
            return self._group(recipient.group, unit)
        name = " ".join(part for part in (self.rank(recipient.rank), recipient.name or recipient.person) if part)
        return _joined(name, recipient.position, unit) or label("group", "not-named")

    @staticmethod
    def _group(group: str, unit: str | None) -> Message:
        words = label("group", group)
        return msg("{group}, {unit}", group=words, unit=unit) if unit else words

    def person(self, person: Person) -> Line:
        """Rank, name, post and unit at the time, and what the person did."""
        name = " ".join(part for part in (self.rank(person.rank), person.name or person.person) if part)
        known = _joined(name, person.position, self.name(person.unit) if person.unit else None)
        text: Text = known or msg("name not recorded")
        if person.role:
            text = msg("{person}: {role}", person=text, role=person.role)
        return Line(text, marks=self.footnotes.marks((person.note,)))

    def rank(self, written: str | None) -> str | None:
        """The rank in the language of the report; in Vietnamese as written."""
        known = find_rank(written) if written else None
        if known is None:
            return written
        if self.lang == "en":
            return known.en
        return known.vi if written == known.code else written

    def provenance(self) -> Provenance:
        """Fingerprint, rules and sources of all that has been read so far."""
        sources = self.footnotes.entries()
        return Provenance(self.footnotes.remarks(), self.fingerprint(), tuple(self.rules.values()), sources)

    def fingerprint(self) -> str:
        """Twelve hexadecimal digits over the records used; the order of files and lines does not matter."""
        records = (*self.used.values(), *self.footnotes.used.values())
        from hashlib import sha256

        return sha256(b"\n".join(sorted({_canonical(record) for record in records}))).hexdigest()[:12]


def _joined(name: str, position: str | None, unit: str | None) -> str:
    """Name, post, unit; the unit is left out where the post says it already."""
    unit = None if unit and unit in (position or "") else unit
    return ", ".join(part for part in (name, position, unit) if part)


def _canonical(record: Record) -> bytes:
    place = (record.period, record.body) if isinstance(record, PeriodRecord) else ()
    return msgspec.json.encode(
        [type(record).__name__, *place, _plain(msgspec.to_builtins(record))], order="deterministic"
    )


def _plain(value: Any) -> Any:
    """The value without what the reader put in."""
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items() if not is_given(key)}
    return [_plain(each) for each in value] if isinstance(value, (list, tuple)) else value


def absent(text: Message = NOT_RECORDED) -> Cell:
    """The cell that says there is nothing."""
    return (Line(text),)
