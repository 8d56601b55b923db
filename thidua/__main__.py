"""``python -m thidua``."""

from __future__ import annotations

from thidua.cli.main import run

run()
