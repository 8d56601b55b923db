from __future__ import annotations

from pathlib import Path

import pytest

from tests.docs.documents import ROOT
from tools import data_dictionary, module_map


def test_the_data_dictionary_is_what_the_model_says() -> None:
    assert data_dictionary.FILE.read_text(encoding="utf-8") == data_dictionary.dictionary(), (
        "run .venv/bin/python tools/data_dictionary.py"
    )


def test_the_map_of_modules_is_what_the_modules_say() -> None:
    assert module_map.module_map() in module_map.FILE.read_text(encoding="utf-8"), (
        "run .venv/bin/python tools/module_map.py"
    )


def test_every_room_is_on_the_map() -> None:
    rooms = {file.parent.name for file in (ROOT / "thidua").glob("*/__init__.py")}
    assert rooms <= set(module_map.ROOMS)


@pytest.mark.parametrize("tool", [data_dictionary, module_map], ids=["data_dictionary", "module_map"])
def test_a_document_that_is_behind_is_found_out_and_renewed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tool: object
) -> None:
    behind = tmp_path / "behind.md"
    behind.write_text("<!-- modules -->\nWHAT WAS\n<!-- /modules -->\n", encoding="utf-8")
    monkeypatch.setattr(tool, "FILE", behind)
    main = tool.main  # type: ignore[attr-defined]
    assert main("check") == 1
    assert main("") == 0
    assert main("check") == 0
    assert "WHAT WAS" not in behind.read_text(encoding="utf-8")
