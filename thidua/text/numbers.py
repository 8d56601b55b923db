"""Numbers as the papers write them: Roman numerals, thresholds such as 2/3, digits grouped in Vietnamese or English."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from thidua.text.misread import MisreadError
from thidua.text.say import msg

if TYPE_CHECKING:
    from decimal import Decimal
    from fractions import Fraction

_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_ROMAN_ENDS = range(1, 4000)
_DIGITS = re.compile("M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})", re.ASCII | re.IGNORECASE)
_FRACTION = re.compile("([0-9]{1,6}) *[/⁄] *([0-9]{1,6})")
_TO_VIETNAMESE = str.maketrans(",.", ".,")


def roman(n: int) -> str:
    """The Roman numeral of 1 to 3999; ValueError outside."""
    if n not in _ROMAN_ENDS:
        raise ValueError(f"no Roman numeral for {n}")
    numeral = ""
    for value, letters in _ROMAN:
        times, n = divmod(n, value)
        numeral += letters * times
    return numeral


def from_roman(s: str) -> int:
    """The number of a Roman numeral in capital or small letters.

    Raises:
        MisreadError: not written by the rule (IIII, IC), or empty.
    """
    if not s or not _DIGITS.fullmatch(s):
        raise MisreadError(msg("“{typed}” is not a Roman numeral.", typed=s))
    total, rest = 0, s.upper()
    for value, letters in _ROMAN:
        while rest.startswith(letters):
            total, rest = total + value, rest[len(letters) :]
    return total


def parse_fraction(s: str) -> Fraction:
    """A share such as "2/3", exactly: two whole numbers, more than nothing, at most the whole.

    Raises:
        MisreadError: anything else, decimals and percentages too, since 0.67 is not two thirds.
    """
    from fractions import Fraction

    parts = _FRACTION.fullmatch(s.strip())
    above, below = (int(parts[1]), int(parts[2])) if parts else (0, 0)
    if not 0 < above <= below:
        raise MisreadError(msg("“{typed}” is not a fraction like 2/3, above 0 and at most 1.", typed=s))
    return Fraction(above, below)


def show_number(n: int | Decimal, lang: str) -> str:
    """Digits in groups of three: 1.234.567,5 in Vietnamese, 1,234,567.5 in English; the decimals stay as recorded."""
    grouped = f"{n:,d}" if isinstance(n, int) else f"{n:,f}"
    return grouped.translate(_TO_VIETNAMESE) if lang == "vi" else grouped


def show_fraction(share: Fraction) -> str:
    """The share as ``parse_fraction`` reads it: "2/3", and "1/1" for the whole."""
    return f"{share.numerator}/{share.denominator}"
