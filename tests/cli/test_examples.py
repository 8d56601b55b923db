from __future__ import annotations

import shlex
import shutil
from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import pytest
from typer.core import TyperCommand, TyperGroup

from tests.cli.conftest import ROOT, Run
from thidua.cli.frame.commands import COMMANDS
from thidua.cli.frame.exits import ExitCode

PROMPT = "$ thidua "


def leaves(command: TyperCommand | TyperGroup, path: str) -> Iterator[tuple[str, str]]:
    """The path of each command that does something, and its examples."""
    if isinstance(command, TyperGroup):
        for name, verb in command.commands.items():
            yield from leaves(verb, f"{path} {name}")  # type: ignore[arg-type]
    else:
        yield path, command.epilog or ""


PAGES = dict(
    leaf
    for entry in COMMANDS
    if find_spec(entry.module)
    for leaf in leaves(import_module(entry.module).app.build(entry.name), entry.name)
)
LINES = {
    entry.name: [line for path, page in PAGES.items() if path.split()[0] == entry.name for line in page.splitlines()]
    for entry in COMMANDS
}


def test_every_command_of_the_table_has_its_module() -> None:
    assert [entry.name for entry in COMMANDS if not find_spec(entry.module)] == []


@pytest.mark.parametrize("path", PAGES)
def test_a_command_shows_how_it_is_used(path: str) -> None:
    lines = PAGES[path].splitlines()
    assert any(line.startswith(f"{PROMPT}{path}") for line in lines)
    assert all(line.startswith(PROMPT) for line in lines)


@pytest.mark.parametrize("name", LINES)
def test_the_examples_of_a_command_work_one_after_another_in_the_sample_register(
    run: Run, tmp_path: Path, name: str
) -> None:
    shutil.copytree(ROOT / "data", tmp_path, dirs_exist_ok=True)
    for line in LINES[name]:
        ended = run(*shlex.split(line.removeprefix(PROMPT)), THIDUA_TODAY="2024-12-01")
        assert ended.code == ExitCode.DONE, f"{line}\n{ended.err}"
