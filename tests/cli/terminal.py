"""A clerk at a terminal: what is typed, line by line."""

from __future__ import annotations

import shutil
import sys
from io import StringIO
from pathlib import Path

import pytest

from tests.cli.conftest import ROOT, Ended, Run

TODAY = {"THIDUA_LANG": "en", "THIDUA_TODAY": "2024-12-01"}
CLUSTER = ("-c", "bca-cum-5", "-p", "2024")


class Keyboard(StringIO):
    """Lines as typed at a terminal; after the last one the input ends."""

    def isatty(self) -> bool:
        return True


class Clerk:
    """Runs commands in English on a copy of the sample register, on 1 December 2024."""

    def __init__(self, run: Run, monkeypatch: pytest.MonkeyPatch, root: Path) -> None:
        shutil.copytree(ROOT / "data", root, dirs_exist_ok=True)
        self.root = root
        self._run = run
        self._monkeypatch = monkeypatch

    def __call__(self, *args: str, typing: str | None = None) -> Ended:
        """``typing`` is what the clerk answers at a terminal; without it nobody is there."""
        with self._monkeypatch.context() as patch:
            patch.setattr(sys, "stdin", StringIO() if typing is None else Keyboard(typing))
            return self._run(*args, **TODAY)

    def file(self, path: str) -> str:
        return (self.root / "periods/2024/bca-cum-5" / path).read_text(encoding="utf-8")

    def rewrite(self, path: str, old: str, new: str) -> None:
        """By hand, as in an editor."""
        text = self.file(path)
        assert old in text
        (self.root / "periods/2024/bca-cum-5" / path).write_text(text.replace(old, new), encoding="utf-8", newline="\n")

    def files(self) -> dict[Path, bytes]:
        return {path: path.read_bytes() for path in self.root.rglob("*.yaml")}
