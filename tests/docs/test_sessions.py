from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.cli.conftest import OUTSIDE
from tests.docs.documents import DOCUMENTS
from tests.docs.sessions import Clerk

RECORDED = [file for file in DOCUMENTS if "\n```console\n" in file.read_text(encoding="utf-8")]
TODAY = "2024-12-02"
GIT = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    **{f"GIT_{who}_{what}": "clerk@example.vn" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
}


@pytest.fixture
def clerk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Clerk:
    monkeypatch.chdir(tmp_path)
    for name in OUTSIDE:
        monkeypatch.delenv(name, raising=False)
    for name, value in {**GIT, "THIDUA_TODAY": TODAY}.items():
        monkeypatch.setenv(name, value)
    return Clerk(tmp_path, monkeypatch)


@pytest.mark.parametrize("file", RECORDED, ids=lambda file: file.name)
def test_every_command_of_a_document_prints_what_stands_there(
    clerk: Clerk, file: Path, request: pytest.FixtureRequest
) -> None:
    clerk.patch.setenv("THIDUA_LANG", "vi" if file.name.endswith(".vi.md") else "en")
    written = file.read_text(encoding="utf-8")
    played = clerk.read(written)
    if request.config.getoption("--snapshot-update"):
        file.write_text(played, encoding="utf-8", newline="\n")
    else:
        assert played == written, f"{file.name} tells another story; if that is meant: pytest --snapshot-update"


def test_a_document_that_shows_another_output_is_found_out(clerk: Clerk) -> None:
    told = "```console\n$ thidua --version\nthidua 9.9\n```\n"
    assert clerk.read(told) != told
    assert clerk.read(clerk.read(told)) == clerk.read(told)


def test_a_file_written_by_hand_lies_where_the_session_stands(clerk: Clerk) -> None:
    told = "```yaml so.yaml\nname: Sổ\n```\n```console\n$ mkdir -p a && cp so.yaml a\n$ cd a\n$ cat so.yaml\nname: Sổ\n```\n"
    assert clerk.read(told) == told


def test_sessions_are_recorded_in_both_languages() -> None:
    assert {"README.md", "README.vi.md", "tutorial.md"} <= {file.name for file in RECORDED}
