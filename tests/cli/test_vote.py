from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.terminal import CLUSTER, Clerk
from thidua.cli.frame.exits import ExitCode

PAIR = ("--candidate", "Hưng Yên:CO_BCA", "--candidate", "Thái Bình")
BALLOT = ("--method", "ballot", "--secret", "--threshold", "2/3", "--base", "valid")
FIGURES = ("--issued", "5", "--returned", "5", "--valid", "5", "--invalid", "0")


@pytest.fixture
def clerk(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Clerk:
    return Clerk(run, monkeypatch, tmp_path)


@pytest.fixture
def ballot(clerk: Clerk) -> Clerk:
    """A ballot for one seat is open."""
    ended = clerk("vote", "open", *CLUSTER, *PAIR, *BALLOT, "--seats", "1", "--question", "Bỏ phiếu")
    assert ended.code == ExitCode.DONE, ended.err
    return clerk


def counted(clerk: Clerk, first: int, second: int) -> None:
    votes = ("--for", f"hung yen={first}", "--for", f"thai binh={second}", "--date", "25/11/2024")
    assert clerk("vote", "count", *FIGURES, *votes).code == ExitCode.DONE


def test_opening_fixes_the_electorate_and_says_what_is_next(clerk: Clerk) -> None:
    ended = clerk("vote", "open", *CLUSTER, *PAIR, *BALLOT, "--event", "tổng kết", "--question", "Bỏ phiếu")
    assert ended.code == ExitCode.DONE, ended.err
    said = ended.err.splitlines()
    assert "Vote: bo-phieu, open, not counted yet" in said
    assert "Votes needed: at least 2/3 of: valid ballots" in said
    assert "Votes there are: 5" in said
    assert "Electorate fixed on: 25 November 2024" in said
    assert "Candidate: Công an tỉnh Hưng Yên, Ministry of Public Security emulation flag" in said
    assert "thidua vote count bo-phieu -c bca-cum-5 -p 2024 --issued N" in said[-1]
    assert "  date: 2024-11-25\n  entitled: 5\n  units:\n    - ca-hung-yen\n" in clerk.file("votes/bo-phieu.yaml")


def test_the_command_named_next_is_no_figure_until_somebody_counts(ballot: Clerk) -> None:
    ended = ballot("vote", "count", "--issued", "N", "--for", "hung yen=N")
    assert (ended.code, "N is not a whole number" in ended.err) == (ExitCode.USAGE, True)


def test_the_same_vote_opened_twice_changes_nothing(clerk: Clerk) -> None:
    clerk("nominate", "Hà Nam", "CO_BCA")
    args = ("vote", "open", *CLUSTER, "--question", "Suy tôn", "--method", "acclamation")
    first = clerk(*args)
    assert "Put to the vote: all nominations of 2024 on which nothing is decided" in first.err
    assert "Vote: suy-ton-co-thi-dua-bo-cong-an, open" in first.err
    again = clerk(*args)
    assert (again.code, "Nothing to change" in again.err) == (ExitCode.DONE, True)


def test_an_id_not_given_is_made_from_the_method_and_never_taken_twice(clerk: Clerk) -> None:
    args = ("vote", "open", *CLUSTER, "--question", "Suy tôn", "--method", "acclamation", "--candidate")
    assert "Vote: suy-ton-co-thi-dua-chinh-phu, open" in clerk(*args, "Nam Định").err
    assert "Vote: suy-ton-co-thi-dua-bo-cong-an, open" in clerk(*args, "Hưng Yên").err
    assert "Vote: suy-ton-2, open" in clerk(*args, "Thái Bình").err


def test_a_threshold_nobody_gives_is_said_to_be_missing(clerk: Clerk) -> None:
    ended = clerk("vote", "open", *CLUSTER, *PAIR, "--question", "Suy tôn")
    assert "Votes needed: not recorded" in ended.err
    assert "How many votes are needed is not recorded" in ended.err


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (("--question", "X"), "Nothing is left to vote on: every nomination of 2024 is decided."),
        ((), "Still missing: --question."),
        (("--question", "X", "--candidate", "Hà Nam"), '  "ca-nam-dinh:co-thi-dua-chinh-phu"'),
        (("--question", "X", "--candidate", "Công an"), "“Công an” fits several; write one of:"),
        (("--question", "X", *PAIR, "--threshold", "0.67"), "“0.67” is not a fraction like 2/3"),
        (("--question", "X", *PAIR, "--method", "xúc xắc"), "--method: “xúc xắc” is not one of these:"),
        (("--question", "X", *PAIR, "--event", "hop"), "has no event “hop”"),
    ],
)
def test_a_vote_that_cannot_be_opened_says_why(clerk: Clerk, args: tuple[str, ...], says: str) -> None:
    before = clerk.files()
    ended = clerk("vote", "open", *CLUSTER, *args)
    assert ended.code == ExitCode.USAGE
    assert says in ended.err
    assert clerk.files() == before


