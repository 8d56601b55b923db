"""What a report is asked about: one body and period, one body, or everything; and the head of its paper."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from thidua.desk.change import Refusal
from thidua.desk.reasons import joined, unknown
from thidua.model.clusters import Cluster
from thidua.model.register import Place, Register
from thidua.model.timeline import parent_on
from thidua.model.units import Unit
from thidua.reports.lines import Letterhead, Text
from thidua.reports.phrases import period_name
from thidua.reports.reading import Reading
from thidua.reports.views.parts import named
from thidua.text.days import covers, last
from thidua.text.say import Message, msg


def places(register: Register, body: str | None, period: str | None) -> tuple[Place, ...]:
    """The periods asked for that are recorded."""
    return tuple(place for place in register.periods if body in (None, place[1]) and period in (None, place[0]))


def in_order(register: Register, body: str | None, period: str | None, found: Iterable[Place]) -> tuple[Place, ...]:
    """The places by body and then in time.

    Raises Refusal where there is none, because the body is unknown or nothing is recorded of it.
    """
    if body is not None and register.body(body) is None:
        raise Refusal(joined(*unknown(register, "bodies", body)))
    ordered = tuple(sorted(found, key=lambda place: (place[1], last_day(register, place), place[0])))
    if not ordered:
        raise Refusal(_nothing(register, body, period))
    return ordered


def _nothing(register: Register, body: str | None, period: str | None) -> Message:
    known = sorted({place[0] for place in register.periods if body in (None, place[1])})
    return msg(
        "Nothing to report is recorded of {body} in {period}. Periods recorded: {known}.",
        body=f"“{body}”" if body else msg("any body"),
        period=period or msg("any period"),
        known=", ".join(known) or msg("none"),
    )


def last_day(register: Register, place: Place) -> date:
    """The last day of a period; of its last year where only its id is known; of all periods where not even that is."""
    if period := register.periods.get(place):
        return last(period.until)
    if place[0]:
        return last(place[0][-4:])
    return max((last(period.until) for period in register.periods.values()), default=date.min)


def as_of(register: Register, place: Place, today: date | None) -> date:
    """The day as of which a period is reported: its last, or today while it runs."""
    period = register.periods.get(place)
    running = today is not None and period is not None and covers(period.since, period.until, today)
    return today if running and today else last_day(register, place)


def scope_lines(reading: Reading, body: str | None, period: str | None) -> tuple[Text, ...]:
    """Body and period in words."""
    where: tuple[Text, ...] = named(reading, body) if body else (msg("all bodies of the register"),)
    return (*where, when(reading, body, period))


def when(reading: Reading, body: str | None, period: str | None) -> Text:
    """The period in words; its bare id where several bodies have one of that id."""
    if period is None:
        return msg("all periods recorded")
    known = reading.register.periods.get((period, body or ""))
    return period_name(known) if known else period


def letterhead(reading: Reading, body: str | None) -> Letterhead:
    """The organiser over its cluster, the superior over its unit; else what thidua.yaml names as issuer."""
    known = reading.register.body(body) if body else None
    config = reading.register.config
    match known:
        case Cluster():
            return Letterhead(reading.name(known.organiser), reading.name(known.id))
        case Unit():
            parent = parent_on(known, reading.on)
            return Letterhead(reading.name(parent) if parent else None, reading.name(known.id))
    return Letterhead(config.superior, config.issuer)
