"""Everything read, indexed, immutable: the one value that checks, desk and reports work on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from types import MappingProxyType
from typing import Any, NamedTuple, TypeVar

from thidua.model.clusters import Cluster
from thidua.model.config import FORMAT, Config
from thidua.model.decisions import Decision, Grant
from thidua.model.fields import At, Part, Record
from thidua.model.frameworks import Framework, ScoreSheet
from thidua.model.honours import Honour, HonourFile
from thidua.model.keys import recipient_key
from thidua.model.layout import Kind
from thidua.model.movements import Movement
from thidua.model.nominations import Nomination, NominationFile
from thidua.model.periods import Period
from thidua.model.problem import Problem
from thidua.model.recognitions import Recognition
from thidua.model.regulations import Regulation
from thidua.model.sources import Source, SourceFile
from thidua.model.units import Unit, UnitFile
from thidua.model.votes import Vote

T = TypeVar("T")
R = TypeVar("R", bound=Record)
K = TypeVar("K")
Place = tuple[str, str]
"""Period and body: ``("2024", "bca-cum-5")``."""


class Document(NamedTuple):
    """One file of the register, typed."""

    file: str
    kind: Kind
    content: Part


class Granted(NamedTuple):
    """One award, refusal or revocation, and the decision that made it."""

    grant: Grant
    decision: Decision


class Register(NamedTuple):
    """The records by their natural keys. Records of a period lie under ``(period, body)``, in the order of files and lines."""

    config: Config
    sources: Mapping[str, Source]
    units: Mapping[str, Unit]
    clusters: Mapping[str, Cluster]
    honours: Mapping[str, Honour]
    regulations: Mapping[str, Regulation]
    frameworks: Mapping[str, Framework]
    movements: Mapping[str, Movement]
    periods: Mapping[Place, Period]
    scores: Mapping[Place, tuple[ScoreSheet, ...]]
    nominations: Mapping[Place, tuple[Nomination, ...]]
    votes: Mapping[Place, tuple[Vote, ...]]
    recognitions: Mapping[Place, tuple[Recognition, ...]]
    decisions: Mapping[str, Decision]
    grants: Mapping[tuple[str, str], tuple[Granted, ...]]
    """What was decided, by recipient (see ``keys.recipient_key``) and honour."""
    replaced: Mapping[str, Decision]
    """The decision that took the place of another, by the id of the one replaced, which grants nothing any more."""
    documents: Mapping[str, Document]
    """Every file by its path, as read."""

    def body(self, name: str) -> Unit | Cluster | None:
        """The unit or cluster with this id."""
        return self.clusters.get(name) or self.units.get(name)

    def knows(self, kind: str, name: str) -> bool:
        """Whether a record of ``kind`` (an attribute of the register, or ``bodies``) has this id."""
        return self.body(name) is not None if kind == "bodies" else name in getattr(self, kind)

    def names(self, kind: str) -> Iterable[str]:
        """All ids of ``kind``."""
        return chain(self.units, self.clusters) if kind == "bodies" else getattr(self, kind)

    def records(self) -> Iterator[Record]:
        """Every record, in the order of files and lines."""
        for document in self.documents.values():
            yield from records_of(document)


def records_of(document: Document) -> Iterator[Record]:
    """The records that a file holds: itself, or the records of its list."""
    if document.kind.records:
        yield from getattr(document.content, document.kind.records)
    elif isinstance(document.content, Record):
        yield document.content


def build(documents: Iterable[Document]) -> tuple[Register, list[Problem]]:
    """The register of these files, and the problem of every key that is there twice; the first of two is kept."""
    files = {document.file: document for document in documents}
    problems: list[Problem] = []
    shelf = _Shelf(files.values(), problems)
    decisions = shelf.by_id(None, "", Decision)
    return (
        Register(
            config=next(iter(shelf.all(Config)), Config(format=FORMAT)),
            sources=shelf.by_id(SourceFile, "sources", Source),
            units=shelf.by_id(UnitFile, "units", Unit),
            clusters=shelf.by_id(None, "", Cluster),
            honours=shelf.by_id(HonourFile, "honours", Honour),
            regulations=shelf.by_id(None, "", Regulation),
            frameworks=shelf.by_id(None, "", Framework),
            movements=shelf.by_id(None, "", Movement),
            periods=MappingProxyType({(p.period, p.body): p for p in shelf.all(Period)}),
            scores=_grouped(shelf.all(ScoreSheet)),
            nominations=_grouped(chain.from_iterable(f.nominations for f in shelf.all(NominationFile))),
            votes=_grouped(shelf.all(Vote)),
            recognitions=_grouped(shelf.all(Recognition)),
            decisions=decisions,
            grants=_granted(decisions.values()),
            replaced=MappingProxyType({old: new for new in decisions.values() for old in new.replaces}),
            documents=MappingProxyType(files),
        ),
        problems,
    )


class _Shelf:
    """The documents sorted by type, while a register is being built."""

    def __init__(self, documents: Iterable[Document], problems: list[Problem]) -> None:
        self.problems = problems
        self.types: dict[type, list[Any]] = {}
        for document in documents:
            self.types.setdefault(type(document.content), []).append(document.content)

    def all(self, kind: type[T]) -> list[T]:
        return self.types.get(kind, [])

    def by_id(self, file: type[Part] | None, records: str, kind: type[R]) -> Mapping[str, R]:
        found = chain.from_iterable(getattr(f, records) for f in self.all(file)) if file else iter(self.all(kind))
        return MappingProxyType(_unique(found, lambda record: record.id, self.problems))


def _unique(records: Iterable[R], key: Callable[[Any], K], problems: list[Problem]) -> dict[K, R]:
    index: dict[K, R] = {}
    for record in records:
        first = index.setdefault(key(record), record)
        if first is not record and record.at and first.at:
            place = record.at / "id"
            problems.append(Problem("TD301", place, {"id": key(record), "file": first.at.file, "line": first.at.line}))
    return index


def _grouped(records: Iterable[Any]) -> Mapping[Place, tuple[Any, ...]]:
    groups: dict[Place, list[Any]] = {}
    for record in records:
        groups.setdefault((record.period, record.body), []).append(record)
    return MappingProxyType({place: tuple(found) for place, found in groups.items()})


def _granted(decisions: Iterable[Decision]) -> Mapping[tuple[str, str], tuple[Granted, ...]]:
    found: dict[tuple[str, str], list[Granted]] = {}
    for decision in decisions:
        for grant in decision.grants:
            found.setdefault((recipient_key(grant.recipient), grant.honour), []).append(Granted(grant, decision))
    return MappingProxyType({key: tuple(granted) for key, granted in found.items()})


NOWHERE = At("", 0)
"""The place of a record that was never read from a file."""
