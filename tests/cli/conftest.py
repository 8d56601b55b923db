from __future__ import annotations

import gc
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, Protocol

import pytest

from tests.cli.demo import TABLE
from thidua.cli.main import main

ROOT = Path(__file__).parents[2]
# The language and the register are what a test says, not what the machine of the test says.
OUTSIDE = ("THIDUA_LANG", "THIDUA_REGISTER", "THIDUA_TODAY", "LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "FORCE_COLOR")


class Ended(NamedTuple):
    code: int
    out: str
    err: str


class Run(Protocol):
    def __call__(self, *args: str, **env: str) -> Ended: ...


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Run]:
    """One command line in this process, in an empty folder."""
    monkeypatch.chdir(tmp_path)
    for name in OUTSIDE:
        monkeypatch.delenv(name, raising=False)

    def run(*args: str, **env: str) -> Ended:
        with monkeypatch.context() as patch:
            for name, value in env.items():
                patch.setenv(name, value)
            code = main(args, TABLE)
        sys.stderr.flush()
        return Ended(code, *capfd.readouterr())

    yield run
    gc.enable()


@pytest.fixture
def start(tmp_path: Path) -> Run:
    """One command line in a process of its own."""

    def start(*args: str, **env: str) -> Ended:
        clean = {name: value for name, value in os.environ.items() if name not in OUTSIDE}
        done = subprocess.run(
            [sys.executable, "-m", "tests.cli.driver", *args],
            cwd=tmp_path,
            env={**clean, "PYTHONPATH": str(ROOT), "PYTHONWARNDEFAULTENCODING": "1", **env},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
        return Ended(done.returncode, done.stdout.decode(), done.stderr.decode())

    return start


@pytest.fixture
def register(tmp_path: Path) -> Path:
    """A folder that is a register, in English."""
    (tmp_path / "thidua.yaml").write_text("format: 1\nlanguage: en # English\n", encoding="utf-8")
    return tmp_path


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """A copy of the register that ships, in the folder of the command."""
    shutil.copytree(ROOT / "data", tmp_path, dirs_exist_ok=True)
    return tmp_path


@pytest.fixture
def en(run: Run, sample: Path) -> Run:
    """A command in English in the sample, on a day of it."""
    return lambda *args, **env: run(*args, **{"THIDUA_LANG": "en", "THIDUA_TODAY": "2024-12-01"} | env)
