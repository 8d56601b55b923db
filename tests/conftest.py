"""How properties are tried, and snapshots: what a test made is compared with what a reviewer approved; --snapshot-update writes it anew."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# No test says how fast the machine is. CI tries the same examples every time; by hand each run tries others.
settings.register_profile("here", deadline=None, suppress_health_check=list(HealthCheck))
settings.register_profile("ci", settings.get_profile("here"), derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")

Snapshot = Callable[[str, str], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--snapshot-update", action="store_true", help="write the snapshots anew; review the difference")


@pytest.fixture
def snapshot(request: pytest.FixtureRequest) -> Snapshot:
    """Compares a text with the file of this name in ``snapshots/`` beside the test, byte for byte."""
    folder = Path(request.path).parent / "snapshots"

    def compare(name: str, text: str) -> None:
        file = folder / name
        if request.config.getoption("--snapshot-update"):
            folder.mkdir(exist_ok=True)
            file.write_bytes(text.encode())
        assert file.is_file(), f"no snapshot {name}: pytest --snapshot-update writes it"
        assert text == file.read_bytes().decode(), f"{name} changed; if that is meant: pytest --snapshot-update"

    return compare
