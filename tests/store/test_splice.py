"""An edit changes its own lines and no other."""

from __future__ import annotations

import difflib
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.strategies import documents, values
from thidua.model.layout import KINDS, Kind, kind_named
from thidua.model.nominations import Nomination, NominationFile
from thidua.model.shape import record_shape
from thidua.store.emit import emit
from thidua.store.splice import edit

NOMINATIONS = kind_named("nominations")

BY_HAND = """\
# Đơn vị 001 nộp ngày 20/11
nominations:

    -   nominee:   don-vi-001   # tập thể
        honour: co-thi-dua

    # người thứ nhất
    - honour: chien-si-thi-dua
      nominee: {person: nguoi-001, name: Người 001}
      sources: [{title: Biên bản}]
"""


@st.composite
def edits(draw: st.DrawFn) -> tuple[Kind, Any, Any]:
    """A document, and the same one with a few of its values replaced, added or taken away."""
    kind = draw(st.sampled_from(KINDS))
    before = draw(documents(kind))
    shape = record_shape(kind.document)
    chosen = draw(st.lists(st.sampled_from([f.attribute for f in shape.fields]), min_size=1, max_size=3, unique=True))
    changes = {}
    for field in shape.fields:
        if field.attribute in chosen:
            others = values(field.shape, 1)
            old = getattr(before, field.attribute)
            if isinstance(old, tuple) and old:
                others = st.one_of(
                    others, st.permutations(old).map(tuple), st.tuples(st.just(old), others).map(_longer)
                )
            changes[field.attribute] = draw(others if field.required else st.one_of(others, st.just(field.default)))
    return kind, before, replace(before, **changes)


@given(edits())
@settings(deadline=None, suppress_health_check=list(HealthCheck), max_examples=150)
def test_an_edit_of_a_canonical_file_leaves_a_canonical_file(made: tuple[Kind, Any, Any]) -> None:
    kind, before, after = made
    assert edit(emit(before, kind), after, kind) == emit(after, kind)


@given(edits())
@settings(deadline=None, suppress_health_check=list(HealthCheck), max_examples=50)
def test_without_a_change_not_a_byte_changes(made: tuple[Kind, Any, Any]) -> None:
    kind, before, _ = made
    text = "# ghi chú đầu tệp\n\n" + emit(before, kind).replace("\n", "\r\n")
    assert edit(text, before, kind) == text


def _longer(lists: tuple[tuple[Any, ...], tuple[Any, ...]]) -> tuple[Any, ...]:
    return (*lists[0], *lists[1])


def diff(before: str, after: str) -> list[str]:
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), lineterm="", n=0)
    return [line for line in lines if line[0] in "+-" and line[:3] not in ("+++", "---")]


def read(text: str) -> NominationFile:
    from thidua.store.load import load

    document = load("periods/2024/cum-001/nominations/don-vi-001.yaml", text.encode()).document
    assert document is not None
    assert isinstance(document.content, NominationFile)
    return document.content


def test_one_nomination_is_its_own_added_lines_whatever_surrounds_it() -> None:
    before = read(BY_HAND).nominations
    new = Nomination(nominee="don-vi-001", honour="don-vi-quyet-thang", submitted="2024-11-20")
    after = edit(BY_HAND, NominationFile(nominations=(*before, new)), NOMINATIONS)
    assert diff(BY_HAND, after) == [
        "+    - nominee: don-vi-001",
        "+      honour: don-vi-quyet-thang",
        "+      submitted: 2024-11-20",
    ]


def test_a_value_gives_way_to_a_value_on_its_own_line() -> None:
    first, second = read(BY_HAND).nominations
    after = edit(BY_HAND, NominationFile(nominations=(first, replace(second, merits="một\nhai\n"))), NOMINATIONS)
    assert diff(BY_HAND, after) == ["+      merits: |", "+        một", "+        hai"]


def test_taking_a_record_out_leaves_the_comments_of_its_neighbours() -> None:
    first, _ = read(BY_HAND).nominations
    after = edit(BY_HAND, NominationFile(nominations=(first,)), NOMINATIONS)
    assert "# tập thể" in after
    assert "# người thứ nhất" in after
    assert "nguoi-001" not in after
