from __future__ import annotations

import json
from typing import Any

import pytest

from tests.cli.conftest import Run
from thidua.cli.frame.commands import COMMANDS
from thidua.cli.frame.exits import ExitCode
from thidua.cli.parts.progress import STATES


def stands(en: Run, *args: str) -> list[dict[str, Any]]:
    ended = en("status", *args, "--json")
    assert ended.code == ExitCode.DONE, ended.err
    found: list[dict[str, Any]] = json.loads(ended.out)
    return found


def states(stand: dict[str, Any]) -> dict[str, str]:
    return {step["step"]: step["state"] for step in stand["steps"]}


def said(stand: dict[str, Any], step: str) -> dict[str, Any]:
    return next(each for each in stand["steps"] if each["step"] == step)


def test_every_cluster_that_stands_has_its_running_period(en: Run) -> None:
    assert [(each["body"], each["period"]) for each in stands(en)] == [
        ("bca-cum-5", "2024"),
        ("ca-gia-lai-cum-2", "2020-2025"),
        ("ca-hung-yen-khoi-qlhc", "2024"),
        ("ca-kon-tum-khoi-3", None),
    ]
    assert "ca-gia-lai-cum-2" not in [each["body"] for each in stands(en, "--today", "2025-08-01")]


def test_a_running_year_tells_what_it_has_and_what_it_lacks(en: Run) -> None:
    (stand,) = stands(en, "cụm 5")
    assert states(stand) == {
        "period": "done",
        "members": "done",
        "chair": "done",
        "vice_chair": "done",
        "regulation": "due",
        "covenant": "done",
        "nominations": "partly",
        "votes": "done",
        "proposals": "done",
        "recognitions": "done",
        "decisions": "due",
        "next_chair": "done",
        "next_vice_chair": "done",
    }
    nominations = said(stand, "nominations")
    assert nominations["says"] == "3 nominations; none on record from: Công an tỉnh Hà Nam, Công an tỉnh Hải Dương"
    assert said(stand, "next_vice_chair")["says"] == "Công an tỉnh Hải Dương"


def test_in_a_year_that_is_over_what_lacks_is_not_recorded(en: Run) -> None:
    (stand,) = stands(en, "ca-kon-tum-khoi-3", "2023")
    assert {states(stand)[step] for step in ("vice_chair", "regulation", "covenant", "recognitions", "decisions")} == {
        "unknown"
    }
    assert "due" not in states(stand).values()
    assert said(stand, "vice_chair")["says"] == "the office was held, the holder is not recorded"
    assert "not recorded" in en("status", "ca-kon-tum-khoi-3", "2023").out


def test_a_year_not_begun_names_the_command_that_begins_it(en: Run) -> None:
    (stand,) = stands(en, "ca-kon-tum-khoi-3")
    command = said(stand, "period")["command"]
    assert command == "thidua new-period ca-kon-tum-khoi-3 2024"
    assert en(*command.split()[1:]).code == ExitCode.DONE
    assert stands(en, "ca-kon-tum-khoi-3")[0]["period"] == "2024"


def test_whatever_is_lacking_says_what_supplies_it(en: Run) -> None:
    commands = {entry.name for entry in COMMANDS}
    for stand in [*stands(en), *stands(en, "ca-kon-tum-khoi-3", "2023"), *stands(en, "ca-dinh-hoa", "2024")]:
        for step in stand["steps"]:
            assert step["state"] in STATES
            if step["state"] in {"due", "partly"}:
                assert step["command"] or step["file"]
            if step["command"]:
                assert step["command"].split()[1] in commands


def test_a_vote_that_is_open_has_to_be_counted(en: Run) -> None:
    opened = en(
        "vote", "open", "phieu-kin", "-c", "bca-cum-5", "-p", "2024", "--candidate", "Nam Định", "--question", "Suy tôn"
    )
    assert opened.code == ExitCode.DONE, opened.err
    votes = said(stands(en, "bca-cum-5")[0], "votes")
    assert (votes["state"], votes["says"]) == ("partly", "1 open, 0 counted, 2 closed")
    assert votes["command"].startswith("thidua vote count phieu-kin ")


def test_a_period_that_is_not_there_is_refused_with_those_that_are(en: Run) -> None:
    ended = en("status", "bca-cum-5", "1999")
    assert ended.code == ExitCode.USAGE
    assert "2024" in ended.err


@pytest.mark.parametrize("body", ["ca-nam-dinh", "bca-cum-5", "ca-kon-tum-khoi-3"])
def test_no_period_is_begun_for_what_exists_no_more(en: Run, body: str) -> None:
    (stand,) = stands(en, body, "--today", "2026-08-01")
    command = said(stand, "period")["command"]
    assert (command is None) == (body != "bca-cum-5")


def test_a_register_without_clusters_says_how_to_add_one(run: Run) -> None:
    run("init", "so", THIDUA_LANG="en")
    ended = run("-C", "so", "status", THIDUA_LANG="en")
    assert ended.code == ExitCode.DONE
    assert "To add one:\n  thidua cluster add\n" in ended.err
