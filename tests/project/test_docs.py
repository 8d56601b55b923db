from __future__ import annotations

import ast
import re
import tomllib
from pathlib import Path

import pytest

from thidua import __version__
from thidua.cli.frame.commands import COMMANDS

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"


@pytest.mark.parametrize(
    "path", sorted((ROOT / "thidua").rglob("*.py")), ids=lambda path: path.relative_to(ROOT).as_posix()
)
def test_a_module_says_in_one_line_what_it_is(path: Path) -> None:
    docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    assert docstring
    assert re.fullmatch(r".{10,}[.:]", docstring.splitlines()[0])


def test_the_readme_holds_the_two_commands_that_ci_runs() -> None:
    lines = README.read_text(encoding="utf-8").splitlines()
    assert any(line.startswith("python3 -m venv .venv && ") for line in lines)
    assert ".venv/bin/python -m pytest -q" in lines


def test_every_command_is_in_the_readme() -> None:
    text = README.read_text(encoding="utf-8")
    assert [entry.name for entry in COMMANDS if f"thidua {entry.name}" not in text] == []


def test_the_change_log_knows_the_version() -> None:
    assert re.search(
        rf"^## {re.escape(__version__)}\b", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE
    )


def test_every_dependency_is_pinned_for_ci() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [
        *project["dependencies"],
        *(name for names in project["optional-dependencies"].values() for name in names),
    ]
    pins = [line.split("==")[0] for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()]
    assert [name for name in wanted if re.split(r"[<>=!~]", name)[0] not in pins] == []


def test_no_path_is_too_long_or_reserved_on_windows() -> None:
    reserved = re.compile(r"(?i)(^|/)(con|prn|aux|nul|com\d|lpt\d)(\.|/|$)")
    paths = [
        path.relative_to(ROOT).as_posix()
        for name in ("thidua", "data", "templates", "tests")
        for path in (ROOT / name).rglob("*")
    ]
    assert [path for path in paths if len(path) > 150 or reserved.search(path) or not path.isascii()] == []
