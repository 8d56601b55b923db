"""Everything in the register that can be looked up: kind, id, names, place; and the words a search goes by."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from typing import Any, NamedTuple

from thidua.cli.frame.exits import ExitCode, Failure
from thidua.cli.parts.naming import called
from thidua.model.clusters import Cluster
from thidua.model.common import Person, Recipient
from thidua.model.fields import At, Part, PeriodRecord
from thidua.model.keys import recipient_key
from thidua.model.nominations import Nomination
from thidua.model.periods import Period
from thidua.model.register import Register
from thidua.model.timeline import name_on, term_on
from thidua.reports.reading import Reading
from thidua.text.days import first, last
from thidua.text.letters import fold
from thidua.text.lookup import search
from thidua.text.say import Message, msg

KINDS: Mapping[str, Message] = {
    "unit": msg("unit"),
    "person": msg("person"),
    "cluster": msg("emulation cluster"),
    "honour": msg("honour"),
    "movement": msg("emulation movement"),
    "period": msg("period"),
    "event": msg("event"),
    "nomination": msg("nomination"),
    "vote": msg("vote of honour"),
    "proposal": msg("proposal"),
    "recognition": msg("recognition, not an award"),
    "scores": msg("score sheet"),
    "decision": msg("decision"),
    "regulation": msg("regulation"),
    "framework": msg("scoring framework"),
    "source": msg("source"),
}
"""What can be found and shown, in the order of the list."""


class Entry(NamedTuple):
    """One thing on record, under the id by which ``thidua show`` finds it."""

    kind: str
    id: str
    name: str
    """As of the day of the search, or of its period."""
    words: tuple[str, ...]
    """Every name and other text by which it is looked for."""
    at: At | None
    record: Any
    reading: Reading
    """A reading on the day whose names the record bears."""

    @property
    def texts(self) -> tuple[str, ...]:
        """What a search looks at: the id without period and body, and the words."""
        own = self.id.split("/", 2)[-1]
        return (own, *self.words)


def entries(reading: Reading, kind: str | None = None) -> Iterator[Entry]:
    """All entries, or those of one kind, in the order of ``KINDS``."""
    for kinds, found in _FOUND.items():
        if kind is None or kind in kinds:
            yield from (entry for entry in found(reading) if kind in (None, entry.kind))


def find(query: str, among: Iterable[Entry]) -> list[Entry]:
    """The entries with a name that has every word of the query, accents optional; those that it surely means first.

    A word may be the beginning of one; a number is never a beginning.
    """
    wanted = _split(fold(query))
    found = [entry for entry in among if wanted and any(_has(wanted, text) for text in entry.texts)]
    surely = sure(query, found)
    return [*surely, *(entry for entry in found if entry not in surely)]


def sure(query: str, among: Iterable[Entry]) -> list[Entry]:
    """The entries that the query most surely means: by id, else by name as spelt, and so on."""
    known = {f"{entry.kind}:{entry.id}": entry for entry in among}
    return [known[key] for key in search(query, ((key, entry.texts) for key, entry in known.items()))]


def people(register: Register) -> Mapping[str, list[tuple[Person | Recipient, At | None]]]:
    """Every mention of a person, by the person's id, or name and unit where no id is recorded."""
    found: dict[str, list[tuple[Person | Recipient, At | None]]] = {}
    for record in register.records():
        for part in _parts(record):
            if isinstance(part, Person | Recipient) and (part.person or part.rank or part.position):
                key = part.person or recipient_key(Recipient(name=part.name, unit=part.unit))
                found.setdefault(key, []).append((part, record.at))
    return found


def _has(wanted: list[str], text: str) -> bool:
    words = _split(fold(text))
    return all(any(word == part if part.isdigit() else word.startswith(part) for word in words) for part in wanted)


def _split(text: str) -> list[str]:
    return "".join(letter if letter.isalnum() else " " for letter in text).split()


def _parts(value: object) -> Iterator[Part]:
    if isinstance(value, Part):
        yield value
        yield from chain.from_iterable(_parts(getattr(value, name)) for name in value.__struct_fields__)
    elif isinstance(value, tuple):
        yield from chain.from_iterable(map(_parts, value))


def _within(reading: Reading, period: Period) -> Reading:
    return reading.at(min(max(reading.on, first(period.since)), last(period.until)))


def _periods(reading: Reading) -> Iterator[Entry]:
    for place, period in reading.register.periods.items():
        yield from _period(_within(reading, period), period)
        yield from _of_period(_within(reading, period), place)


