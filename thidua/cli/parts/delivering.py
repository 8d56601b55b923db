"""A Change on its way to the disk: shown, checked against the register it would make, written, reported."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from thidua.cli.frame.exits import ExitCode, Failure
from thidua.cli.frame.session import Session
from thidua.cli.parts.reading import Opened, up_to_date
from thidua.desk.change import Change, Refusal
from thidua.model.problem import Problem
from thidua.model.register import Register
from thidua.text.say import Message, msg

if TYPE_CHECKING:
    from thidua.store.write import InDoubtError, Plan
from thidua.text.visible import exact

_NEVER_WRITTEN = frozenset({"TD212"})
"""Warnings about files that a hand wrote, and that no command brings."""
_LINE = re.compile("[^\n]*\n|[^\n]+")


@contextmanager
def procedure() -> Iterator[None]:
    """Ends the command where a procedure of the desk refuses, with every reason."""
    try:
        yield
    except Refusal as refusal:
        raise Failure(ExitCode.USAGE, *refusal.reasons, msg("Nothing was written.")) from None


Make = Callable[[Register], Change]
"""A procedure of the desk with its arguments: what it would change in a register."""


def deliver(session: Session, opened: Opened, make: Make, *, dry_run: bool, as_shown: bool = False) -> Change | None:
    """Writes what ``make`` changes, or with ``dry_run`` prints its diff on standard output; the change that was written.

    Whoever else writes at the same time is waited for, and the change is made for the register as it is then.
    ``as_shown``: the clerk has seen what the change says; if it would say something else by then, nothing is written.

    Raises Failure where the procedure refuses, the register would have an error that it does not have now, or the change
    does not reach the disk.
    """
    with procedure(), writing(session, opened.root):
        first = make(opened.register)
        if dry_run or not first.files:
            planned = _planned(session, opened, first)
        else:
            planned = _written(session, opened, make, first if as_shown else None)
    if not planned.change.files:
        session.console.say(msg("Nothing to change: {event}.", event=planned.change.event))
        return None
    if dry_run:
        for draft in planned.drafts:
            session.console.out(diff(draft.file, draft.before or b"", draft.after))
        session.console.say(msg("Nothing was written (--dry-run)."))
        return None
    session.console.say(msg("Recorded: {event}.", event=planned.change.event))
    for draft in planned.drafts:
        session.console.say(Message("  {file}", {"file": draft.file}))
    return planned.change


def _planned(session: Session, opened: Opened, change: Change) -> Plan:
    from thidua.store.write import Plan, plan

    if not change.files:
        return Plan(change, (), opened.register)
    planned = plan(opened.root, opened.register, change)
    _check(session, opened, planned.register)
    return planned


def _written(session: Session, opened: Opened, make: Make, shown: Change | None) -> Plan:
    from thidua.store.write import ConflictError, locked, write

    with locked(opened.root) as held:
        current = up_to_date(session, opened)
        change = make(current.register)
        if shown and change.files and change != shown:
            raise ConflictError(change.files[0].file)
        planned = _planned(session, current, change)
        if planned.drafts:
            write(held, planned.drafts)
    return planned


@contextmanager
def writing(session: Session, root: Path) -> Iterator[None]:
    """Ends the command where the store cannot write, and says truly what was written."""
    from thidua.cli.parts.problems import print_problems
    from thidua.store.write import BusyError, ConflictError, InDoubtError, IrregularError, UnreadableError

    try:
        yield
    except ConflictError as conflict:
        raise Failure(
            ExitCode.ENVIRONMENT,
            msg("{file} was changed by somebody else in the meantime, or is there already.", file=conflict.file),
            msg("Nothing was written. Look at it and repeat the command."),
        ) from None
    except IrregularError as irregular:
        raise Failure(
            ExitCode.ENVIRONMENT,
            msg("{file} is a link or no regular file, and is not replaced.", file=irregular.file),
            msg("Nothing was written."),
        ) from None
    except UnreadableError as unreadable:
        print_problems(session.console, root, unreadable.problems, aside=True)
        raise Failure(
            ExitCode.PROBLEMS, msg("With this change the register would have an error. Nothing was written.")
        ) from None
    except BusyError:
        raise Failure(
            ExitCode.ENVIRONMENT,
            msg("Another thidua is writing to this register."),
            msg("Nothing was written. Repeat the command when it has finished."),
        ) from None
    except InDoubtError as doubt:
        raise _in_doubt(doubt) from None


def _in_doubt(doubt: InDoubtError) -> Failure:
    reason = Message("{reason}", {"reason": doubt.__cause__})
    said = (
        msg("The files are written, but the system did not confirm that the disk keeps them: {reason}.", reason=reason)
        if doubt.whole
        else msg("Writing failed, and so did taking back what was written: {reason}.", reason=reason)
    )
    return Failure(
        ExitCode.DOUBT,
        said,
        *(Message("  {file}", {"file": file}) for file in doubt.files),
        msg("Look at these files, with git diff for example; then: thidua check."),
    )


def _check(session: Session, opened: Opened, future: Register) -> None:
    """Raises Failure where the change would bring an error, or a text with characters that nobody sees.

    One that is there already must not hinder the clerk's work.
    """
    from thidua.checks import check
    from thidua.cli.parts.problems import print_problems
    from thidua.model.problems import sentence, severity

    def refused(register: Register) -> dict[tuple[str, str, str], Problem]:
        # By what they say, not by where they stand: one record more moves the others down.
        found = (
            problem for problem in check(register) if severity(problem) == "error" or problem.code in _NEVER_WRITTEN
        )
        return {(each.code, each.at.file, session.console.voice(sentence(each))): each for each in found}

    then = refused(future)
    now = refused(opened.register) if then else {}
    if new := [problem for key, problem in then.items() if key not in now]:
        print_problems(session.console, opened.root, new, aside=True)
        if all(problem.code in _NEVER_WRITTEN for problem in new):
            raise Failure(ExitCode.USAGE, msg("What was typed holds characters that nobody sees. Nothing was written."))
        raise Failure(ExitCode.PROBLEMS, msg("With this change the register would have an error. Nothing was written."))


def diff(file: str, before: bytes, after: bytes) -> str:
    """A unified diff of one file, as git writes it; what is unseen is written out."""
    import difflib

    old, new = (_LINE.findall(exact(text.decode("utf-8"))) for text in (before, after))
    return "".join(difflib.unified_diff(old, new, f"a/{file}" if before else "/dev/null", f"b/{file}"))
