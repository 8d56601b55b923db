from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message

from tools import translations

CALLS = {"msg": 1, "msgs": 2, "N_": 1, "_": 1}
PACKAGE = translations.ROOT / "thidua"


def sentences(path: Path) -> Iterator[tuple[int, ast.expr]]:
    """Line and text of everything that a module marks for translation."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in CALLS:
            yield from ((node.lineno, text) for text in node.args[: CALLS[node.func.id]])


def test_every_sentence_is_translated_and_the_compiled_catalogue_is_the_written_one() -> None:
    assert translations.faults() == []


def test_every_sentence_is_written_out_where_extraction_finds_it() -> None:
    """An f-string hides a call from Babel on Python 3.11, a variable hides its text from anybody."""
    said = {text for m in translations.said() for text in ([m.id] if isinstance(m.id, str) else m.id)}
    lost = [
        f"{path.relative_to(PACKAGE)}:{line}"
        for path in PACKAGE.rglob("*.py")
        for line, text in sentences(path)
        if not isinstance(text, ast.Constant) or text.value not in said
    ]
    assert lost == []


@pytest.mark.parametrize(
    ("text", "flags", "fault"),
    [
        ("", [], "not translated"),
        ("Cách dùng", [], "other places"),
        ("Cách dùng: {lines}", [], "other places"),
        ("Cách dùng: {line}", ["fuzzy"], "fuzzy"),
    ],
)
def test_an_unfit_translation_is_a_fault(text: str, flags: list[str], fault: str) -> None:
    catalog = Catalog(locale="vi")
    catalog.add("Usage: {line}", text, flags=flags)
    (found,) = translations._faults_of(Message("Usage: {line}"), catalog)
    assert fault in found


def test_a_missing_and_a_left_over_sentence_are_faults(monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = Catalog()
    wanted.add("Nobody has said this.")
    monkeypatch.setattr(translations, "said", lambda: wanted)
    found = translations.faults()
    assert "not in the catalogue: 'Nobody has said this.'" in found
    assert "no longer said: 'Options'" in found


def test_a_stale_compiled_catalogue_is_a_fault(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(translations, "MO", tmp_path / "thidua.mo")
    assert any("is not the compiled" in fault for fault in translations.faults())
