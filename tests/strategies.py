"""Any document that the model can hold, made from the shapes of its types."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from thidua.model.layout import KINDS, Kind
from thidua.model.shape import EitherShape, ListShape, RecordShape, ScalarShape, Shape, record_shape
from thidua.text.letters import nfc

_TEXT = st.text(
    st.one_of(
        st.sampled_from("aăâbcdđeêghiklmnoôơpqrstuưvxyàảãáạộữ ABC: #-'\"\\|>[]{}&*!%@`~,?=<0123456789\n–“”\xa0"),
        st.characters(exclude_categories=["Cs"], exclude_characters="\t"),
    ),
    min_size=1,
    max_size=40,
).map(nfc)
_WORDY = st.sampled_from(
    ("no", "yes", "true", "null", "~", "0123", "1.10", "2024", "2024-11-25", "Cụm: 5", "a #b", "- x", "3 Nhất")
)
_DAYS = st.integers(0, 365 * 60).map(lambda n: (date(1980, 1, 1) + timedelta(days=n)).isoformat())
_IDS = st.from_regex(r"[a-z][a-z0-9]{0,5}(-[a-z0-9]{1,4}){0,2}", fullmatch=True)


def scalars(shape: ScalarShape) -> st.SearchStrategy[Any]:
    """Values of one scalar."""
    return {
        "text": st.one_of(_TEXT, _WORDY.filter(lambda word: word not in {"null", "~"}), _WORDY),
        "id": _IDS,
        "period": st.sampled_from(("2024", "2024-2025", "2015-2020")),
        "day": st.one_of(_DAYS, _DAYS.map(lambda day: day[:7]), _DAYS.map(lambda day: day[:4])),
        "fraction": st.tuples(st.integers(1, 99), st.integers(1, 99)).map(lambda pair: f"{pair[0]}/{pair[1]}"),
        "word": st.sampled_from(shape.words or ("",)),
        "int": st.integers(-10, 100_000),
        "bool": st.booleans(),
        "decimal": st.integers(-10_000, 10_000).map(lambda n: Decimal(n) / 100),
    }[shape.kind]


def values(shape: Shape, depth: int = 0) -> st.SearchStrategy[Any]:
    """Values of any shape; deep lists grow short."""
    if isinstance(shape, ScalarShape):
        return scalars(shape)
    if isinstance(shape, EitherShape):
        return st.one_of(scalars(shape.scalar), values(shape.record, depth))
    if isinstance(shape, ListShape):
        return st.lists(values(shape.item, depth + 1), min_size=1, max_size=3 if depth < 2 else 1).map(tuple)
    return records(shape, depth)


def records(shape: RecordShape, depth: int = 0) -> st.SearchStrategy[Any]:
    """Records of one type: what is required, and any of the rest."""
    required = {f.attribute: values(f.shape, depth + 1) for f in shape.fields if f.required}
    optional = {f.attribute: values(f.shape, depth + 1) for f in shape.fields if not f.required}
    few = st.lists(st.sampled_from(sorted(optional)), max_size=4, unique=True) if optional else st.just([])
    return few.flatmap(
        lambda chosen: st.fixed_dictionaries({**required, **{name: optional[name] for name in chosen}})
    ).map(lambda found: shape.type(**found))


def documents(kind: Kind) -> st.SearchStrategy[Any]:
    """Documents of one kind of file."""
    return records(record_shape(kind.document))


def any_document() -> st.SearchStrategy[tuple[Kind, Any]]:
    """A kind of file and a document of it."""
    return st.sampled_from(KINDS).flatmap(lambda kind: documents(kind).map(lambda document: (kind, document)))
