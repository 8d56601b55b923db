"""Identity: ids, names of files and names of units that must not be taken for each other."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain, combinations
from typing import Any

from thidua.checks.walk import place
from thidua.model.common import DatedName
from thidua.model.config import FORMAT
from thidua.model.fields import At, Record
from thidua.model.frameworks import ScoreSheet
from thidua.model.keys import called, nomination_key
from thidua.model.layout import filed, kind_named
from thidua.model.nominations import Nomination, NominationFile
from thidua.model.problem import Problem
from thidua.model.register import Register
from thidua.model.units import Parent, Unit
from thidua.text.days import overlap
from thidua.text.letters import alike
from thidua.text.nearest import nearest

_PIECE = re.compile("-[0-9]+$")


def other_format(register: Register) -> Iterator[Problem]:
    """TD110: a register written for another version of the program."""
    if register.config.format != FORMAT:
        args = {"found": register.config.format, "known": FORMAT}
        yield Problem("TD110", place(register.config) / "format", args)


def ids_unlike_files(register: Register) -> Iterator[Problem]:
    """TD304: a record whose id is not the name of its file."""
    for document in register.documents.values():
        name = _name(document.file)
        if name and isinstance(document.content, Record):
            key = "unit" if isinstance(document.content, ScoreSheet) else "id"
            id_ = getattr(document.content, key)
            if id_ != name:
                yield Problem("TD304", At(document.file, 1, (key,)), {"id": id_, "name": name})


def _name(file: str) -> str | None:
    found = filed(file)
    return found.names.get("name") if found else None


def nominated_twice(register: Register) -> Iterator[Problem]:
    """TD305: the same nominee and honour twice in a period of a body."""
    for nominations in register.nominations.values():
        if len(set(map(nomination_key, nominations))) == len(nominations):
            continue
        first: dict[tuple[str, str], Nomination] = {}
        for nomination in sorted(nominations, key=lambda each: (place(each).file, place(each).line)):
            key = nomination_key(nomination)
            if (known := first.setdefault(key, nomination)) is not nomination:
                at = place(known)
                args = {"nominee": key[0], "honour": key[1], "file": at.file, "line": at.line}
                yield Problem("TD305", place(nomination) / "nominee", args)


def nominations_in_foreign_files(register: Register) -> Iterator[Problem]:
    """TD306: a nomination in the file of a unit to which the nominee does not belong."""
    for document in register.documents.values():
        if not isinstance(document.content, NominationFile):
            continue
        unit = _name(document.file) or ""
        if unit not in register.units:  # a large file is split: ca-hung-yen-2.yaml
            unit = _PIECE.sub("", unit)
        for nomination in document.content.nominations:
            who = nomination.nominee
            home = who if isinstance(who, str) else who.unit
            if home and home != unit and home in register.units and not _belongs(register, home, unit):
                yield Problem("TD306", place(nomination) / "nominee", {"nominee": called(who), "unit": unit})


def _belongs(register: Register, home: str, unit: str) -> bool:
    """Whether the unit stands above the other at any time."""
    above, left = set[str](), [home]
    while left:
        if (next_ := left.pop()) in above:
            continue
        above.add(next_)
        known = register.units.get(next_)
        left += [parent.unit for parent in known.parents] if known else []
    return unit in above


def bodies_of_one_id(register: Register) -> Iterator[Problem]:
    """TD307: a cluster and a unit with the same id."""
    for id_ in register.clusters.keys() & register.units.keys():
        yield Problem("TD307", place(register.clusters[id_]) / "id", {"id": id_})


def unknown_events(register: Register) -> Iterator[Problem]:
    """TD308: an event that its period does not have."""
    for key in {*register.periods, *register.nominations, *register.votes, *register.recognitions}:
        period = register.periods.get(key)
        known = {event.id for event in period.events} if period else set()
        for event, at in _events_named(register, key):
            if event not in known:
                file = kind_named("period").path(period=key[0], body=key[1])
                near = ", ".join(nearest(event, sorted(known)))
                args = {"period": key[0], "body": key[1], "event": event, "file": file, "near": near}
                yield Problem("TD308", at, args)


def _events_named(register: Register, key: tuple[str, str]) -> Iterator[tuple[str, At]]:
    for records in (register.nominations, register.votes, register.recognitions):
        found: Iterable[Any] = records.get(key, ())
        yield from ((record.event, place(record) / "event") for record in found if record.event)
    period = register.periods.get(key)
    for index, proposal in enumerate(period.proposals if period else ()):
        if period and proposal.event:
            yield proposal.event, place(period) / "proposals" / index / "event"


def unknown_criteria(register: Register) -> Iterator[Problem]:
    """TD312: points for a criterion that the score table does not have."""
    for sheet in chain.from_iterable(register.scores.values()):
        framework = register.frameworks.get(sheet.framework or "")
        known = {each.id for section in framework.sections for each in section.criteria} if framework else None
        for index, mark in enumerate(sheet.marks):
            if known is not None and mark.criterion not in known:
                args = {"framework": sheet.framework, "criterion": mark.criterion}
                near = ", ".join(nearest(mark.criterion, sorted(known)))
                yield Problem("TD312", place(sheet) / "marks" / index / "criterion", {**args, "near": near})


def units_of_one_name(register: Register) -> Iterator[Problem]:
    """TD309: two units of one superior that bear the same name at the same time."""
    called: dict[tuple[str, str], list[tuple[Unit, DatedName, Parent]]] = defaultdict(list)
    for unit in sorted(register.units.values(), key=lambda unit: unit.id):
        for name in unit.names:
            for parent in unit.parents:
                called[parent.unit, alike(name.name)].append((unit, name, parent))
    for (parent_id, _), bearers in called.items():
        for one, other in combinations(bearers, 2):
            if one[0] is not other[0] and _same_time(one, other):
                names = {"parent": parent_id, "name": other[1].name}
                args = {**names, "unit": one[0].id, "other": other[0].id}
                yield Problem("TD309", place(other[0]) / "names", args)


def _same_time(one: tuple[Unit, DatedName, Parent], other: tuple[Unit, DatedName, Parent]) -> bool:
    """Whether every span of the one shares a day with every span of the other."""
    spans = [
        [(unit.begin, unit.end), (name.since, name.until), (up.since, up.until)] for unit, name, up in (one, other)
    ]
    return all(overlap(*a, *b) for a in spans[0] for b in spans[1])


def ids_twice_in_a_list(register: Register) -> Iterator[Problem]:
    """TD310: an id that is to be unique within its record."""
    for period in register.periods.values():
        yield from _twice((event.id, place(period) / "events" / i) for i, event in enumerate(period.events))
        yield from _twice((each.id, place(period) / "proposals" / i) for i, each in enumerate(period.proposals))
    for framework in register.frameworks.values():
        sections = [(section, place(framework) / "sections" / i) for i, section in enumerate(framework.sections)]
        yield from _twice((section.id, at) for section, at in sections)
        criteria = (
            (each.id, at / "criteria" / i) for section, at in sections for i, each in enumerate(section.criteria)
        )
        yield from _twice(criteria)


def _twice(ids: Iterable[tuple[str, At]]) -> Iterator[Problem]:
    seen = set[str]()
    for id_, at in ids:
        if id_ in seen:
            yield Problem("TD310", at / "id", {"id": id_})
        seen.add(id_)
