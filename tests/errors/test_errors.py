"""Each folder here holds the smallest register with one kind of problem, and the very lines that a clerk reads of it."""

from __future__ import annotations

import shutil
from itertools import chain
from pathlib import Path
from string import Formatter

import pytest

from thidua.checks import check
from thidua.cli.frame.language import LANGUAGES, voice
from thidua.cli.parts.problems import data, lines
from thidua.model.problem import Problem
from thidua.model.problems import CATALOGUE
from thidua.store.load import MAX_BYTES
from thidua.store.tree import read_register
from thidua.text.say import Message, Voice

HERE = Path(__file__).parent
FOLDERS = sorted(folder.name for folder in HERE.iterdir() if (folder / "register").is_dir())
TO_BE_GROWN = {"TD109-too-large": "units/bo.yaml"}
"""Files too large to be kept here: comments are added to them."""
NOT_HELD_BY_GIT = {"TD112"}
"""Codes of what no folder under git can be; tests/store/test_tree.py makes it."""


def sentences() -> list[Message]:
    findings = CATALOGUE.values()
    return [each for each in chain.from_iterable((f.sentence, f.advice, f.meant) for f in findings) if each]


def spoken() -> list[str]:
    """English, and each language as soon as its catalogue has every sentence of every problem."""
    english = [each.text for each in sentences() if each.text != "{how}"]
    return [lang for lang in LANGUAGES if lang == "en" or all(voice(lang)(text) != text for text in english)]


def problems_of(root: Path) -> list[Problem]:
    register, unread = read_register(root)
    return [*unread, *check(register)]


@pytest.fixture
def register(folder: str, tmp_path: Path) -> Path:
    root = tmp_path / "register"
    shutil.copytree(HERE / folder / "register", root)
    if folder in TO_BE_GROWN:
        with (root / TO_BE_GROWN[folder]).open("ab") as file:
            file.write(b"# more\n" * (MAX_BYTES // 7 + 1))
    return root


def texts(root: Path, file: str) -> str:
    return (root / file).read_bytes().decode("utf-8", "replace") if (root / file).is_file() else ""


@pytest.mark.parametrize("lang", spoken())
@pytest.mark.parametrize("folder", FOLDERS)
def test_lines(folder: str, lang: str, register: Path, request: pytest.FixtureRequest) -> None:
    written = "".join(
        f"{line}\n" for line in lines(problems_of(register), lambda file: texts(register, file), voice(lang))
    )
    expected = HERE / folder / f"expected.{lang}.txt"
    if request.config.getoption("--snapshot-update"):
        expected.write_text(written, encoding="utf-8", newline="\n")
    assert written == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("folder", FOLDERS)
def test_exactly_the_problem_of_the_folder(folder: str, register: Path) -> None:
    assert {problem.code for problem in problems_of(register)} == {folder.partition("-")[0]}


def test_every_code_has_a_folder() -> None:
    assert {folder.partition("-")[0] for folder in FOLDERS} == set(CATALOGUE) - NOT_HELD_BY_GIT


@pytest.mark.parametrize("folder", FOLDERS)
def test_place_and_places_for_words(folder: str, register: Path) -> None:
    """Each stands on a line of its file, and no sentence has a place left open."""
    problems = problems_of(register)
    for each in data(problems, lambda file: texts(register, file), Voice("en")):
        assert 1 <= int(str(each["line"])) <= texts(register, str(each["file"])).count("\n") + 1
        assert int(str(each["column"])) >= 1
        assert "{" not in f"{each['message']}{each['advice']}"


def test_arguments_are_those_of_the_sentences() -> None:
    """The sentences of one code name no argument that the code does not give."""
    for folder in FOLDERS:
        for problem in problems_of(HERE / folder / "register"):
            finding = CATALOGUE[problem.code]
            for message in filter(None, (finding.sentence, finding.advice, finding.meant)):
                named = {name for _, name, _, _ in Formatter().parse(message.text) if name}
                assert named - {"how"} <= set(problem.args), problem.code
