"""The register of the seeds and the voices of its reports."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from thidua.cli.frame.language import voice
from thidua.model.register import Register
from thidua.reports.render import Format
from thidua.reports.report import report
from thidua.store.tree import read_register

ROOT = Path(__file__).parents[2]
Write = Callable[..., str]


@pytest.fixture(scope="session")
def seeds() -> Register:
    reading = read_register(ROOT / "data")
    assert not reading.problems
    return reading.register


@pytest.fixture
def write(seeds: Register) -> Write:
    """A report of the seeds: ``write("summary", "bca-cum-5", "2024")``; Markdown and English unless said otherwise."""

    def written(
        kind: str,
        body: str | None = None,
        period: str | None = None,
        *,
        fmt: Format = "md",
        lang: str = "en",
        today: date | None = None,
        register: Register = seeds,
    ) -> str:
        return report(register, kind, body, period, fmt=fmt, voice=voice(lang), today=today)

    return written
