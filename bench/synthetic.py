"""Makes a synthetic register of any size: units, clusters, votes and, above all, nominations.

    python -m bench.synthetic FOLDER RECORDS

Nothing in it looks real: Đơn vị 0001, Người 000001. As in life, what one unit hands in rests on one report of its own.
The same size gives the same bytes.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from thidua.model.clusters import Cluster, Member, Office, OfficeName
from thidua.model.common import Cite, DatedName, DatedWords, Recipient
from thidua.model.config import Config
from thidua.model.fields import Part
from thidua.model.honours import Honour, HonourFile
from thidua.model.layout import kind_named
from thidua.model.nominations import Nomination, NominationFile
from thidua.model.periods import Period
from thidua.model.units import Parent, Unit, UnitFile
from thidua.model.votes import BallotCount, Candidate, CandidateOutcome, Electorate, Outcome, Tally, Vote
from thidua.store.emit import emit

MEMBERS = 10
PER_FILE = 100
HONOURS = ("co-thi-dua", "don-vi-gioi", "chien-si-gioi", "bang-khen", "giay-khen")
MINUTES = (Cite(title="Biên bản tổng hợp", date="2024-11-20"),)
OFFICES: tuple[OfficeName, ...] = ("chair", "vice-chair")
RANKS = ("Đại úy", "Thiếu tá", "Trung tá", "Thượng tá")
POSITIONS = ("Cán bộ", "Phó Đội trưởng", "Đội trưởng", "Phó Trưởng phòng")


def files(records: int) -> Iterator[tuple[str, str]]:
    """Path and canonical text of each file of a register with that many nominations."""
    clusters = max(1, records // (MEMBERS * PER_FILE))
    for kind, names, document in (
        *_base(clusters),
        *(each for n in range(clusters) for each in _cluster(n, records, clusters)),
    ):
        found = kind_named(kind)
        yield found.path(**names), emit(document, found)


Made = tuple[str, dict[str, str], Part]


def _base(clusters: int) -> Iterator[Made]:
    yield "config", {}, Config(format=1, name="Sổ tổng hợp")
    top = Unit(id="bo", kind="ministry", names=(DatedName(name="Bộ tổng hợp"),))
    units = (_unit(n) for n in range(clusters * MEMBERS))
    yield "units", {"name": "bo"}, UnitFile(units=(top, *units))
    yield "honours", {"name": "danh-hieu"}, HonourFile(honours=tuple(map(_honour, sorted(HONOURS))))


def _unit(n: int) -> Unit:
    name = DatedName(name=f"Đơn vị {n:04}", short=f"ĐV {n:04}", since="2010")
    return Unit(
        id=f"don-vi-{n:04}", kind="department", names=(name,), parents=(Parent(unit="bo", since="2010"),), begin="2010"
    )


def _honour(name: str) -> Honour:
    words = DatedWords(vi=f"Danh hiệu {name}", en=f"Honour {name}")
    return Honour(id=name, category="title", names=(words,), recipients=("collective", "individual"), level="ministry")


def _cluster(n: int, records: int, clusters: int) -> Iterator[Made]:
    body, members = f"cum-{n:03}", [f"don-vi-{n * MEMBERS + m:04}" for m in range(MEMBERS)]
    offices = tuple(
        Office(
            office=office,
            unit=members[(year + shift) % MEMBERS],
            since=str(year),
            until=str(year),
            how="rotation",
            sources=MINUTES,
        )
        for year in range(2020, 2025)
        for shift, office in enumerate(OFFICES)
    )
    yield (
        "cluster",
        {"name": body},
        Cluster(
            id=body,
            kind="cum",
            organiser="bo",
            names=(DatedName(name=f"Cụm thi đua số {n}", short=str(n)),),
            members_known="all",
            offices=offices,
            members=tuple(Member(unit=unit, since="2015") for unit in members),
        ),
    )
    place = {"period": "2024", "body": body}
    yield "period", place, Period(kind="year", since="2024-01-01", until="2024-12-31")
    share = records // clusters // MEMBERS
    for unit in members:
        nominations = (_nomination(unit, k) for k in range(share))
        yield "nominations", {**place, "name": unit}, NominationFile(nominations=tuple(nominations))
    yield "vote", {**place, "name": "suy-ton"}, _vote(members)


def _nomination(unit: str, k: int) -> Nomination:
    serial = int(unit[-4:]) * 1000 + k
    person = Recipient(
        person=f"nguoi-{serial:07}",
        name=f"Người {serial:07}",
        rank=RANKS[k % 4],
        position=POSITIONS[k % 4],
        unit=unit,
        kind="individual",
    )
    return Nomination(
        nominee=unit if k < 2 else person,  # noqa: PLR2004 - two collectives, the rest persons
        honour=HONOURS[k % 5],
        submitted=f"2024-11-{1 + k % 28:02}",
        merits=f"Hoàn thành xuất sắc nhiệm vụ năm 2024; {k} sáng kiến được công nhận.",
        sources=(
            Cite(
                number=f"{int(unit[-4:]) % 900 + 1}/BC-{unit[-4:]}",
                title="Báo cáo thành tích năm 2024",
                date="2024-10-30",
            ),
        ),
    )


def _vote(members: list[str]) -> Vote:
    chosen = Candidate(nominee=members[0], honour=HONOURS[0])
    return Vote(
        id="suy-ton",
        question="Suy tôn đơn vị dẫn đầu cụm",
        method="ballot",
        secret=True,
        opened="2024-11-20",
        sources=MINUTES,
        closed="2024-11-20",
        threshold="2/3",
        base="entitled",
        electorate=Electorate(date="2024-11-20", entitled=MEMBERS, units=tuple(members)),
        candidates=(chosen,),
        outcome=Outcome(results=(CandidateOutcome(nominee=members[0], honour=HONOURS[0], result="chosen"),)),
        count=BallotCount(
            issued=MEMBERS,
            returned=MEMBERS,
            valid=MEMBERS,
            invalid=0,
            tallies=(Tally(nominee=members[0], honour=HONOURS[0], votes_for=8, against=2, blank=0),),
        ),
    )


def make(folder: Path, records: int) -> int:
    """Writes the register; returns how many bytes of YAML it has."""
    total = 0
    for file, text in files(records):
        path = folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
        total += len(text.encode())
    return total


if __name__ == "__main__":
    print(f"{make(Path(sys.argv[1]), int(sys.argv[2])):,} bytes")
