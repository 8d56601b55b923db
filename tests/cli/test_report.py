"""thidua report: to a pipe, to a file, and held against the register again."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from thidua.cli.frame.exits import ExitCode

SUMMARY = ("report", "summary", "bca-cum-5", "2024")


def test_the_report_goes_to_the_pipe_and_nothing_else_does(en: Run) -> None:
    ended = en(*SUMMARY)
    assert (ended.code, ended.err) == (ExitCode.DONE, "")
    assert "Công an tỉnh Nam Định" in ended.out
    assert ended.out.endswith(
        "<!-- thidua report summary bca-cum-5 2024 --format md --lang en --today 2024-12-01 -->\n"
    )


def test_the_report_of_a_period_that_is_over_is_the_same_whenever_it_is_written(en: Run) -> None:
    early, late = (en(*SUMMARY, THIDUA_TODAY=day).out for day in ("2025-01-01", "2031-05-06"))
    assert early == late


@pytest.mark.parametrize("typed", ["cum thi dua so 5", "CỤM THI ĐUA SỐ 5", "bca-cum-5"])
def test_the_cluster_may_be_called_by_any_of_its_names(en: Run, typed: str) -> None:
    assert en("report", "summary", typed, "2024").out == en(*SUMMARY).out


def test_the_name_of_the_file_says_the_format(en: Run, sample: Path) -> None:
    assert en(*SUMMARY, "-o", "bao-cao.html").code == ExitCode.DONE
    assert (sample / "bao-cao.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert en(*SUMMARY, "--format", "html").out.encode() == (sample / "bao-cao.html").read_bytes()


def test_a_file_that_is_there_is_replaced_only_when_told(en: Run, sample: Path) -> None:
    (sample / "bao-cao.md").write_text("của tôi\n", encoding="utf-8")
    refused = en(*SUMMARY, "-o", "bao-cao.md")
    assert refused.code == ExitCode.USAGE
    assert "--force" in refused.err
    assert (sample / "bao-cao.md").read_text(encoding="utf-8") == "của tôi\n"
    assert en(*SUMMARY, "-o", "bao-cao.md", "--force").code == ExitCode.DONE
    assert "Nothing to change" in en(*SUMMARY, "-o", "bao-cao.md").err


def test_a_committed_report_is_checked_until_the_register_says_otherwise(en: Run, sample: Path) -> None:
    en(*SUMMARY, "-o", "a.md")
    en("report", "rotation", "bca-cum-5", "-o", "b.html")
    assert en("report", "--check", "a.md", "b.html", THIDUA_TODAY="2030-01-01").code == ExitCode.DONE
    file = sample / "periods/2024/bca-cum-5/nominations/ca-nam-dinh.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("    sources:", "    merits: Đã sửa.\n    sources:"), encoding="utf-8")
    assert en("check").code == ExitCode.DONE
    stale = en("report", "--check", "a.md", "b.html")
    assert stale.code == ExitCode.PROBLEMS
    assert "thidua report summary bca-cum-5 2024 --format md --lang en --today 2024-12-01 -o a.md --force" in stale.err
    assert "b.html is what the register says." in stale.err


def test_a_file_that_is_no_report_says_so(en: Run, sample: Path) -> None:
    (sample / "thu.md").write_text("# Thư\n", encoding="utf-8")
    assert "thu.md does not say at its foot which report it is." in en("report", "--check", "thu.md").err


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("summry",), "Did you mean: summary?"),
        ((), "There are: commendations, rotation, summary."),
        (("summary", "bca-cum-5", "2019"), "Recorded: 2024."),
        (("summary", "bca-cum-7"), "Did you mean:"),
        (("summary", "--format", "pptx"), "pptx is not one of: md, html."),
        (("summary", "bca-cum-5", "2024", "2025"), "Too many words: 2025."),
        (("--check",), "Which file is to be checked is not said."),
    ],
)
def test_what_cannot_be_reported_says_what_can(en: Run, args: tuple[str, ...], said: str) -> None:
    ended = en("report", *args)
    assert (ended.code, ended.out) == (ExitCode.USAGE, "")
    assert said in ended.err


@pytest.mark.parametrize("name", ["bc.docx", "bc.PDF", "bc.xlsx", "bao-cao.2024"])
def test_a_name_that_promises_another_format_is_refused_with_the_way_to_word(en: Run, sample: Path, name: str) -> None:
    for form in ((), ("--format", "md")):
        ended = en(*SUMMARY, "-o", name, *form)
        assert ended.code == ExitCode.USAGE
        assert "only as md, html" in ended.err
        assert f"{Path(name).stem}.html and open it in Word" in ended.err
    assert not (sample / name).exists()


def test_a_folder_that_is_missing_is_named_with_the_command_that_makes_it(en: Run, sample: Path) -> None:
    ended = en(*SUMMARY, "-o", "bao cao/2024/bc.html")
    assert ended.code == ExitCode.ENVIRONMENT
    assert f"There is no folder {sample / 'bao cao/2024'}; nothing was written." in ended.err
    assert f'mkdir -p "{sample / "bao cao/2024"}"' in ended.err
