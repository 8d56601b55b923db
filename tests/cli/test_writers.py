"""Several clerks at one register at once, and a disk that fails: nothing is lost, nothing is half written, all is said."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import OUTSIDE, ROOT, Ended, Run
from thidua.cli.frame.exits import ExitCode
from thidua.store.write import LOCK, Draft, Held, locked

PERIOD = ("-c", "bca-cum-5", "-p", "2024")
UNIT = ("unit", "add", "--kind", "department", "--name", "Đơn vị 003", "--id", "p3")


def group(number: int, unit: str) -> tuple[str, ...]:
    return (
        "nominate",
        f"Đội {number:03}",
        "Tập thể lao động tiên tiến",
        "--kind",
        "collective",
        "--unit",
        unit,
        *PERIOD,
    )


def at_once(root: Path, *commands: tuple[str, ...]) -> list[Ended]:
    """Each command in a process of its own. All have read the register before the first of them may write."""
    env = {name: value for name, value in os.environ.items() if name not in OUTSIDE}
    env |= {"PYTHONPATH": str(ROOT), "THIDUA_LANG": "en", "THIDUA_TODAY": "2024-12-01"}
    with locked(root):
        started = [
            subprocess.Popen(
                [sys.executable, "-m", "thidua", "-v", *command],
                cwd=root,
                env=env,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                encoding="utf-8",
            )
            for command in commands
        ]
        for each in started:
            assert each.stderr is not None
            assert any(line.startswith("read: units/") for line in each.stderr)
    spoken = [each.communicate() for each in started]
    return [Ended(each.returncode, *said) for each, said in zip(started, spoken, strict=True)]


def written(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in root.rglob("*")
        if path.is_file() and path.relative_to(root).as_posix() != LOCK
    }


@pytest.mark.parametrize("names", [("Hà Nam",), ("Hà Nam", "Nam Định")], ids=["one file", "two files"])
def test_eight_nominations_at_once_are_all_recorded(en: Run, sample: Path, names: tuple[str, ...]) -> None:
    commands = [group(number, names[number % len(names)]) for number in range(8)]
    assert [(ended.code, ended.err) for ended in at_once(sample, *commands) if ended.code] == []
    text = "".join(file.read_text(encoding="utf-8") for file in sample.glob("periods/2024/bca-cum-5/nominations/*"))
    assert [number for number in range(8) if text.count(f"name: Đội {number:03}\n") != 1] == []
    checked = en("check")
    assert checked.code == ExitCode.DONE, checked.out
    assert en("fmt", "--check").code == ExitCode.DONE


def test_the_same_nomination_at_once_is_recorded_once(sample: Path) -> None:
    ended = at_once(sample, *[group(1, "Hà Nam")] * 3)
    assert [each.code for each in ended] == [ExitCode.DONE] * 3
    assert sorted("Nothing to change" in each.err for each in ended) == [False, True, True]


def test_one_nomination_handed_in_by_two_units_at_once_is_recorded_once(en: Run, sample: Path) -> None:
    nomination = ("nominate", "Hà Nam", "Cờ thi đua của Bộ Công an", *PERIOD, "--by")
    ended = at_once(sample, (*nomination, "Hà Nam"), (*nomination, "Nam Định"))
    assert sorted("Nothing to change" in each.err for each in ended) == [False, True]
    assert en("check").code == ExitCode.DONE


def test_one_id_for_two_units_at_once_is_given_to_the_first(en: Run, sample: Path) -> None:
    ended = at_once(sample, (*UNIT, "--parent", "ca-hung-yen"), (*UNIT, "--parent", "ca-nam-dinh"))
    assert sorted(each.code for each in ended) == [ExitCode.DONE, ExitCode.USAGE]
    assert en("check").code == ExitCode.DONE
    assert en("unit", "show", "p3").code == ExitCode.DONE


def test_what_the_clerk_was_shown_is_what_is_written_or_nothing(en: Run, sample: Path) -> None:
    en("nominate", "Hà Nam", "CO_BCA", *PERIOD)
    en("vote", "open", "v", *PERIOD, "--question", "Q", "--candidate", "Hà Nam:CO_BCA", "--method", "ballot")
    figures = ("--issued", "5", "--returned", "5", "--valid", "5", "--invalid", "0", "--for")
    count = ("vote", "count", "v", *PERIOD, *figures)
    before = written(sample)
    ended = at_once(sample, (*count, "Hà Nam=5", "--replace"), (*count, "Hà Nam=4", "--replace"))
    codes = sorted(each.code for each in ended)
    assert codes == [ExitCode.DONE, ExitCode.ENVIRONMENT], [each.err for each in ended]
    assert len({file for file, data in written(sample).items() if before.get(file) != data}) == 1


TAKEN = (*UNIT[:-1], "ca-hung-yen")
READING = [("check",), ("status",), ("unit", "list"), ("fmt", "--check"), (*UNIT, "--dry-run"), TAKEN]


@pytest.mark.parametrize("args", READING, ids=" ".join)
def test_no_lock_is_made_by_a_command_that_writes_nothing(en: Run, sample: Path, args: tuple[str, ...]) -> None:
    en(*args)
    assert not (sample / ".thidua").exists()


def test_nothing_to_change_needs_no_lock(en: Run, sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    en(*UNIT)
    monkeypatch.setattr("thidua.store.write.WAIT_SECONDS", 0)
    with locked(sample):
        assert en(*UNIT).err.startswith("Nothing to change")
        assert en("fmt").code == ExitCode.DONE
        busy = en(*UNIT[:-1], "p4")
    assert busy.code == ExitCode.ENVIRONMENT
    assert "Nothing was written" in busy.err


@pytest.mark.parametrize("blocked", ["thidua.yaml", "honours", "units/bo-cong-an.yaml", ".github/workflows"])
def test_a_refused_init_leaves_the_folder_as_it_was(run: Run, tmp_path: Path, blocked: str) -> None:
    (tmp_path / blocked).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / blocked).symlink_to("nowhere")
    before = sorted(tmp_path.rglob("*"))
    refused = run("init", THIDUA_LANG="en")
    assert (refused.code, f"  {blocked}\n" in refused.err) == (ExitCode.USAGE, True)
    assert sorted(tmp_path.rglob("*")) == before


def test_what_is_not_certain_is_said_with_a_code_of_its_own(
    en: Run, sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.fsync

    def fsync(handle: int) -> None:
        if Path(f"/proc/self/fd/{handle}").resolve().is_dir():
            raise OSError(errno.EIO, "Input/output error")
        real(handle)

    monkeypatch.setattr(os, "fsync", fsync)
    doubt = en(*UNIT, "--parent", "ca-hung-yen")
    assert doubt.code == ExitCode.DOUBT
    assert "Nothing was written" not in doubt.err
    assert "units/ca-hung-yen.yaml" in doubt.err
    monkeypatch.undo()
    assert "id: p3\n" in (sample / "units/ca-hung-yen.yaml").read_text(encoding="utf-8")


def test_a_link_that_came_meanwhile_is_refused(en: Run, sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from thidua.store import write

    file = sample / "units/bo-cong-an.yaml"

    def linked(held: Held, drafts: tuple[Draft, ...]) -> None:
        file.rename(sample / "away")
        file.symlink_to(sample / "away")
        real(held, drafts)

    real = write.write
    monkeypatch.setattr(write, "write", linked)
    refused = en(*UNIT, "--parent", "bo-cong-an")
    assert (refused.code, file.is_symlink()) == (ExitCode.ENVIRONMENT, True)
    assert "Nothing was written" in refused.err


def test_fmt_puts_in_form_what_is_there_by_then(en: Run, sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from thidua.cli import fmt

    file = sample / "clusters/bca-cum-5.yaml"
    file.write_bytes(file.read_bytes().replace(b"kind: cum", b"kind:   cum"))

    def meanwhile(*args: Any) -> Any:
        if not (sample / LOCK).exists():
            drafts = real(*args)
            file.write_bytes(b"# by hand\n" + file.read_bytes())
            return drafts
        return real(*args)

    real = fmt._drafts
    monkeypatch.setattr(fmt, "_drafts", meanwhile)
    assert en("fmt").code == ExitCode.DONE
    assert file.read_bytes().startswith(b"# by hand\n")
    assert b"kind: cum\n" in file.read_bytes()


def test_ctrl_c_while_writing_leaves_a_whole_register(en: Run, sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.replace

    def replace(source: str, target: str) -> None:
        signal.raise_signal(signal.SIGINT)
        real(source, target)

    monkeypatch.setattr(os, "replace", replace)
    ended = en(*UNIT, "--parent", "bo-cong-an")
    assert (ended.code, "Recorded" in ended.err) == (ExitCode.DONE, True)
    assert en("unit", "show", "p3").code == ExitCode.DONE
