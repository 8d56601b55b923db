"""What holds for every rule, whatever the register: total, independent of order, never silenced by other records."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.strategies import any_document
from thidua.checks import RULES, check
from thidua.checks.walk import filed, place, references
from thidua.cli.parts.problems import lines
from thidua.model.common import DatedName
from thidua.model.fields import At
from thidua.model.layout import Kind, kind_named
from thidua.model.problem import Problem
from thidua.model.problems import CATALOGUE, advice, sentence, severity
from thidua.model.register import Document, Register, build, records_of
from thidua.model.units import Unit, UnitFile
from thidua.store.emit import emit
from thidua.store.load import load
from thidua.store.tree import read_register
from thidua.text.say import Voice

ROOT = Path(__file__).parents[2]
WRONG = sorted(folder for folder in (ROOT / "tests/errors").glob("TD*/register"))
REGISTERS = [read_register(folder).register for folder in (*WRONG, ROOT / "data")]

IDS = st.from_regex(r"zz(-[a-z0-9]{1,3}){1,2}", fullmatch=True)
DAYS = st.sampled_from((None, "1975", "1998-05", "2024", "2024-11-25", "2025-06-30", "2025-07-01"))
NAMES = st.builds(DatedName, name=st.sampled_from(("Công an A", "Bộ", "Đội 1")), since=DAYS, until=DAYS)
UNITS = st.builds(
    Unit, id=IDS, kind=st.just("police"), names=st.lists(NAMES, min_size=1, max_size=2).map(tuple), end=DAYS
)


def places(problems: tuple[Problem, ...]) -> Counter[tuple[str, At]]:
    return Counter((problem.code, problem.at) for problem in problems)


def registered(documents: list[tuple[Kind, Any]]) -> Register:
    """The register that would be read from these documents, each in a file of its own."""
    files = {}
    for number, (kind, content) in enumerate(documents):
        file = kind.path(name=f"zz-{number}", period="2024", body="zz-body")
        document = load(file, emit(content, kind).encode()).document
        assert document is not None
        files[file] = document
    return build(files.values())[0]


@settings(deadline=None, max_examples=60)
@given(st.lists(any_document(), max_size=5))
def test_every_rule_is_total_and_finds_what_the_catalogue_words(documents: list[tuple[Kind, Any]]) -> None:
    voice = Voice("en")
    for problem in check(registered(documents)):
        assert "" not in (voice(sentence(problem)), voice(advice(problem)))


@settings(deadline=None, max_examples=40)
@given(st.lists(any_document(), min_size=1, max_size=4))
def test_columns_name_what_the_walk_names(documents: list[tuple[Kind, Any]]) -> None:
    register = registered(documents)
    columns = {(refers, name) for file in filed(register) for refers, names in file.names.items() for name in names}
    found = (references(record, place(record)) for record in register.records())
    assert columns == {(refers, name) for each in found for refers, name, _ in each}


@settings(deadline=None, max_examples=60)
@given(st.sampled_from(REGISTERS), st.randoms(use_true_random=False))
def test_the_order_of_files_does_not_matter(register: Register, random: Any) -> None:
    documents = list(register.documents.values())
    random.shuffle(documents)
    again, _ = build(documents)
    assert list(lines(check(again), str, Voice("en"))) == list(lines(check(register), str, Voice("en")))


@settings(deadline=None, max_examples=150)
@given(st.sampled_from(REGISTERS), st.lists(UNITS, max_size=3, unique_by=lambda unit: unit.id))
def test_a_further_record_takes_no_problem_away(register: Register, units: list[Unit]) -> None:
    further = Document("units/zz.yaml", kind_named("units"), UnitFile(units=tuple(units)))
    more, _ = build([*register.documents.values(), further])
    assert places(check(register)) <= places(check(more))


def test_the_shipped_register_has_neither_error_nor_warning() -> None:
    register, unread = read_register(ROOT / "data")
    assert not unread
    assert [problem for problem in check(register) if severity(problem) != "note"] == []


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_finds_something_and_says_which_codes(rule: Any) -> None:
    """A rule that never finds anything in the folders of tests/errors is not tested at all."""
    codes = {problem.code for register in REGISTERS for problem in rule(register)}
    assert codes
    assert all(code in rule.__doc__ for code in codes)
    assert codes <= set(CATALOGUE)


def test_records_of_one_file_are_of_one_type() -> None:
    """The walk leaves a file as soon as its first record leads nowhere."""
    for register in REGISTERS:
        for document in register.documents.values():
            assert len({type(record) for record in records_of(document)}) <= 1
