"""A record as labelled lines: every key it has, in the order of its file, and what a reader would miss."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from thidua.model.common import Cite, Count, Person, Recipient, Words
from thidua.model.fields import At, Part
from thidua.model.labels import key_label, word
from thidua.model.shape import EitherShape, FieldShape, ListShape, RecordShape, ScalarShape, Shape, record_shape
from thidua.model.terms import kind_of_unit
from thidua.reports.lines import Cell, Line, Text
from thidua.reports.phrases import counted
from thidua.reports.reading import Reading, absent
from thidua.text.days import first
from thidua.text.numbers import show_number
from thidua.text.say import Message, msg

EXPECTED: Mapping[str, frozenset[str]] = {
    "Unit": frozenset({"parents", "begin"}),
    "Cluster": frozenset({"begin", "movements", "regulations", "members_known"}),
    "Honour": frozenset({"level", "authority", "cadence", "sources"}),
    "Movement": frozenset({"launched_by", "from", "to"}),
    "Source": frozenset({"title", "issuer", "date", "url"}),
    "Regulation": frozenset({"from", "rotation", "ballot"}),
    "Framework": frozenset({"sections", "scorers"}),
    "Period": frozenset({"movements", "covenant", "scoring", "events"}),
    "Event": frozenset({"date", "place", "people"}),
    "Nomination": frozenset({"movement", "submitted", "merits"}),
    "Vote": frozenset({"method", "secret", "closed", "threshold", "electorate", "outcome", "count"}),
    "Recognition": frozenset({"by", "date", "recipients"}),
    "Decision": frozenset({"number", "date", "authority", "signer"}),
    "Proposal": frozenset({"number", "date", "to"}),
    "ScoreSheet": frozenset({"framework", "total", "grade"}),
}
"""Keys whose absence is said: "not recorded". By type of record."""

_APART = frozenset({"sources", "note", "confirmed"})
_SOURCES = key_label(Cite, "sources")
_LONG = 70
"""Letters above which a text of a part stands on a line of its own."""


class Item(NamedTuple):
    """A label and what stands behind it; ``items`` are the parts below. Without a label: one more of those above it."""

    label: Text
    lines: Cell = ()
    items: tuple[Item, ...] = ()


def items(reading: Reading, record: Part, *, without: Sequence[str] = ()) -> Iterator[Item]:
    """One item per key that the record has or a reader would expect; names are those of the day of ``reading``."""
    for field in record_shape(type(record)).fields:
        value = getattr(record, field.attribute)
        if field.name in without or field.name == "id":
            continue
        label = key_label(type(record), field.name)
        if _has(field, value):
            yield _item(reading, label, value, field.shape)
        elif field.name in EXPECTED.get(type(record).__name__, ()):
            yield Item(label, absent())


def named(reading: Reading, kind: str, name: str) -> str:
    """Name and id of the record that an id refers to; ``kind`` is an attribute of the register or ``bodies``."""
    if kind in {"units", "clusters", "bodies"}:
        known = reading.name(name)
    elif kind in {"honours", "movements"}:
        known = reading.term(kind, name)
    else:
        known = _title(getattr(reading.register, kind).get(name)) or name
    return name if known == name else f"{known} ({name})"


def span(reading: Reading, since: str | None, until: str | None) -> Message | None:
    """From when to when; None where neither end is recorded."""
    if since is None and until is None:
        return None
    if since == until:
        return (
            msg("in {day}", day=reading.day(since))
            if len(since or "") < len("2024-11-25")
            else msg("on {day}", day=reading.day(since))
        )
    if until is None:
        return msg("from {since}", since=reading.day(since))
    if since is None:
        return msg("until {until}", until=reading.day(until))
    return msg("from {since} to {until}", since=reading.day(since), until=reading.day(until))


def together(texts: Sequence[Text], between: str = "; ") -> Text:
    """Several texts as one. The pattern has no words, so no catalogue has it."""
    places = {f"part{n}": text for n, text in enumerate(texts)}
    return texts[0] if len(texts) == 1 else Message(between.join(f"{{{place}}}" for place in places), places)


def where(at: At | None) -> str | None:
    """File and line of a record, as editors and terminals open it."""
    return f"{at.file}:{at.line}" if at else None


def plain(value: Any) -> Any:
    """A record as data: what its file says, without what the reader put in."""
    from msgspec import to_builtins

    data = to_builtins(value)
    return {key: each for key, each in data.items() if not key.startswith("@")} if isinstance(data, dict) else data


def _title(record: Any) -> str | None:
    if record is None:
        return None
    names = getattr(record, "names", ())
    return names[-1].name if names else getattr(record, "title", None) or getattr(record, "number", None)


def _has(field: FieldShape, value: object) -> bool:
    """Whether the file says it; a default is what nobody has said."""
    return field.required or value != field.default


def _item(reading: Reading, label: Text, value: Any, shape: Shape) -> Item:
    if label == _SOURCES:
        return Item(label, (reading.cited("", value),))
    if not isinstance(shape, ListShape):
        line, below = _element(reading, value, shape)
        return Item(label, (line,), below)
    found = [_element(reading, each, shape.item) for each in value]
    if not any(below for _, below in found):
        return Item(label, tuple(line for line, _ in found))
    return Item(label, (), tuple(Item("", (line,), below) for line, below in found))


def _element(reading: Reading, value: Any, shape: Shape) -> tuple[Line, tuple[Item, ...]]:
    if spoken := _SPOKEN.get(type(value)):
        return spoken(reading, value), ()
    if isinstance(value, Part):
        return _part(reading, value)
    scalar = shape.scalar if isinstance(shape, EitherShape) else shape
    assert isinstance(scalar, ScalarShape)  # lists and parts are handled above
    return Line(_scalar(reading, value, scalar)), ()


_SPOKEN: Mapping[type, Callable[[Reading, Any], Line]] = {
    Count: counted,
    Cite: lambda reading, cite: reading.cited(reading.footnotes.title(cite), (cite,)),
    Person: lambda reading, person: reading.person(person),
    Recipient: lambda reading, recipient: Line(reading.who(recipient)),
    Words: lambda reading, words: Line((reading.lang == "en" and words.en) or words.vi),
}
"""Parts that the reports have words for."""


def _part(reading: Reading, part: Part) -> tuple[Line, tuple[Item, ...]]:
    """A part in one line as far as its keys are short; the longer ones, and lists, below it."""
    then = reading.at(first(part.since)) if getattr(part, "since", None) else reading  # type: ignore[attr-defined]
    texts: list[Text] = []
    below: list[Item] = []
    for n, field in enumerate(record_shape(type(part)).fields):
        value = getattr(part, field.attribute)
        if field.name in _APART or field.attribute in {"since", "until"} or not _has(field, value):
            continue
        label = key_label(type(part), field.name)
        heads = n == 0 and not isinstance(value, bool)
        if heads or _is_short(value, field.shape):
            line, _ = _element(then, value, field.shape)
            texts.append(line.text if heads else together((label, line.text), ": "))
        else:
            below.append(_item(then, label, value, field.shape))
    when = span(reading, getattr(part, "since", None), getattr(part, "until", None))
    line = reading.cited(
        together([*texts, *([when] if when else [])]), getattr(part, "sources", ()), getattr(part, "note", None)
    )
    return line._replace(unconfirmed=getattr(part, "confirmed", None) is False), tuple(below)


def _is_short(value: object, shape: Shape) -> bool:
    if isinstance(shape, ListShape) or (isinstance(value, Part) and isinstance(shape, RecordShape)):
        return False
    return not isinstance(value, str) or (len(value) <= _LONG and "\n" not in value)


def _scalar(reading: Reading, value: Any, shape: ScalarShape) -> Text:
    match shape.kind:
        case "day":
            return reading.day(value)
        case "word":
            return word(shape.words, value)
        case "bool":
            return msg("yes") if value else msg("no")
        case "int" | "decimal":
            return show_number(value, reading.lang)
    if shape.vocabulary:
        return kind_of_unit(value)
    return named(reading, shape.refers, value) if shape.refers else str(value)
