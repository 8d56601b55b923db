"""The register a command works on: read once, whole, and right."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from thidua.cli.frame.exits import ExitCode, Failure
from thidua.cli.frame.session import Session
from thidua.model.register import Register
from thidua.text.say import msg


class Opened(NamedTuple):
    """Where the register lies and what it holds."""

    root: Path
    register: Register


def open_register(session: Session, *, writing: bool = False) -> Opened:
    """The register of this run.

    Raises Failure where there is none, and, with every problem printed, where a file of it cannot be read.
    """
    from thidua.store.tree import read_register

    root = session.register(writing=writing)
    register, problems = read_register(root)
    for file in register.documents:
        session.console.detail(msg("read: {file}", file=file))
    if problems:
        from thidua.cli.parts.problems import print_problems

        print_problems(session.console, root, problems, aside=True)
        raise Failure(
            ExitCode.PROBLEMS,
            msg("The register cannot be read as it stands; nothing was done."),
            msg("To see all that is wrong with it: thidua check."),
        )
    return Opened(root, register)
