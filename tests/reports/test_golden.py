"""Every report of the seeds as a reviewer approved it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

SUMMARIES = (
    ("bca-cum-5", "2024"),
    ("ca-dinh-hoa", "2024"),
    ("ca-gia-lai-cum-2", "2015-2020"),
    ("ca-hung-yen-khoi-qlhc", "2024"),
    ("ca-kon-tum-khoi-3", "2023"),
)
WHOLE = (("commendations", None, None), ("rotation", None, None))
REPORTS = [*(("summary", *place) for place in SUMMARIES), *WHOLE]

PRINT_ALL = """
from pathlib import Path
from thidua.cli.frame.language import voice
from thidua.reports.report import REPORTS, report
from thidua.store.tree import read_register
register = read_register(Path("data")).register
for kind in REPORTS:
    for fmt in ("md", "html"):
        print(report(register, kind, None, None, fmt=fmt, voice=voice("vi")))
"""


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("fmt", ["md", "html"])
@pytest.mark.parametrize(("kind", "body", "period"), REPORTS)
def test_report_is_what_was_approved(
    write: Callable[..., str],
    snapshot: Callable[[str, str], None],
    kind: str,
    body: str | None,
    period: str | None,
    fmt: str,
    lang: str,
) -> None:
    text = write(kind, body, period, fmt=fmt, lang=lang)
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert "\r" not in text
    assert "None" not in text
    snapshot(f"{kind}-{body or 'all'}.{lang}.{fmt}", text)


def test_same_register_gives_same_bytes_in_every_process() -> None:
    root = Path(__file__).parents[2]
    runs = {
        subprocess.run(
            [sys.executable, "-c", PRINT_ALL],
            cwd=root,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONUTF8": "1"},
            check=True,
            capture_output=True,
        ).stdout
        for seed in ("0", "1")
    }
    assert len(runs) == 1
    assert len(runs.pop()) > 10_000
