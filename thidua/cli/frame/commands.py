"""The table of commands: a command's module is imported when the command is called, never before."""

from __future__ import annotations

from typing import NamedTuple

from thidua.text.say import Message, msg


class Entry(NamedTuple):
    """One command of ``thidua``; ``module`` holds an ``app``, and no word of it is needed to list it."""

    name: str
    module: str
    help: Message
    section: Message


def _entry(section: Message, name: str, line: Message) -> Entry:
    return Entry(name, f"thidua.cli.{name.replace('-', '_')}", line, section)


_WORK = msg("The clerk's work")
_LOOK = msg("Look up and check")
_KEEP = msg("What the register knows")
_BEGIN = msg("Begin")

COMMANDS = (
    _entry(_WORK, "nominate", msg("Nominate a unit or a person for an honour")),
    _entry(_WORK, "vote", msg("Hold a vote of honour: open, count, close, show")),
    _entry(_WORK, "report", msg("Write a report: commendations, rotation, summary")),
    _entry(_WORK, "rotate", msg("Who takes the chair and the vice-chair next, and why")),
    _entry(_LOOK, "find", msg("Find units, persons, clusters, honours, accents optional")),
    _entry(_LOOK, "show", msg("Show one record with its sources")),
    _entry(_LOOK, "status", msg("Where the period stands: what is done, what is due")),
    _entry(_LOOK, "check", msg("Check the register as a whole")),
    _entry(_KEEP, "unit", msg("Units: list, show, add")),
    _entry(_KEEP, "cluster", msg("Emulation clusters and blocs")),
    _entry(_KEEP, "honour", msg("Titles, commendation forms and recognitions")),
    _entry(_KEEP, "movement", msg("Emulation movements")),
    _entry(_BEGIN, "init", msg("Begin a register")),
    _entry(_BEGIN, "new-period", msg("Begin the next period of a cluster")),
    _entry(_BEGIN, "fmt", msg("Put every file in the canonical form")),
    _entry(_BEGIN, "help", msg("Help on a command, or on the exit codes")),
)
