"""The register a command works on: read once, whole, and right."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from thidua.cli.frame.exits import ExitCode, Failure
from thidua.cli.frame.session import Session
from thidua.model.register import Register
from thidua.text.say import msg

if TYPE_CHECKING:
    from thidua.store.tree import Stamp


class Opened(NamedTuple):
    """Where the register lies and what it holds."""

    root: Path
    register: Register
    stamps: Mapping[str, Stamp] | None = None
    """How its files stood before they were read; None where it was opened only for reading."""


def open_register(session: Session, *, writing: bool = False) -> Opened:
    """The register of this run.

    Raises Failure where there is none, and, with every problem printed, where a file of it cannot be read.
    """
    return _opened(session, session.register(writing=writing), writing=writing)


def up_to_date(session: Session, opened: Opened) -> Opened:
    """The register as it is on the disk now: the very same where no file of it was written to since, else read again.

    Raises Failure like ``open_register``.
    """
    from thidua.store.tree import stamps

    return opened if stamps(opened.root) == opened.stamps else _opened(session, opened.root, writing=True)


def _opened(session: Session, root: Path, *, writing: bool) -> Opened:
    from thidua.store.tree import read_register, stamps

    stood = stamps(root) if writing else None  # before the reading: what is written meanwhile is noticed
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
    return Opened(root, register, stood)
