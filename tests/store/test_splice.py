"""An edit changes its own lines and no other."""

from __future__ import annotations

import difflib
import json
import random
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.strategies import documents, values
from thidua.model.common import Cite
from thidua.model.fields import Part
from thidua.model.layout import KINDS, Kind, kind_named
from thidua.model.nominations import Nomination, NominationFile
from thidua.model.shape import EitherShape, ListShape, RecordShape, Shape, record_shape
from thidua.store.comments import comments
from thidua.store.convert import convert
from thidua.store.emit import emit
from thidua.store.nodes import Entry, Mapping, Node, Scalar, Sequence, lines_of
from thidua.store.parse import parse
from thidua.store.splice import SpliceError, edit
from thidua.store.typed import Given

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


@st.composite
def altered(draw: st.DrawFn, value: Any, shape: Shape) -> Any:
    """The value with one thing in it, however deep, put otherwise."""
    if isinstance(shape, EitherShape):
        shape = shape.record if isinstance(value, Part) else shape.scalar
    if isinstance(shape, ListShape) and value and draw(st.booleans()):
        place = draw(st.integers(0, len(value) - 1))
        instead = draw(st.one_of(st.just(()), altered(value[place], shape.item).map(lambda item: (item,))))
        return (*value[:place], *instead, *value[place + 1 :]) or value
    if isinstance(shape, ListShape):
        place = draw(st.integers(0, len(value)))
        return (*value[:place], draw(values(shape.item, 1)), *value[place:])
    if isinstance(shape, RecordShape):
        there = [field for field in shape.fields if getattr(value, field.attribute) != field.default]
        field = draw(st.sampled_from(draw(st.sampled_from([shape.fields, there or shape.fields]))))
        old = getattr(value, field.attribute)
        deeper = [] if old in (None, ()) else [altered(old, field.shape)] * 3
        absent = [] if field.required or len(there) < 2 else [st.just(field.default)]
        return replace(value, **{field.attribute: draw(st.one_of(*deeper, *absent, values(field.shape, 1)))})
    return draw(values(shape, 1))


def decorated(text: str, kind: Kind, chance: random.Random) -> str:
    """The text as hands leave it: comments, blank lines, wide indentation, quotes, brackets, line ends of Windows."""
    wanted = meaning(text, kind)
    for number in range(chance.randrange(1, 12)):
        other = _decoration(text, number, chance)
        reading = parse(other)
        count = text.count("# ghi chú") + ("# ghi chú" in other and other.count("# ghi chú") > text.count("# ghi chú"))
        kept = sum(each.text.startswith("# ghi chú") for each in comments(lines_of(other), reading.root))
        if not reading.faults and kept == count and meaning(other, kind) == wanted:
            text = other
    return (
        text.replace("\n", "\r\n")
        if chance.random() < 0.2 and meaning(text.replace("\n", "\r\n"), kind) == wanted
        else text
    )


def _decoration(text: str, number: int, chance: random.Random) -> str:
    lines = text.split("\n")
    row = chance.randrange(len(lines))
    blanks = " " * (len(lines[row]) - len(lines[row].lstrip(" ")) + chance.choice((0, 0, 0, 2, 4, -2)))
    key, colon, value = lines[row].partition(": ")
    match chance.randrange(7):
        case 0 | 1:
            lines.insert(row, f"{blanks}# ghi chú {number}")
        case 2:
            lines[row] += f"  # ghi chú {number}"
        case 3:
            lines.insert(row, chance.choice(("", "  ")))
        case 4 if colon:
            lines[row] = f"{key}:{chance.choice((' ', '   '))}{json.dumps(value, ensure_ascii=False)}"
        case 5:
            return re.sub(
                "^( +)|- (?=[a-z_]+:)",
                lambda found: found[0].replace(" ", "  ").replace("-  ", "-   "),
                text,
                flags=re.MULTILINE,
            )
        case _:
            return _bracketed(text, chance)
    return "\n".join(lines)


def _bracketed(text: str, chance: random.Random) -> str:
    """One value of the text in flow style."""
    lines = text.split("\n")
    entries = [entry for entry in _entries(parse(text).root) if not isinstance(entry.value, Scalar)]
    if not entries:
        return text
    entry = chance.choice(entries)
    first = entry.key.mark.line - 1
    head = lines[first][: entry.key.end]
    return "\n".join(
        [*lines[:first], f"{head}: {json.dumps(plain(entry.value), ensure_ascii=False)}", *lines[entry.value.last :]]
    )


