from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.terminal import CLUSTER, Clerk
from thidua.cli.frame.exits import ExitCode

HONOUR = "Ministry of Public Security emulation flag (co-thi-dua-bo-cong-an)"
FLAG = "Cờ thi đua của Bộ Công an"


@pytest.fixture
def clerk(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Clerk:
    return Clerk(run, monkeypatch, tmp_path)


def test_what_was_understood_the_file_and_the_next_step_are_named(clerk: Clerk) -> None:
    ended = clerk("nominate", "Hà Nam", FLAG, "-c", "cụm 5", "-p", "2024", "--merits", "Dẫn đầu")
    assert ended.code == ExitCode.DONE
    assert ended.out == ""
    assert ended.err.splitlines() == [
        "Unit: Công an tỉnh Hà Nam (ca-ha-nam)",
        f"Honour: {HONOUR}: emulation title; level: ministry; decided by: Minister of Public Security",
        "Movement: For the Security of the Fatherland (vi-an-ninh-to-quoc)",
        "Cluster: Cụm thi đua số 5 (bca-cum-5)",
        "Period: 2024",
        "No source is given; --source names one.",
        "Recorded: ca-ha-nam: nominated for “co-thi-dua-bo-cong-an” in 2024 of “bca-cum-5”.",
        "  periods/2024/bca-cum-5/nominations/ca-ha-nam.yaml",
        "Next, when all nominations are in:",
        "  thidua vote open -c bca-cum-5 -p 2024",
    ]
    assert clerk.file("nominations/ca-ha-nam.yaml") == (
        "nominations:\n  - nominee: ca-ha-nam\n    honour: co-thi-dua-bo-cong-an\n    movement: vi-an-ninh-to-quoc\n"
        "    merits: Dẫn đầu\n"
    )


@pytest.mark.parametrize(
    "typed", ["ha nam", "Công an tỉnh Hà Nam", unicodedata.normalize("NFD", "Hà Nam"), "ca-ha-nam"]
)
def test_the_cluster_follows_from_the_unit_in_any_spelling(clerk: Clerk, typed: str) -> None:
    ended = clerk("nominate", typed, "CO_BCA")
    assert "Cluster: Cụm thi đua số 5 (bca-cum-5)" in ended.err
    assert clerk.file("nominations/ca-ha-nam.yaml")


def test_the_same_nomination_twice_changes_nothing(clerk: Clerk) -> None:
    first = clerk("nominate", "Hà Nam", FLAG, *CLUSTER, "--source", "12/BC-CAT | 20/11/2024")
    before = clerk.files()
    again = clerk("nominate", "ha nam", "co_bca", *CLUSTER)
    assert (first.code, again.code) == (ExitCode.DONE, ExitCode.DONE)
    assert "Nothing to change" in again.err
    assert "No source" not in again.err
    assert clerk.files() == before


def test_a_dry_run_prints_the_diff_and_writes_nothing(clerk: Clerk) -> None:
    before = clerk.files()
    ended = clerk("nominate", "Hà Nam", FLAG, "--source", "ca-ha-nam-2024", "-n")
    assert ended.out.startswith("--- /dev/null\n+++ b/periods/2024/bca-cum-5/nominations/ca-ha-nam.yaml\n")
    assert "+      - source: ca-ha-nam-2024\n" in ended.out
    assert clerk.files() == before


def test_a_name_that_fits_several_is_settled_by_the_period_or_listed(clerk: Clerk) -> None:
    assert "Unit: Công an tỉnh Hưng Yên (ca-hung-yen)" in clerk("nominate", "Hưng Yên", "CO_CP", *CLUSTER, "-n").err
    ended = clerk("nominate", "Hà Nam", "Cờ thi đua", *CLUSTER)
    assert ended.code == ExitCode.USAGE
    assert "  co-thi-dua-chinh-phu  Cờ thi đua của Chính phủ" in ended.err


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (("Nam Dinhh", "CO_CP"), "Did you mean:\n  ca-nam-dinh  Công an tỉnh Nam Định"),
        (("Hà Nam", "CO_CP", "-p", "2031"), "No period “2031” is recorded."),
        (("Hà Nam", "CO_CP", "-c", "khoi 3"), "is no member of"),
        (("Hà Nam", "Chiến sĩ thi đua cơ sở"), "is not for this kind of recipient: collective"),
        (("Hà Nam", "CO_CP", "--name", "A"), "--name says already who is nominated"),
        (("A", "CSTĐCS", "--unit", "Hà Nam", "--kind", "xe"), "--kind: “xe” is not one of these:"),
        (("Hà Nam", "CO_CP", "--submitted", "31/2/2024"), "“31/2/2024”"),
    ],
)
def test_wrong_input_names_what_is_right_and_writes_nothing(clerk: Clerk, args: tuple[str, ...], says: str) -> None:
    before = clerk.files()
    ended = clerk("nominate", *args)
    assert ended.code == ExitCode.USAGE
    assert says in ended.err
    assert clerk.files() == before


