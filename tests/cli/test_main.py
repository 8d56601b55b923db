from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import ROOT, Run
from thidua.cli.frame.exits import ExitCode
from thidua.cli.frame.language import voice
from thidua.cli.main import _system


@pytest.mark.parametrize(
    ("how", "code", "says"),
    [
        ("bug", ExitCode.BUG, "Đây là lỗi của chính thidua (KeyError: 'bug')."),
        ("disk", ExitCode.ENVIRONMENT, "so.yaml: không có quyền"),
        ("stop", ExitCode.INTERRUPTED, "Đã dừng giữa chừng."),
        ("problems", ExitCode.PROBLEMS, ""),
        ("doubt", ExitCode.DOUBT, "Còn nghi vấn: phải có người quyết định."),
        ("not at all", ExitCode.DONE, ""),
    ],
)
def test_every_end_has_its_code_and_no_traceback(run: Run, how: str, code: ExitCode, says: str) -> None:
    ended = run("demo", "fail", how)
    assert ended.code == code
    assert says in ended.err
    assert bool(ended.err) == bool(says)
    assert "Traceback" not in ended.err


@pytest.mark.parametrize("args", [["--debug", "demo", "fail", "bug"], ["demo", "fail", "bug", "--debug"]])
def test_debug_shows_where_a_bug_arose(run: Run, args: list[str]) -> None:
    assert "Traceback" in run(*args).err


def test_a_missing_module_is_a_bug_of_ours(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "tests.cli.demo", None)
    assert run("demo").code == ExitCode.BUG


@pytest.mark.parametrize(
    "args", [["-C", "{}", "--today", "25/11/2024", "demo", "know"], ["demo", "know", "-C{}", "--today=2024-11-25"]]
)
def test_common_options_stand_before_or_after_the_command(run: Run, register: Path, args: list[str]) -> None:
    ended = run(*(arg.format(register) for arg in args))
    assert ended.out == f"2024-11-25 {register}\n"


def test_the_environment_names_register_and_date_until_an_option_does(run: Run, register: Path) -> None:
    env = {"THIDUA_TODAY": "2020-03-04", "THIDUA_REGISTER": str(register)}
    assert run("demo", "know", **env).out == f"2020-03-04 {register}\n"
    assert run("demo", "know", "--today", "5/3/2020", **env).out == f"2020-03-05 {register}\n"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps a folder that a process stands in")
def test_a_folder_that_was_removed_holds_no_register(run: Run, tmp_path: Path) -> None:
    tmp_path.rmdir()
    assert run("demo", "know").code == ExitCode.ENVIRONMENT


@pytest.mark.parametrize("args", [["demo", "know"], ["-C", "nowhere", "demo", "know"]])
def test_without_a_register_the_next_command_is_named(run: Run, args: list[str]) -> None:
    ended = run(*args)
    assert ended.code == ExitCode.ENVIRONMENT
    assert "thidua init" in ended.err


def test_the_sample_is_read_and_never_written(run: Run) -> None:
    assert run("-C", ":sample", "demo", "write").code == ExitCode.ENVIRONMENT
    assert run("-C", ":sample", "demo", "know", THIDUA_TODAY="2024-11-25").out == f"2024-11-25 {ROOT / 'data'}\n"


def test_talk_goes_to_stderr_and_data_to_stdout(run: Run, register: Path) -> None:
    ended = run("demo", "know", "--json", "--today", "2024-11-25")
    assert json.loads(ended.out) == {"today": "2024-11-25", "tên": "Hưng Yên"}
    assert "Hưng Yên" in ended.out
    assert ended.err == "thidua: Examples\n"


def test_quiet_silences_talk_and_verbose_adds_to_it(run: Run, register: Path) -> None:
    assert run("demo", "know", "-q").err == ""
    assert run("-v", "demo", "know").err == "thidua: Examples\nOptions\n"
    assert run("-q", "demo", "fail", "bug").err != ""


@pytest.mark.parametrize(
    "env", [{"PYTHONIOENCODING": "cp1252"}, {"PYTHONIOENCODING": "cp1258"}, {"LC_ALL": "C"}, {"LC_ALL": "POSIX"}]
)
def test_vietnamese_leaves_as_utf8_under_any_code_page(start: Run, env: dict[str, str]) -> None:
    ended = start(**env)
    assert ended.code == ExitCode.DONE
    assert "Cách dùng: thidua" in ended.out


def test_a_reader_that_leaves_early_is_no_error(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "tests.cli.driver", "demo", "table", "20000"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as writer:
        assert writer.stdout is not None
        assert writer.stderr is not None
        writer.stdout.readline()
        writer.stdout.close()
        assert writer.stderr.read() == b""
        assert writer.wait() == ExitCode.DONE


BARE = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "THIDUA_LANG": "en"}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows hands over text")
def test_vietnamese_typed_without_a_locale_is_read_as_utf_8(start: Run, sample: Path) -> None:
    ended = start("unit", "show", "Công an tỉnh Nam Định", **BARE)
    assert (ended.code, ended.err) == (ExitCode.DONE, "")
    assert "ca-nam-dinh" in ended.out


@pytest.mark.skipif(sys.platform == "win32", reason="Windows hands over text")
def test_a_file_name_that_the_locale_cannot_write_is_no_bug_of_ours(start: Run, sample: Path) -> None:
    ended = start("report", "summary", "-o", "báo-cáo.md", **BARE)
    assert ended.code == ExitCode.ENVIRONMENT
    assert "export PYTHONUTF8=1" in ended.err


@pytest.mark.parametrize("reason", [errno.EEXIST, errno.ENOTDIR, errno.ENOTEMPTY, errno.ENAMETOOLONG, errno.ELOOP])
def test_the_system_speaks_the_language_of_the_reader(reason: int) -> None:
    said = voice("vi")(_system(OSError(reason, os.strerror(reason), "so.yaml")))
    assert said.startswith("so.yaml: ")
    assert os.strerror(reason) not in said
