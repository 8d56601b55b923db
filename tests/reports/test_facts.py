"""What the reports say of the seeds, and what they must not say."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from thidua.desk.change import Refusal
from thidua.model.common import Count, Recipient
from thidua.model.decisions import Decision, Grant
from thidua.model.layout import kind_named
from thidua.model.register import Document, Register, build
from thidua.reports.phrases import counted
from thidua.reports.reading import Reading
from thidua.text.say import Voice

Write = Callable[..., str]
FLAG = "co-thi-dua-chinh-phu"


def decided(
    register: Register, *grants: Grant, number: str | None = "55/QĐ-TTg", day: str | None = "2025-02-03"
) -> Register:
    """The register with one more decision."""
    decision = Decision(id="qd-moi", number=number, date=day, authority="Thủ tướng Chính phủ", grants=grants)
    kind = kind_named("decision")
    document = Document(kind.path(period="2024", name="qd-moi"), kind, decision)
    return build((*register.documents.values(), document))[0]


def section(text: str, title: str) -> str:
    """The part of a Markdown report under one heading."""
    return text.partition(f"## {title}\n")[2].partition("\n## ")[0]


def rows(text: str, title: str) -> list[list[str]]:
    """The rows of the table under a heading, without its head."""
    lines = [line for line in section(text, title).splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines[2:]]


NOMINATIONS = "Nominations and proposals (not awards)"
DECISIONS = "Decisions of the authorities"


def test_a_proposal_is_not_an_award(write: Write) -> None:
    text = write("summary", "bca-cum-5", "2024")
    flag = rows(text, NOMINATIONS)[0]
    assert flag[0].startswith("Công an tỉnh Nam Định")
    assert "honoured by the cluster (vote of honour by ballot)" in flag[3]
    assert "proposed to the higher authority" in flag[3]
    assert flag[3].endswith("no decision recorded")
    assert rows(text, DECISIONS) == []
    assert "awarded" not in section(text, NOMINATIONS)


def test_a_decision_makes_the_award(write: Write, seeds: Register) -> None:
    grant = Grant(recipient="ca-nam-dinh", honour=FLAG, period="2024", body="bca-cum-5")
    text = write("commendations", "bca-cum-5", "2024", register=decided(seeds, grant))
    assert (
        "awarded: Thủ tướng Chính phủ, decision number 55/QĐ-TTg, date 3 February 2025" in rows(text, NOMINATIONS)[0][3]
    )
    assert rows(text, DECISIONS)[0][:4] == ["Công an tỉnh Nam Định", "Government emulation flag", "State", "awarded"]


def test_what_a_decision_leaves_open_is_said(write: Write, seeds: Register) -> None:
    unnamed = Recipient(group="not-named")
    grant = Grant(recipient=unnamed, honour=FLAG, period="2024", body="bca-cum-5", count=Count(of="unit", number=1))
    text = write("summary", "bca-cum-5", "2024", register=decided(seeds, grant, number=None, day=None))
    row = rows(text, DECISIONS)[0]
    assert row[0] == "recipient not named; 1 unit"
    assert "decision number not recorded, date not recorded" in row[4]
    assert "- number or date of a decision" in section(text, "Not recorded")


def test_a_report_of_2024_prints_the_names_of_2024(write: Write) -> None:
    text = write("summary", "bca-cum-5", "2024", today=date(2027, 1, 1))
    members = [row[0] for row in rows(text, "Members")]
    assert [name.split(" \\[")[0] for name in members] == [
        f"Công an tỉnh {name}" for name in ("Hưng Yên", "Thái Bình", "Nam Định", "Hà Nam", "Hải Dương")
    ]
    assert "merged into Công an tỉnh Ninh Bình from 1 July 2025" in rows(text, "Members")[2][1]


def test_the_offices_of_2025_lapsed_with_the_merger(write: Write) -> None:
    following = rows(write("summary", "bca-cum-5", "2024"), "Next in office: cluster chair, cluster vice-chair")
    assert [row[0] for row in following] == ["cluster chair", "cluster vice-chair"]
    assert following[0][1].startswith("Công an tỉnh Thái Bình")
    assert following[1][1].startswith("Công an tỉnh Hải Dương")
    for row in following:
        assert row[4].startswith("30 June 2025, before its time: the unit was merged")


def test_the_number_of_votes_is_said_to_be_unknown(write: Write) -> None:
    text = write("summary", "bca-cum-5", "2024")
    assert "the number of votes is not recorded" in section(text, "Votes")
    assert rows(text, "Votes")[0][2:5] == ["not recorded"] * 3


def test_an_unknown_vice_chair_stays_unknown(write: Write) -> None:
    text = write("summary", "ca-kon-tum-khoi-3", "2023")
    vice = rows(text, "In office in the period: bloc chair, bloc vice-chair")[1]
    assert vice[0] == "bloc vice-chair"
    assert vice[1].startswith("not recorded")
    assert "- bloc vice-chair" in section(text, "Not recorded")


def test_occurrences_are_not_recipients(write: Write) -> None:
    text = write("commendations", "ca-gia-lai-cum-2", "2015-2020", lang="vi")
    assert "313 lượt tập thể" in text
    assert "826 lượt cá nhân" in text
    assert "10 tập thể; 47 cá nhân" in text


def test_a_plan_names_the_plan_it_carries_out(write: Write) -> None:
    text = write("summary", "ca-dinh-hoa", "2024")
    assert "1660/KH-CAĐH, 25 August 2022" in text
    assert "carries out No. 899/KH-CAT-PX03, 10 August 2022" in text


def test_without_a_rule_the_plan_names_nobody(write: Write) -> None:
    text = write("rotation", "ca-hung-yen-khoi-qlhc", "2024")
    assert "The rule of rotation is not recorded." in text
    assert rows(text, "The next term") == []


def test_rotation_of_a_unit_is_refused(write: Write) -> None:
    with pytest.raises(Refusal):
        write("rotation", "ca-dinh-hoa", "2024")


@pytest.mark.parametrize(("body", "period"), [("bca-cum-5", "1999"), ("bca-cum-55", None)])
def test_nothing_to_report_is_refused(write: Write, body: str, period: str | None) -> None:
    with pytest.raises(Refusal):
        write("summary", body, period)


def test_a_unit_sees_what_it_was_nominated_for_in_its_cluster(write: Write) -> None:
    text = write("commendations", "ca-nam-dinh")
    assert [row[0].split(" \\[")[0] for row in rows(text, NOMINATIONS)] == ["Công an tỉnh Nam Định"]


def fingerprint(text: str) -> str:
    return text.partition("records used: `")[2][:12]


def test_the_fingerprint_follows_the_records_used_and_not_their_order(write: Write, seeds: Register) -> None:
    asked = ("summary", "bca-cum-5", "2024")
    before = fingerprint(write(*asked))
    documents = tuple(seeds.documents.values())
    assert fingerprint(write(*asked, register=build(documents[::-1])[0])) == before
    elsewhere = Grant(recipient="ca-dinh-hoa", honour=FLAG, period="2024", body="ca-dinh-hoa")
    assert fingerprint(write(*asked, register=decided(seeds, elsewhere))) == before
    here = Grant(recipient="ca-nam-dinh", honour=FLAG, period="2024", body="bca-cum-5")
    assert fingerprint(write(*asked, register=decided(seeds, here))) != before


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (Count(of="collective", number=1), "1 collective"),
        (Count(of="individual", number=1826), "1,826 individuals"),
        (Count(of="individual", number=100, approximate=True), "nearly 100 individuals"),
        (Count(of="member", least=11, most=12), "11 to 12 member units"),
        (Count(of="unit", least=3), "at least 3 units"),
        (
            Count(of="collective", number=313, occurrences=True),
            "313 awards to collectives (occurrences, not distinct recipients)",
        ),
    ],
)
def test_counts_in_words(seeds: Register, count: Count, words: str) -> None:
    assert Voice("en")(counted(Reading.of(seeds, "en", date(2024, 12, 31)), count).text) == words


def test_a_law_not_yet_in_force_is_no_rule_of_the_report(write: Write) -> None:
    assert "06/2022/QH15" in write("summary", "bca-cum-5", "2024")
    assert "06/2022/QH15" not in write("summary", "ca-kon-tum-khoi-3", "2023")


def test_where_nothing_is_counted_no_number_of_votes_is_needed(write: Write) -> None:
    ballots = section(write("summary", "bca-cum-5", "2024"), "Votes")
    assert ballots.count("Votes needed") == 2
    agreed = section(write("summary", "ca-kon-tum-khoi-3", "2023"), "Votes")
    assert "deliberation and agreement" in agreed
    assert "Votes needed" not in agreed


def test_an_award_without_a_period_is_not_lost(write: Write, seeds: Register) -> None:
    register = decided(seeds, Grant(recipient="ca-nam-dinh", honour=FLAG))
    for text in (write("commendations", register=register), write("commendations", "ca-nam-dinh", register=register)):
        assert "Công an tỉnh Nam Định, period not recorded" in text
        assert "decision number 55/QĐ-TTg" in text