def plain(node: Node | None) -> Any:
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Mapping):
        return {entry.key.text: plain(entry.value) for entry in node.entries}
    return [plain(item) for item in node.items] if node else None


def _entries(node: Node | None) -> Iterator[Entry]:
    if isinstance(node, Mapping):
        for entry in node.entries:
            yield entry
            yield from _entries(entry.value)
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _entries(item)


def meaning(text: str, kind: Kind) -> str | None:
    """The canonical text of the same document."""
    document, _ = convert(parse(text).root, kind.document, Given("", "", "", kind.records))
    return emit(document, kind) if document else None


NAMING = (
    "id",
    "nominee",
    "honour",
    "recipient",
    "office",
    "from",
    "unit",
    "rule",
    "of",
    "source",
    "number",
    "title",
    "name",
)


def _said(node: Node | None, inside: str = "") -> Iterator[tuple[Entry, str]]:
    """Each key with its value, and both in words together with what names the items that they stand in."""
    if isinstance(node, Mapping):
        for entry in node.entries:
            yield entry, repr((inside, entry.key.text, plain(entry.value)))
            yield from _said(entry.value, f"{inside}.{entry.key.text}")
    elif isinstance(node, Sequence):
        for item in node.items:
            known = plain(item)
            names = [known.get(name) for name in NAMING] if isinstance(known, dict) else known
            yield from _said(item, f"{inside}{names}")


def untouched(text: str, after: str) -> Iterator[tuple[int, int]]:
    """First and last line (from 0) of each key whose value stands as often in the new text as in the old one."""
    was, now = (Counter(said for _, said in _said(parse(t).root)) for t in (text, after))
    for entry, said in _said(parse(text).root):
        if was[said] == now[said]:
            yield entry.key.mark.line - 1, entry.value.last - 1


@st.composite
def decorations(draw: st.DrawFn) -> tuple[Kind, Any, str]:
    """A document as it is to be, and a file somebody has kept by hand that is one edit away from it."""
    kind = draw(st.sampled_from(KINDS))
    before = draw(documents(kind))
    text = decorated(emit(before, kind), kind, draw(st.randoms(use_true_random=False)))
    return kind, draw(altered(before, record_shape(kind.document))), text


@given(decorations())
@settings(deadline=None, suppress_health_check=list(HealthCheck), max_examples=30)
def test_what_is_not_edited_stays_as_a_hand_left_it(made: tuple[Kind, Any, str]) -> None:
    kind, after, text = made
    result = edit(text, after, kind)
    assert meaning(result, kind) == emit(after, kind)
    lines, root = lines_of(text), parse(text).root
    starts = Counter(entry.key.mark.line - 1 for entry in _entries(root))
    ends = {entry.value.last - 1: entry.key.mark.line - 1 for entry in _entries(root)}
    same = dict(untouched(text, result))
    left = {each.text for each in comments(lines_of(result), parse(result).root)}
    for each in comments(lines, root):
        following = min((start for start in starts if start >= each.line), default=None)
        preceding = max((end for end in ends if end < each.line), default=None)
        if following in (None, *same) and (preceding is None or ends[preceding] in same):
            assert each.text in left, (text, result)
    for first, last in same.items():
        if first == last and starts[first] == 1:
            assert lines[first].lstrip(" -").rstrip("\r\n") in result, (text, result)


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


DECISION = kind_named("decision")

GRANTS = """\
id: qd-5
# năm người
grants:
  - recipient: don-vi-001  # tập thể
    honour: co-thi-dua
    # theo biên bản
    merit: đúng hạn
  # đơn vị thứ hai
  - recipient: don-vi-002
    honour: co-thi-dua
sources:
  - title: Biên bản
    # trang cuối
    date: 2024-11-26
"""


def spliced(text: str, kind: Kind, **values: Any) -> list[str]:
    """What changes when the document of ``text`` gets other values."""
    document, _ = convert(parse(text).root, kind.document, Given("", "", "", kind.records))
    assert document is not None
    return diff(text, edit(text, replace(document, **values), kind))


def grants(**values: Any) -> tuple[Any, ...]:
    document, _ = convert(parse(GRANTS).root, DECISION.document, Given("", "", "", None))
    first, second = document.grants  # type: ignore[union-attr]
    return (replace(first, **values), second)


