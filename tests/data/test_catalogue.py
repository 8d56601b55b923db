"""The shipped catalogue against the tables of the law: honours, sources, units and regulations as they lie in data/."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec import Struct
from msgspec.structs import fields

from thidua.model.common import Cite, DatedValue
from thidua.model.fields import At
from thidua.model.honours import Honour
from thidua.model.layout import filed
from thidua.model.register import Register
from thidua.model.units import Unit
from thidua.store.emit import emit
from thidua.store.load import load
from thidua.store.tree import read_register
from thidua.text.days import first, next_day

DATA = Path(__file__).parents[2] / "data"
OURS = sorted(
    path.relative_to(DATA).as_posix()
    for pattern in (
        "thidua.yaml",
        "honours/*",
        "regulations/*",
        "sources/law.yaml",
        "sources/web.yaml",
        "units/bo-cong-an.yaml",
    )
    for path in DATA.glob(pattern)
)

PERSON, GROUP, BOTH = ("individual",), ("collective",), ("collective", "individual")
TITLES = {
    "CSTDTQ": ("chien-si-thi-dua-toan-quoc", "state", PERSON, "eligible"),
    "CSTD_BO": ("chien-si-thi-dua-toan-luc-luong", "ministry", PERSON, "yearly"),
    "CSTDCS": ("chien-si-thi-dua-co-so", "grassroots", PERSON, "yearly"),
    "CSTT": ("chien-si-tien-tien", "grassroots", PERSON, "yearly"),
    "LDTT": ("lao-dong-tien-tien", "grassroots", PERSON, "yearly"),
    "CO_CP": ("co-thi-dua-chinh-phu", "state", GROUP, "yearly"),
    "CO_BCA": ("co-thi-dua-bo-cong-an", "ministry", GROUP, "yearly"),
    "CO_UBND": ("co-thi-dua-ubnd-tinh", "province", GROUP, "yearly"),
    "CO_TC": ("co-thi-dua-tong-cuc", None, GROUP, "yearly"),
    "CO_CSCD": ("co-thi-dua-canh-sat-co-dong", "command", GROUP, "yearly"),
    "DVQT": ("don-vi-quyet-thang", "ministry", GROUP, "yearly"),
    "TTLDXS": ("tap-the-lao-dong-xuat-sac", "ministry", GROUP, "yearly"),
    "DVTT": ("don-vi-tien-tien", "grassroots", GROUP, "yearly"),
    "TTLDTT": ("tap-the-lao-dong-tien-tien", "grassroots", GROUP, "yearly"),
    "XA_TB": ("xa-phuong-thi-tran-tieu-bieu", "province", GROUP, "yearly"),
}
ORDERS = {
    **dict.fromkeys(("sao-vang", "ho-chi-minh", "dai-doan-ket-dan-toc", "dung-cam", "huu-nghi"), 1),
    **dict.fromkeys(("doc-lap", "quan-cong", "lao-dong", "bao-ve-to-quoc", "chien-cong"), 3),
}
MEDALS = {"quan-ky-quyet-thang": 1, "vi-an-ninh-to-quoc": 1, "chien-si-ve-vang": 3, "huu-nghi": 1}
OTHER_FORMS = {
    "anh-hung-luc-luong-vu-trang-nhan-dan": ("state", BOTH),
    "anh-hung-lao-dong": ("state", BOTH),
    "ba-me-viet-nam-anh-hung": ("state", PERSON),
    "bang-khen-thu-tuong": ("state", BOTH),
    "bang-khen-bo-cong-an": ("ministry", BOTH),
    "bang-khen-ubnd-tinh": ("province", BOTH),
    "giay-khen": ("grassroots", BOTH),
    "ky-niem-chuong-bao-ve-an-ninh-to-quoc": ("ministry", PERSON),
}
LOOK_BACK = {
    "chien-si-thi-dua-toan-quoc": "7", "chien-si-thi-dua-toan-luc-luong": "3", "chien-si-thi-dua-co-so": "1",
    "bang-khen-thu-tuong": "5", "huan-chuong-bao-ve-to-quoc-hang-nhat": "5", "huan-chuong-quan-cong-hang-ba": "10",
    "huan-chuong-ho-chi-minh": "15", "huan-chuong-sao-vang": "15",
}  # fmt: skip
BONUS = {
    "chien-si-thi-dua-toan-quoc": "9/2", "chien-si-thi-dua-toan-luc-luong": "3", "chien-si-thi-dua-cap-tinh": "3",
    "chien-si-thi-dua-co-so": "1", "lao-dong-tien-tien": "3/10", "chien-si-tien-tien": "3/10",
    "tap-the-lao-dong-xuat-sac": "3/2", "don-vi-quyet-thang": "3/2", "tap-the-lao-dong-tien-tien": "4/5",
    "don-vi-tien-tien": "4/5", "xa-phuong-thi-tran-tieu-bieu": "2",
}  # fmt: skip
DECIDER_NOT_SEEN = (
    "chien-si-thi-dua-toan-luc-luong", "chien-si-thi-dua-cap-tinh", "chien-si-thi-dua-co-so", "chien-si-tien-tien",
    "lao-dong-tien-tien", "co-thi-dua-bo-cong-an", "co-thi-dua-ubnd-tinh", "don-vi-quyet-thang", "don-vi-tien-tien",
    "tap-the-lao-dong-xuat-sac", "xa-phuong-thi-tran-tieu-bieu", "bang-khen-bo-cong-an", "bang-khen-ubnd-tinh",
    "giay-khen", "ky-niem-chuong-bao-ve-an-ninh-to-quoc",
)  # fmt: skip
OTHER_SECTORS = {"tt-151-2018-bqp", "tt-57-2020-bqp", "tt-02-2024-vksndtc", "tt-04-2016-tandtc", "web-qpvn-c78"}
NOT_SEEN = (
    "luat-15-2003", "nd-91-2017", "nd-98-2023", "nd-152-2025", "nd-01-2018", "tt-15-2025-bnv", "tt-40-2014-bca",
    "tt-12-2019-bca", "tt-35-2015-bca", "tt-142-2020-bca", "du-thao-tt-bca-2023",
)  # fmt: skip
MERGERS = {
    "hung-yen": ("thai-binh", "hung-yen"),
    "hai-phong": ("hai-duong", "hai-phong"),
    "ninh-binh": ("ha-nam", "nam-dinh", "ninh-binh"),
    "thai-nguyen": ("bac-kan", "thai-nguyen"),
    "gia-lai": ("binh-dinh", "gia-lai"),
    "quang-ngai": ("kon-tum", "quang-ngai"),
    "dak-lak": ("phu-yen", "dak-lak"),
    "phu-tho": ("vinh-phuc", "hoa-binh", "phu-tho"),
    "tuyen-quang": ("ha-giang", "tuyen-quang"),
    "lao-cai": ("yen-bai", "lao-cai"),
    "bac-ninh": ("bac-giang", "bac-ninh"),
    "quang-tri": ("quang-binh", "quang-tri"),
}


@pytest.fixture(scope="module")
def register() -> Register:
    return read_register(DATA).register


def parts(record: Any) -> Iterator[Any]:
    """The record and every mapping inside it."""
    if isinstance(record, tuple):
        for item in record:
            yield from parts(item)
    elif isinstance(record, Struct) and not isinstance(record, At):
        yield record
        for field in fields(record):
            yield from parts(getattr(record, field.name))


@pytest.fixture(scope="module")
def shipped() -> list[Any]:
    """Every mapping of the files tested here, with the records they lie in."""
    documents = (load(file, (DATA / file).read_bytes()).document for file in OURS)
    return [part for document in documents if document for part in parts(document.content)]


def rules(honour: Honour, name: str) -> list[str]:
    return [value.value for rule in honour.rules if rule.rule == name for value in rule.values]


@pytest.mark.parametrize("file", OURS)
def test_the_file_is_written_as_the_tool_writes_it(file: str) -> None:
    place, text = filed(file), (DATA / file).read_text(encoding="utf-8")
    loaded = load(file, text.encode())
    assert place
    assert loaded.document, loaded.problems
    assert emit(loaded.document.content, place.kind) == text


@pytest.mark.parametrize("code", TITLES)
def test_every_title_of_the_law_is_there(register: Register, code: str) -> None:
    id_, level, recipients, cadence = TITLES[code]
    honour = register.honours[id_]
    assert (honour.code, honour.category, honour.level) == (code, "title", level)
    assert (honour.recipients, honour.cadence) == (recipients, cadence)


def test_no_two_honours_share_a_code_and_all_have_both_names(register: Register) -> None:
    codes = [honour.code for honour in register.honours.values() if honour.code]
    assert len(codes) == len(set(codes)) == len(TITLES)
    assert all(name.vi and name.en for honour in register.honours.values() for name in honour.names)


@pytest.mark.parametrize(("prefix", "family", "classes"), [
    *(("huan-chuong", family, classes) for family, classes in ORDERS.items()),
    *(("huy-chuong", family, classes) for family, classes in MEDALS.items()),
])  # fmt: skip
def test_orders_and_medals_have_their_classes(register: Register, prefix: str, family: str, classes: int) -> None:
    if classes == 1:
        assert register.honours[f"{prefix}-{family}"].grade is None
        return
    graded = [register.honours[f"{prefix}-{family}-hang-{word}"] for word in ("nhat", "nhi", "ba")]
    assert [honour.grade for honour in graded] == [1, 2, 3]
    assert all(h.category == "form" and h.authority and h.authority.vi == "Chủ tịch nước" for h in graded)


def test_the_forms_are_these_and_no_others(register: Register) -> None:
    forms = {id_: honour for id_, honour in register.honours.items() if honour.category == "form"}
    assert {id_: (forms[id_].level, forms[id_].recipients) for id_ in OTHER_FORMS} == OTHER_FORMS
    assert len(forms) == sum(ORDERS.values()) + sum(MEDALS.values()) + len(OTHER_FORMS)


def test_praise_is_a_recognition_and_nobody_awards_it(register: Register) -> None:
    praise = {id_: honour for id_, honour in register.honours.items() if honour.category == "recognition"}
    assert set(praise) == {
        "dien-hinh-tien-tien",
        "nguoi-tot-viec-tot",
        "tap-the-ca-nhan-tieu-bieu",
        "khen-thuong-cac-cap",
    }
    assert not any(honour.authority or honour.level or honour.rules for honour in praise.values())


@pytest.mark.parametrize(("honour", "years"), LOOK_BACK.items())
def test_look_back_windows(register: Register, honour: str, years: str) -> None:
    assert rules(register.honours[honour], "look-back-years") == [years]


def test_bonus_multiples_belong_to_these_titles_only(register: Register) -> None:
    found = {id_: rules(honour, "bonus-multiple") for id_, honour in register.honours.items()}
    assert {id_: values for id_, values in found.items() if values} == {id_: [value] for id_, value in BONUS.items()}


def test_general_department_flag_is_not_awarded_after_2018(register: Register) -> None:
    assert register.honours["co-thi-dua-tong-cuc"].until == "2018"


@pytest.mark.parametrize("honour", DECIDER_NOT_SEEN)
def test_a_decider_known_only_by_analogy_is_unconfirmed(register: Register, honour: str) -> None:
    assert register.honours[honour].confirmed is False


@pytest.mark.parametrize("source", NOT_SEEN)
def test_a_document_not_seen_is_unconfirmed(register: Register, source: str) -> None:
    assert register.sources[source].confirmed is False


def test_nothing_is_said_to_be_confirmed_and_what_is_not_says_why(shipped: list[Any]) -> None:
    marked = [part for part in shipped if getattr(part, "confirmed", None) is not None]
    assert marked
    assert [part for part in marked if part.confirmed or not part.note] == []


def test_a_value_is_unconfirmed_where_its_source_is_another_sectors_unseen_or_missing(
    register: Register, shipped: list[Any]
) -> None:
    weak = OTHER_SECTORS | {id_ for id_, source in register.sources.items() if source.confirmed is False}
    values = [part for part in shipped if isinstance(part, DatedValue)]
    resting = [v for v in values if not v.sources or any(cite.source in weak for cite in v.sources)]
    assert resting
    assert [v for v in resting if v.confirmed is not False] == []


def test_every_cited_source_is_in_the_catalogue(register: Register, shipped: list[Any]) -> None:
    cited = {part.source for part in shipped if isinstance(part, Cite) and part.source}
    documents = [source for source in register.sources.values() if source.kind != "page"]
    cited |= {id_ for source in documents for id_ in (*source.under, *source.replaces)}
    assert cited - set(register.sources) == set()


@pytest.mark.parametrize(("new", "old"), MERGERS.items())
def test_the_mergers_of_2025(register: Register, new: str, old: tuple[str, ...]) -> None:
    into = {unit.id for unit in register.units.values() if f"ca-{new}-2025" in {s.unit for s in unit.successors}}
    assert into == {f"ca-{name}" for name in old}
    assert register.units[f"ca-{new}-2025"].names == register.units[f"ca-{new}"].names


def test_a_successor_begins_the_day_after(register: Register) -> None:
    def gap(unit: Unit, successor: str) -> bool:
        begin = register.units[successor].begin
        return unit.end is None or begin is None or next_day(first(unit.end)) != first(begin)

    merged = [(unit, s.unit) for unit in register.units.values() for s in unit.successors if s.how == "merged"]
    assert len(merged) == sum(len(old) for old in MERGERS.values())
    assert [(unit.id, successor) for unit, successor in merged if gap(unit, successor)] == []


def test_a_merger_is_a_reading_nobody_has_confirmed(register: Register) -> None:
    readings = [s for unit in register.units.values() for s in unit.successors if s.how == "merged"]
    assert all(s.confirmed is False and "nq-202-2025" in {cite.source for cite in s.sources} for s in readings)
