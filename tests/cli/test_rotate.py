from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.terminal import Clerk
from thidua.cli.frame.exits import ExitCode


@pytest.fixture
def clerk(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Clerk:
    return Clerk(run, monkeypatch, tmp_path)


YEARLY = "    vice_chairs: 1\n    term_months: 12\n    starts_month: 1\n"


def rule(clerk: Clerk, rotation: str) -> None:
    """Gives Cluster 5 a regulation with this rotation, and its members a future: they are not merged."""
    rotation += YEARLY
    (clerk.root / "regulations/thu.yaml").write_text(
        f"id: thu\nnames:\n  - name: Quy chế thử\nsources:\n  - number: 1/QC-CTĐ5\nrotation:\n{rotation}",
        encoding="utf-8",
    )
    file = clerk.root / "clusters/bca-cum-5.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(
        text.replace("members_known:", "regulations:\n  - regulation: thu\nmembers_known:", 1), encoding="utf-8"
    )
    units = clerk.root / "units/bo-cong-an.yaml"
    lines, keep = [], True
    for line in units.read_text(encoding="utf-8").splitlines():
        if line.startswith("  - id:"):
            keep = True
        elif line.startswith("    ") and line[4] not in " -":
            keep = not line.startswith(("    end:", "    successors:"))
        lines += [line] if keep else []
    units.write_text("\n".join(lines) + "\n", encoding="utf-8")


def test_the_plan_names_unit_reason_and_source_and_what_is_open(clerk: Clerk) -> None:
    ended = clerk("rotate", "plan", "cụm 5")
    assert ended.code == ExitCode.DONE
    assert "Cluster: Cụm thi đua số 5 (bca-cum-5)" in ended.err
    assert "2025  cluster chair       Công an tỉnh Thái Bình  recorded, by hand-over [1.1]" in ended.out
    assert "[1.1] “Cụm thi đua đã bàn giao nhiệm vụ Cụm trưởng cho Công an tỉnh Thái Bình" in ended.out
    assert ended.out.count("held to the end of") == 2


def test_a_rule_nobody_recorded_is_said_to_be_missing(clerk: Clerk) -> None:
    ended = clerk("rotate", "plan", "khoi 3")
    assert ended.code == ExitCode.DONE
    assert "No coming term is recorded, and none can be planned." in ended.out
    assert "“regulations” in clusters/ca-kon-tum-khoi-3.yaml would decide who is next." in ended.out


def test_a_rule_decides_year_after_year(clerk: Clerk) -> None:
    rule(clerk, "  - chair: list-order\n    vice_chair: list-order\n")
    planned = json.loads(clerk("rotate", "plan", "bca-cum-5", "--until", "2027", "--json").out)
    chairs = [(line["year"], line["unit"], line["recorded"]) for line in planned["lines"] if line["office"] == "chair"]
    assert chairs == [(2025, "ca-thai-binh", True), (2026, "ca-nam-dinh", False), (2027, "ca-ha-nam", False)]
    assert planned["lines"][2]["reason"] == "next in the order of the list after Công an tỉnh Thái Bình"
    assert planned["lines"][2]["sources"] == [{"number": "1/QC-CTĐ5"}]
    page = clerk("rotate", "plan", "bca-cum-5", "--until", "2026").out
    assert "2026  cluster chair       Công an tỉnh Nam Định   next in the order of the list after" in page


def test_a_seat_that_an_election_fills_stays_open(clerk: Clerk) -> None:
    rule(clerk, "  - chair: election\n    confirmed: false\n")
    page = clerk("rotate", "plan", "bca-cum-5", "--until", "2026").out
    line = next(line for line in page.splitlines() if line.startswith("2026  cluster chair"))
    assert "not decided" in line
    assert "to be elected by the members from among: Công an tỉnh Hưng Yên" in line
    assert "(not confirmed) [2]" in line


def test_the_history_shows_terms_as_planned_and_as_they_ran(clerk: Clerk) -> None:
    ended = clerk("rotate", "history", "bca-cum-5", "--today", "1/1/2026")
    row = next(line for line in ended.out.splitlines() if line.startswith("cluster chair") and "Thái Bình" in line)
    assert re.fullmatch(
        "cluster chair +Công an tỉnh Thái Bình +2025 +30 June 2025, before its time: the unit was merged +by hand-over .*",
        row,
    )
    assert "1 term, the last from 2024; 1 year since it ended" in ended.out
    assert "Công an tỉnh Nam Định   no term is recorded" in ended.out


def test_a_cluster_without_terms_says_so(clerk: Clerk) -> None:
    assert (
        clerk("rotate", "history", "ca-gia-lai-cum-2").out == "No term of office is recorded up to 1 December 2024.\n"
    )


def test_an_office_without_a_holder_is_not_recorded(clerk: Clerk) -> None:
    page = clerk("rotate", "history", "khoi 3").out
    assert any(line.startswith("bloc vice-chair  not recorded ") for line in page.splitlines())


@pytest.mark.parametrize("verb", ["plan", "history"])
def test_json_has_the_keys_that_the_help_names(clerk: Clerk, verb: str) -> None:
    shown = json.loads(clerk("rotate", verb, "-c", "bca-cum-5", "--json").out)
    help_page = " ".join(clerk("rotate", verb, "--help").out.split())
    rows = [row for value in shown.values() if isinstance(value, list) for row in value if isinstance(row, dict)]
    assert rows
    assert [key for row in [shown, *rows] for key in row if key not in help_page] == []


def test_which_cluster_is_asked_where_there_are_several_and_not_where_there_is_one(clerk: Clerk) -> None:
    missing = clerk("rotate", "plan")
    assert missing.code == ExitCode.USAGE
    assert "Still missing: CLUSTER.\nCLUSTER is one of: bca-cum-5, " in missing.err
    assert "2025  cluster chair" in clerk("rotate", "plan", typing="cụm 5\n").out
    for file in (clerk.root / "clusters").iterdir():
        if file.stem != "bca-cum-5":
            file.unlink()
    assert "2025  cluster chair" in clerk("rotate", "plan").out


def test_a_year_that_is_none_is_refused(clerk: Clerk) -> None:
    ended = clerk("rotate", "plan", "bca-cum-5", "--until", "sau")
    assert (ended.code, "--until" in ended.err) == (ExitCode.USAGE, True)
