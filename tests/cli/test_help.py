from __future__ import annotations

import re

import pytest

from tests.cli.conftest import Run
from thidua.cli.frame.commands import COMMANDS
from thidua.cli.frame.exits import ExitCode

ENGLISH = re.compile(
    r"\b(usage|options?|arguments?|commands?|show|this|message|exit|help on|required|default|try|error|missing|invalid|value"
    r"|did you mean|no such|is not|valid|possible|aborted|text|number|integer|extra|unexpected|requires|examples?|more)\b",
    re.IGNORECASE,
)
# What is typed is the same in both languages.
TYPED = re.compile(r"\$ thidua.*|(?<!\w)--?[\w-]+|exit-codes|\b(vi\|en|show|demo|help|thidua\S*)\b|bash\S*")


def leaks(text: str) -> list[str]:
    return ENGLISH.findall(TYPED.sub("", text))


@pytest.mark.parametrize("args", [[], ["--help"], ["demo", "-h"], ["demo", "read", "--help"], ["help", "exit-codes"]])
def test_help_is_vietnamese_without_a_word_of_typers_english(run: Run, args: list[str]) -> None:
    ended = run(*args)
    assert ended.code == ExitCode.DONE
    assert ended.err == ""
    assert leaks(ended.out) == []


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (["nominat"], "thidua không có lệnh “nominat”.\nCó phải ý bạn là: nominate?\nXem thêm:\n  thidua --help"),
        (["--yaer"], "Không có tùy chọn --yaer."),
        (["demo"], "thidua demo cần một trong các lệnh: read, know, write, table, fail."),
        (["demo", "raed"], "Có phải ý bạn là: read?"),
        (["demo", "read", "3", "--nmae", "A"], "Có phải ý bạn là: --name"),
        (["demo", "read", "3", "-x"], "Không có tùy chọn -x."),
        (["demo", "read"], "Thiếu SỐ_PHIẾU."),
        (["demo", "read", "3"], "Thiếu --name."),
        (["demo", "read", "3", "--name"], "Tùy chọn --name cần một giá trị."),
        (["demo", "know", "--json=1"], "Tùy chọn --json không nhận giá trị."),
        (["demo", "read", "ba", "--name", "A"], "SỐ_PHIẾU: ba không phải số nguyên."),
        (["demo", "read", "3", "--name", "A", "--score", "cao"], "--score: cao không phải số."),
        (["demo", "read", "3", "--name", "A", "--share", "0"], "--share: 0 nằm ngoài khoảng 1<=x<=9."),
        (["demo", "read", "3", "--name", "A", "--form", "khac"], "--form: khac không thuộc: ballot, hands."),
        (["demo", "know", "thừa", "nữa"], "Thừa trên dòng lệnh: thừa nữa"),
        (["--today", "2024", "demo", "know"], "“2024” chưa phải ngày đầy đủ"),
        (["--today", "31/2/2024", "demo", "know"], "“31/2/2024”"),
        (["--lang", "fr", "demo", "know"], "fr không thuộc: vi, en."),
        (["--show-completion", "tcsh"], "tcsh không thuộc: bash, zsh, fish, powershell."),
    ],
)
def test_a_usage_error_names_what_is_wrong_in_vietnamese(run: Run, args: list[str], says: str) -> None:
    ended = run(*args)
    assert ended.code == ExitCode.USAGE
    assert says in ended.err
    assert ended.out == ""
    assert leaks(ended.err) == []


def test_a_usage_error_names_the_page_to_read(run: Run) -> None:
    assert run("demo", "read").err.endswith("Xem thêm:\n  thidua demo read --help\n")


def test_thidua_alone_shows_the_main_commands_first_on_one_screen(run: Run) -> None:
    lines = run().out.splitlines()
    assert len(lines) <= 40
    listed = [line.split()[0] for line in lines if line.startswith("  ") and line.split()[0].islower()]
    assert listed[:3] == ["nominate", "vote", "report"]


def test_every_command_of_the_table_is_listed_once(run: Run) -> None:
    page = run("--help").out
    assert [name for entry in COMMANDS for name in re.findall(rf"^  ({entry.name}) ", page, re.MULTILINE)] == [
        entry.name for entry in COMMANDS
    ]


@pytest.mark.parametrize("path", [[], ["demo"], ["demo", "read"], ["help"]])
def test_help_dash_h_and_the_help_command_are_one_page(run: Run, path: list[str]) -> None:
    page = run(*path, "--help").out
    assert page == run(*path, "-h").out == run("help", *path).out


def test_a_page_shows_its_examples_arguments_and_defaults(run: Run) -> None:
    page = run("demo", "read", "-h").out
    assert "Cách dùng: thidua demo read [TÙY CHỌN] SỐ_PHIẾU\n" in page
    assert "Ví dụ:\n  $ thidua demo read 3 --score 1.5 --name A\n" in page
    assert re.search(r"--name TÊN +tên \(bắt buộc\)", page)
    assert re.search(r"--score SỐ +điểm \(mặc định 0.5\)", page)
    assert re.search(r"--form [<\[]ballot\|hands[\]>] +cách \(mặc định ballot\)", page)


def test_a_page_stays_within_a_narrow_terminal(run: Run) -> None:
    assert max(map(len, run("--help", COLUMNS="60").out.splitlines())) <= 60


def test_exit_codes_are_all_explained(run: Run) -> None:
    codes = [int(line.split()[0]) for line in run("help", "exit-codes").out.splitlines()]
    assert codes == list(ExitCode)


def test_version_is_one_line(run: Run) -> None:
    assert re.fullmatch(r"thidua \d+\.\d+\.\d+\n", run("--version").out)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_each_shell_gets_its_completion_script(run: Run, shell: str) -> None:
    assert "_THIDUA_COMPLETE" in run("--show-completion", shell).out


@pytest.mark.parametrize(
    ("line", "word"), [("thidua no", "nominate"), ("thidua demo ta", "table"), ("thidua demo --tod", "--today")]
)
def test_tab_completes_commands_and_options(start: Run, line: str, word: str) -> None:
    asked = {"_THIDUA_COMPLETE": "complete_bash", "COMP_WORDS": line, "COMP_CWORD": str(len(line.split()) - 1)}
    assert start(**asked).out.split() == [word]
