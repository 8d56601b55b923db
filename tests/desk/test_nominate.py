"""A nomination: who may be put forward for what, where it is filed, and what is refused."""

from __future__ import annotations

from typing import Any

import pytest

from tests.desk.builders import BODY, FLAG, MEDAL, YEAR, after, cluster, name, names, register, said, unit, year
from thidua.desk.change import Change, Refusal
from thidua.desk.nominate import nominate
from thidua.model.clusters import Member
from thidua.model.common import Recipient
from thidua.model.fields import changed
from thidua.model.periods import Period
from thidua.model.register import Register
from thidua.model.units import Parent

AN = Recipient(person="an", name="Nguyễn Văn An", unit="doi-1")


@pytest.fixture
def known() -> Register:
    """Three members, the third until 2023; team "doi-1" under the first; a period of the first unit alone."""
    members: tuple[str | Member, ...] = (*names(2), Member(unit=name(3), until="2023"))
    team = changed(unit(9), id="doi-1", parents=(Parent(unit=name(1)),))
    units = [*(unit(number) for number in range(1, 5)), team]
    alone = Period(period=YEAR, body=name(1), kind="year", since="2024-01-01", until="2024-12-31")
    return register(cluster(members), year(), alone, units=units)


def put(known: Register, nominee: Any = "dv-001", honour: str = FLAG, **values: Any) -> Change:
    place: dict[str, Any] = {"period": YEAR, "body": BODY} | values
    return nominate(known, nominee=nominee, honour=honour, **place)


def reasons(known: Register, *args: Any, **values: Any) -> str:
    with pytest.raises(Refusal) as refusal:
        put(known, *args, **values)
    return said(refusal.value.reasons)


def test_a_nomination_is_added_to_the_file_of_its_unit_in_the_order_of_keys(known: Register) -> None:
    for nominee, honour in ((name(1), FLAG), (AN, "chien-si"), (name(1), MEDAL)):
        known = after(known, put(known, nominee, honour, submitted="2024-05-01"))
    assert [(n.nominee, n.honour) for n in known.nominations[YEAR, BODY]] == [
        (name(1), MEDAL),
        (name(1), FLAG),
        (AN, "chien-si"),
    ]
    assert [path for path in known.documents if "nominations" in path] == [
        f"periods/2024/cum-1/nominations/{name(1)}.yaml"
    ]


def test_one_nomination_is_one_new_file_and_one_sentence(known: Register) -> None:
    change = put(known, merits="Đi đầu.", movement="vi-an-ninh", event="tong-ket")
    assert [(each.file, each.before) for each in change.files] == [
        (f"periods/2024/cum-1/nominations/{name(1)}.yaml", None)
    ]
    assert said([change.event]) == "dv-001: nominated for “co-thi-dua” in 2024 of “cum-1”"


def test_the_same_nomination_twice_changes_nothing(known: Register) -> None:
    known = after(known, put(known, merits="Đi đầu.", submitted="2024-11-25"))
    assert put(known, merits="Đi đầu.", submitted="2024-11-25").files == ()
    assert put(known).files == ()


def test_the_same_key_with_other_content_is_refused_and_the_difference_named(known: Register) -> None:
    known = after(known, put(known, submitted="2024-11-24"))
    assert reasons(known, submitted="2024-11-25", merits="Đi đầu.") == (
        "“dv-001” is already nominated for “co-thi-dua” in this period, but: "
        "“Submitted” is recorded as “2024-11-24”, not “2024-11-25”; “Merits” is not recorded."
    )


