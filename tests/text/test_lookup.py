from __future__ import annotations

import unicodedata

import pytest

from thidua.text.lookup import search
from thidua.text.nearest import nearest

UNITS = (
    ("ca-hung-yen", ("Công an tỉnh Hưng Yên", "CA Hưng Yên")),
    ("ca-hoa-binh", ("Công an tỉnh Hoà Bình",)),
    ("ca-phuong-hoa-binh", ("Công an phường Hòa Bình",)),
    ("ca-ha-nam", ("Công an tỉnh Hà Nam",)),
    ("ca-ha-nam-ninh", ("Công an tỉnh Hà Nam Ninh",)),
    ("cum-5", ("Cụm thi đua số 5",)),
    ("cum-15", ("Cụm thi đua số 15",)),
    ("cum-50", ("Cụm thi đua số 50",)),
    ("csgt", ("Phòng Cảnh sát giao thông", "PC08")),
    ("yen-dung", ("Yên Dũng",)),
    ("yen-dung-2", ("Yến Dung",)),
)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("ca-hung-yen", ("ca-hung-yen",)),
        ("CA-HUNG-YEN", ("ca-hung-yen",)),
        ("ca hung yen", ("ca-hung-yen",)),
        ("hung yen", ("ca-hung-yen",)),
        ("Hưng Yên", ("ca-hung-yen",)),
        ("CÔNG AN TỈNH HƯNG YÊN", ("ca-hung-yen",)),
        ("Công an tỉnh Hòa Bình", ("ca-hoa-binh",)),
        ("hoà bình", ("ca-hoa-binh", "ca-phuong-hoa-binh")),
        ("công an tỉnh hà nam", ("ca-ha-nam",)),
        ("ha nam", ("ca-ha-nam", "ca-ha-nam-ninh")),
        ("cụm 5", ("cum-5",)),
        ("cụm số 5", ("cum-5",)),
        ("cum 1", ()),
        ("pc08", ("csgt",)),
        ("canh giao th", ("csgt",)),
        ("giao canh", ()),
        ("Yên Dũng", ("yen-dung",)),
        ("yen dung", ("yen-dung", "yen-dung-2")),
        ("", ()),
        (" – ", ()),
        ("không có", ()),
    ],
)
def test_the_surest_match_hides_the_weaker(query: str, found: tuple[str, ...]) -> None:
    assert search(query, UNITS) == found
    assert search(unicodedata.normalize("NFD", query), UNITS) == found
    written_apart = [(id_, [unicodedata.normalize("NFD", name) for name in names]) for id_, names in UNITS]
    assert search(query, written_apart) == found


def test_an_id_is_itself_even_where_another_unit_bears_it_as_a_name() -> None:
    assert search("pc08", [("csgt", ("PC08",)), ("pc08", ())]) == ("pc08",)


def test_items_are_read_once() -> None:
    assert search("Hưng Yên", iter([("hung-yen", iter(["Hưng Yên"]))])) == ("hung-yen",)


@pytest.mark.parametrize(
    ("wanted", "known", "near"),
    [
        ("ca-hung-yenn", ("ca-hung-yen", "ca-ha-nam", "csgt"), ("ca-hung-yen",)),
        ("Hưng Yến", ("Hưng Yên", "Hải Dương"), ("Hưng Yên",)),
        ("ca hug yen", ("ca-hung-yen", "csgt"), ("ca-hung-yen",)),
        ("zzz", ("ca-hung-yen", "csgt"), ()),
        ("x", (), ()),
    ],
)
def test_the_nearest_known_words(wanted: str, known: tuple[str, ...], near: tuple[str, ...]) -> None:
    assert nearest(wanted, known) == near


def test_no_more_near_words_than_asked_for_and_the_nearest_first() -> None:
    known = ("cum-12", "Cụm 1", "cum-1", "cum-13")
    assert nearest("cụm 1", known, 2) == ("Cụm 1", "cum-1")
