"""Days as the papers know them: a year, a month or a day, written as ISO text ("2024", "2024-11", "2024-11-25")."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple, NoReturn
from unicodedata import normalize

from thidua.text.misread import MisreadError
from thidua.text.say import Message, msg

_LEAP = "(?:[12][0-9](?:0[48]|[2468][048]|[13579][26])|(?:1[26]|2[048])00)"
DAY = (
    "(?:[12][0-9]{3}"
    "(?:-(?:0[1-9]|1[0-2])"
    "|-(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-8])"
    "|-(?:0[13-9]|1[0-2])-(?:29|30)"
    "|-(?:0[13578]|1[02])-31)?"
    f"|{_LEAP}-02-29)"
)
"""The pattern of a Day of the years 1000 to 2999; without anchors and look-around, fit for any dialect."""

_DAY = re.compile(DAY)
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_WORDS = re.compile(r"\s*\b(?:ngày|tháng|năm)\b\s*")
_BETWEEN = re.compile(r"\s*[/.\-]\s*")
_ONE_DAY = timedelta(days=1)


def _parts(day: str) -> list[int]:
    """Year, month, day: as many as are known."""
    if not _DAY.fullmatch(day):
        raise MisreadError(msg("“{day}” is no year, month or day of the calendar.", day=day))
    return [int(part) for part in day.split("-")]


@lru_cache(4096)
def first(day: str) -> date:
    """The first date of the day, month or year.

    Raises:
        MisreadError: the text is no Day.
    """
    year, month, number = (*_parts(day), 1, 1)[:3]
    return date(year, month, number)


@lru_cache(4096)
def last(day: str) -> date:
    """The last date of the day, month or year, itself included.

    Raises:
        MisreadError: the text is no Day.
    """
    match _parts(day):
        case [year]:
            return date(year, 12, 31)
        case [year, month]:
            return _month_end(year, month)
    return first(day)


def _month_end(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1) - _ONE_DAY


def next_day(on: date) -> date:
    """The date after."""
    return on + _ONE_DAY


def previous_day(on: date) -> date:
    """The date before."""
    return on - _ONE_DAY


def covers(since: str | None, until: str | None, on: date) -> bool:
    """Whether the span holds the date: both ends included, None is open, a year or month counts whole."""
    return (since is None or first(since) <= on) and (until is None or on <= last(until))


def overlap(a_since: str | None, a_until: str | None, b_since: str | None, b_until: str | None) -> bool:
    """Whether two spans share a date: ends included, None is open, a year or month counts whole."""
    return _not_after(a_since, b_until) and _not_after(b_since, a_until)


def _not_after(since: str | None, until: str | None) -> bool:
    return since is None or until is None or first(since) <= last(until)


@lru_cache(4096)
def show(day: str, lang: str) -> str:
    """As written in text and tables: "25/11/2024", "tháng 11/2024", "năm 2024"; in English where lang is not "vi"."""
    year, *rest = _parts(day)
    if lang == "vi":
        return _in_vietnamese(day)
    return " ".join([*(str(n) for n in rest[1:]), *(_MONTHS[n - 1] for n in rest[:1]), str(year)])


class Said(NamedTuple):
    """A day as an argument of a sentence, written as the reader's language writes it."""

    day: str

    def spoken(self, lang: str) -> str:
        return show(self.day, lang)


def said(day: str | date) -> Said:
    """A day, or a date, for a sentence."""
    return Said(day if isinstance(day, str) else day.isoformat())


def _in_vietnamese(day: str) -> str:
    written = "/".join(reversed(day.split("-")))
    return {4: f"năm {written}", 7: f"tháng {written}"}.get(len(day), written)


@lru_cache(4096)
def long(day: str) -> str:
    """As a formal paper dates itself: "ngày 05 tháng 02 năm 2024".

    Days below 10 and the months 1 and 2 get a leading zero (Decree 30/2020/NĐ-CP, Appendix I).
    """
    year, *rest = _parts(day)
    days = [f"ngày {n:02}" for n in rest[1:]]
    months = [f"tháng {n:02}" if n <= 2 else f"tháng {n}" for n in rest[:1]]  # noqa: PLR2004
    return " ".join([*days, *months, f"năm {year}"])


def parse_day(typed: str) -> str:
    """The Day a clerk means by "25/11/2024", "5-2-2024", "11.2024", "ngày 05 tháng 02 năm 2024", "2024", "2024-11-25".

    The day comes before the month, unless the year comes first.

    Raises:
        MisreadError: no Day of the calendar, or the year is missing or has two digits.
    """
    spaced = _WORDS.sub("/", normalize("NFC", typed).strip().lower()).strip("/")
    parts = _BETWEEN.split(spaced)
    if len(parts) > 3 or not all(part.isascii() and part.isdigit() for part in parts):  # noqa: PLR2004
        _refuse(msg("“{typed}” is not a date: write it like 25/11/2024, 11/2024 or 2024.", typed=typed))
    year, *rest = parts if len(parts[0]) == 4 else parts[::-1]  # noqa: PLR2004
    if len(year) != 4:  # noqa: PLR2004
        _refuse(msg("“{typed}” has no year of four digits.", typed=typed))
    day = "-".join([year, *(part.zfill(2) for part in rest)])
    if not _DAY.fullmatch(day):
        _refuse(_why(int(year), [int(part) for part in rest], typed))
    return day


def _refuse(reason: Message) -> NoReturn:
    raise MisreadError(reason)


def _why(year: int, rest: list[int], typed: str) -> Message:
    """Which part of the three is not in the calendar."""
    if not 1000 <= year < 3000:  # noqa: PLR2004
        return msg("“{typed}” has no year between 1000 and 2999.", typed=typed)
    if not 1 <= rest[0] <= 12:  # noqa: PLR2004
        return msg("There is no month {month} in “{typed}”: write the day, then the month.", month=rest[0], typed=typed)
    end = _month_end(year, rest[0]).day
    return msg("There is no day {day} in “{typed}”: that month has {end} days.", day=rest[1], typed=typed, end=end)
