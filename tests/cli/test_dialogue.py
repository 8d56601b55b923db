"""A clerk at the keyboard: questions in Vietnamese, wrong answers, turned words, commands to paste."""

from __future__ import annotations

import os
import pty
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import OUTSIDE, ROOT, Run
from tests.cli.terminal import CLUSTER, Clerk
from thidua.cli.frame.exits import ExitCode
from thidua.cli.parts.asking import quoted

PAIR = ("--candidate", "Hưng Yên:CO_BCA", "--candidate", "Thái Bình")


@pytest.fixture
def clerk(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Clerk:
    return Clerk(run, monkeypatch, tmp_path)


def at_a_terminal(folder: Path, columns: int, args: list[str], answers: str) -> str:
    """What stands on a terminal of that width, in Vietnamese, after the answers were typed."""
    keyboard, terminal = pty.openpty()
    clean = {name: value for name, value in os.environ.items() if name not in OUTSIDE}
    outside = {**clean, "PYTHONPATH": str(ROOT), "COLUMNS": str(columns), "TERM": "xterm", "NO_COLOR": "1"}
    command = subprocess.Popen(
        [sys.executable, "-m", "thidua", *args],
        cwd=folder,
        env={**outside, "THIDUA_LANG": "vi", "THIDUA_TODAY": "2024-12-01"},
        stdin=terminal,
        stdout=terminal,
        stderr=terminal,
    )
    os.close(terminal)
    os.write(keyboard, answers.encode())
    seen = b""
    try:
        while piece := os.read(keyboard, 1 << 16):
            seen += piece
    except OSError:  # the terminal is closed where the command has ended
        pass
    command.wait()
    os.close(keyboard)
    return seen.decode().replace("\r\n", "\n")


@pytest.mark.parametrize("columns", [60, 120])
def test_questions_in_vietnamese_are_questions_and_nothing_else(sample: Path, columns: int) -> None:
    answers = "khối\nhung yn\nhưng yên\nKhối 9\n\nnam định, thái bình\n31/2/2024\n1/1/2024\n1\n"
    seen = at_a_terminal(sample, columns, ["cluster", "add", "--dry-run"], answers)
    assert "Project-Id-Version" not in seen
    assert "Content-Type" not in seen
    assert "Đơn vị nào tổ chức?" in seen
    assert "Sổ không có đơn vị “hung yn”." in seen
    assert "Không có ngày 31" in seen
    assert "+  - unit: ca-nam-dinh\n+    from: 2024-01-01\n+  - unit: ca-thai-binh\n" in seen
    assert "+begin: 2024-01-01\n" in seen
    # What is typed was on the terminal at once: a prompt has no line end of its own here.
    lines = re.split("\n|(?<=>) ", seen.split("---")[0])
    questions = [line for line in lines if not line.startswith("  thidua")]
    assert max(map(len, questions)) <= columns


def test_a_command_to_paste_is_never_broken(sample: Path) -> None:
    seen = at_a_terminal(sample, 40, ["vote", "open", *CLUSTER, *PAIR, "--question", "Bỏ phiếu"], "")
    assert any(line.startswith("  thidua vote count binh-bau -c bca-cum-5") for line in seen.splitlines())
    assert '--for "ca-thai-binh:co-thi-dua-bo-cong-an=N"' in seen.splitlines()[-1]


@pytest.mark.parametrize(
    "word", ["a $(x) b", "a `b`", 'a "b"', "a! b", "a\\b c", "D'A $(x)", "“a” $b", "a, b", "", "a\nb"]
)
def test_what_is_quoted_is_read_by_a_shell_and_does_nothing(word: str) -> None:
    live = {"D'A $(x)": "D'A (x)", "a\nb": "a b"}
    shown = subprocess.run(
        ["bash", "-c", f"printf %s {quoted([word])}"], capture_output=True, encoding="utf-8", check=True
    )
    assert shown.stdout == live.get(word, word)
    assert shlex.split(quoted([word])) == [live.get(word, word)]


def test_a_count_that_contradicts_itself_is_asked_for_again(clerk: Clerk) -> None:
    opened = clerk("vote", "open", *CLUSTER, *PAIR, "--question", "X", "--threshold", "2/3", "--base", "valid")
    assert opened.code == ExitCode.DONE
    wrong, right = "5\n6\n5\n0\n4\n1\n0\n1\n4\n0\n", "5\n5\nnăm\n5\n0\n4\n1\n0\n1\n4\n0\n"
    ended = clerk("vote", "count", typing=wrong + right)
    assert ended.code == ExitCode.DONE
    assert "cannot be more than" in ended.err
    assert "năm is not a whole number." in ended.err
    assert "  returned: 5\n" in clerk.file("votes/binh-bau.yaml")


def test_opening_asks_what_decides_and_takes_no_share_of_nothing(clerk: Clerk) -> None:
    answers = "Suy tôn\nballot\n67%\n2/3\nvalid\n1\n"
    ended = clerk("vote", "open", *CLUSTER, *PAIR, typing=answers)
    assert ended.code == ExitCode.DONE, ended.err
    assert "“67%” is not a fraction like 2/3" in ended.err
    assert 'seats: 1\nthreshold: "2/3"\nbase: valid\n' in clerk.file("votes/bo-phieu.yaml")
    bare = clerk("vote", "open", *CLUSTER, *PAIR, "--question", "X", "--threshold", "2/3")
    assert (bare.code, "Still missing: --base." in bare.err) == (ExitCode.USAGE, True)


def test_a_vote_whose_threshold_is_not_recorded_is_closed_only_with_one(clerk: Clerk) -> None:
    clerk("vote", "open", *CLUSTER, *PAIR, "--question", "X", "--method", "ballot")
    figures = ("--issued", "5", "--returned", "5", "--valid", "5", "--invalid", "0")
    clerk("vote", "count", *figures, "--for", "hung yen=5", "--for", "thai binh=0")
    before = clerk.files()
    ended = clerk("vote", "close")
    assert ended.code == ExitCode.DOUBT
    assert "Say it in closing: --threshold, --base." in ended.err
    assert clerk.files() == before
    assert clerk("vote", "close", "--threshold", "2/3", "--base", "valid").code == ExitCode.DONE
    assert "result: chosen" in clerk.file("votes/bo-phieu.yaml")


@pytest.mark.parametrize(
    ("args", "right"),
    [
        (("nominate", "CO_BCA", "Hà Nam", "-p", "2024"), 'thidua nominate "Hà Nam" "CO_BCA" -p 2024'),
        (("status", "2024", "bca-cum-5"), "thidua status bca-cum-5 2024"),
        (("new-period", "2025", "bca-cum-5"), "thidua new-period bca-cum-5 2025"),
        (("report", "summary", "2024", "bca-cum-5"), "thidua report summary bca-cum-5 2024"),
    ],
)
def test_turned_words_are_turned_back(clerk: Clerk, args: tuple[str, ...], right: str) -> None:
    ended = clerk(*args)
    assert ended.code == ExitCode.USAGE
    command = ended.err.splitlines()[-1].strip()
    assert shlex.split(command) == shlex.split(right)
    assert clerk(*shlex.split(command)[1:]).code == ExitCode.DONE


def test_a_person_needs_a_unit_and_an_honour_of_persons_makes_a_person(clerk: Clerk) -> None:
    person = ("nominate", "Nguyễn Văn A", "chien si thi dua co so", *CLUSTER)
    ended = clerk(*person)
    assert ended.code == ExitCode.USAGE
    assert "it looks like a person" in ended.err
    assert clerk(*shlex.split(ended.err.splitlines()[-1])[1:]).code == ExitCode.DONE
    assert "kind: individual" in clerk.file("nominations/ca-hung-yen.yaml")


@pytest.mark.parametrize(
    "args",
    [
        ("status", "-c", "bca-cum-5", "-p", "2024"),
        ("report", "tổng hợp", "-c", "bca-cum-5", "-p", "2024"),
        ("report", "khen thuong", "bca-cum-5", "2024"),
        ("report", "luan-phien", "-c", "bca-cum-5"),
        ("new-period", "-c", "bca-cum-5", "-p", "2025", "-n"),
        ("rotate", "plan", "-c", "bca-cum-5"),
        ("status", "-c", "\u00a0bca-cum-5 ", "-p", " 2024\u00a0"),
    ],
)
def test_cluster_and_period_are_options_everywhere(clerk: Clerk, args: tuple[str, ...]) -> None:
    assert clerk(*args).code == ExitCode.DONE


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (("status", "\u2014period", "2024"), "begins with a long dash: write --period."),
        (("status", "\u2013p", "2024"), "begins with a long dash: write -p."),
        (("unit", "add", "--name", " \u00a0 ", "--kind", "department"), "Still missing: --name."),
        (("new-period", "bca-cum-5", "abc"), "“abc” is no period: write a year (2024) or two (2024-2025)."),
        (("status", "bca-cum-5", "abc"), "“abc” is no period"),
        (("nominate", "Hà Nam", "CO_BCA", *CLUSTER, "--source", "31/2/2024"), "31/2/2024"),
        (("unit", "show", "CO_BCA"), "“CO_BCA” is on record as honour"),
    ],
)
def test_a_slip_of_the_keys_is_said(clerk: Clerk, args: tuple[str, ...], says: str) -> None:
    before = clerk.files()
    ended = clerk(*args)
    assert (ended.code, says in ended.err) == (ExitCode.USAGE, True), ended.err
    assert clerk.files() == before


def test_a_noun_says_each_verb_in_one_sentence_and_shows_one_example_of_each(clerk: Clerk) -> None:
    page = clerk("vote", "--help").out
    assert "  close  Close a vote\n" in page
    assert [line.split()[3] for line in page.splitlines() if line.startswith("  $ ")] == [
        "open",
        "count",
        "close",
        "show",
    ]


def test_a_printed_command_ends_with_no_stop(clerk: Clerk) -> None:
    said = clerk("find").err + clerk("unit", "show", "zzzz").err + clerk("vote", "show", "zzzz").err
    commands = [line for line in said.splitlines() if line.startswith("  thidua ")]
    assert len(commands) == 3
    assert not [line for line in commands if line.endswith(".")]