def test_every_broken_figure_is_named_and_nothing_written(ballot: Clerk) -> None:
    before = ballot.files()
    wrong = ("--issued", "6", "--returned", "5", "--valid", "5", "--invalid", "1")
    ended = ballot("vote", "count", *wrong, "--for", "hung yen=4", "--for", "thai binh=9")
    assert ended.code == ExitCode.PROBLEMS
    assert ended.err.splitlines() == [
        "thidua: “ballots issued” (6) cannot be more than “votes there are” (5).",
        "Valid ballots 5 and invalid ballots 1 make 6; “ballots returned” is 5.",
        "“ca-thai-binh”: for, against and blank make 9 votes; “valid ballots” is 5.",
        "Nothing was written.",
    ]
    assert ballot.files() == before


@pytest.mark.parametrize(
    ("args", "says"),
    [
        ((), "Still missing: --issued, --returned, --valid, --invalid, --for."),
        (("--for", "hung yen"), "“hung yen” is no figure of a candidate"),
        (("--for", "hung yen=5", "--for", "ca-hung-yen=4"), "gives a figure a second time"),
        (("--for", "nam dinh=5"), "“nam dinh” is none of the candidates here."),
    ],
)
def test_a_count_that_cannot_be_read_says_why(ballot: Clerk, args: tuple[str, ...], says: str) -> None:
    ended = ballot("vote", "count", "bo-phieu", *args)
    assert (ended.code, says in ended.err) == (ExitCode.USAGE, True)


def test_a_count_is_written_once_and_replaced_only_on_demand(ballot: Clerk) -> None:
    counted(ballot, 4, 1)
    same = ("vote", "count", "bo-phieu", *FIGURES, "--for", "thai binh=1", "--date", "25/11/2024", "--for")
    assert "Nothing to change" in ballot(*same, "hung yen=4").err
    refused = ballot(*same, "hung yen=3")
    assert (refused.code, "--replace" in refused.err) == (ExitCode.USAGE, True)
    assert ballot(*same, "hung yen=3", "--replace").code == ExitCode.DONE
    assert "votes_for: 3" in ballot.file("votes/bo-phieu.yaml")


def test_a_figure_nobody_recorded_stays_unknown(ballot: Clerk) -> None:
    ended = ballot("vote", "count", *FIGURES, "--for", "hung yen=4", "--for", "thai binh=?")
    assert "undecided. Votes for: 4; others whose votes are not recorded may have more." in ended.err
    assert "votes_for: 0" not in ballot.file("votes/bo-phieu.yaml")


def test_at_a_terminal_each_figure_is_asked_for(ballot: Clerk) -> None:
    ended = ballot("vote", "count", typing="5\nfive\n5\n5\n0\n4\n1\n\n1\n4\n\n")
    assert ended.code == ExitCode.DONE, ended.err
    assert "five is not a whole number." in ended.err
    assert "votes for, Công an tỉnh Thái Bình" in ended.err
    assert "votes_for: 4\n      against: 1\n  - " in ballot.file("votes/bo-phieu.yaml").replace("    - ", "  - ")


