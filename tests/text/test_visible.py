from __future__ import annotations

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.text.visible import exact, visible

UNSEEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}

hostile = st.text(st.characters(categories=["Cc", "Cf", "Cs", "Zl", "Zp"]) | st.characters())


@pytest.mark.parametrize(
    ("record", "shown"),
    [
        ("Đại tá Phan Thanh Tám – Phó Giám đốc", "Đại tá Phan Thanh Tám – Phó Giám đốc"),
        ("\x1b[2Jxoá", r"\x1b[2Jxoá"),
        ("\x9b31m", r"\x9b31m"),
        ("Hà\u202eNam", r"Hà\u202eNam"),
        ("Hưng\u200bYên", r"Hưng\u200bYên"),
        ("\ufeffHưng Yên", r"\ufeffHưng Yên"),
        ("a\U000e0041", r"a\U000e0041"),
        ("a\u3164", r"a\u3164"),
        ("a\ud800", r"a\ud800"),
        ("thật\rgiả", r"thật\rgiả"),
        ("một\thai", "một hai"),
        ("Công\u00a0an", "Công\u00a0an"),
        (unicodedata.normalize("NFD", "Hoà"), unicodedata.normalize("NFD", "Hoà")),
    ],
)
def test_what_is_unseen_is_written_out(record: str, shown: str) -> None:
    assert visible(record) == shown
    assert visible(record, lines=True) == shown


def test_lines_are_joined_or_kept() -> None:
    assert visible("một\r\n\nhai\u2028ba") == "một hai ba"
    assert visible("một\r\n\nhai\u2028ba\x07", lines=True) == "một\n\nhai\nba\\x07"


def test_of_all_characters_exactly_the_unseen_ones_change() -> None:
    assigned_before = {chr(code) for code in range(sys.maxunicode + 1) if unicodedata.category(chr(code)) in UNSEEN}
    unchanged = {char for char in assigned_before if visible(char) == char}
    assert not unchanged
    letters_and_signs = (chr(code) for code in range(0x20, 0x2000) if unicodedata.category(chr(code))[0] in "LNPSZ")
    assert {char for char in letters_and_signs if visible(char) != char} == {"\u115f", "\u1160"}


@given(hostile, st.booleans())
def test_nothing_unseen_comes_out(s: str, lines: bool) -> None:
    shown = visible(s, lines=lines)
    left = {unicodedata.category(char) for char in shown if not (lines and char == "\n")}
    assert not left & UNSEEN
    assert visible(shown, lines=lines) == shown


@given(hostile)
def test_a_diff_keeps_every_difference_and_its_lines(s: str) -> None:
    shown = exact(s)
    assert not {unicodedata.category(char) for char in shown if char != "\n"} & UNSEEN
    assert shown.replace("\\", "").count("\n") == s.count("\n")


def test_in_a_diff_a_tab_is_no_blank_and_a_separator_no_line_end() -> None:
    assert exact("a\tb\u2028c\r\n") == "a\\tb\\u2028c\\r\n"
