"""Starts the command line with the trial command in its own process."""

from __future__ import annotations

import sys

from tests.cli.demo import TABLE
from thidua.cli.main import main

if __name__ == "__main__":
    sys.exit(main(commands=TABLE))
