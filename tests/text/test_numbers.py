from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.text.misread import MisreadError
from thidua.text.numbers import from_roman, parse_fraction, roman, show_fraction, show_number


@pytest.mark.parametrize(
    ("n", "numeral"), [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (2024, "MMXXIV"), (3999, "MMMCMXCIX")]
)
def test_roman_numerals(n: int, numeral: str) -> None:
    assert roman(n) == numeral
    assert from_roman(numeral.lower()) == n


def test_every_roman_numeral_is_read_back() -> None:
    assert [from_roman(roman(n)) for n in range(1, 4000)] == list(range(1, 4000))


@pytest.mark.parametrize("n", [0, -1, 4000])
def test_numbers_without_a_roman_numeral(n: int) -> None:
    with pytest.raises(ValueError, match="no Roman numeral"):
        roman(n)


@pytest.mark.parametrize("typed", ["", "IIII", "IC", "VX", "MMMM", "I I", "5", "ı"])
def test_what_is_no_roman_numeral(typed: str) -> None:
    with pytest.raises(MisreadError, match="not a Roman numeral"):
        from_roman(typed)


@pytest.mark.parametrize(
    ("typed", "share"), [("2/3", Fraction(2, 3)), (" 4 / 6 ", Fraction(2, 3)), ("1/1", Fraction(1))]
)
def test_fractions(typed: str, share: Fraction) -> None:
    assert parse_fraction(typed) == share


@pytest.mark.parametrize(
    "typed", ["", "0/3", "4/3", "1/0", "-1/3", "0.67", "67%", "2", "1.5/3", "²/₃", "1/2/3", "1/9999999"]
)
def test_what_is_no_fraction(typed: str) -> None:
    with pytest.raises(MisreadError, match="not a fraction like 2/3"):
        parse_fraction(typed)


@given(st.fractions(0, 1, max_denominator=999_999).filter(bool))
def test_every_share_is_read_back(share: Fraction) -> None:
    assert parse_fraction(show_fraction(share)) == share


@pytest.mark.parametrize(
    ("n", "vi", "en"),
    [
        (0, "0", "0"),
        (999, "999", "999"),
        (-1000, "-1.000", "-1,000"),
        (1234567, "1.234.567", "1,234,567"),
        (Decimal("1234567.5"), "1.234.567,5", "1,234,567.5"),
        (Decimal("85.50"), "85,50", "85.50"),
        (Decimal("1E+3"), "1.000", "1,000"),
    ],
)
def test_numbers_as_written(n: int | Decimal, vi: str, en: str) -> None:
    assert (show_number(n, "vi"), show_number(n, "en")) == (vi, en)
