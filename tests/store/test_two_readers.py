"""The fast reader and the exact reader are one reader; what is written is read back."""

from __future__ import annotations

import random
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec import to_builtins

from tests.strategies import any_document, documents
from thidua.model.layout import KINDS, Kind, kind_named
from thidua.store.bulk import bulk
from thidua.store.convert import convert
from thidua.store.emit import emit, ordered
from thidua.store.nodes import Mapping, Node, Scalar, read_nodes
from thidua.store.scan import scan
from thidua.store.typed import Given, convert_tree

GIVEN = Given("x.yaml", "2024", "bca-cum-5", None)

NOMINATIONS = """nominations:
  - nominee: don-vi-001
    honour: co-thi-dua
    submitted: 2024-11-25
    merits: |
      Hoàn thành xuất sắc: mọi chỉ tiêu
      "đúng hạn" # thật
    sources:
      - title: "Báo cáo: số 5"
        date: 2024-11-26
  - nominee:
      person: nguoi-001
      name: Người 001
      unit: don-vi-002
    honour: chien-si-thi-dua
"""


def bare(value: Any) -> Any:
    """Without what the reader put in."""
    if isinstance(value, dict):
        return {key: bare(inner) for key, inner in value.items() if not key.startswith("@")}
    return [bare(inner) for inner in value] if isinstance(value, list | tuple) else value


def plain(node: Node | None) -> Any:
    """Nodes as the tree that the fast reader would give."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Mapping):
        return {entry.key.text: plain(entry.value) for entry in node.entries}
    return [plain(item) for item in node.items] if node else None


def records(kind: Kind) -> Given:
    return GIVEN._replace(records=kind.records, body=GIVEN.body if "{body}" in kind.pattern else "")


@given(any_document())
@settings(deadline=None, suppress_health_check=list(HealthCheck))
def test_what_is_written_is_read_back_by_both_readers(made: tuple[Kind, Any]) -> None:
    kind, document = made
    text = emit(document, kind)
    wanted = bare(to_builtins(ordered(document, kind)))
    reading = read_nodes(text)
    exact, problems = convert(reading.root, kind.document, records(kind))
    assert not reading.faults
    assert not problems
    assert bare(to_builtins(exact)) == wanted
    tree = scan(text)
    if tree is not None:
        assert tree.top == plain(reading.root)
        fast = convert_tree(tree.top, tree.item_lines, kind.document, records(kind))
        assert fast == exact


@given(
    st.sampled_from([kind for kind in KINDS if kind.records]).flatmap(
        lambda kind: documents(kind).map(lambda made: (kind, made))
    )
)
@settings(deadline=None, suppress_health_check=list(HealthCheck))
def test_many_at_a_time_are_read_as_one_by_one(made: tuple[Kind, Any]) -> None:
    kind, document = made
    text = emit(document, kind)
    at_once = bulk(text, kind, records(kind))
    if at_once is not None:
        assert at_once == convert(read_nodes(text).root, kind.document, records(kind))[0]


def test_the_usual_list_is_read_at_once() -> None:
    kind = kind_named("nominations")
    assert (
        bulk(NOMINATIONS, kind, records(kind)) == convert(read_nodes(NOMINATIONS).root, kind.document, records(kind))[0]
    )


@given(any_document())
@settings(deadline=None, suppress_health_check=list(HealthCheck))
def test_writing_twice_changes_nothing(made: tuple[Kind, Any]) -> None:
    kind, document = made
    text = emit(document, kind)
    again, _ = convert(read_nodes(text).root, kind.document, records(kind))
    assert again is not None
    assert emit(again, kind) == text


def test_the_form_that_commands_write_is_the_form_that_is_read_fast() -> None:
    tree = scan(NOMINATIONS)
    assert tree is not None
    assert tree.item_lines == [2, 11]
    assert tree.top == plain(read_nodes(NOMINATIONS).root)


@given(st.randoms(use_true_random=False), st.integers(1, 2))
@settings(deadline=None, max_examples=400)
def test_whatever_is_mistyped_the_fast_reader_never_reads_otherwise(chance: random.Random, mistakes: int) -> None:
    text = NOMINATIONS
    for _ in range(mistakes):
        place = chance.randrange(len(text))
        typed = chance.choice(
            [*":-#\"'|>[]{}&*!%@~ \n\r\t\x85\u2028\ufeff,?0aĐ", "", "- ", ": ", "  ", "\n\n", " #", "<<: ", "null"]
        )
        text = text[:place] + typed + text[place + chance.randrange(2) :]
    kind = kind_named("nominations")
    tree = scan(text)
    by_lines = convert_tree(tree.top, tree.item_lines, kind.document, records(kind)) if tree else None
    at_once = bulk(text, kind, records(kind))
    if by_lines is None and at_once is None:
        return
    reading = read_nodes(text)
    exact, problems = convert(reading.root, kind.document, records(kind))
    assert not reading.faults, text
    assert not problems, text
    assert by_lines in (None, exact), text
    assert at_once in (None, exact), text
