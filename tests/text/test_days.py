from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.text.days import DAY, covers, first, last, long, next_day, overlap, parse_day, previous_day, show
from thidua.text.misread import MisreadError

dates = st.dates(date(1000, 1, 1), date(2999, 12, 31))
days = st.from_regex(DAY, fullmatch=True)
open_days = st.none() | st.dates(date(2020, 1, 1), date(2022, 12, 31)).flatmap(
    lambda on: st.sampled_from([on.isoformat(), on.isoformat()[:7], on.isoformat()[:4]])
)


def real(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def test_the_pattern_agrees_with_the_calendar_for_two_centuries() -> None:
    pattern = re.compile(DAY)
    for year in range(1900, 2101):
        written = [f"{year}-{month:02}-{number:02}" for month in range(14) for number in range(33)]
        assert [text for text in written if pattern.fullmatch(text)] == [text for text in written if real(text)]
        months = [f"{year}-{month:02}" for month in range(14) if pattern.fullmatch(f"{year}-{month:02}")]
        assert months == [f"{year}-{month:02}" for month in range(1, 13)]


def test_the_pattern_knows_every_leap_year() -> None:
    assert [y for y in range(1000, 3000) if re.fullmatch(DAY, f"{y}-02-29")] == [
        y for y in range(1000, 3000) if real(f"{y}-02-29")
    ]


@pytest.mark.parametrize(
    "text",
    ["", "24", "0999", "3000", "2024-1", "2024-W01", "2024-W01-1", "20241125", "2024-11-25T00", "２０２４", "2024\n"],
)
def test_what_is_no_day(text: str) -> None:
    assert not re.fullmatch(DAY, text)
    for read in (first, last, long, lambda day: show(day, "vi")):
        with pytest.raises(MisreadError, match="no year, month or day"):
            read(text)


@pytest.mark.parametrize(
    ("day", "begins", "ends"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-02", date(2023, 2, 1), date(2023, 2, 28)),
        ("2024-12", date(2024, 12, 1), date(2024, 12, 31)),
        ("2024-11-25", date(2024, 11, 25), date(2024, 11, 25)),
    ],
)
def test_ends_of_a_day(day: str, begins: date, ends: date) -> None:
    assert (first(day), last(day)) == (begins, ends)


@given(days)
def test_a_day_begins_before_it_ends_and_holds_both_ends(day: str) -> None:
    assert first(day) <= last(day)
    assert first(day).isoformat().startswith(day)
    assert last(day).isoformat().startswith(day)
    assert not next_day(last(day)).isoformat().startswith(day)
    assert not previous_day(first(day)).isoformat().startswith(day)


@pytest.mark.parametrize(
    ("since", "until", "held"),
    [
        (None, None, True),
        ("2024", None, True),
        ("2024-06-24", "2024-06-24", True),
        ("2024-06-25", None, False),
        (None, "2024-06-23", False),
        (None, "2024-06", True),
        (None, "2024", True),
        ("2023", "2023", False),
        ("2025", None, False),
    ],
)
def test_a_span_holds_its_ends(since: str | None, until: str | None, held: bool) -> None:
    assert covers(since, until, date(2024, 6, 24)) is held


@given(open_days, open_days, open_days, open_days)
def test_spans_overlap_where_some_date_is_in_both(
    a_since: str | None, a_until: str | None, b_since: str | None, b_until: str | None
) -> None:
    dates_of_three_years = [date(2019, 12, 31) + timedelta(days=n) for n in range(1098)]

    def held(since: str | None, until: str | None) -> set[date]:
        return {on for on in dates_of_three_years if covers(since, until, on)}

    a, b = held(a_since, a_until), held(b_since, b_until)
    if a and b:  # a span that ends before it begins is a Problem of its own
        assert overlap(a_since, a_until, b_since, b_until) == bool(a & b)


@pytest.mark.parametrize(
    ("day", "vi", "en", "formal"),
    [
        ("2024-11-25", "25/11/2024", "25 November 2024", "ngày 25 tháng 11 năm 2024"),
        ("2024-02-05", "05/02/2024", "5 February 2024", "ngày 05 tháng 02 năm 2024"),
        ("2020-03-04", "04/03/2020", "4 March 2020", "ngày 04 tháng 3 năm 2020"),
        ("2024-11", "tháng 11/2024", "November 2024", "tháng 11 năm 2024"),
        ("2024", "năm 2024", "2024", "năm 2024"),
    ],
)
def test_days_as_written(day: str, vi: str, en: str, formal: str) -> None:
    assert (show(day, "vi"), show(day, "en"), long(day)) == (vi, en, formal)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("25/11/2024", "2024-11-25"),
        ("5-2-2024", "2024-02-05"),
        ("25.11.2024", "2024-11-25"),
        (" 25 / 11 / 2024 ", "2024-11-25"),
        ("11/2024", "2024-11"),
        ("2024", "2024"),
        ("2024-11", "2024-11"),
        ("2024/11/5", "2024-11-05"),
        ("Ngày 4 tháng 3 năm 2020", "2020-03-04"),
        ("nga\u0300y 4-3-2020", "2020-03-04"),
    ],
)
def test_days_as_clerks_type_them(typed: str, day: str) -> None:
    assert parse_day(typed) == day


@given(days)
def test_what_is_shown_can_be_typed(day: str) -> None:
    assert parse_day(day) == parse_day(show(day, "vi")) == parse_day(long(day)) == day


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", "is not a date"),
        ("hôm qua", "is not a date"),
        ("25/11/2024/1", "is not a date"),
        ("25//2024", "is not a date"),
        ("4-3", "no year of four digits"),
        ("5/2/24", "no year of four digits"),
        ("0000", "no year between 1000 and 2999"),
        ("11/25/2024", "no month 25 .* write the day, then the month"),
        ("29/2/2023", "no day 29 .* that month has 28 days"),
        ("31/4/2024", "no day 31 .* that month has 30 days"),
        ("0/4/2024", "no day 0"),
        ("100/4/2024", "no day 100"),
    ],
)
def test_why_a_typed_day_is_refused(typed: str, reason: str) -> None:
    with pytest.raises(MisreadError, match=reason):
        parse_day(typed)


@given(st.text("0123456789/-. ngàythăm", max_size=12))
def test_a_typed_day_is_read_or_refused(typed: str) -> None:
    try:
        day = parse_day(typed)
    except MisreadError as refused:
        assert typed in str(refused)  # noqa: PT017 both outcomes are allowed, nothing else
    else:
        assert re.fullmatch(DAY, day)
