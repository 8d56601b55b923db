"""What one run of the program knows: its console, its register, its date. The only reader of the clock."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from thidua.assets import asset
from thidua.cli.frame.console import Console
from thidua.cli.frame.exits import ExitCode, Failure
from thidua.cli.frame.language import MARKER, find_register
from thidua.text.say import msg

if TYPE_CHECKING:
    from typer.core import _click

SAMPLE = ":sample"
"""The name of the register that ships with the program; no file of any system is called so."""


@dataclass
class Session:
    """Filled by the common options, wherever on the line they stand; a command asks it and never the system."""

    console: Console
    env: Mapping[str, str]
    here: Path
    place: str | None = None
    day: date | None = None
    debug: bool = False

    @staticmethod
    def of(ctx: _click.Context) -> Session:
        session = ctx.find_root().obj
        assert isinstance(session, Session)
        return session

    def today(self) -> date:
        """The date of ``--today``, of THIDUA_TODAY, or of the clock."""
        if self.day is None:
            written = self.env.get("THIDUA_TODAY")
            self.day = read_date(written) if written else date.today()  # noqa: DTZ011 - the clerk's own calendar
        return self.day

    def register(self, *, writing: bool = False) -> Path:
        """The folder of the register: ``-C``, THIDUA_REGISTER, or the nearest one upwards.

        Raises Failure where there is none, and where ``writing`` would change the sample.
        """
        place = self.place or self.env.get("THIDUA_REGISTER")
        if place == SAMPLE:
            return self._sample(writing=writing)
        found = self.here / place if place else find_register(self.here)
        if found is None or not (found / MARKER).is_file():
            raise Failure(
                ExitCode.ENVIRONMENT,
                msg("There is no register (thidua.yaml) in {folder}.", folder=found or self.here),
                msg("To begin one: {command}", command="thidua init"),
                msg("To name one: {command}", command="thidua -C FOLDER status"),
                msg("To look at the sample: {command}", command="thidua -C :sample status"),
            )
        return found

    @staticmethod
    def _sample(*, writing: bool) -> Path:
        if writing:
            raise Failure(
                ExitCode.ENVIRONMENT,
                msg("The sample register is only for reading."),
                msg("To begin your own: {command}", command="thidua init"),
            )
        return asset("data")


def read_date(text: str) -> date:
    """A whole date as a clerk writes it; raises MisreadError, and Failure for a month or a year alone."""
    from thidua.text.days import first, parse_day

    day = parse_day(text)
    if len(day) < len("2024-11-25"):
        raise Failure(ExitCode.USAGE, msg("“{text}” is not a whole date: day, month and year are needed.", text=text))
    return first(day)
