"""New units, clusters, honours, movements and periods: ids, files, clashes."""

from __future__ import annotations

from typing import Any

import pytest

from tests.desk.builders import (
    BODY,
    FLAG,
    YEAR,
    after,
    cluster,
    names,
    refusing,
    register,
    regulation,
    said,
    unit,
    year,
)
from thidua.desk.entries import add_cluster, add_honour, add_movement, add_unit
from thidua.desk.periods import new_period
from thidua.model.common import DatedWords
from thidua.model.fields import changed
from thidua.model.movements import Movement
from thidua.model.register import Register


@pytest.fixture
def known() -> Register:
    """Three members, a cluster that serves both movements, the older of which ended in 2020."""
    old = Movement(id="cu", names=(DatedWords(vi="Cũ"),), until="2020")
    served = cluster(names(3), movements=("cu", "vi-an-ninh"), begin="2010", end="2030")
    return register(served, old, year(), regulation(), units=[unit(number) for number in range(1, 4)])


def test_a_unit_is_filed_under_its_superior_in_the_order_of_ids(known: Register) -> None:
    given: dict[str, Any] = {
        "name": "Phòng Tham mưu",
        "kind": "department",
        "superior": "bo",
        "short": "PV01",
        "begin": "2024",
    }
    change = add_unit(known, **given)
    found = after(known, change)
    assert [each.file for each in change.files] == ["units/bo.yaml"]
    assert list(found.units) == ["bo", *names(3), "phong-tham-muu"]
    assert said([change.event]) == "Unit added: Phòng Tham mưu"
    assert add_unit(found, **given).files == ()
    with refusing("no unit “boo”. Did you mean: bo?"):
        add_unit(found, **given | {"superior": "boo"})


def test_a_unit_without_superior_has_a_file_of_its_own(known: Register) -> None:
    assert [each.file for each in add_unit(known, name="Tòa án", kind="court").files] == ["units/toa-an.yaml"]


def test_an_id_that_is_taken_is_refused_with_the_name_of_the_other(known: Register) -> None:
    with refusing("The id “dv-001” belongs to “Đơn vị 001” already; give another with --id."):
        add_unit(known, name="Đơn vị mới", kind="department", id="dv-001")
    with refusing("The id “cum-1” belongs to “Cụm thi đua số 1” already"):
        add_unit(known, name="Cụm 1", kind="department")
    with refusing("The id “dv-001” belongs to “Đơn vị 001” already"):
        add_cluster(known, kind="cum", organiser="bo", name="Cụm", id="dv-001")
    with refusing(f"The id “{FLAG}” belongs to “co-thi-dua” already", "“Recipients” is recorded otherwise"):
        add_honour(known, line="nganh", name="Cờ thi đua", category="title", recipients=("individual",))
    with refusing("The id “vi-an-ninh” belongs to “vi-an-ninh” already"):
        add_movement(known, name="Vì an ninh")


def test_a_name_without_letters_needs_an_id(known: Register) -> None:
    with refusing("has no letter to make an id from. Give an id with --id."):
        add_movement(known, name="???")
    assert add_movement(known, name="???", id="dot-1").files


def test_a_cluster_gets_an_id_with_its_organisers(known: Register) -> None:
    change = add_cluster(
        known, kind="cum", organiser="bo", name="Cụm thi đua số 5", number="5", begin="2024", members=names(2),
        members_known="all", movements=("vi-an-ninh",), regulation="quy-che",
    )  # fmt: skip
    found = after(known, change)
    assert [each.file for each in change.files] == ["clusters/bo-cum-5.yaml"]
    assert [(member.unit, member.since) for member in found.clusters["bo-cum-5"].members] == [
        (n, "2024") for n in names(2)
    ]
    named = add_cluster(known, kind="khoi", organiser="bo", name="Khối Nội chính")
    assert [each.file for each in named.files] == ["clusters/bo-khoi-noi-chinh.yaml"]


def test_every_unknown_id_of_a_cluster_is_named_at_once(known: Register) -> None:
    with refusing(
        "no unit “boo”. Did you mean: bo?",
        "no regulation “quy-chế”. Did you mean: quy-che?",
        "no emulation movement “vi-an”",
        "no unit “dv-9”",
        "“dv-001” is listed 2 times; a member stands once.",
    ):
        add_cluster(
            known, kind="cum", organiser="boo", name="Cụm", members=("dv-001", "dv-9", "dv-001"),
            movements=("vi-an",), regulation="quy-chế",
        )  # fmt: skip


