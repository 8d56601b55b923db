"""Every fact of the five seeds stands in the register, with its source; what they leave open stays open."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import pytest

from tests.data.facts import FACTS, Fact
from thidua.model.layout import filed
from thidua.store.emit import emit
from thidua.store.load import load
from thidua.store.tree import read_register

DATA = Path(__file__).parents[2] / "data"
SEEDS = {"bao-gia-lai-2020", "ca-ha-nam-2024", "ca-hung-yen-2024", "ca-kon-tum-2023", "cand-dinh-hoa-2024"}
UNSEEN = {"kh-1660-cadh", "kh-899-cat-px03", "kh-chien-sy-hung-yen-mau-muc", "khung-cham-diem-ca-kon-tum"}
FOLDERS = ("periods", "decisions", "clusters", "movements", "frameworks")
OURS = sorted(
    path.relative_to(DATA).as_posix()
    for pattern in (
        "sources/seeds.yaml",
        "units/ca-gia-lai.yaml",
        "units/ca-kon-tum.yaml",
        "units/ca-thai-nguyen.yaml",
        *(f"{folder}/**/*.yaml" for folder in FOLDERS),
    )
    for path in DATA.glob(pattern)
)
WALK = [
    pytest.param(fact, id=f"{seed}-{body}-{period}: {fact.english}")
    for (seed, body, period), facts in FACTS.items()
    for fact in facts
]


@cache
def documents() -> dict[str, Any]:
    """Every file of the register as it is written: mappings, lists, scalars."""
    register = read_register(DATA).register
    return {file: _written(document.content) for file, document in register.documents.items()}


def _written(content: Any) -> Any:
    return msgspec.json.decode(msgspec.json.encode(content))


def holds(found: Any, expected: Any) -> bool:
    """Whether ``found`` has at least what is expected: see ``facts``."""
    match expected:
        case None:
            return found is None
        case re.Pattern():
            return isinstance(found, str) and expected.search(found) is not None
        case dict():
            return isinstance(found, dict) and all(holds(found.get(key), value) for key, value in expected.items())
        case list():
            return isinstance(found, list) and all(any(holds(item, value) for item in found) for value in expected)
    return bool(found == expected)


def cited(node: Any) -> Iterator[str]:
    """The ids of all sources that a document cites."""
    if isinstance(node, list):
        for item in node:
            yield from cited(item)
    elif isinstance(node, dict):
        yield from (value for key, value in node.items() if key == "source")
        for value in node.values():
            yield from cited(value)


@pytest.mark.parametrize("fact", WALK)
def test_fact_is_recorded(fact: Fact) -> None:
    assert holds(documents()[fact.file], fact.holds)


def test_holds_sees_what_is_missing() -> None:
    found = {"offices": [{"office": "chair", "unit": "a"}, {"office": "vice-chair"}], "note": "không nêu"}
    assert holds(found, {"offices": [{"office": "vice-chair", "unit": None}], "note": re.compile("nêu")})
    assert not holds(found, {"offices": [{"office": "vice-chair", "unit": "a"}]})
    assert not holds(found, {"offices": [{"office": "chair", "unit": None}]})
    assert not holds(found, {"note": None})
    assert not holds(found, {"members": [{}]})


@pytest.mark.parametrize("file", OURS)
def test_file_is_canonical(file: str) -> None:
    written = (DATA / file).read_bytes()
    loaded, place = load(file, written), filed(file)
    assert loaded.document is not None, loaded.problems
    assert place is not None
    assert emit(loaded.document.content, place.kind).encode() == written


@pytest.mark.parametrize("file", [file for file in OURS if file.startswith(FOLDERS)])
def test_document_cites_a_seed(file: str) -> None:
    assert SEEDS & set(cited(documents()[file]))


def test_sources_of_the_seeds_are_the_pages_and_the_papers_they_name() -> None:
    sources = documents()["sources/seeds.yaml"]["sources"]
    assert {source["id"] for source in sources if source["kind"] == "page"} == SEEDS
    assert {source["id"] for source in sources if source.get("confirmed") is False} == UNSEEN
    assert {source["id"] for source in sources} == SEEDS | UNSEEN


def test_only_two_awards_are_decided() -> None:
    decided = [file.rpartition("-huan-chuong-")[2] for file in OURS if file.startswith("decisions/")]
    assert decided == ["chien-cong-hang-ba.yaml", "chien-cong-hang-nhi.yaml"]
