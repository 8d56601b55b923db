"""Where a nomination stands when what happened to it is recorded in any order, with days missing."""

from __future__ import annotations

from typing import Any

import pytest

from tests.desk.builders import BODY, FLAG, YEAR, cluster, name, nomination, register, unit, year
from thidua.model.decisions import Decision, Grant
from thidua.model.fields import Part, changed
from thidua.model.nominations import NominationFile, Step
from thidua.model.periods import Proposal, ProposalItem
from thidua.model.standing import standings
from thidua.model.votes import Candidate, CandidateOutcome, Outcome, Result, Vote
from thidua.reports.grants import by_place

WHO = name(1)


def vote(id_: str, result: Result, closed: str | None) -> Vote:
    of: dict[str, Any] = {"nominee": WHO, "honour": FLAG}
    outcome = Outcome(stated=True, results=(CandidateOutcome(**of, result=result),))
    return Vote(
        period=YEAR, body=BODY, id=id_, question="?", candidates=(Candidate(**of),), closed=closed, outcome=outcome
    )


def decision(id_: str, verdict: Any, date: str | None, **values: Any) -> Decision:
    grant = Grant(recipient=WHO, honour=FLAG, verdict=verdict, period=YEAR)
    return Decision(id=id_, date=date, grants=(grant,), **values)


def states(*records: Part, proposed: str | None = None, **values: Any) -> list[str]:
    """The states of one nomination; decisions lie in files by their ids."""
    own = nomination(WHO, submitted="2024-11-01", **values)
    items = (ProposalItem(nominee=WHO, honour=FLAG),)
    proposals = (Proposal(id="to-trinh", date=proposed, items=items),) if proposed else ()
    files: dict[str, Part] = {f"periods/{YEAR}/{BODY}/nominations/{WHO}.yaml": NominationFile(nominations=(own,))}
    files |= {f"decisions/2024/{each.id}.yaml": each for each in records if isinstance(each, Decision)}
    known = register(
        cluster([WHO]),
        changed(year(), proposals=proposals),
        *(each for each in records if isinstance(each, Vote)),
        units=[unit(1)],
        files=files,
    )
    return [each.state for each in standings(known, known.nominations[YEAR, BODY][0])]


def test_decisions_count_by_their_days_and_not_by_the_names_of_their_files() -> None:
    revoked, awarded = decision("a-thu-hoi", "revoked", "2025-06-01"), decision("b-khen", "awarded", "2025-01-10")
    assert states(revoked, awarded) == ["nominated", "awarded", "revoked"]


def test_what_happened_after_the_vote_comes_after_it() -> None:
    voted = vote("suy-ton", "chosen", "2024-11-25")
    sent_back = (Step(date="2025-01-05"),)
    assert states(voted, returned=sent_back) == ["nominated", "honoured", "returned"]
    assert states(voted, withdrawn=Step(date="2024-12")) == ["nominated", "honoured", "withdrawn"]
    assert states(voted, withdrawn=Step(date="2024-11-20")) == ["nominated", "withdrawn", "honoured"]


def test_days_not_recorded_or_known_only_by_the_year_keep_the_order_of_procedure() -> None:
    assert states(vote("v", "chosen", None), decision("d", "awarded", None), proposed="2024-12-01") == [
        "nominated",
        "honoured",
        "proposed",
        "awarded",
    ]
    assert states(vote("v", "chosen", "2024-11-25"), decision("d", "awarded", "2024")) == [
        "nominated",
        "honoured",
        "awarded",
    ]


@pytest.mark.parametrize("second", ["2024-11-25", "2024-11", None])
@pytest.mark.parametrize("first", ["tied", "undecided"])
def test_a_run_off_comes_after_the_vote_that_decided_nothing(first: Result, second: str | None) -> None:
    votes = vote("a-lan-hai", "chosen", second), vote("b-lan-dau", first, "2024-11-25")
    assert states(*votes) == ["nominated", first, "honoured"]


def test_a_decision_that_was_replaced_awards_nothing() -> None:
    old, new = decision("qd-1", "awarded", "2025-01-10"), decision("qd-2", "awarded", "2025-03-01", replaces=("qd-1",))
    assert states(old) == ["nominated", "awarded"]
    assert states(old, changed(new, grants=())) == ["nominated", "replaced"]
    assert states(old, new) == ["nominated", "replaced", "awarded"]


def test_reports_list_no_award_of_a_decision_that_was_replaced() -> None:
    old, new = decision("qd-1", "awarded", None), decision("qd-2", "awarded", None, replaces=("qd-1",))
    known = register(files={f"decisions/2025/{each.id}.yaml": each for each in (old, new)})
    assert [of.id for of, _ in by_place(known)[YEAR, WHO]] == ["qd-2"]