def test_a_text_of_several_lines_does_not_swallow_the_comment_below_it() -> None:
    text = "nominations:\n  - nominee: a\n    honour: b\n    merits: một\n          # sâu\n    note: hai\n"
    [before] = read(text).nominations
    after = edit(text, NominationFile(nominations=(replace(before, merits="ba\nbốn\n"),)), NOMINATIONS)
    assert diff(text, after) == [
        "-    merits: một",
        "-          # sâu",
        "+    merits: |",
        "+      ba",
        "+      bốn",
        "+# sâu",
    ]


def test_a_key_taken_out_does_not_leave_its_comment_to_the_text_above() -> None:
    text = "nominations:\n  - nominee: a\n    honour: b\n    merits: |\n      một\n    note: hai\n      # sâu\n"
    [before] = read(text).nominations
    after = edit(text, NominationFile(nominations=(replace(before, note=None),)), NOMINATIONS)
    assert diff(text, after) == ["-    note: hai", "-      # sâu", "+# sâu"]


def test_items_without_an_id_are_edited_where_they_stand() -> None:
    assert spliced(GRANTS, DECISION, grants=grants(merit="vượt mức")) == [
        "-    merit: đúng hạn",
        "+    merit: vượt mức",
    ]
    [cite] = read(BY_HAND).nominations[1].sources
    assert spliced(GRANTS, DECISION, sources=(replace(cite, date="2024-11-27"),)) == [
        "-    date: 2024-11-26",
        "+    date: 2024-11-27",
    ]


def test_a_source_whose_title_is_mended_is_still_the_same_source() -> None:
    text = GRANTS.replace("date: 2024-11-26", "date: 2024-11-26\n    publisher: Công an tỉnh")
    [cite] = read(BY_HAND).nominations[1].sources
    mended = replace(cite, title="Biên bản họp", date="2024-11-26", publisher="Công an tỉnh")
    assert spliced(text, DECISION, sources=(mended,)) == ["-  - title: Biên bản", "+  - title: Biên bản họp"]


def test_the_first_key_of_an_item_comes_and_goes() -> None:
    text = GRANTS.replace("date: 2024-11-26", "date: 2024-11-26\n    publisher: Công an tỉnh")
    cite = Cite(title="Biên bản", date="2024-11-26", publisher="Công an tỉnh")
    assert spliced(text, DECISION, sources=(replace(cite, number="5/BB"),)) == [
        "-  - title: Biên bản",
        '+  - number: "5/BB"',
        "+    title: Biên bản",
    ]
    assert spliced(text, DECISION, sources=(replace(cite, title=None),)) == [
        "-  - title: Biên bản",
        "-    # trang cuối",
        "+  - # trang cuối",
    ]


def test_a_comment_behind_a_value_stays_behind_its_first_line() -> None:
    text = "nominations:\n  - nominee: a\n    honour: b\n    merits: một  # theo báo cáo\n"
    [before] = read(text).nominations
    after = edit(text, NominationFile(nominations=(replace(before, merits="ba\nbốn\n"),)), NOMINATIONS)
    assert diff(text, after) == [
        "-    merits: một  # theo báo cáo",
        "+    merits: |  # theo báo cáo",
        "+      ba",
        "+      bốn",
    ]


def test_the_records_of_a_file_stay_in_the_order_a_hand_gave_them() -> None:
    text = "nominations:\n  # sau\n  - nominee: b\n    honour: c\n  # trước\n  - nominee: a\n    honour: c\n"
    records = read(text).nominations
    new = Nomination(nominee="ab", honour="c")
    after = edit(text, NominationFile(nominations=(*records, new)), NOMINATIONS)
    assert diff(text, after) == ["+  - nominee: ab", "+    honour: c"]


def test_a_file_in_brackets_with_comments_is_refused_rather_than_stripped() -> None:
    text = "{nominations: [{nominee: a, honour: b}]}  # ghi chú\n"
    after = NominationFile(nominations=(Nomination(nominee="a", honour="c"),))
    with pytest.raises(SpliceError, match="cannot be changed in part") as refused:
        edit(text, after, NOMINATIONS, "nominations/a.yaml")
    assert refused.value.reasons[0].args == {"file": "nominations/a.yaml"}
