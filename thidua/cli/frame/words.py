"""What Typer says in English about a wrong command line, said again as our own sentences."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any, cast

import typer

from thidua.cli.frame.exits import ExitCode, Failure
from thidua.text.say import Message, msg

USAGE_ERROR = cast("type[Exception]", typer.BadParameter.__base__)
"""The parent of all that Typer says about a command line; Typer keeps it private."""

_UNEXPECTED = re.compile(r"Got unexpected extra argument\(s\) \((?P<words>.*)\)", re.DOTALL)

# Typer hands a refused value over only inside its sentence; the version is pinned and a test walks through all of them.
_REFUSALS: Sequence[tuple[re.Pattern[str], Callable[..., Message]]] = (
    (
        re.compile(r"'(?P<value>.*)' is not a valid int(?:eger)?(?: range)?\.", re.DOTALL),
        lambda value: msg("{value} is not a whole number.", value=value),
    ),
    (
        re.compile(r"'(?P<value>.*)' is not a valid float(?: range)?\.", re.DOTALL),
        lambda value: msg("{value} is not a number.", value=value),
    ),
    (
        re.compile(r"(?P<value>.*) is not in the range (?P<range>.*)\.", re.DOTALL),
        lambda value, range: msg("{value} is out of range: {range}.", value=value, range=range),  # noqa: A006
    ),
    (
        re.compile(r"'(?P<value>.*)' is not one of (?P<choices>.*)\.", re.DOTALL),
        lambda value, choices: msg("{value} is not one of: {choices}.", value=value, choices=choices.replace("'", "")),
    ),
)


def usage_failure(error: Any) -> Failure:
    """The failure for one of Typer's usage errors, told apart by the names of its private classes."""
    path = error.ctx.command_path if getattr(error, "ctx", None) else "thidua"
    return Failure(ExitCode.USAGE, *_sentences(error), msg("More: {command}", command=f"{path} --help"))


def _sentences(error: Any) -> Iterator[Message]:
    match type(error).__name__:
        case "NoSuchOption":
            yield msg("There is no option {option}.", option=error.option_name)
            if error.possibilities:
                yield msg("Did you mean: {names}?", names=", ".join(error.possibilities))
        case "BadOptionUsage" if "requires" in error.message:
            yield msg("Option {option} needs a value.", option=error.option_name)
        case "BadOptionUsage":
            yield msg("Option {option} takes no value.", option=error.option_name)
        case "MissingParameter":
            yield msg("{name} is missing.", name=_name(error.param))
        case "BadParameter":
            yield Message("{name}: {reason}", {"name": _name(error.param), "reason": _reason(error.message)})
        case _:
            yield _other(error.message)


def _name(param: Any) -> Message | str:
    """An argument by the word of its usage line, an option by its long name."""
    if param.param_type_name == "argument":
        return Message(param.metavar or param.name.upper())
    return str(max(param.opts, key=len))


def _reason(text: str) -> Message:
    for pattern, sentence in _REFUSALS:
        if found := pattern.fullmatch(text):
            return sentence(**found.groupdict())
    return msg("this value does not fit.")


def _other(text: str) -> Message:
    if found := _UNEXPECTED.match(text):
        return msg("Too much on the line: {words}", words=found["words"])
    return msg("The command is not complete.")