@pytest.mark.parametrize(
    ("nominee", "honour", "values", "said"),
    [
        (name(3), FLAG, {}, "“dv-003” is no member of “cum-1” in 2024. Did you mean: dv-002, dv-001? To record it as a member, write it in clusters/cum-1.yaml; then: thidua check"),
        (name(4), FLAG, {}, "“dv-004” is no member"),
        ("doi-1", FLAG, {}, "“doi-1” is no member"),
        ("dv-0001", FLAG, {}, "The register has no unit “dv-0001”. Did you mean: dv-001"),
        (name(1), "co-thi-du", {}, "The register has no honour “co-thi-du”. Did you mean: co-thi-dua?"),
        (name(1), "bieu-duong", {}, "is a recognition, not an award, and nobody is nominated for it. To record the recognition, write it in periods/2024/cum-1/recognitions/; then: thidua check"),
        (name(1), "chien-si", {}, "“chien-si” is not for this kind of recipient: collective."),
        (AN, FLAG, {}, "“co-thi-dua” is not for this kind of recipient: individual."),
        (name(1), MEDAL, {"submitted": "2024-11-25"}, "“bang-khen” could not be awarded then: it exists from … to June 2024."),
        (name(1), FLAG, {"movement": "yeu-nuoc"}, "does not belong to the movement “yeu-nuoc”. It belongs to: vi-an-ninh."),
        (name(1), FLAG, {"movement": "vi-an-nin"}, "no emulation movement “vi-an-nin”. Did you mean: vi-an-ninh?"),
        (name(1), FLAG, {"event": "tong"}, "has no event “tong”. "),
        (name(1), FLAG, {"period": "2025"}, "Period 2025 of “cum-1” is not recorded. Did you mean: 2024? To begin it: thidua new-period cum-1 2025"),
        (name(1), FLAG, {"body": "cum-2"}, "no cluster or unit “cum-2”. Did you mean: cum-1?"),
        (name(1), FLAG, {"by": name(3)}, "“dv-003” is no member"),
        (Recipient(name="Tổ 1"), FLAG, {}, "Whether “Tổ 1” is a collective or an individual is not said."),
        (Recipient(name="Tổ 1"), FLAG, {}, "The unit of “Tổ 1” is not said. Say it: --unit."),
        ("doi-2", FLAG, {"body": name(1)}, "no unit “doi-2”. Did you mean: doi-1?"),
        (name(2), FLAG, {"body": name(1)}, "“dv-002” does not belong to “dv-001” in 2024."),
    ],
)  # fmt: skip
def test_what_is_refused_says_what_is_right(
    known: Register, nominee: Any, honour: str, values: dict[str, Any], said: str
) -> None:
    assert said in reasons(known, nominee, honour, **values)


def test_all_reasons_are_given_at_once(known: Register) -> None:
    assert len(reasons(known, name(3), "chien-si", movement="x", event="y").splitlines()) == 4


@pytest.mark.parametrize(
    ("nominee", "values", "file"),
    [
        (AN, {}, f"{BODY}/nominations/dv-001"),
        (AN, {"by": name(2)}, f"{BODY}/nominations/dv-002"),
        (Recipient(name="Tổ 1", kind="individual"), {"by": name(2)}, f"{BODY}/nominations/dv-002"),
        (AN, {"body": name(1)}, "dv-001/nominations/doi-1"),
        (Recipient(person="binh", unit=name(1)), {"body": name(1)}, "dv-001/nominations/dv-001"),
    ],
)
def test_the_unit_that_hands_in_has_the_file(known: Register, nominee: Any, values: dict[str, Any], file: str) -> None:
    assert [each.file for each in put(known, nominee, "chien-si", **values).files] == [f"periods/2024/{file}.yaml"]


def test_a_group_need_not_say_its_kind(known: Register) -> None:
    assert put(known, Recipient(group="all-members", unit=name(1))).files


def test_superiors_that_go_round_in_a_circle_end(known: Register) -> None:
    circle = [unit(1, parents=(Parent(unit=name(2)),)), unit(2, parents=(Parent(unit=name(1)),)), unit(3)]
    found = register(cluster([name(3)]), year(), units=circle)
    assert "is no member" in reasons(found, Recipient(person="an", unit=name(1)), "chien-si")
