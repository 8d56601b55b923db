from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.text.letters import ID, ID_LENGTH, alike, fold, nfc, person_sort_key, slug, sort_key
from thidua.text.misread import MisreadError

WINDOWS_DEVICES = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}

vietnamese = st.text("aăâbcdđeêghiklmnoôơpqrstuưvxyàảãáạằấềệểếịớựửủũúùỳỷỹýỵAĂĐÊÔƠƯ -–“”'0123456789")
any_text = st.text() | vietnamese


def nfd(s: str) -> str:
    return unicodedata.normalize("NFD", s)


@pytest.mark.parametrize(
    "spellings",
    [
        ("Định Hoá", "Định Hóa", "ĐỊNH HOÁ", "dinh hoa", nfd("Định Hóa")),
        ("chiến sĩ thi đua", "Chiến sỹ thi đua", "chien si thi dua", "CHIEN SY THI DUA"),
        ("Đảng uỷ", "Đảng ủy", "dang uy"),
        ("ma tuý", "ma túy"),
        ("tận tuỵ", "tận tụy"),
        ("toả sáng", "tỏa sáng"),
        ("kỷ niệm chương", "kỉ niệm chương"),
        ("kỹ thuật", "kĩ thuật"),
        ("Công\u00a0an  tỉnh", "Công an tỉnh"),
        ("“Vì an ninh Tổ quốc”", '"Vì an ninh Tổ quốc"'),
        ("Phan Thanh Tám-Phó Giám đốc", "Phan Thanh Tám – Phó Giám đốc", "Phan Thanh Tám — Phó Giám đốc"),
        ("Đắk Lắk", "Ðắk Lắk", "dak lak"),  # the second begins with U+00D0, which looks the same
        ("H'Mông", "H’Mông"),
        ("Hưng\u200bYên", "HưngYên"),
    ],
)
def test_spellings_that_meet_in_the_search_key(spellings: tuple[str, ...]) -> None:
    assert len({fold(spelling) for spelling in spellings}) == 1


@pytest.mark.parametrize(("one", "other"), [("tay", "tai"), ("quy", "qui"), ("thủy", "thủi"), ("Y Jớh", "I Jớh")])
def test_y_is_i_only_after_a_single_consonant(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(any_text)
def test_the_search_key_is_its_own_key_in_either_form(s: str) -> None:
    assert fold(fold(s)) == fold(s)
    assert fold(nfd(s)) == fold(nfc(s))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hòa", "hoà"),
        ("thuỷ", "thủy"),
        ("khoẻ", "khỏe"),
        ("Quý", "quý"),
        ("Hoàn", "hoàn"),
        ("tuyệt", nfd("tuyệt")),
        ("Công an", "CÔNG\u00a0AN"),
    ],
)
def test_spellings_that_are_alike(one: str, other: str) -> None:
    assert alike(one) == alike(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hoa", "hoà"),
        ("hoà", "hoá"),
        ("chiến sĩ", "chiến sỹ"),
        ("già", "giá"),
        ("quy", "quý"),
        ("dân", "đân"),
        ("o", "ơ"),
        ("ñu", "nũ"),
    ],
)
def test_spellings_that_are_not_alike(one: str, other: str) -> None:
    assert alike(one) != alike(other)


@given(any_text)
def test_alike_does_not_depend_on_the_form(s: str) -> None:
    assert alike(nfd(s)) == alike(nfc(s))


@given(vietnamese)
def test_the_search_key_forgets_more_than_alike(s: str) -> None:
    assert fold(alike(s)) == fold(s)


# The order that ICU gives for the locale vi (CLDR); within one letter the tones, then small before capital.
CLDR = [
    *"aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệfghiìỉĩíịjklmn",
    *"oòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvwxyỳỷỹýỵz",
]


def test_letters_stand_in_the_order_of_cldr() -> None:
    assert sorted(CLDR, key=lambda s: ord(s[0])) != CLDR
    assert sorted(set(CLDR), key=sort_key) == CLDR
    both_cases = [form for letter in CLDR for form in (letter, letter.upper())]
    assert sorted(set(both_cases), key=sort_key) == both_cases


@pytest.mark.parametrize(
    "names",
    [
        ("Hà Nam", "Hà Nội", "Hải Phòng", "Hưng Yên"),
        ("Cụm 1", "Cụm 2", "Cụm 2a", "Cụm 10", "Cụm số 1"),
        ("Cụm thi đua số 9", "Cụm thi đua số 11", "Cụm thi đua số 100"),
        ("Đà Nẵng", "Đắk Lắk", "Đồng Nai", "Gia Lai"),
        ("ma", "mà", "mả", "mã", "má", "mạ", "mã lực", "man"),
        ("an", "An", "án", "ăn", "ân"),
    ],
)
def test_names_stand_in_order(names: tuple[str, ...]) -> None:
    assert sorted(set(names), key=sort_key) == list(names)
    assert sorted(map(nfd, names), key=sort_key) == list(map(nfd, names))


@given(any_text, any_text)
def test_only_one_text_has_a_sort_key(a: str, b: str) -> None:
    assert (sort_key(a) == sort_key(b)) == (nfc(a).swapcase() == nfc(b).swapcase())


def test_people_stand_by_given_name_then_middle_then_family() -> None:
    people = [
        "Trần Văn An",
        "Nguyễn Văn Ân",
        "Lê Thị Bình",
        "Nguyễn Văn Bình",
        "Phan Văn Bình",
        "Nguyễn Vũ Bình",
        "Y Jớh",
    ]
    assert sorted(set(people), key=person_sort_key) == people
    assert person_sort_key("") < person_sort_key("An") < person_sort_key("Y An")


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("Công an tỉnh Hưng Yên", "cong-an-tinh-hung-yen"),
        (nfd("Công an huyện Định Hoá"), "cong-an-huyen-dinh-hoa"),
        ("Phòng PX03 – Công tác đảng", "phong-px03-cong-tac-dang"),
        ("H'Mông", "hmong"),
        ("Hạ sỹ", "ha-sy"),
        ("899/KH-CAT-PX03", "so-899-kh-cat-px03"),
        ("Con", "con-x"),
        ("LPT1", "lpt1-x"),
        ("Console", "console"),
    ],
)
def test_ids_made_from_names(name: str, made: str) -> None:
    assert slug(name) == made


def test_a_long_id_ends_with_a_whole_word() -> None:
    long_name = "Cụm thi đua số 5 các đơn vị công an các tỉnh đồng bằng và trung du Bắc Bộ"
    assert slug(long_name) == "cum-thi-dua-so-5-cac-don-vi-cong-an-cac-tinh-dong-bang-va"
    assert slug("a" * 100) == "a" * ID_LENGTH


@pytest.mark.parametrize("name", ["", "…", " - ", "中文"])
def test_no_id_from_a_name_without_letters(name: str) -> None:
    with pytest.raises(MisreadError, match="no letter to make an id from"):
        slug(name)


@given(st.text().map(lambda s: f"{s}a") | vietnamese.map(lambda s: f"Đ{s}") | st.sampled_from(sorted(WINDOWS_DEVICES)))
def test_every_id_is_a_safe_file_name_and_its_own_id(name: str) -> None:
    made = slug(name)
    assert re.fullmatch(ID, made)
    assert len(made) <= ID_LENGTH
    assert made not in WINDOWS_DEVICES
    assert slug(made) == made
