"""The schemas say what the readers say."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest
from ruamel.yaml import YAML

from thidua.model.layout import filed, kind_named
from thidua.store.schema import schema
from thidua.text.say import Voice

DATA = Path(__file__).parents[2] / "data"
FILES = sorted(path.relative_to(DATA).as_posix() for path in DATA.rglob("*.yaml"))


def plain(value: Any) -> Any:
    """As an editor's YAML 1.2 reader has it: a day is a text."""
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [plain(inner) for inner in value]
    return value.isoformat() if isinstance(value, date) else value


@pytest.mark.parametrize("file", FILES)
def test_the_shipped_register_is_valid_by_its_schemas(file: str) -> None:
    place = filed(file)
    assert place is not None
    text = (DATA / file).read_text(encoding="utf-8")
    problems = [
        error.message
        for error in jsonschema.Draft7Validator(schema(place.kind, Voice("en"))).iter_errors(
            plain(YAML(typ="safe", pure=True).load(text))
        )
    ]
    assert problems == []


def test_what_the_readers_refuse_the_schema_refuses() -> None:
    check = jsonschema.Draft7Validator(schema(kind_named("nominations"), Voice("en")))
    good = {"nominee": "don-vi-001", "honour": "co-thi-dua"}
    assert check.is_valid({"nominations": [good]})
    assert not check.is_valid({"nominations": [{**good, "honor": "x"}]})
    assert not check.is_valid({"nominations": [{"nominee": "don-vi-001"}]})
    assert not check.is_valid({"nominations": [{**good, "submitted": "2025-02-30"}]})
    assert not check.is_valid({"nominations": [{**good, "nominee": {"group": "some"}}]})
