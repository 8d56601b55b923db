"""Snapshots: what a test made is compared with what a reviewer approved; --snapshot-update writes it anew."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

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
