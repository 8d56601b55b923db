"""A Change on its way to the disk: shown, checked against the register it would make, written, reported."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

from thidua.cli.frame.exits import ExitCode, Failure
from thidua.cli.frame.session import Session
from thidua.cli.parts.reading import Opened
from thidua.desk.change import Change, Refusal
from thidua.model.problem import Problem
from thidua.model.register import Register
from thidua.text.say import Message, msg
from thidua.text.visible import exact

_LINE = re.compile("[^\n]*\n|[^\n]+")


@contextmanager
def procedure() -> Iterator[None]:
    """Ends the command where a procedure of the desk refuses, with every reason."""
    try:
        yield
    except Refusal as refusal:
        raise Failure(ExitCode.USAGE, *refusal.reasons, msg("Nothing was written.")) from None


def deliver(
    session: Session, opened: Opened, change: Change, *, dry_run: bool, following: Message | None = None
) -> None:
    """Writes the change, or with ``dry_run`` prints its diff on standard output; ``following`` says what to do next.

    Raises Failure where the register would have an error that it does not have now, or another hand was quicker; then
    nothing was written.
    """
    from thidua.cli.parts.problems import print_problems
    from thidua.store.write import BusyError, ConflictError, UnreadableError, plan, write

    console = session.console
    if not change.files:
        console.say(msg("Nothing to change: {event}.", event=change.event))
        return
    try:
        planned = plan(opened.root, opened.register, change)
        _check(session, opened, planned.register)
        if dry_run:
            for draft in planned.drafts:
                console.out(diff(draft.file, draft.before or b"", draft.after))
            console.say(msg("Nothing was written (--dry-run)."))
            return
        write(opened.root, planned.drafts)
    except ConflictError as conflict:
        raise Failure(
            ExitCode.ENVIRONMENT,
            msg("{file} was changed by somebody else in the meantime, or is there already.", file=conflict.file),
            msg("Nothing was written. Look at it and repeat the command."),
        ) from None
    except UnreadableError as unreadable:
        print_problems(session.console, opened.root, unreadable.problems, aside=True)
        raise Failure(
            ExitCode.PROBLEMS, msg("With this change the register would have an error. Nothing was written.")
        ) from None
    except BusyError:
        raise Failure(
            ExitCode.ENVIRONMENT,
            msg("Another thidua is writing to this register."),
            msg("Nothing was written. Repeat the command when it has finished."),
        ) from None
    console.say(msg("Recorded: {event}.", event=change.event))
    for draft in planned.drafts:
        console.say(Message("  {file}", {"file": draft.file}))
    if following is not None:
        console.say(following)


def _check(session: Session, opened: Opened, future: Register) -> None:
    """Raises Failure where the change would bring an error. One that is there already must not hinder the clerk's work."""
    from thidua.checks import check
    from thidua.cli.parts.problems import print_problems
    from thidua.model.problems import sentence, severity

    def errors(register: Register) -> dict[tuple[str, str, str], Problem]:
        # By what they say, not by where they stand: one record more moves the others down.
        found = (problem for problem in check(register) if severity(problem) == "error")
        return {(each.code, each.at.file, session.console.voice(sentence(each))): each for each in found}

    then = errors(future)
    now = errors(opened.register) if then else {}
    if new := [problem for key, problem in then.items() if key not in now]:
        print_problems(session.console, opened.root, new, aside=True)
        raise Failure(ExitCode.PROBLEMS, msg("With this change the register would have an error. Nothing was written."))


def diff(file: str, before: bytes, after: bytes) -> str:
    """A unified diff of one file, as git writes it; what is unseen is written out."""
    import difflib

    old, new = (_LINE.findall(exact(text.decode("utf-8"))) for text in (before, after))
    return "".join(difflib.unified_diff(old, new, f"a/{file}" if before else "/dev/null", f"b/{file}"))
