"""The fast readers and the exact reader are one reader; what is written is read back."""

from __future__ import annotations

import random
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec import to_builtins
from msgspec.structs import replace

from tests.strategies import any_document
from thidua.model.fields import Part
from thidua.model.layout import Kind, filed, kind_named
from thidua.model.nominations import NominationFile
from thidua.model.shape import PLAIN
from thidua.store.bulk import bulk
from thidua.store.convert import convert
from thidua.store.emit import emit, ordered, scalar
from thidua.store.load import load, locate
from thidua.store.marked import scan_nodes
from thidua.store.nodes import Reading
from thidua.store.parse import parse
from thidua.store.scan import scan
from thidua.store.typed import Given, convert_tree

DATA = Path(__file__).parents[2] / "data"

NOMINATIONS = """\
nominations:
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

SIGNS = (*":-#\"'|>[]{}&*!%@~ \n\r\t\x85\xa0\u2028\ufeff\u0301,?0aĐ٣", "")
TOKENS = ("- ", ": ", "  ", "\n\n", " #", "<<: ", "null", "...\n", "\r\n", "\n# ghi chú\n", "\n      # sâu\n")
VALUES = (
    *("True", "true", "yes", "0", "-0", "+1", "01", "1.0", "1e3", "1_0", "NaN", ".5", "5.", "٣", "1/2", "12" * 12),
    *("null", "Null", '"null"', "'null'", "~", "", '""', "a: b", "a #b", "[a, b]", "[]", "{a: b}", "{}", "*a", "&a b"),
    *('"a\\tb"', '"a\\n"', '"a\\x41"', "'a''b'", "!!str a", "|", "|-", ">", "|+", "2024", "2024-02-30", "x # ghi chú"),
)
LINES = (
    "# ghi chú",
    "      # sâu",
    "",
    "   ",
    "---",
    "...",
    "%YAML 1.2",
    "x: y",
    "- x",
    "\ufeff",
    "Honour: a",
    "id: a",
)


def bare(value: Any) -> Any:
    """Without what the reader put in."""
    if isinstance(value, dict):
        return {key: bare(inner) for key, inner in value.items() if not key.startswith("@")}
    return [bare(inner) for inner in value] if isinstance(value, list | tuple) else value


def known(kind: Kind) -> Given:
    body = "bca-cum-5" if "{body}" in kind.pattern else ""
    return Given(kind.path(period="2024", body="bca-cum-5", name="x"), "2024" if body else "", body, kind.records)


def agreed(text: str, kind: Kind) -> Part | None:
    """The document as every reader that accepts the text reads it; None where the exact one refuses it."""
    exact = parse(text)
    nodes = scan_nodes(text)
    assert nodes is None or Reading(nodes, ()) == exact, text
    document, problems = (None, []) if exact.faults else convert(exact.root, kind.document, known(kind))
    tree = scan(text)
    by_lines = convert_tree(tree, kind.document, known(kind)) if tree else None
    assert by_lines in (None, document), text
    at_once = bulk(text, kind, known(kind)) if kind.records else None
    assert at_once in (None, document), text
    return document if not problems else None


def mistyped(text: str, chance: random.Random) -> str:
    """The text with one sign, one value or one line of it put wrong."""
    lines = text.split("\n")
    row = chance.randrange(len(lines))
    match chance.randrange(7):
        case 0 | 1:
            place = chance.randrange(len(text) + 1)
            typed: str = chance.choice((*SIGNS, *TOKENS))
            return text[:place] + typed + text[place + chance.randrange(2) :]
        case 2 | 3:
            key, colon, _ = lines[row].partition(": ")
            lines[row] = f"{key}{colon or ': '}{chance.choice(VALUES)}"
        case 4:
            lines[row] = chance.choice((" ", "  ", "- ", "# ", "\t")) + lines[row]
        case 5:
            lines.insert(row, chance.choice((*LINES, *lines)))
        case _:
            lines[row], lines[row - 1] = lines[row - 1], lines[row].removeprefix(chance.choice(("", " ", "  ")))
    return "\n".join(lines)


@cache
def shipped() -> tuple[tuple[Kind, str], ...]:
    """Of the files of ``data/`` the shortest two of each kind, of long lists the first records."""
    found: dict[Kind, list[str]] = {}
    for path in DATA.rglob("*.yaml"):
        place = filed(path.relative_to(DATA).as_posix())
        if place:
            found.setdefault(place.kind, []).append(_short(path, place.kind))
    return tuple((kind, text) for kind, texts in found.items() for text in sorted(texts, key=len)[:2])


def _short(path: Path, kind: Kind) -> str:
    document = load(path.relative_to(DATA).as_posix(), path.read_bytes()).document
    assert document is not None
    content = document.content
    if kind.records:
        content = replace(content, **{kind.records: getattr(content, kind.records)[:3]})
    return emit(content, kind)


@given(any_document())
@settings(deadline=None, suppress_health_check=list(HealthCheck))
def test_what_is_written_is_read_back_by_every_reader(made: tuple[Kind, Any]) -> None:
    kind, document = made
    text = emit(document, kind)
    again = agreed(text, kind)
    assert again is not None
    assert bare(to_builtins(again)) == bare(to_builtins(ordered(document, kind)))
    assert emit(again, kind) == text


def test_the_form_that_commands_write_is_the_form_that_is_read_fast() -> None:
    kind = kind_named("nominations")
    tree = scan(NOMINATIONS)
    assert tree is not None
    assert tree.item_lines == [2, 11]
    assert bulk(NOMINATIONS, kind, known(kind)) == agreed(NOMINATIONS, kind) is not None


@given(
    st.one_of(
        st.deferred(lambda: st.sampled_from(shipped())),
        any_document().map(lambda made: (made[0], emit(made[1], made[0]))),
    ),
    st.randoms(use_true_random=False),
    st.integers(1, 3),
)
@settings(deadline=None, max_examples=300, suppress_health_check=list(HealthCheck))
def test_whatever_is_mistyped_no_reader_reads_otherwise(
    made: tuple[Kind, str], chance: random.Random, mistakes: int
) -> None:
    kind, text = made
    for _ in range(mistakes):
        text = mistyped(text, chance)
    agreed(text, kind)


@pytest.mark.parametrize("written", VALUES)
@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("vote", "id: a\nquestion: b\nsecret: {}\ncandidates:\n  - who: c\n    honour: d\n"),
        ("recognition", "id: a\nhonour: b\ncounts:\n  - of: units\n    occurrences: {}\n"),
        ("recognition", "id: a\nhonour: b\ncounts:\n  - of: units\n    number: {}\n"),
        ("recognition", "id: a\nhonour: b\nrecipients:\n  - {}\n"),
        ("nominations", "nominations:\n  - nominee: {}\n    honour: co\n"),
        ("nominations", "nominations:\n  - nominee: a\n    honour: {}\n"),
        ("nominations", "nominations:\n  - nominee: a\n    honour: co\n    submitted: {}\n"),
    ],
)
def test_a_value_is_written_in_one_way_for_every_reader(kind: str, text: str, written: str) -> None:
    agreed(text.format(written) if written else text.replace(" {}", ""), kind_named(kind))


@pytest.mark.parametrize(
    ("shape", "good", "bad"),
    [
        (int, ["0", "7", "-7", "9" * 18], ["-0", "07", "+7", "7.0", "7e0", "7_0", "٧", "", "7\n", "9" * 19]),
        (bool, ["true", "false"], ["True", "yes", "1", "0", "on", "true "]),
        (Decimal, ["0", "9.5", "-9.50", "0.5"], ["NaN", "inf", ".5", "5.", "1e3", "1_0", "٣", "05", " 5"]),
    ],
)
def test_numbers_and_truth_values_are_written_in_one_way(shape: type, good: list[str], bad: list[str]) -> None:
    pattern = PLAIN[shape].pattern
    assert pattern is not None
    assert [text for text in (*good, *bad) if pattern.fullmatch(text)] == good


def test_one_wrong_value_in_a_canonical_file_is_placed_without_the_slow_reader(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text = "# ghi chú\n" + NOMINATIONS.replace("title", "tile")
    [slowly] = convert(parse(text).root, NominationFile, known(kind_named("nominations")))[1]
    monkeypatch.delattr("thidua.store.parse.parse")
    file = known(kind_named("nominations")).file
    assert load(file, text.encode()).problems == [slowly]
    assert locate(text, slowly.at) == (10, 15)


def test_a_decimal_is_written_out_however_it_was_reckoned() -> None:
    assert scalar(Decimal("1E+2"), PLAIN[Decimal]) == "100"