def test_closing_prints_the_result_with_the_votes_needed(ballot: Clerk) -> None:
    counted(ballot, 4, 1)
    ended = ballot("vote", "close")
    assert ended.code == ExitCode.DONE, ended.err
    assert ended.err.splitlines()[:3] == [
        "Closed on: 25 November 2024",
        "Công an tỉnh Hưng Yên, Ministry of Public Security emulation flag: chosen. Votes for: 4, needed: 4.",
        "Công an tỉnh Thái Bình, Ministry of Public Security emulation flag: not chosen. Votes for: 1, needed: 4.",
    ]
    assert "Nothing to change" in ballot("vote", "close", "bo-phieu").err
    late = ballot("vote", "count", "bo-phieu", *FIGURES, "--for", "hung yen=1", "--for", "thai binh=4")
    assert (late.code, "a closed vote is never changed" in late.err) == (ExitCode.USAGE, True)


def test_a_tie_is_said_and_the_ways_to_decide_it(ballot: Clerk) -> None:
    counted(ballot, 4, 4)
    ended = ballot("vote", "close")
    assert "Tied for 1 seat: Công an tỉnh Hưng Yên; Công an tỉnh Thái Bình." in ended.err
    assert "Their order on the ballot decides nothing." in ended.err
    second = next(line for line in ended.err.splitlines() if line.startswith("  thidua vote open bo-phieu-lan-2"))
    assert "thidua vote open bo-phieu-lan-2 -c bca-cum-5 -p 2024" in second
    assert second.endswith("--method ballot --threshold 2/3 --base valid --secret --seats 1")
    assert "--method agreement" in ended.err
    assert ballot.file("votes/bo-phieu.yaml").count("result: tied") == 2


def test_an_acclamation_is_closed_by_naming_the_chosen(clerk: Clerk) -> None:
    clerk("vote", "open", "lan-2", *CLUSTER, *PAIR, "--question", "Suy tôn", "--method", "acclamation")
    refused = clerk("vote", "close", "lan-2")
    assert (refused.code, "say who was chosen" in refused.err) == (ExitCode.USAGE, True)
    assert clerk("vote", "close", "lan-2", "--chosen", "…").code == ExitCode.USAGE
    ended = clerk("vote", "close", "lan-2", typing="1, xyz\nhung yen\n")
    assert ended.code == ExitCode.DONE, ended.err
    assert "“xyz” fits none of them." in ended.err
    assert "Closed on: 1 December 2024" in ended.err
    written = clerk.file("votes/lan-2.yaml")
    assert "stated: true" in written
    assert (written.count("result: chosen"), written.count("result: not-chosen")) == (1, 1)


def test_a_result_without_figures_is_recorded_as_stated(clerk: Clerk) -> None:
    clerk("vote", "open", "phieu", *CLUSTER, *PAIR, *BALLOT, "--question", "Suy tôn")
    stated = ("--stated", "hung yen=chosen", "--stated", "Thái Bình:CO_BCA=not chosen", "--source", "ca-ha-nam-2024")
    ended = clerk("vote", "close", "phieu", *stated, "--day", "25/11/2024")
    assert ended.code == ExitCode.DONE, ended.err
    assert "  sources:\n    - source: ca-ha-nam-2024\n" in clerk.file("votes/phieu.yaml")
    wrong = clerk("vote", "close", "phieu", "--stated", "hung yen")
    assert (wrong.code, "states no result" in wrong.err) == (ExitCode.USAGE, True)


def test_a_vote_is_found_by_id_anywhere_and_by_question(clerk: Clerk) -> None:
    assert "Vote:                binh-xet, closed" in clerk("vote", "show", "binh-xet").out
    assert (
        "bo-phieu-suy-ton, closed" in clerk("vote", "show", "Suy tôn đơn vị đề nghị tặng Cờ thi đua của Chính phủ").out
    )
    unknown = clerk("vote", "show", "bo-phieu-suy-tom")
    assert (unknown.code, "Did you mean: bo-phieu-suy-ton" in unknown.err) == (ExitCode.USAGE, True)
    several = clerk("vote", "show", "suy", *CLUSTER)
    assert (several.code, "names more than one vote" in several.err) == (ExitCode.USAGE, True)


def test_show_says_what_is_not_recorded_and_where_it_stands(clerk: Clerk) -> None:
    page = clerk("vote", "show", "bo-phieu-suy-ton").out
    assert "Ballots issued:      not recorded\n" in page
    assert "Entitled to vote:    not recorded\n" in page
    assert "Stated by the source; it is not computed from figures." in page
    assert "“Công an tỉnh Nam Định được các đơn vị trong Cụm thi đua bỏ phiếu suy tôn" in page
    assert "số phiếu và tỷ lệ không nêu" in page


