from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HEAVY = {"rich", "jinja2", "ruamel", "msgspec", "json", "sqlite3", "pydantic", "babel"}
OURS = {
    "thidua",
    "thidua.assets",
    "thidua.cli",
    "thidua.cli.frame",
    "thidua.cli.frame.app",
    "thidua.cli.frame.commands",
    "thidua.cli.frame.console",
    "thidua.cli.frame.exits",
    "thidua.cli.frame.language",
    "thidua.cli.main",
    "thidua.cli.frame.options",
    "thidua.cli.frame.pages",
    "thidua.cli.frame.root",
    "thidua.cli.frame.session",
    "thidua.cli.frame.words",
    "thidua.text",
    "thidua.text.misread",
    "thidua.text.say",
    "thidua.text.visible",
}


def loaded(*args: str) -> set[str]:
    """The modules in memory when a command line has ended."""
    script = f"import sys; from thidua.cli.main import main; main({args!r}); print(*sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    return set(done.stderr.split())


@pytest.mark.parametrize("args", [(), ("--help",), ("--version",)])
def test_the_first_page_loads_no_command_and_nothing_heavy(args: tuple[str, ...]) -> None:
    modules = loaded(*args)
    assert not HEAVY & modules
    assert {name for name in modules if name.split(".")[0] == "thidua"} == OURS


def test_help_of_a_command_loads_that_command_only() -> None:
    assert {name for name in loaded("help", "--help") if name.split(".")[0] == "thidua"} == {*OURS, "thidua.cli.help"}


def test_a_check_loads_its_own_rooms_and_no_yaml_library() -> None:
    modules = loaded("-C", "data", "check")
    assert not {"rich", "jinja2", "ruamel", "json", "sqlite3", "pydantic", "babel"} & {
        name.split(".")[0] for name in modules
    }
    ours = {name for name in modules if name.startswith("thidua.")}
    rooms = {name.split(".")[1] for name in ours}
    assert rooms == {"assets", "checks", "cli", "law", "model", "store", "text"}
    assert {name for name in ours if name.startswith("thidua.store.")} == {
        f"thidua.store.{name}" for name in ("load", "scan", "tree", "typed")
    }
    assert {name for name in ours if name.startswith("thidua.cli.parts.")} == {"thidua.cli.parts.problems"}
