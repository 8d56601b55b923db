from __future__ import annotations

import json
from pathlib import Path
from typing import Any, get_args

import pytest

from tests.cli.conftest import Run
from thidua.cli.frame.exits import ExitCode
from thidua.cli.parts.index import entries
from thidua.model.common import Counted
from thidua.model.labels import key_label, word
from thidua.model.layout import KINDS
from thidua.model.shape import EitherShape, ListShape, RecordShape, ScalarShape, Shape, record_shape
from thidua.model.terms import LABELS, kind_of_unit
from thidua.reports.reading import Reading
from thidua.store.tree import read_register
from thidua.text.days import first
from thidua.text.say import Voice

DAY = "2024-12-01"
NOUNS = ("unit", "cluster", "honour", "movement")


def data(run: Run, *args: str, **env: str) -> Any:
    ended = run(*args, "--json", **env)
    assert ended.code == ExitCode.DONE, ended.err
    return json.loads(ended.out)


def shapes(shape: Shape) -> list[Shape]:
    match shape:
        case ListShape():
            return shapes(shape.item)
        case EitherShape():
            return [*shapes(shape.scalar), *shapes(shape.record)]
        case RecordShape():
            return [shape, *(inner for field in shape.fields for inner in shapes(field.shape))]
        case _:
            return [shape]


COUNTED = get_args(Counted)  # spoken together with its number
LISTS = {kind.records for kind in KINDS}  # shown record by record
EVERY = [shape for kind in KINDS if kind.name != "config" for shape in shapes(record_shape(kind.document))]


def test_every_key_of_the_model_has_a_label_and_every_word_its_words() -> None:
    for shape in EVERY:
        if isinstance(shape, RecordShape):
            assert all(key_label(shape.type, field.name) for field in shape.fields if field.name not in LISTS)
        elif isinstance(shape, ScalarShape) and shape.words and shape.words != COUNTED:
            assert all(word(shape.words, value) for value in shape.words)


def test_lists_show_the_names_and_holders_of_the_day(en: Run) -> None:
    (cluster,) = (row for row in data(en, "cluster", "list") if row["id"] == "bca-cum-5")
    assert cluster["chair"] == ["ca-hung-yen"]
    assert cluster["vice_chair"] == ["ca-thai-binh"]
    assert len(cluster["members"]) == 5
    later = {row["id"]: row for row in data(en, "cluster", "list", "--today", "2025-01-02")}
    assert later["bca-cum-5"]["chair"] == ["ca-thai-binh"]
    assert later["bca-cum-5"]["vice_chair"] == ["ca-hai-duong"]


def test_a_unit_is_listed_while_it_exists(en: Run) -> None:
    assert "ca-nam-dinh" in {row["id"] for row in data(en, "unit", "list")}
    after = {row["id"] for row in data(en, "unit", "list", "--today", "2025-07-01")}
    assert "ca-nam-dinh" not in after
    assert "ca-ninh-binh-2025" in after
    assert {row["id"] for row in data(en, "unit", "list", "--all")} > after


@pytest.mark.parametrize(
    ("args", "ids"),
    [
        (["unit", "list", "--parent", "kon tum", "--kind", "party-office"], ["ca-kon-tum-co-quan-ubkt"]),
        (["cluster", "list", "--organiser", "hưng yên"], ["ca-hung-yen-khoi-qlhc"]),
        (["cluster", "list", "--member", "nam dinh"], ["bca-cum-5"]),
        (["cluster", "list", "--kind", "bloc", "--organiser", "ca-kon-tum"], ["ca-kon-tum-khoi-3"]),
        (["movement", "list", "--wave-of", "vi antq"], ["vi-an-ninh-to-quoc-2020-2025"]),
        (["honour", "list", "--category", "title", "--level", "command"], ["co-thi-dua-canh-sat-co-dong"]),
    ],
)
def test_filters(en: Run, args: list[str], ids: list[str]) -> None:
    assert [row["id"] for row in data(en, *args)] == ids


def test_a_pipe_gets_whole_ids_and_an_empty_list_is_said(en: Run) -> None:
    ids = {row["id"] for row in data(en, "honour", "list", "--all")}
    assert ids <= {line.split()[0] for line in en("honour", "list", "--all").out.splitlines()}
    ended = en("unit", "list", "--kind", "no-such-kind")
    assert (ended.code, ended.out) == (ExitCode.DONE, "")
    assert "No unit" in ended.err
    assert data(en, "unit", "list", "--kind", "no-such-kind") == []


