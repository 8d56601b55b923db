"""How problems are worded and printed."""

from __future__ import annotations

import re
from io import StringIO
from itertools import chain
from pathlib import Path
from typing import get_args

import pytest

from thidua.checks.walk import Slot, slots
from thidua.cli.frame.console import Console
from thidua.cli.parts.problems import GRAVITY, as_data, print_problems
from thidua.model.fields import At, Part
from thidua.model.layout import KINDS
from thidua.model.problem import Problem, Severity
from thidua.model.problems import CATALOGUE, advice, sentence
from thidua.model.shape import Scalars
from thidua.text.say import Voice

SPOKEN = Voice("en")


def said(code: str, **args: object) -> str:
    problem = Problem(code, At("units/bo.yaml", 1), args)
    return f"{SPOKEN(sentence(problem))} {SPOKEN(advice(problem))}"


def leading(kind: type[Part]) -> set[Slot]:
    """Every field that leads on, in the parts of parts too."""
    inner = (leading(slot.part) for slot in slots(kind) if slot.part)
    return {*slots(kind), *chain.from_iterable(inner)}


def test_what_was_meant_is_advised_only_where_something_is_near() -> None:
    assert "Did you mean: ca-a?" in said("TD302", refers="units", id="ca-aa", near="ca-a")
    assert "Did you mean" not in said("TD302", refers="units", id="xyz", near="")


@pytest.mark.parametrize("refers", {slot.refers for kind in KINDS for slot in leading(kind.document) if slot.refers})
def test_every_kind_of_record_has_a_word(refers: str) -> None:
    assert refers not in said("TD302", refers=refers, id="x", near="")


@pytest.mark.parametrize(
    "expected", sorted({"text", "list", "mapping", *get_args(Scalars)} - {"id", "period", "day", "fraction", "word"})
)
def test_every_shape_has_a_word(expected: str) -> None:
    assert said("TD203", expected=expected, found="list").startswith("This must be ")


@pytest.mark.parametrize("reason", ["mapping values are not allowed here", "something that no library says today"])
def test_the_library_does_not_speak_for_itself(reason: str) -> None:
    assert reason not in said("TD102", reason=reason)


def test_codes_are_in_order_and_errors_have_advice() -> None:
    assert list(CATALOGUE) == sorted(CATALOGUE)
    assert all(re.fullmatch(r"TD[1-7][0-9]{2}", code) for code in CATALOGUE)
    assert {finding.severity for finding in CATALOGUE.values()} == set(get_args(Severity)) == set(GRAVITY)


def test_a_file_that_is_not_there_yet_is_placed_by_its_record(tmp_path: Path) -> None:
    console = Console(SPOKEN, {}, StringIO(), StringIO())
    problem = Problem("TD411", At("units/bo.yaml", 7, ("units", 1, "end")), {"unit": "ca-a", "day": "2025"})
    (found,) = as_data(console, tmp_path, [problem])
    assert (found["line"], found["column"], found["severity"]) == (7, 1, "warning")


def test_problems_are_printed_in_the_order_of_the_file_and_show_what_hides(tmp_path: Path) -> None:
    out = StringIO()
    (tmp_path / "thidua.yaml").write_text("format: 1\n", encoding="utf-8")
    problems = [
        Problem("TD206", At("thidua.yaml", 9), {"value": "\x1b[31m\u202e2024"}),
        Problem("TD105", At("thidua.yaml", 2), {"column": 5}),
    ]
    print_problems(Console(SPOKEN, {}, out, StringIO()), tmp_path, problems)
    first, _, second, _ = out.getvalue().splitlines()
    assert first == "thidua.yaml:2:5: error TD105: There is a tab here."
    assert second.startswith("thidua.yaml:9:1: error TD206: “\\x1b[31m\\u202e2024” is not a day")


def test_nothing_is_printed_of_nothing(tmp_path: Path) -> None:
    out = StringIO()
    print_problems(Console(SPOKEN, {}, out, StringIO()), tmp_path, [])
    assert out.getvalue() == ""


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("aside", [False, True])
def test_a_terminal_breaks_long_advice_between_words_and_a_pipe_does_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, aside: bool
) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    known = ", ".join(f"khoa_{n}" for n in range(30))
    problem = Problem("TD201", At("units/bo.yaml", 2), {"key": "kinh", "near": "", "known": known, "column": 3})
    terminal, pipe = Terminal(), StringIO()
    for stream in (terminal, pipe):
        print_problems(Console(SPOKEN, {}, stream, stream), tmp_path, [problem], aside=aside)
    lines = terminal.getvalue().splitlines()
    assert max(map(len, lines)) <= 60
    assert len(pipe.getvalue().splitlines()) == 2
    assert all(line.startswith("    ") for line in lines[-4:])
    assert terminal.getvalue().split() == pipe.getvalue().split()
