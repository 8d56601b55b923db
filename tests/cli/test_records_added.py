from __future__ import annotations

import json
from io import StringIO
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from thidua.cli.frame.exits import ExitCode

UNIT = ("unit", "add", "--name", "Đơn vị 001", "--kind", "department", "--parent", "ca-hung-yen")
CLUSTER = ("cluster", "add", "--kind", "khoi", "--organiser", "ca-hung-yen", "--name", "Khối 001")
HONOUR = (
    "honour",
    "add",
    "--line",
    "danh-hieu",
    "--name",
    "Danh hiệu 001",
    "--category",
    "title",
    "--for",
    "individual",
)
MOVEMENT = ("movement", "add", "--name", "Phong trào 001")
PERIOD = ("new-period", "bca-cum-5", "2025")
EVERY = (UNIT, CLUSTER, HONOUR, MOVEMENT, PERIOD)


def files(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*.yaml")}


@pytest.mark.parametrize("args", EVERY, ids=" ".join)
def test_one_file_is_written_and_the_next_command_works(en: Run, sample: Path, args: tuple[str, ...]) -> None:
    before = files(sample)
    ended = en(*args)
    assert ended.code == ExitCode.DONE, ended.err
    assert ended.out == ""
    after = files(sample)
    (changed,) = (file for file in after if after[file] != before.get(file))
    assert changed in ended.err
    following = ended.err.splitlines()[-1].removeprefix("  thidua ").split()
    assert en(*following).code == ExitCode.DONE


@pytest.mark.parametrize("args", EVERY, ids=" ".join)
def test_the_same_twice_changes_nothing(en: Run, sample: Path, args: tuple[str, ...]) -> None:
    en(*args)
    before = files(sample)
    ended = en(*args)
    assert ended.code == ExitCode.DONE
    assert "Nothing to change" in ended.err
    assert files(sample) == before


@pytest.mark.parametrize("args", EVERY, ids=" ".join)
def test_a_dry_run_prints_the_difference_and_writes_nothing(en: Run, sample: Path, args: tuple[str, ...]) -> None:
    before = files(sample)
    ended = en(*args, "--dry-run")
    assert ended.code == ExitCode.DONE, ended.err
    assert "+++ b/" in ended.out
    assert not [line for line in ended.out.splitlines() if line.startswith("-") and not line.startswith("---")]
    assert files(sample) == before


@pytest.mark.parametrize(
    ("args", "missing"),
    [
        (["unit", "add"], ["--name", "--kind"]),
        (["cluster", "add"], ["--kind", "--organiser", "--name"]),
        (["honour", "add"], ["--name", "--line", "--category", "--for"]),
        (["movement", "add"], ["--name"]),
        (["new-period"], ["BODY", "PERIOD"]),
    ],
)
def test_all_that_is_missing_is_named_at_once(
    en: Run, monkeypatch: pytest.MonkeyPatch, args: list[str], missing: list[str]
) -> None:
    monkeypatch.setattr("sys.stdin", StringIO())
    ended = en(*args)
    assert ended.code == ExitCode.USAGE
    assert f"Still missing: {', '.join(missing)}." in ended.err


@pytest.mark.parametrize(
    ("args", "says"),
    [
        ([*UNIT[:-1], "ca-hung-yn"], "ca-hung-yen"),
        (["unit", "add", "--name", "Đơn vị 001", "--kind", "Phòng ban"], "--kind phong-ban"),
        ([*UNIT, "--id", "Đơn Vị"], "--id don-vi"),
        ([*UNIT, "--id", "ca-nam-dinh"], "ca-nam-dinh"),
        ([*UNIT, "--from", "31/2/2024"], "31/2/2024"),
        ([*CLUSTER, "--all-members"], "--member"),
        ([*CLUSTER, "--regulation", "quang-ninh-2071"], "quang-ninh-2017"),
        ([*CLUSTER[:3], "klub", *CLUSTER[4:]], "khu-vuc"),
        ([*HONOUR, "--level", "high"], "grassroots"),
        ([*HONOUR, "--code", "CO_CP"], "CO_CP"),
        ([*MOVEMENT, "--from", "2024", "--to", "2023"], "before it begins"),
        ([*MOVEMENT, "--wave-of", "vi an ninh to quoc giai doan"], "vi-an-ninh-to-quoc-2015-2020"),
        (["new-period", "bca-cum-5", "2025-24"], "2024-2025"),
        (["new-period", "bca-cum-5", "2024", "--from", "2024-02-01"], "recorded already"),
    ],
)
def test_a_wrong_value_is_refused_with_what_is_right_and_nothing_is_written(
    en: Run, sample: Path, args: list[str], says: str
) -> None:
    before = files(sample)
    ended = en(*args)
    assert ended.code == ExitCode.USAGE, ended.err
    assert says in ended.err
    assert files(sample) == before


def test_a_name_that_recurs_means_the_unit_of_that_day(en: Run) -> None:
    for today, unit in (("2024-12-01", "ca-hung-yen"), ("2025-12-01", "ca-hung-yen-2025")):
        out = en(
            "unit",
            "add",
            "--name",
            "Đơn vị 001",
            "--kind",
            "department",
            "--parent",
            "hung yen",
            "--today",
            today,
            "-n",
        ).out
        assert f"    - unit: {unit}\n".replace("    ", "+      ") in out


def test_sources_are_recorded_as_given(en: Run) -> None:
    en(*UNIT, "--source", "ca-ha-nam-2024", "--source", "Kế hoạch 001 | 1/2/2024")
    record = json.loads(en("show", "don-vi-001", "--json").out)["record"]
    assert record["sources"] == [{"source": "ca-ha-nam-2024"}, {"title": "Kế hoạch 001", "date": "2024-02-01"}]


def test_a_school_year_has_its_own_days(en: Run) -> None:
    en("new-period", "bca-cum-5", "2025-2026", "--kind", "school-year")
    record = json.loads(en("show", "2025-2026/bca-cum-5", "--json").out)["record"]
    assert (record["kind"], record["from"], record["to"]) == ("school-year", "2025-09-01", "2026-08-31")
    assert record["movements"] == ["vi-an-ninh-to-quoc"]


def test_the_sample_itself_is_not_written(en: Run) -> None:
    assert en("-C", ":sample", *UNIT).code == ExitCode.ENVIRONMENT
    assert en("-C", ":sample", *UNIT, "--dry-run").code == ExitCode.DONE


@pytest.mark.parametrize("sign", ["\u202e", "\u2066", "\u200b", "\u2028", "\x07", "\n"])
def test_what_nobody_sees_is_not_written(en: Run, sample: Path, sign: str) -> None:
    before = files(sample)
    ended = en("unit", "add", "--name", f"Đơn{sign}vị 001", "--kind", "department", "--parent", "ca-hung-yen")
    assert ended.code == ExitCode.USAGE
    assert sign.encode("unicode_escape").decode() in ended.err
    assert sign == "\n" or sign not in ended.err
    assert "holds characters that nobody sees. Nothing was written." in ended.err
    assert files(sample) == before


def test_an_unseen_character_of_long_ago_does_not_hinder_the_clerk(en: Run, sample: Path) -> None:
    file = sample / "clusters/bca-cum-5.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("name: ", "name: \u200b", 1), encoding="utf-8")
    assert "TD212" in en("check").out
    assert en(*UNIT).code == ExitCode.DONE
