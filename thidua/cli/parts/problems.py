"""Problems for a reader: one line with place, gravity, code and sentence, one with advice; the same as data."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from thidua.cli.frame.console import Console
from thidua.model.problem import Problem, Severity
from thidua.model.problems import advice, sentence, severity
from thidua.store.load import locate
from thidua.text.say import Message, Voice, msg
from thidua.text.visible import visible

__all__ = ["Texts", "as_data", "data", "lines", "print_problems", "severity"]

GRAVITY: Mapping[Severity, Message] = {"error": msg("error"), "warning": msg("warning"), "note": msg("note")}

Texts = Callable[[str], str]
"""The text of a file of the register; empty where there is none, as in a register that is not yet written."""


class _Placed(NamedTuple):
    file: str
    line: int
    column: int
    code: str
    problem: Problem


def _placed(problems: Iterable[Problem], texts: Texts) -> list[_Placed]:
    """In the order of files, lines and columns, from 1."""
    found = [_Placed(each.at.file, *_mark(each, texts), each.code, each) for each in problems]
    return sorted(found, key=lambda placed: placed[:-1])


def _mark(problem: Problem, texts: Texts) -> tuple[int, int]:
    if column := problem.args.get("column"):  # the text itself is at fault: no value to look for
        return problem.at.line, int(str(column))
    return locate(texts(problem.at.file), problem.at) if problem.at.path else (problem.at.line or 1, 1)


def lines(problems: Iterable[Problem], texts: Texts, voice: Voice) -> Iterator[str]:
    """Two lines for each problem: ``file:line:column: error TD302: sentence``, then, indented, what to do next."""
    for placed in _placed(problems, texts):
        place = f"{placed.file}:{placed.line}:{placed.column}"
        grave = voice(GRAVITY[severity(placed.problem)])
        yield visible(f"{place}: {grave} {placed.code}: {voice(sentence(placed.problem))}")
        yield visible(f"    {voice(advice(placed.problem))}")


def data(problems: Iterable[Problem], texts: Texts, voice: Voice) -> list[dict[str, object]]:
    """The same for an editor or a script. ``severity`` and ``code`` are the same in every language."""
    return [
        {
            "code": placed.code,
            "severity": severity(placed.problem),
            "file": placed.file,
            "line": placed.line,
            "column": placed.column,
            "message": voice(sentence(placed.problem)),
            "advice": voice(advice(placed.problem)),
        }
        for placed in _placed(problems, texts)
    ]


def print_problems(console: Console, root: Path, problems: Iterable[Problem], *, aside: bool = False) -> None:
    """Prints the problems of the register in ``root``: they are what was asked for, or, ``aside``, why a command ends."""
    if found := list(lines(problems, _texts(root), console.voice)):
        if aside:
            console.aside("\n".join(map(console.folded, found)))
        else:
            console.out_folded(found)


def as_data(console: Console, root: Path, problems: Iterable[Problem]) -> list[dict[str, object]]:
    """The problems of the register in ``root``, for ``--json``."""
    return data(problems, _texts(root), console.voice)


def _texts(root: Path) -> Texts:
    @cache
    def text(file: str) -> str:
        try:
            return (root / file).read_bytes().decode("utf-8", "replace")
        except OSError:
            return ""

    return text