def test_an_honour_lies_in_the_file_of_its_line(known: Register) -> None:
    given: dict[str, Any] = {"line": "nha-nuoc", "category": "title", "recipients": ("collective",), "code": "CO_CP"}
    change = add_honour(
        known, name="Cờ thi đua của Chính phủ", authority="Thủ tướng", movements=("vi-an-ninh",), **given
    )
    found = after(known, change)
    assert [each.file for each in change.files] == ["honours/nha-nuoc.yaml"]
    assert found.honours["co-thi-dua-cua-chinh-phu"].authority is not None
    with refusing("The code “CO_CP” belongs to “Cờ thi đua của Chính phủ” (co-thi-dua-cua-chinh-phu) already."):
        add_honour(found, name="Cờ khác", **given)
    with refusing(
        "Who may receive it is not said.", "It ends (2020) before it begins (2021).", "no emulation movement “x”"
    ):
        add_honour(
            found, line="a", name="Cờ", category="title", recipients=(), since="2021", until="2020", movements=("x",)
        )


def test_a_movement_is_a_file(known: Register) -> None:
    given: dict[str, Any] = {
        "name": "Ba nhất",
        "english": "Three firsts",
        "launched_by": "bo",
        "wave_of": "vi-an-ninh",
        "since": "2024",
    }
    change = add_movement(known, **given)
    assert [each.file for each in change.files] == ["movements/ba-nhat.yaml"]
    assert add_movement(after(known, change), **given).files == ()
    with refusing("no unit “x”", "no emulation movement “y”", "It ends (2020) before it begins (2021)."):
        add_movement(known, name="Ba nhất", launched_by="x", wave_of="y", since="2021", until="2020")


@pytest.mark.parametrize(
    ("period", "kind", "found"),
    [
        ("2025", None, ("year", "2025-01-01", "2025-12-31")),
        ("2024-2025", "school-year", ("school-year", "2024-09-01", "2025-08-31")),
        ("2024-2025", None, ("span", "2024-01-01", "2025-12-31")),
        ("2015-2020", None, ("span", "2015-01-01", "2020-12-31")),
    ],
)
def test_kind_and_days_of_a_period_follow_from_its_id(
    known: Register, period: str, kind: Any, found: tuple[str, ...]
) -> None:
    new = after(known, new_period(known, body=BODY, period=period, kind=kind)).periods[period, BODY]
    assert (new.kind, new.since, new.until) == found


def test_a_period_takes_over_the_movements_that_still_run_and_nothing_else(known: Register) -> None:
    new = after(known, new_period(known, body=BODY, period="2025")).periods["2025", BODY]
    assert new.movements == ("vi-an-ninh",)
    assert new.events == ()
    assert after(known, new_period(known, body=BODY, period="2019")).periods["2019", BODY].movements == (
        "cu",
        "vi-an-ninh",
    )
    assert after(known, new_period(known, body="dv-001", period="2025")).periods["2025", "dv-001"].movements == ()


def test_a_period_is_begun_once(known: Register) -> None:
    plain = register(
        changed(known.clusters[BODY], movements=()), year(), units=[unit(number) for number in range(1, 4)]
    )
    assert new_period(plain, body=BODY, period=YEAR).files == ()
    with refusing(
        "Period 2024 of “cum-1” is recorded already, but: “From” is recorded as “2024-01-01”, not “2023-10-01”."
    ):
        new_period(plain, body=BODY, period=YEAR, since="2023-10-01")


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"period": "24"}, "“24” is no period: write a year (2024) or two (2024-2025)."),
        ({"period": "2025-2024"}, "“2025-2024” ends before it begins"),
        ({"period": "2024", "kind": "span"}, "“2024” is no span of years. A year is written 2024"),
        ({"period": "2024-2026", "kind": "school-year"}, "“2024-2026” is no school year."),
        ({"period": "2025", "until": "2024"}, "It ends (2024) before it begins (1 January 2025)."),
        ({"period": "2031"}, "“cum-1” did not exist then: it exists from 2010 to 2030."),
        ({"period": "2025", "movements": ("x",)}, "no emulation movement “x”"),
        ({"period": "2025", "body": "cum-2"}, "no cluster or unit “cum-2”. Did you mean: cum-1?"),
    ],
)
def test_a_period_that_cannot_be_is_refused(known: Register, values: dict[str, Any], sentence: str) -> None:
    with refusing(sentence):
        new_period(known, **{"body": BODY} | values)


@pytest.mark.parametrize("period", ["0001", "3000", "9999", "2024-3000"])
def test_a_year_no_day_can_have_is_no_period(period: str) -> None:
    with refusing(f"“{period}” is no period: write a year (2024) or two (2024-2025)."):
        new_period(register(cluster()), body=BODY, period=period)