def test_where_nobody_can_be_asked_all_that_is_missing_is_named_at_once(clerk: Clerk) -> None:
    ended = clerk("nominate")
    assert ended.code == ExitCode.USAGE
    assert ended.err.startswith("thidua: Still missing: --cluster, NOMINEE, HONOUR.\n--cluster is one of: ")


def test_at_a_terminal_one_question_follows_another(clerk: Clerk) -> None:
    ended = clerk("nominate", typing="cụm 5\nnam\nnam dinh\n0\n2\nDẫn đầu\n\n")
    assert ended.code == ExitCode.DONE, ended.err
    questions = ["Which cluster?", "Which unit is nominated?", "For which honour?", "For what merits?", "From which"]
    places = [ended.err.index(question) for question in questions]
    assert places == sorted(places)
    assert " 4  Công an tỉnh Hà Nam  (ca-ha-nam)\n" in ended.err
    assert "“nam” fits several: Công an tỉnh Nam Định (ca-nam-dinh), Công an tỉnh Hà Nam (ca-ha-nam)." in ended.err
    assert "“0” fits none of them." in ended.err
    assert "merits: Dẫn đầu" in clerk.file("nominations/ca-nam-dinh.yaml")


def test_an_input_that_ends_is_no_answer(clerk: Clerk) -> None:
    ended = clerk("nominate", "Hà Nam", typing="")
    assert ended.code == ExitCode.USAGE
    assert "Still missing: HONOUR." in ended.err


def test_a_whole_line_at_a_terminal_asks_nothing(clerk: Clerk) -> None:
    assert ">" not in clerk("nominate", "Hà Nam", FLAG, *CLUSTER, typing="").err


def test_a_person_is_named_with_rank_post_and_unit(clerk: Clerk) -> None:
    person = ("--person", "Nguyễn Văn A", "--rank", "Thượng tá", "--position", "Trưởng phòng", "--unit", "Hà Nam")
    ended = clerk("nominate", "Nguyễn Văn A", "Chiến sĩ thi đua cơ sở", *person)
    assert "Nguyễn Văn A, Trưởng phòng, Công an tỉnh Hà Nam (nguyen-van-a)" in ended.err
    assert clerk.file("nominations/ca-ha-nam.yaml").startswith(
        "nominations:\n  - nominee:\n      person: nguyen-van-a\n      name: Nguyễn Văn A\n      rank: Thượng tá\n"
        "      position: Trưởng phòng\n      unit: ca-ha-nam\n    honour: chien-si-thi-dua-co-so\n"
    )


def test_a_person_without_an_id_is_recorded_and_said_to_have_none(clerk: Clerk) -> None:
    ended = clerk("nominate", "CSTĐCS", "--name", "Nguyễn Văn A", "--rank", "Thượng tá", "-u", "Hà Nam")
    assert ended.code == ExitCode.DONE
    assert "The person has no id" in ended.err


def test_an_empty_text_is_not_recorded(clerk: Clerk) -> None:
    clerk("nominate", "Hà Nam", FLAG, "--merits", " ", "--note", "")
    assert clerk.file("nominations/ca-ha-nam.yaml").endswith("    movement: vi-an-ninh-to-quoc\n")


def test_a_subunit_and_a_group_are_nominated(clerk: Clerk) -> None:
    team = clerk("nominate", "Đội 1", "Tập thể lao động tiên tiến", "--kind", "collective", "-u", "Hà Nam")
    group = clerk("nominate", "Giấy khen", "--group", "remaining-members", "--by", "Hưng Yên", *CLUSTER)
    assert (team.code, group.code) == (ExitCode.DONE, ExitCode.DONE)
    assert "name: Đội 1" in clerk.file("nominations/ca-ha-nam.yaml")
    assert "group: remaining-members" in clerk.file("nominations/ca-hung-yen.yaml")


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("ca-ha-nam-2024", "      - source: ca-ha-nam-2024\n"),
        ("06/2022/QH15", "      - source: luat-06-2022\n"),
        ("số 12/BC-CAT-PX03", "      - number: 12/BC-CAT-PX03\n"),
        ("https://example.vn/tin", "      - url: https://example.vn/tin\n"),
        ("Báo cáo năm | Công an tỉnh | 20/11/2024", "      - title: Báo cáo năm\n        publisher: Công an tỉnh\n        date: 2024-11-20\n"),
    ],
)  # fmt: skip
def test_a_source_is_known_by_its_form(clerk: Clerk, typed: str, written: str) -> None:
    clerk("nominate", "Hà Nam", FLAG, "--source", typed)
    assert clerk.file("nominations/ca-ha-nam.yaml").replace('"', "").endswith(f"    sources:\n{written}")