def test_figures_are_drawn_as_bars_on_a_terminal_only(ballot: Clerk, monkeypatch: pytest.MonkeyPatch) -> None:
    counted(ballot, 4, 1)
    assert "█" not in ballot("vote", "show", "bo-phieu").out
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert " Công an tỉnh Hưng Yên   ████████████████░░░░  4/5\n" in ballot("vote", "show", "bo-phieu").out


def test_several_votes_are_listed(clerk: Clerk) -> None:
    ended = clerk("vote", "show", *CLUSTER)
    assert [line.split()[0] for line in ended.out.splitlines()] == ["Vote", "bo-phieu-suy-ton", "suy-ton"]
    assert clerk("vote", "show", "-c", "Định Hoá").err.startswith("No vote is recorded there.")
    assert "--cluster is one of: ca-kon-tum-khoi-3, bca-cum-5." in clerk("vote", "show").err


def test_json_has_the_keys_that_the_help_names(ballot: Clerk) -> None:
    counted(ballot, 4, 1)
    shown = json.loads(ballot("vote", "show", "bo-phieu", "--json").out)
    help_page = " ".join(ballot("vote", "show", "--help").out.split())
    inner = {*shown["electorate"], *shown["figures"], *shown["candidates"][0]}
    assert [key for key in {*shown, *inner} if key not in help_page] == []
    assert shown["figures"] == {
        "date": "2024-11-25", "present": None, "issued": 5, "returned": 5, "valid": 5, "invalid": 0,
    }  # fmt: skip
    assert [(each["for"], each["against"], each["needed"], each["result"]) for each in shown["candidates"]] == [
        (4, None, 4, "chosen"),
        (1, None, 4, "not-chosen"),
    ]
    assert len(json.loads(ballot("vote", "show", *CLUSTER, "--json").out)) == 3


def test_a_dry_run_of_every_verb_writes_nothing(ballot: Clerk) -> None:
    before = ballot.files()
    opened = ballot("vote", "open", "khac", *CLUSTER, *PAIR, "--question", "X", "-n")
    counting = ballot("vote", "count", *FIGURES, "--for", "hung yen=4", "--for", "thai binh=1", "-n")
    assert opened.out.startswith("--- /dev/null\n")
    assert "+  issued: 5\n" in counting.out
    assert ballot.files() == before
    counted(ballot, 4, 1)
    before = ballot.files()
    assert "+closed: 2024-11-25\n" in ballot("vote", "close", "-n").out
    assert ballot.files() == before


def test_show_names_the_next_command_until_the_vote_is_closed(ballot: Clerk) -> None:
    assert "thidua vote count bo-phieu -c bca-cum-5 -p 2024 --issued N" in ballot("vote", "show", "bo-phieu").out
    counted(ballot, 4, 1)
    assert "thidua vote close bo-phieu -c bca-cum-5 -p 2024" in ballot("vote", "show", "bo-phieu").out
    assert ballot("vote", "close", "bo-phieu").code == ExitCode.DONE
    assert "What to do next" not in ballot("vote", "show", "bo-phieu").out


def test_show_of_a_vote_that_left_somebody_undecided_names_the_next_vote(ballot: Clerk) -> None:
    counted(ballot, 4, 1)
    ballot("vote", "close", "bo-phieu")
    ballot.rewrite("votes/bo-phieu.yaml", "result: not-chosen", "result: undecided")
    page = ballot("vote", "show", "bo-phieu").out
    assert "What to do next" in page
    assert "thidua vote open bo-phieu-lan-2 -c bca-cum-5 -p 2024" in page
    assert "ca-thai-binh:co-thi-dua-bo-cong-an" in page
    assert "ca-hung-yen:co-thi-dua-bo-cong-an" not in page


def test_a_share_of_which_nobody_says_the_total_says_so(ballot: Clerk) -> None:
    ballot.rewrite("votes/bo-phieu.yaml", "base: valid\n", "")
    for command in (("vote", "show", "bo-phieu"), ("report", "summary", "bca-cum-5", "2024")):
        assert "2/3 (of which total is not recorded)" in ballot(*command).out
