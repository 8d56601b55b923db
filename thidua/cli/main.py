"""The entry point: streams, language, one boundary for every error."""

from __future__ import annotations

import errno
import gc
import os
import re
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from thidua.cli.frame import language
from thidua.cli.frame.console import Console
from thidua.cli.frame.exits import ExitCode, Failure
from thidua.text.misread import MisreadError
from thidua.text.say import Message, msg

if TYPE_CHECKING:
    from thidua.cli.frame.app import LazyGroup
    from thidua.cli.frame.commands import Entry
    from thidua.cli.frame.session import Session

_DASHED = re.compile("[—–―−]+-?([A-Za-z][a-z-]*)(?:=.*)?", re.DOTALL)
"""An option as Word or a chat makes it."""

_REASONS = {
    errno.EACCES: msg("permission denied"),
    errno.EBUSY: msg("another program is using it"),
    errno.EDQUOT: msg("the disk is full"),
    errno.EEXIST: msg("it is there already"),
    errno.EINVAL: msg("the system does not take this name or this file"),
    errno.EIO: msg("the disk does not answer"),
    errno.EISDIR: msg("it is a folder"),
    errno.ELOOP: msg("links lead round in a circle"),
    errno.EMFILE: msg("too many files are open"),
    errno.ENAMETOOLONG: msg("the name is too long"),
    errno.ENOENT: msg("there is no such file or folder"),
    errno.ENOSPC: msg("the disk is full"),
    errno.ENOTDIR: msg("it is not a folder"),
    errno.ENOTEMPTY: msg("the folder is not empty"),
    errno.EPERM: msg("permission denied"),
    errno.EROFS: msg("the disk is only for reading"),
}


def main(argv: Sequence[str] | None = None, commands: Sequence[Entry] | None = None) -> int:
    """Runs one command line and returns its exit code; ``commands`` replaces the table of commands."""
    # A run is short and its records live to its end: collecting garbage would only walk over them again and again.
    gc.disable()
    _speak_utf8()
    args = [_utf8(arg) for arg in (sys.argv[1:] if argv is None else argv)]
    console = Console(language.voice(language.choose(args, os.environ, _here())))
    try:
        code = _bounded(args, console, commands)
        sys.stdout.flush()
    except BrokenPipeError:
        _close_stdout()
        return ExitCode.DONE
    return code


def run() -> NoReturn:
    """Runs the command line of this process and ends it, without taking apart what the system takes back anyway."""
    code = main()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


def _bounded(args: list[str], console: Console, commands: Sequence[Entry] | None) -> int:
    try:
        return _run(list(args), console, commands)  # a copy: parsing uses it up
    except BrokenPipeError:
        raise
    except Failure as failure:
        end = failure
    except MisreadError as misread:
        end = Failure(ExitCode.USAGE, misread.reason)
    except KeyboardInterrupt:
        end = Failure(ExitCode.INTERRUPTED, msg("Interrupted."))
    except OSError as error:
        end = Failure(ExitCode.ENVIRONMENT, _system(error))
    except Exception as error:  # noqa: BLE001 - the boundary
        foreign = isinstance(error, UnicodeEncodeError) and sys.getfilesystemencoding() != "utf-8"
        end = _no_letters() if foreign else _bug(error, debug="--debug" in args)
    console.fail(end)
    return end.code


def _run(args: list[str], console: Console, commands: Sequence[Entry] | None) -> int:
    from typer import Exit

    from thidua.cli.frame.commands import COMMANDS
    from thidua.cli.frame.root import COMPLETE, root
    from thidua.cli.frame.session import Session
    from thidua.cli.frame.words import USAGE_ERROR, usage_failure

    _refuse_dashes(args)
    command = root(COMMANDS if commands is None else commands)
    session = Session(console, os.environ, _here())
    if COMPLETE in os.environ:
        _complete(command, session)
    try:
        with command.make_context("thidua", args, obj=session) as ctx:
            command.invoke(ctx)
    except Exit as done:
        return done.exit_code
    except USAGE_ERROR as error:
        raise usage_failure(error) from None
    return ExitCode.DONE


def _refuse_dashes(args: list[str]) -> None:
    """Raises Failure for an option with the long dash that a word processor makes of its hyphens."""
    for arg in args:
        if found := _DASHED.fullmatch(arg):
            right = f"{'-' if len(found[1]) == 1 else '--'}{found[1]}"
            raise Failure(
                ExitCode.USAGE, msg("“{typed}” begins with a long dash: write {right}.", typed=arg, right=right)
            )


def _complete(command: LazyGroup, session: Session) -> NoReturn:
    """Answers a shell's TAB; Typer leaves the program by itself."""
    from typer.completion import completion_init

    completion_init()
    command.main([], prog_name="thidua", obj=session)
    raise Failure(ExitCode.USAGE, msg("The shell asked for completions in no way that thidua knows."))


def _system(error: OSError) -> Message:
    """What the operating system refused; the usual reasons in the reader's language."""
    reason = _REASONS.get(error.errno or 0) or Message(str(error.strerror or error))
    if error.filename is None:
        return msg("The system refused: {reason}", reason=reason)
    return Message("{file}: {reason}", {"file": error.filename, "reason": reason})


def _no_letters() -> Failure:
    return Failure(
        ExitCode.ENVIRONMENT,
        msg("The system takes no Vietnamese letters in the names of files."),
        msg("Let Python use UTF-8, then repeat the command: {command}", command="export PYTHONUTF8=1"),
    )


def _bug(error: Exception, *, debug: bool) -> Failure:
    if debug:
        import traceback

        traceback.print_exception(error)
    return Failure(
        ExitCode.BUG,
        msg("This is a bug in thidua ({error}).", error=f"{type(error).__name__}: {error}"),
        msg("Run the command again with --debug and report what it prints."),
    )


def _here() -> Path:
    """The folder of the command; one that has been removed meanwhile holds no register."""
    try:
        return Path.cwd()
    except FileNotFoundError:
        return Path(os.sep)


def _speak_utf8() -> None:
    """Vietnamese passes through a pipe of any code page: cp1252, cp1258, or none under LC_ALL=C."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    if isinstance(sys.stdin, TextIOWrapper) and sys.stdin.errors == "surrogateescape":
        sys.stdin.reconfigure(encoding="utf-8", errors="replace")


def _utf8(arg: str) -> str:
    """A word of the command line. Under LC_ALL=C Python hands over bytes that it cannot read as lone surrogates."""
    half = any("\ud800" <= sign <= "\udfff" for sign in arg)
    return os.fsencode(arg).decode("utf-8", "replace") if half else arg


def _close_stdout() -> None:
    """The reader has gone, as ``head`` does; what Python still holds for it must not make a noise at the exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
