from __future__ import annotations

import ast
import re
import shlex
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import takewhile
from pathlib import Path
from typing import Any

import pytest
from typer.core import TyperCommand, TyperGroup

from tests.docs.documents import DOCUMENTS, ROOT
from thidua.cli.frame import options as shared
from thidua.cli.frame.commands import COMMANDS
from thidua.cli.frame.options import COMMON
from thidua.cli.frame.root import root
from tools import translations

Command = TyperCommand | TyperGroup
WORD = re.compile(r"[a-z][a-z-]*")
LINE = re.compile(r"(?:^|[:;(`“\"'$&]|\n)\s*(?:\.venv/bin/)?(thidua(?:[ \t]+[^\s`”]+)*)")
"""A command line in a sentence: at its beginning, or after a colon, a bracket, a quote, a prompt."""
OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]+")
BEHIND = ".,;:)”"
CODE = re.compile(r"```.*?```|`[^`\n]+`", re.DOTALL)
NEXT = frozenset({"|", "&&", ">"})
TAKES_A_WORD = ("-C", "--register", "--lang", "--today")


@cache
def commands() -> dict[tuple[str, ...], Command]:
    """Every command by the words it is called with; ``thidua`` itself by none."""
    group = root()
    found: dict[tuple[str, ...], Any] = {(): group}
    for entry in COMMANDS:
        command = group.get_command(None, entry.name)  # type: ignore[arg-type]
        found[entry.name,] = command
        verbs = command.commands if isinstance(command, TyperGroup) else {}
        found |= {(entry.name, verb): each for verb, each in verbs.items()}
    return found


def options(words: tuple[str, ...]) -> set[str]:
    """What may be given to the command, or to one of its verbs."""
    asked = [each for name, each in commands().items() if name[: len(words)] == words]
    params = [param for each in asked for param in (*each.params, *COMMON)]
    return {name for param in params for name in (*param.opts, *param.secondary_opts)}


def fault(line: str) -> str | None:
    """What there is not of a command line; None where there is all of it. Capitals and {…} are filled in by the clerk."""
    words = [word.rstrip(BEHIND) for word in takewhile(lambda word: word not in NEXT, split(line)[1:])]
    while words and words[0] in TAKES_A_WORD:
        words = words[2:]
    path: tuple[str, ...] = ()
    while isinstance(commands().get(path), TyperGroup) and words and WORD.fullmatch(words[0]):
        path, words = (*path, words[0]), words[1:]
    if path not in commands():
        return f"{line}: {' '.join(path)}"
    named = (word.partition("=")[0] for word in words if re.match(r"--?[a-zA-Z]", word))
    return next((f"{line}: {name}" for name in named if name not in options(path)), None)


def split(line: str) -> list[str]:
    try:
        return shlex.split(line)
    except ValueError:  # a quotation mark that was opened before the command
        return line.split()


def faults(texts: Iterable[str]) -> list[str]:
    lines = {found[1] for text in texts for found in LINE.finditer(text)}
    return sorted(wrong for line in lines if (wrong := fault(line)))


def sentences() -> Iterator[str]:
    """Every sentence of the catalogue and its Vietnamese."""
    for message in translations.translated():
        for texts in (message.id, message.string) if message.id else ():
            yield from [texts] if isinstance(texts, str) else texts or ()


def literals(file: Path) -> Iterator[str]:
    """Every text in the code but docstrings; what is put in at run time stands as {}."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    said = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            yield "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said:
            yield node.value


def typed(document: str) -> Iterator[str]:
    """What a document tells its reader to type. What a session prints is the program's own, and tried above."""
    for code in CODE.findall(document):
        if code.startswith("```console"):
            yield from (line.removeprefix("$ ") for line in code.splitlines() if line.startswith("$ "))
        elif not code.startswith("```python"):
            yield from code.strip("`").splitlines()


def test_a_message_names_only_commands_that_there_are() -> None:
    assert faults(sentences()) == []


def test_a_command_put_into_a_message_is_there() -> None:
    assert faults(text for file in (ROOT / "thidua").rglob("*.py") for text in literals(file)) == []


def test_a_message_names_only_options_that_there_are() -> None:
    prepared = set(OPTION.findall(Path(shared.__file__).read_text(encoding="utf-8")))
    named = {option for text in sentences() for option in OPTION.findall(text)}
    assert named - options(()) - prepared == set()


@pytest.mark.parametrize("file", DOCUMENTS, ids=lambda file: file.name)
def test_a_document_names_only_commands_that_there_are(file: Path) -> None:
    assert faults(typed(file.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    "line",
    [
        "thidua comend X",
        "thidua cluster join bca-cum-5 ca-ha-nam",
        "thidua unit edit {unit}",
        "thidua vote open --candidates X",
        "thidua -C FOLDER statu",
        "thidua --versoin",
    ],
)
def test_what_there_is_not_is_found_out(line: str) -> None:
    assert faults([f"To do it: {line}."])


@pytest.mark.parametrize(
    "line",
    [
        "thidua",
        "thidua --version",
        "thidua -C {folder} status",
        "thidua vote",
        "thidua vote open --candidate X -n",
        "thidua report {words} -o {file} --force",
        "thidua new-period {body} {period}",
        "another thidua is writing",
    ],
)
def test_what_there_is_may_be_named(line: str) -> None:
    assert not faults([f"To do it: {line}."])
