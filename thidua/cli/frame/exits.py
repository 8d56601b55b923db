"""How a command ends: the exit codes, and the exception that says "cannot go on"."""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum

from thidua.text.say import Message, msg


class ExitCode(IntEnum):
    """What the calling shell is told; ``thidua help exit-codes`` prints the same list."""

    DONE = 0
    PROBLEMS = 1
    USAGE = 2
    ENVIRONMENT = 3
    DOUBT = 4
    BUG = 70
    INTERRUPTED = 130


MEANINGS: Mapping[ExitCode, Message] = {
    ExitCode.DONE: msg("Done; also when there was nothing to change."),
    ExitCode.PROBLEMS: msg("The register has problems, or a vote is not valid."),
    ExitCode.USAGE: msg("The command was written wrongly, or a name fits no record or several."),
    ExitCode.ENVIRONMENT: msg("Something around the command fails: no register here, a lock, the disk, git."),
    ExitCode.DOUBT: msg("In doubt: a person has to decide."),
    ExitCode.BUG: msg("A bug in thidua."),
    ExitCode.INTERRUPTED: msg("Interrupted."),
}


class Failure(Exception):  # noqa: N818 - it is how a command ends, not always somebody's error
    """Ends the command with ``code``; the first sentence says what is wrong, the others what to do next."""

    def __init__(self, code: ExitCode, *sentences: Message) -> None:
        super().__init__(*sentences)
        self.code = code
        self.sentences = sentences
