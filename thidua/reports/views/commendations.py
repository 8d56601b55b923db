"""Who was awarded, proposed and praised: awards, proposals and recognitions apart."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from thidua.model.common import Recipient
from thidua.model.register import Place, Register
from thidua.reports.lines import Text
from thidua.reports.phrases import period_name
from thidua.reports.reading import Reading
from thidua.reports.views.parts import (
    FigureRow,
    GrantRow,
    NominationRow,
    RecognitionRow,
    figure_row,
    grant_place,
    grant_row,
    grants_of,
    named,
    nomination_rows,
    recognition_row,
    unit_of,
)


class Commendations(NamedTuple):
    """One chapter: one body in one period, or what one unit received there."""

    title: tuple[Text, ...]
    grants: tuple[GrantRow, ...]
    nominations: tuple[NominationRow, ...]
    recognitions: tuple[RecognitionRow, ...]
    figures: tuple[FigureRow, ...]


def commendations(reading: Reading, place: Place, unit: str | None = None) -> Commendations:
    """The chapter of one period; with ``unit``, only what that unit or its people were nominated for and received."""
    register = reading.register
    period = register.periods.get(place)
    praised = [each for each in register.recognitions.get(place, ()) if not unit or _among(unit, each.recipients)]
    return Commendations(
        title=(*named(reading, place[1]), period_name(reading.use(period)) if period else place[0]),
        grants=tuple(grant_row(reading, *each) for each in grants_of(register, place) if _is(unit, each[1].recipient)),
        nominations=nomination_rows(
            reading, (each for each in register.nominations.get(place, ()) if _is(unit, each.nominee))
        ),
        recognitions=tuple(recognition_row(reading, each) for each in praised),
        figures=tuple(figure_row(reading, each) for each in (period.figures if period and not unit else ())),
    )


def _is(unit: str | None, who: str | Recipient) -> bool:
    return unit is None or unit_of(who) == unit


def _among(unit: str, recipients: tuple[str | Recipient, ...]) -> bool:
    return any(_is(unit, each) for each in recipients)


def commended_places(register: Register, body: str | None, period: str | None) -> tuple[Place, ...]:
    """Where anything is recorded of the body, its own periods or those in which it was nominated, praised or awarded."""
    found = dict.fromkeys(place for place in _all(register) if period in (None, place[0]))
    return tuple(place for place in found if body in (None, place[1]) or _received(register, place, body))


def _all(register: Register) -> Iterator[Place]:
    yield from register.periods
    for decision in register.decisions.values():
        yield from (place for place in map(grant_place, decision.grants) if all(place))


def _received(register: Register, place: Place, body: str | None) -> bool:
    who: list[str | Recipient] = [each.nominee for each in register.nominations.get(place, ())]
    who += [grant.recipient for _, grant in grants_of(register, place)]
    who += [each for recognition in register.recognitions.get(place, ()) for each in recognition.recipients]
    return any(_is(body, each) for each in who)
