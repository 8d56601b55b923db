"""Every quotation of a seed stands in its text, word for word."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec import to_builtins

from thidua.store.tree import read_register

HERE = Path(__file__).parent
SEEDS = {
    "cand-dinh-hoa-2024": "000_8620534b81070fa3.txt",
    "ca-kon-tum-2023": "001_b2e21dd9faee08ea.txt",
    "ca-hung-yen-2024": "002_296b823f40076528.txt",
    "bao-gia-lai-2020": "003_b93285eeb819e109.txt",
    "ca-ha-nam-2024": "004_a07ac54f9b97488a.txt",
}


def text_of(source: str) -> str:
    """A seed; its no-break spaces, which a record writes as blanks, as blanks."""
    return (HERE / "seeds" / SEEDS[source]).read_text(encoding="utf-8").replace("\xa0", " ")


def quotes(value: Any) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        if value.get("source") in SEEDS and "quote" in value:
            yield value["source"], value["quote"]
        value = list(value.values())
    if isinstance(value, list | tuple):
        for inner in value:
            yield from quotes(inner)


REGISTER = read_register(HERE.parents[1] / "data").register
QUOTES = sorted({quote for document in REGISTER.documents.values() for quote in quotes(to_builtins(document.content))})


def test_the_seeds_are_quoted() -> None:
    assert {source for source, _ in QUOTES} == set(SEEDS)


@pytest.mark.parametrize(("source", "quote"), QUOTES)
def test_a_quotation_is_word_for_word(source: str, quote: str) -> None:
    assert quote in text_of(source)
