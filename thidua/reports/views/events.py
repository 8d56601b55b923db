"""Meetings, ceremonies and activities as a report shows them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from thidua.desk.reasons import joined
from thidua.model.periods import Event
from thidua.model.terms import label
from thidua.reports.lines import Entry, Line, Text
from thidua.reports.reading import Reading
from thidua.reports.views.parts import fact_lines
from thidua.text.days import last
from thidua.text.say import Message, msg


class EventView(NamedTuple):
    """A meeting, ceremony or activity."""

    title: Line
    entries: tuple[Entry, ...]


def event_order(event: Event) -> tuple[date, str]:
    """In time; what is known only by its month or year comes after the days of it."""
    return (last(event.date) if event.date else date.max, event.id)


def event_view(reading: Reading, event: Event) -> EventView:
    purposes = joined(*(label("purpose", each) for each in event.purposes), between=", ")
    return EventView(reading.line(event.name or purposes, event), tuple(_event_entries(reading, event, purposes)))


def _event_entries(reading: Reading, event: Event, purposes: Message) -> Iterator[Entry]:
    yield Entry(msg("Purpose"), (Line(purposes),))
    yield Entry(msg("Date"), (Line(_event_day(reading, event)),))
    if event.place:
        yield Entry(msg("Place"), (Line(event.place),))
    if event.host:
        yield Entry(msg("Held at"), (Line(reading.name(event.host)),))
    if event.organiser:
        yield Entry(msg("Held by"), (Line(reading.name(event.organiser)),))
    if event.people:
        yield Entry(msg("People"), tuple(reading.person(each) for each in event.people))
    if event.facts:
        yield Entry(msg("Also stated"), fact_lines(reading, event.facts))


def _event_day(reading: Reading, event: Event) -> Text:
    day = reading.told(event.date, event.text_date)
    if not event.part_of_day:
        return day
    return msg("{part}, {day}", part=label("part of day", event.part_of_day), day=day)
