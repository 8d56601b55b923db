"""Who was awarded, proposed and praised: awards, proposals and recognitions apart."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from thidua.model.common import Recipient
from thidua.model.register import Place, Register
from thidua.reports.grants import Granted, by_place, unit_of
from thidua.reports.lines import Text
from thidua.reports.phrases import period_name
from thidua.reports.reading import Reading
from thidua.reports.views.parts import (
    FigureRow,
    GrantRow,
    NominationRow,
    RecognitionRow,
    figure_row,
    grant_row,
    named,
    nomination_rows,
    recognition_row,
)
from thidua.text.say import msg


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
    granted = [each for each in reading.grants.get(place, ()) if _is(unit, each[1].recipient)]
    nominated = [each for each in register.nominations.get(place, ()) if _is(unit, each.nominee)]
    praised = [each for each in register.recognitions.get(place, ()) if not unit or _among(unit, each.recipients)]
    return Commendations(
        title=_title(reading, place),
        grants=tuple(grant_row(reading, *each) for each in granted),
        nominations=nomination_rows(reading, nominated),
        recognitions=tuple(recognition_row(reading, each) for each in praised),
        figures=tuple(figure_row(reading, each) for each in (period.figures if period and not unit else ())),
    )


def _title(reading: Reading, place: Place) -> tuple[Text, ...]:
    """Body and period; an award may be recorded without either."""
    period = reading.register.periods.get(place)
    body = named(reading, place[1]) if place[1] else (msg("body not recorded"),)
    when: Text = place[0] or msg("period not recorded")
    return (*body, period_name(reading.use(period)) if period else when)


def _is(unit: str | None, who: str | Recipient) -> bool:
    return unit is None or unit_of(who) == unit


def _among(unit: str, recipients: tuple[str | Recipient, ...]) -> bool:
    return any(_is(unit, each) for each in recipients)


def commended_places(register: Register, body: str | None, period: str | None) -> tuple[Place, ...]:
    """Where anything is recorded of the body, its own periods or those in which it was nominated, praised or awarded."""
    grants = by_place(register)
    found = dict.fromkeys(place for place in (*register.periods, *grants) if period in (None, place[0]))
    return tuple(
        place
        for place in found
        if body in (None, place[1]) or body in _received(register, place, grants.get(place, ()))
    )


def _received(register: Register, place: Place, granted: Iterable[Granted]) -> set[str | None]:
    """Units that were nominated, praised or awarded there."""
    who: list[str | Recipient] = [each.nominee for each in register.nominations.get(place, ())]
    who += [grant.recipient for _, grant in granted]
    who += [each for recognition in register.recognitions.get(place, ()) for each in recognition.recipients]
    return {unit_of(each) for each in who}
