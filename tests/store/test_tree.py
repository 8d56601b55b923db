"""What stands in the place of a file is said, whatever it is, and hides nothing else."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import Any

import pytest

from thidua.model.problems import sentence
from thidua.store import tree
from thidua.store.tree import read_register, stamps
from thidua.text.say import Voice

UNITS = "units:\n  - id: b\n    kind: department\n    names:\n      - name: B\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A register with one file that is right and one that is empty, which every reading must still say."""
    (tmp_path / "thidua.yaml").write_text("format: 1\n", encoding="utf-8")
    (tmp_path / "units").mkdir()
    (tmp_path / "units/b.yaml").write_text(UNITS, encoding="utf-8")
    (tmp_path / "units/empty.yaml").touch()
    return tmp_path


def found(root: Path) -> dict[str, str]:
    return {problem.at.file: problem.code for problem in read_register(root).problems}


def test_a_pipe_does_not_hang_the_reading(root: Path) -> None:
    os.mkfifo(root / "units/f.yaml")
    assert found(root) == {"units/f.yaml": "TD111", "units/empty.yaml": "TD108"}


@pytest.mark.parametrize("file", ["units/f.yaml", "units/f", "f.yaml", "clusters", "clusters/a"])
@pytest.mark.parametrize("to", ["nowhere", "units", "units/b.yaml", "/"])
def test_a_link_is_not_followed(root: Path, file: str, to: str) -> None:
    (root / file).parent.mkdir(exist_ok=True)
    (root / file).symlink_to(root / to)
    assert found(root) == {file: "TD111", "units/empty.yaml": "TD108"}


def test_a_folder_called_like_a_file_is_no_file(root: Path) -> None:
    (root / "units/f.yaml").mkdir()
    assert found(root) == {"units/f.yaml": "TD111", "units/empty.yaml": "TD108"}


def test_a_file_that_cannot_be_opened_is_said_with_the_reason(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refusing(path: Any, mode: str) -> Any:
        if str(path).endswith("b.yaml"):
            raise PermissionError(errno.EACCES, "Permission denied", path)
        return Path(path).open(mode)

    monkeypatch.setattr(tree, "open", refusing, raising=False)
    assert found(root) == {"units/b.yaml": "TD112", "units/empty.yaml": "TD108"}
    (closed,) = (each for each in read_register(root).problems if each.code == "TD112")
    assert Voice("en")(sentence(closed)) == "This cannot be opened: permission denied."


def test_a_file_that_fails_while_it_is_read_is_said_with_the_reason(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(path: Any, mode: str) -> Any:
        raise OSError(errno.EIO, "Input/output error", path)

    monkeypatch.setattr(tree, "open", failing, raising=False)
    problems = read_register(root).problems
    assert {Voice("en")(sentence(each)) for each in problems} == {"This cannot be opened: Input/output error."}
    assert len(problems) == 3


@pytest.mark.parametrize(("folder", "said"), [("units", "units"), ("", "thidua.yaml")])
def test_a_folder_that_cannot_be_opened_is_said(
    root: Path, monkeypatch: pytest.MonkeyPatch, folder: str, said: str
) -> None:
    real = os.scandir

    def refusing(path: str) -> Any:
        if Path(path) == root / folder:
            raise PermissionError(errno.EACCES, "Permission denied", path)
        return real(path)

    monkeypatch.setattr(os, "scandir", refusing)
    assert found(root) == {said: "TD112"}


def test_what_is_nobodys_record_may_be_anything(root: Path) -> None:
    (root / "templates").symlink_to("nowhere")
    (root / "notes").symlink_to("nowhere")
    (root / "units/.swp").symlink_to("nowhere")
    assert found(root) == {"units/empty.yaml": "TD108"}


def test_stamps_are_equal_until_somebody_writes(root: Path) -> None:
    before = stamps(root)
    assert set(before) == {"thidua.yaml", "units/b.yaml", "units/empty.yaml"}
    assert stamps(root) == before
    status = (root / "units/b.yaml").stat()
    (root / "new").write_text(UNITS, encoding="utf-8")
    os.utime(root / "new", ns=(status.st_atime_ns, status.st_mtime_ns))
    (root / "new").replace(root / "units/b.yaml")  # same size, same time: another file all the same
    replaced = stamps(root)
    assert {file for file in before if before[file] != replaced[file]} == {"units/b.yaml"}
    with (root / "thidua.yaml").open("a", encoding="utf-8") as file:
        file.write("language: vi\n")
    (root / "units/empty.yaml").unlink()
    assert {file: stamps(root).get(file) == stamp for file, stamp in replaced.items()} == {
        "thidua.yaml": False,
        "units/b.yaml": True,
        "units/empty.yaml": False,
    }