def test_every_entry_can_be_shown_under_the_id_it_is_listed_with(run: Run, sample: Path) -> None:
    register, _ = read_register(sample)
    found = list(entries(Reading.of(register, "vi", first(DAY))))
    ids = [(entry.kind, entry.id) for entry in found]
    assert len(set(ids)) == len(ids)
    for kind in dict.fromkeys(kind for kind, _ in ids):
        own = next(own for each, own in ids if each == kind)
        shown = run("show", own, "--kind", kind, THIDUA_TODAY=DAY)
        assert shown.code == ExitCode.DONE, shown.err
        assert own in shown.out
        assert data(run, "show", own, "--kind", kind, THIDUA_TODAY=DAY)["id"] == own


def test_a_unit_shows_where_it_belongs_what_it_received_and_what_became_of_it(en: Run) -> None:
    text = en("unit", "show", "nam dinh").out
    assert text.startswith("Công an tỉnh Nam Định\nca-nam-dinh · unit · units/bo-cong-an.yaml:")
    assert "merged into Công an tỉnh Ninh Bình (ca-ninh-binh-2025) (not confirmed)" in text
    assert "Cụm thi đua số 5 (bca-cum-5), Bộ Công an; from 2024" in text
    assert "2024/bca-cum-5; proposed to the higher authority" in text
    assert "202/2025/QH15" in text
    card = data(en, "unit", "show", "ca-nam-dinh")
    assert [each["cluster"] for each in card["memberships"]] == ["bca-cum-5"]
    assert [each["state"] for each in card["nominations"]] == ["proposed"]
    assert card["decisions"] == []


def test_what_a_reader_would_expect_is_said_to_be_not_recorded(en: Run) -> None:
    lines = {line[:26].strip(): line[26:].strip() for line in en("unit", "show", "ca-nam-dinh").out.splitlines()}
    assert lines["Began"] == lines["Offices held"] == lines["Decided by authorities"] == "not recorded"
    decision = en("show", "ca-gia-lai-cum-2-huan-chuong-chien-cong-hang-nhi").out
    assert decision.count("not recorded") >= 3
    assert "recipient not named" in decision


def test_a_default_is_not_shown_as_recorded(en: Run) -> None:
    text = en("show", "quang-ninh-2017").out
    assert "Next chair: elected by the members" in text
    assert "Term begins in month" not in text


def test_an_office_is_shown_as_it_ran(en: Run) -> None:
    terms = data(en, "cluster", "show", "bca-cum-5")["offices"]
    assert [(each["office"], each["unit"], each["ran_to"], each["ended_by"]) for each in terms] == [
        ("chair", "ca-hung-yen", "2024-12-31", "term"),
        ("vice-chair", "ca-thai-binh", "2024-12-31", "term"),
        ("chair", "ca-thai-binh", "2025-06-30", "merged"),
        ("vice-chair", "ca-hai-duong", "2025-06-30", "merged"),
    ]


def test_a_new_unit_shows_where_it_came_from(en: Run) -> None:
    card = data(en, "unit", "show", "ca-ninh-binh-2025")
    assert {"ca-nam-dinh", "ca-ninh-binh", "ca-ha-nam"} == {each["unit"] for each in card["predecessors"]}


def test_a_card_gives_the_words_of_its_sources(en: Run) -> None:
    text = en("show", "2024/bca-cum-5/suy-ton").out
    assert "[1.1] “Công an tỉnh Hưng Yên và Thái Bình được Cụm thi đua suy tôn" in text
    assert "acclamation" not in text  # the source does not say how
    assert "Result: chosen" in text


def test_json_holds_the_record_as_its_file_does(en: Run) -> None:
    card = data(en, "show", "2024/bca-cum-5/bo-phieu-suy-ton")
    assert card["file"] == "periods/2024/bca-cum-5/votes/bo-phieu-suy-ton.yaml"
    assert card["record"]["candidates"] == [{"nominee": "ca-nam-dinh", "honour": "co-thi-dua-chinh-phu"}]
    assert not [key for key in card["record"] if key.startswith("@")]


def test_a_source_names_the_records_that_rest_on_it(en: Run) -> None:
    files = {each["file"] for each in data(en, "show", "ca-ha-nam-2024")["uses"]}
    assert "periods/2024/bca-cum-5/votes/suy-ton.yaml" in files
    assert not any("kon-tum" in file for file in files)