def _bodies(reading: Reading, kind: str, records: Mapping[str, Any]) -> Iterator[Entry]:
    for record in records.values():
        name = name_on(record, reading.on)
        whole = f"{name} {reading.name(record.organiser)}" if isinstance(record, Cluster) else name
        yield Entry(kind, record.id, name, (*called(record), whole), record.at, record, reading)


def _terms(reading: Reading, kind: str, records: Mapping[str, Any]) -> Iterator[Entry]:
    for record in records.values():
        name = term_on(record, reading.on, reading.lang)
        yield Entry(kind, record.id, name, called(record), record.at, record, reading)


def _people(reading: Reading) -> Iterator[Entry]:
    for key, mentions in people(reading.register).items():
        words = tuple(word for part, _ in mentions for word in (part.name, part.position) if word)
        part, at = mentions[-1]
        yield Entry("person", key, part.name or key, words, at, part, reading)


def _period(reading: Reading, period: Period) -> Iterator[Entry]:
    place = f"{period.period}/{period.body}"
    body = reading.name(period.body)
    yield Entry("period", place, body, (period.period, body), period.at, period, reading)
    for event in period.events:
        texts = tuple(filter(None, (event.name, event.place)))
        yield Entry("event", f"{place}/{event.id}", event.name or event.id, texts, period.at, event, reading)
    for proposal in period.proposals:
        texts = tuple(filter(None, (proposal.number, proposal.to)))
        yield Entry(
            "proposal", f"{place}/{proposal.id}", proposal.number or proposal.id, texts, period.at, proposal, reading
        )


def _of_period(reading: Reading, place: tuple[str, str]) -> Iterator[Entry]:
    register = reading.register
    for nomination in register.nominations.get(place, ()):
        yield _nomination(reading, nomination)
    for vote in register.votes.get(place, ()):
        yield _entry(reading, "vote", vote, vote.id, vote.question)
    for recognition in register.recognitions.get(place, ()):
        name = reading.term("honours", recognition.honour)
        yield _entry(reading, "recognition", recognition, recognition.id, name, recognition.subject)
    for sheet in register.scores.get(place, ()):
        yield _entry(reading, "scores", sheet, sheet.unit, reading.name(sheet.unit))


def _entry(reading: Reading, kind: str, record: PeriodRecord, own: str, name: str, *more: str | None) -> Entry:
    words = (name, *filter(None, more))
    return Entry(kind, f"{record.period}/{record.body}/{own}", name, words, record.at, record, reading)


def _nomination(reading: Reading, nomination: Nomination) -> Entry:
    who = reading.who(nomination.nominee)
    honour = reading.term("honours", nomination.honour)
    name = f"{who if isinstance(who, str) else recipient_key(nomination.nominee)}: {honour}"
    return _entry(reading, "nomination", nomination, f"{recipient_key(nomination.nominee)}/{nomination.honour}", name)


def _documents(reading: Reading) -> Iterator[Entry]:
    register = reading.register
    for decision in register.decisions.values():
        texts = tuple(filter(None, (decision.number, decision.authority)))
        yield Entry("decision", decision.id, decision.number or decision.id, texts, decision.at, decision, reading)
    for kind, records in (("regulation", register.regulations), ("framework", register.frameworks)):
        for record in records.values():
            names = tuple(each.name for each in record.names)
            yield Entry(kind, record.id, names[-1] if names else record.id, names, record.at, record, reading)
    for source in register.sources.values():
        texts = tuple(filter(None, (source.title, source.number, source.issuer, source.url)))
        yield Entry("source", source.id, source.title or source.number or source.id, texts, source.at, source, reading)


_FOUND: Mapping[tuple[str, ...], Callable[[Reading], Iterator[Entry]]] = {
    ("unit",): lambda reading: _bodies(reading, "unit", reading.register.units),
    ("person",): _people,
    ("cluster",): lambda reading: _bodies(reading, "cluster", reading.register.clusters),
    ("honour",): lambda reading: _terms(reading, "honour", reading.register.honours),
    ("movement",): lambda reading: _terms(reading, "movement", reading.register.movements),
    ("period", "event", "nomination", "vote", "proposal", "recognition", "scores"): _periods,
    ("decision", "regulation", "framework", "source"): _documents,
}
"""The entries of these kinds, so that looking one unit up does not read every record."""


def check_kind(kind: str | None) -> None:
    """Raises Failure where there is no such kind of record."""
    if kind is not None and kind not in KINDS:
        raise Failure(
            ExitCode.USAGE,
            msg("{place}: “{typed}” is not one of these:", place="--kind", typed=kind),
            *(Message("  {value}  {word}", {"value": value, "word": word}) for value, word in KINDS.items()),
        )
