"""A new register: the catalogues that ship with the program, schemas and settings for editors, git and CI."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from thidua.assets import asset
from thidua.model.config import FORMAT, Config
from thidua.model.layout import KINDS, kind_named
from thidua.model.movements import Movement
from thidua.model.register import Document
from thidua.store.emit import emit
from thidua.store.load import load
from thidua.store.schema import schemas
from thidua.store.write import Draft
from thidua.text.say import Voice

CATALOGUES = ("honours/", "movements/", "regulations/", "sources/law.yaml", "sources/web.yaml", "units/bo-cong-an.yaml")
"""What of the shipped register every register may start from; the rest of it is the five seeds' own."""

GIT_ATTRIBUTES = "*.yaml text eol=lf\n*.md text eol=lf\n*.html text eol=lf\n"
GIT_IGNORE = ".thidua/\n"
EDITOR_CONFIG = """\
root = true

[*]
charset = utf-8
end_of_line = lf
insert_final_newline = true

[*.yaml]
indent_style = space
indent_size = 2
"""
GITHUB = """\
name: thidua
on: [push, pull_request]
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-python@v5
        with:
          python-version: "3.11"
      - run: pip install thidua
      - run: thidua check
      - run: thidua fmt --check
"""
GITLAB = """\
check:
  image: python:3.11
  script:
    - pip install thidua
    - thidua check
    - thidua fmt --check
"""


def first_files(name: str | None, language: str, voice: Voice) -> tuple[Draft, ...]:
    """Every file of a new register; all are new, so writing them refuses to replace any."""
    config = Config(format=FORMAT, language="en" if language == "en" else "vi", name=name)
    texts = {
        "thidua.yaml": emit(config, kind_named("config")),
        **{document.file: emit(document.content, document.kind) for document in catalogues()},
        **{f"schemas/{kind}.json": _json(each) for kind, each in schemas(voice).items()},
        ".vscode/settings.json": _json({"yaml.schemas": _globs()}),
        ".gitattributes": GIT_ATTRIBUTES,
        ".gitignore": GIT_IGNORE,
        ".editorconfig": EDITOR_CONFIG,
        ".github/workflows/thidua.yml": GITHUB,
        ".gitlab-ci.yml": GITLAB,
    }
    return tuple(Draft(file, None, text.encode()) for file, text in texts.items())


def catalogues() -> list[Document]:
    """The shipped catalogues, without what only the seeds' own sources say."""
    root = asset("data")
    files = sorted(path.relative_to(root).as_posix() for path in root.rglob("*.yaml"))
    found = [_shipped(root, file) for file in files if file.startswith(CATALOGUES)]
    sources = {source.id for each in found if each.kind.name == "sources" for source in each.content.sources}  # type: ignore[attr-defined]
    return [_without_seeds(document, sources) for document in found if not _is_wave(document)]


def _shipped(root: Path, file: str) -> Document:
    document = load(file, (root / file).read_bytes()).document
    assert document is not None, file
    return document


def _is_wave(document: Document) -> bool:
    """A wave of a movement was a cluster's own; a new register begins its own."""
    return isinstance(document.content, Movement) and document.content.wave_of is not None


def _without_seeds(document: Document, sources: set[str]) -> Document:
    content = document.content
    if not isinstance(content, Movement):
        return document
    kept = tuple(cite for cite in content.sources if cite.source is None or cite.source in sources)
    return document._replace(content=replace(content, sources=kept))


def _globs() -> dict[str, str]:
    return {f"schemas/{kind.name}.json": kind.pattern.format(name="*", period="*", body="*") for kind in KINDS}


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