def test_a_person_is_shown_as_each_record_says(en: Run) -> None:
    (mention,) = data(en, "show", "Vũ Đức Cường")["mentions"]
    assert mention["rank"] == "Thượng tá"
    assert mention["file"] == "periods/2023/ca-kon-tum-khoi-3/period.yaml"


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (["unit", "show", "ca-nam-dnh"], "ca-nam-dinh"),
        (["show", "ca-nam-dnh"], "ca-nam-dinh"),
        (["unit", "show", "ninh binh"], "ca-ninh-binh-2025"),
        (["show", "cong an"], 'more:\n  thidua find "cong an"'),
        (["show", "bca-cum-5", "--kind", "klub"], "recognition"),
        (["cluster", "list", "--kind", "klub"], "khu-vuc"),
        (["show", "2024/bca-cum-5/suy-tn"], "2024/bca-cum-5/suy-ton"),
    ],
)
def test_a_name_that_fits_none_or_several_ends_with_what_there_is(en: Run, args: list[str], says: str) -> None:
    ended = en(*args)
    assert ended.code == ExitCode.USAGE
    assert ended.out == ""
    assert says in ended.err


@pytest.mark.parametrize("typed", ["Nam Định", "nam dinh", "NAM ĐỊNH", "Nam Đi\u0323nh", "nam đinh"])
def test_any_spelling_finds_the_same(en: Run, typed: str) -> None:
    assert data(en, "find", typed, "--kind", "unit")[0]["id"] == "ca-nam-dinh"


@pytest.mark.parametrize(
    ("typed", "kind", "own"),
    [
        ("vu duc cuong", "person", "vu-duc-cuong"),
        ("co thi dua chinh phu", "honour", "co-thi-dua-chinh-phu"),
        ("Vì ANTQ", "movement", "vi-an-ninh-to-quoc"),
        ("cum 5", "cluster", "bca-cum-5"),
        ("cum 5 bo cong an", "cluster", "bca-cum-5"),
        ("202/2025", "source", "nq-202-2025"),
        ("hoi thao", "event", "2024/bca-cum-5/hoi-thao"),
        ("chu tich nuoc", "decision", "ca-gia-lai-cum-2-huan-chuong-chien-cong-hang-nhi"),
    ],
)
def test_everything_with_a_name_is_found(en: Run, typed: str, kind: str, own: str) -> None:
    found = data(en, "find", *typed.split(), "--kind", kind)
    assert own in [each["id"] for each in found]
    assert all(each["kind"] == kind and each["where"] for each in found)


def test_a_number_is_no_beginning(en: Run) -> None:
    assert "bca-cum-5" not in [each["id"] for each in data(en, "find", "cum", "50")]


def test_nothing_found_is_said_with_the_nearest_and_is_no_error(en: Run) -> None:
    ended = en("find", "Nam Địhn")
    assert (ended.code, ended.out) == (ExitCode.DONE, "")
    assert "Nam Định" in ended.err
    assert data(en, "find", "xyzzy") == []


@pytest.mark.parametrize("noun", NOUNS)
def test_each_noun_has_the_same_verbs(run: Run, noun: str) -> None:
    page = run(noun, "--help").out
    assert [verb for verb in ("list", "show", "add") if f"\n  {verb} " in page] == ["list", "show", "add"]


def test_a_kind_of_unit_is_shown_and_asked_for_in_words_and_stays_an_id_in_data(en: Run, sample: Path) -> None:
    assert "provincial police" in en("unit", "show", "ca-nam-dinh").out
    listed = en("unit", "list", "--kind", "Detention camp").out
    assert "ca-gia-lai-trai-tam-giam" in listed
    assert "detention-camp" not in listed
    assert {each["kind"] for each in data(en, "unit", "list", "--kind", "detention camp")} == {"detention-camp"}
    made = en("unit", "add", "--name", "Đơn vị 001", "--kind", "detention camp", "--parent", "ca-gia-lai", "-n")
    assert "+    kind: detention-camp" in made.out


def test_every_kind_of_unit_that_ships_has_a_word(sample: Path) -> None:
    kinds = {unit.kind for unit in read_register(sample).register.units.values()}
    assert kinds <= LABELS["unit kind"].keys()
    assert Voice("en")(kind_of_unit("toa-an")) == "toa-an"
