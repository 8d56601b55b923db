"""thidua init, check and fmt: the register as a whole."""

from __future__ import annotations

import json
from pathlib import Path, PurePosixPath

from tests.cli.conftest import ROOT, Run
from thidua.cli.frame.exits import ExitCode
from thidua.model.layout import filed

EN = {"THIDUA_LANG": "en"}


def test_a_new_register_has_no_problem_and_is_in_the_canonical_form(run: Run, tmp_path: Path) -> None:
    begun = run("init", "so", "--name", "Sổ thử", **EN)
    assert begun.code == ExitCode.DONE
    assert "name: Sổ thử\n" in (tmp_path / "so/thidua.yaml").read_text(encoding="utf-8")
    checked = run("-C", "so", "check", "--json", **EN)
    assert checked.code == ExitCode.DONE
    assert [each for each in json.loads(checked.out) if each["severity"] != "note"] == []
    assert run("-C", "so", "fmt", "--check", **EN).code == ExitCode.DONE
    assert {path.name for path in (tmp_path / "so").iterdir()} >= {".gitattributes", ".github", "schemas", "honours"}


def test_a_register_is_never_begun_over_another(run: Run, tmp_path: Path) -> None:
    run("init", "so", **EN)
    before = {path: path.read_bytes() for path in (tmp_path / "so").rglob("*") if path.is_file()}
    again = run("init", "so", **EN)
    assert again.code == ExitCode.USAGE
    assert "already holds a register" in again.err
    assert {path: path.read_bytes() for path in (tmp_path / "so").rglob("*") if path.is_file()} == before


def test_files_in_the_way_are_all_named_and_none_is_written(run: Run, tmp_path: Path) -> None:
    for name in ("honours/danh-hieu.yaml", "sources/law.yaml"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text("x", encoding="utf-8")
    refused = run("init", **EN)
    assert refused.code == ExitCode.USAGE
    assert "honours/danh-hieu.yaml" in refused.err
    assert "sources/law.yaml" in refused.err
    assert not (tmp_path / "thidua.yaml").exists()


def test_settings_somebody_has_already_stay(run: Run, tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_text("cua-toi\n", encoding="utf-8")
    assert "Left as it was: .gitignore" in run("init", **EN).err
    assert (tmp_path / ".gitignore").read_text(encoding="utf-8") == "cua-toi\n"


def test_a_dry_run_begins_nothing(run: Run, tmp_path: Path) -> None:
    assert "thidua.yaml\n" in run("init", "so", "--dry-run", **EN).out
    assert not (tmp_path / "so").exists()


def test_everything_wrong_is_said_at_once_and_as_data(en: Run, sample: Path) -> None:
    file = sample / "clusters/bca-cum-5.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("kind: cum", "kind: cumm").replace("organiser:", "organizer:"), encoding="utf-8")
    ended = en("check")
    assert ended.code == ExitCode.PROBLEMS
    assert "clusters/bca-cum-5.yaml:2:7: error TD204:" in ended.out
    assert "clusters/bca-cum-5.yaml:3:1: error TD201:" in ended.out
    found = {(each["code"], each["line"], each["column"]) for each in json.loads(en("check", "--json").out)}
    assert {("TD204", 2, 7), ("TD201", 3, 1)} <= found


def test_a_register_that_cannot_be_read_is_not_worked_on(en: Run, sample: Path) -> None:
    (sample / "units/bo-cong-an.yaml").write_text("units: [\n", encoding="utf-8")
    ended = en("report", "summary", "bca-cum-5", "2024")
    assert (ended.code, ended.out) == (ExitCode.PROBLEMS, "")
    assert "units/bo-cong-an.yaml:2:1" in ended.err


def test_fmt_shows_then_writes_then_has_nothing_to_do(en: Run, sample: Path) -> None:
    file = sample / "clusters/bca-cum-5.yaml"
    canonical = file.read_bytes()
    by_hand = canonical.decode().replace("kind: cum\n", "# loại\nkind:   cum\n").replace("\n", "\r\n")
    file.write_bytes(by_hand.encode())
    checked = en("fmt", "--check")
    assert (checked.code, checked.out) == (ExitCode.PROBLEMS, "clusters/bca-cum-5.yaml\n")
    assert "-kind:   cum" in en("fmt", "--check", "--verbose").out
    shown = en("fmt", "--dry-run")
    assert "-kind:   cum" in shown.out
    assert "One file would be put in the canonical form.\nNothing was written" in shown.err
    assert file.read_bytes() == by_hand.encode()
    assert en("fmt", "clusters/bca-cum-5.yaml").code == ExitCode.DONE
    assert file.read_text(encoding="utf-8") == canonical.decode().replace("kind: cum\n", "# loại\nkind: cum\n")
    assert "Every file is in the canonical form." in en("fmt").err


def test_fmt_of_a_file_that_is_none_of_the_register_is_refused(en: Run) -> None:
    assert "khac.yaml is not a file of this register." in en("fmt", "khac.yaml").err


def test_an_editor_finds_the_schema_of_every_file(run: Run, tmp_path: Path) -> None:
    run("init", "so", **EN)
    globs = json.loads((tmp_path / "so/.vscode/settings.json").read_text(encoding="utf-8"))["yaml.schemas"]
    assert set(globs) == {f"schemas/{path.name}" for path in (tmp_path / "so/schemas").iterdir()}
    shipped = [path.relative_to(ROOT / "data") for path in (ROOT / "data").rglob("*.yaml")]
    for file in shipped:
        found = [schema for schema, glob in globs.items() if PurePosixPath(file.as_posix()).match(glob)]
        place = filed(file.as_posix())
        assert place is not None
        assert found == [f"schemas/{place.kind.name}.json"], file
    assert {Path(file).parts[0] for file in shipped} >= {"units", "clusters", "periods", "decisions", "thidua.yaml"}
