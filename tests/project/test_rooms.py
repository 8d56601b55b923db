from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "thidua"
PURE = ("text", "model", "law", "desk", "checks")
CLOCK = {
    f"{module}{kind}.{call}"
    for module in ("", "datetime.")
    for kind, call in (("date", "today"), ("datetime", "today"), ("datetime", "now"), ("datetime", "utcnow"))
} | {f"time.{call}" for call in ("time", "time_ns", "localtime", "gmtime", "ctime", "strftime")}
DOORS = {"open", "print", "input", "exec", "eval", "compile", "__import__", "breakpoint"}


def called(path: Path) -> Iterator[str]:
    """What a module calls, as it is written: ``open``, ``date.today``."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func)


def modules(*rooms: str) -> list[Path]:
    return sorted(path for room in rooms for path in (PACKAGE / room).rglob("*.py"))


def test_imports_keep_to_the_rooms(capfd: pytest.CaptureFixture[str]) -> None:
    broken = lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True)
    assert broken == 0, capfd.readouterr().out


@pytest.mark.parametrize("path", modules(*PURE), ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_pure_room_opens_nothing(path: Path) -> None:
    assert not DOORS & set(called(path))


def test_only_the_session_reads_the_clock() -> None:
    readers = {path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.py") if CLOCK & set(called(path))}
    assert readers == {"cli/frame/session.py"}
