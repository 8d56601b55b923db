"""Small registers in Python: units "Đơn vị 001" of one cluster, and the records around them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from thidua.desk.change import Change, Refusal
from thidua.model.clusters import Cluster, InForce, Member, Office
from thidua.model.common import DatedName, DatedWords
from thidua.model.fields import Part, PeriodRecord
from thidua.model.honours import Honour, HonourFile
from thidua.model.layout import filed, kind_named
from thidua.model.movements import Movement
from thidua.model.nominations import Nomination, NominationFile
from thidua.model.periods import Event, Period
from thidua.model.register import Document, Register, build
from thidua.model.regulations import BallotRule, Regulation, Rotation
from thidua.model.units import Parent, Unit, UnitFile
from thidua.text.say import Message, Voice

ENGLISH = Voice("en")
BODY, YEAR, FLAG, MEDAL = "cum-1", "2024", "co-thi-dua", "bang-khen"


def unit(number: int, **values: Any) -> Unit:
    values = {"parents": (Parent(unit="bo"),)} | values
    return Unit(id=name(number), kind="department", names=(DatedName(name=f"Đơn vị {number:03}"),), **values)


def name(number: int) -> str:
    return f"dv-{number:03}"


def names(count: int) -> tuple[str, ...]:
    return tuple(name(number) for number in range(1, count + 1))


def cluster(members: Iterable[str | Member] = (), offices: Iterable[Office] = (), **values: Any) -> Cluster:
    values = {"members_known": "all", "regulations": (InForce(regulation="quy-che"),)} | values
    return Cluster(
        id=BODY,
        kind="cum",
        organiser="bo",
        names=(DatedName(name="Cụm thi đua số 1"),),
        members=tuple(Member(unit=each) if isinstance(each, str) else each for each in members),
        offices=tuple(offices),
        **values,
    )


def regulation(rotation: Iterable[Rotation] = (), ballot: Iterable[BallotRule] = (), **values: Any) -> Regulation:
    return Regulation(
        id="quy-che", names=(DatedName(name="Quy chế"),), rotation=tuple(rotation), ballot=tuple(ballot), **values
    )


def honours() -> HonourFile:
    return HonourFile(
        honours=(
            honour(MEDAL, category="form", recipients=("collective", "individual"), until="2024-06"),
            honour("bieu-duong", category="recognition", recipients=("collective",)),
            honour("chien-si", category="title", recipients=("individual",)),
            honour(FLAG, category="title", recipients=("collective",), movements=("vi-an-ninh",)),
        )
    )


def honour(honour_id: str, **values: Any) -> Honour:
    return Honour(id=honour_id, names=(DatedWords(vi=honour_id),), **values)


def movements() -> tuple[Movement, ...]:
    return tuple(Movement(id=each, names=(DatedWords(vi=each),)) for each in ("vi-an-ninh", "yeu-nuoc"))


def year(body: str = BODY) -> Period:
    event = Event(id="tong-ket", purposes=("year-end",), date="2024-11-25")
    return Period(period=YEAR, body=body, kind="year", since="2024-01-01", until="2024-12-31", events=(event,))


def nomination(nominee: Any, honour_id: str = FLAG, **values: Any) -> Nomination:
    return Nomination(period=YEAR, body=BODY, nominee=nominee, honour=honour_id, **values)


def nominations(*numbers: int) -> dict[str, Part]:
    """Each unit's file with its nomination for the flag."""
    return {
        f"periods/{YEAR}/{BODY}/nominations/{name(n)}.yaml": NominationFile(nominations=(nomination(name(n)),))
        for n in numbers
    }


def register(*parts: Part, units: Iterable[Unit] = (), files: dict[str, Part] | None = None) -> Register:
    """A register of these files, with the ministry "bo" above the units."""
    ministry = Unit(id="bo", kind="ministry", names=(DatedName(name="Bộ"),))
    listed = UnitFile(units=(ministry, *units))
    documents = {
        "units/bo.yaml": listed,
        "honours/nganh.yaml": honours(),
        **{_path(p): p for p in (*movements(), *parts)},
    }
    found, problems = build(_document(path, part) for path, part in {**documents, **(files or {})}.items())
    assert problems == []
    return found


def after(known: Register, change: Change) -> Register:
    """The register once the change is written."""
    documents = {**known.documents, **{each.file: Document(each.file, each.kind, each.after) for each in change.files}}
    for each in change.files:
        assert each.before == (known.documents[each.file].content if each.file in known.documents else None)
    found, problems = build(documents.values())
    assert problems == []
    return found


_KINDS: dict[type[Part], str] = {Cluster: "cluster", Regulation: "regulation", Movement: "movement", Period: "period"}


def _path(part: Any) -> str:
    kind = kind_named(_KINDS.get(type(part), "vote"))
    if isinstance(part, PeriodRecord):
        return kind.path(period=part.period, body=part.body, name=getattr(part, "id", ""))
    return kind.path(name=part.id)


def _document(path: str, part: Part) -> Document:
    found = filed(path)
    assert found
    return Document(path, found.kind, part)


def said(messages: Iterable[Message]) -> str:
    """What the clerk reads, in English, one sentence a line."""
    return "\n".join(" ".join(ENGLISH(message).split()) for message in messages)


@contextmanager
def refusing(*sentences: str) -> Iterator[None]:
    """The procedure inside refuses, and what the clerk reads contains each of these."""
    with pytest.raises(Refusal) as refusal:
        yield
    text = said(refusal.value.reasons)
    for sentence in sentences:
        assert sentence in text
