"""References: every id names a record, and one that was there at the time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from thidua.checks.spans import span
from thidua.checks.walk import Filed, filed, parts, place, references, slots, slots_of, values
from thidua.model.fields import At, Part, PeriodRecord
from thidua.model.layout import kind_named
from thidua.model.problem import Problem
from thidua.model.register import Place, Register
from thidua.text.days import overlap
from thidua.text.nearest import nearest

_MISSPELT = 50
"""So many unknown ids may be slips of the pen; with more of them a whole file is missing, and nothing near is sought."""


def unknown_references(register: Register) -> Iterator[Problem]:
    """TD302: an id that names no record."""
    near: dict[tuple[str, str], str] = {}
    for file in filed(register):
        for refers, id_, at in _unknown(register, file):
            if (refers, id_) not in near:
                known = sorted(register.names(refers)) if len(near) < _MISSPELT else ()
                near[refers, id_] = ", ".join(nearest(id_, known))
            yield Problem("TD302", at, {"refers": refers, "id": id_, "near": near[refers, id_]})


def _unknown(register: Register, file: Filed) -> Iterator[tuple[str, str, At]]:
    body = _place_of(file)[1]
    if body and not register.knows("bodies", body):
        yield "bodies", body, At(file.file, 1)
    if all(register.knows(refers, id_) for refers, ids in file.names.items() for id_ in ids):
        return
    for record in file.records:
        for refers, id_, at in references(record, place(record)):
            if not register.knows(refers, id_):
                yield refers, id_, at


def _place_of(file: Filed) -> Place:
    """Period and body in which the file lies; empty where it lies in none."""
    first = next(iter(file.records), None)
    return (first.period, first.body) if isinstance(first, PeriodRecord) else ("", "")


def missing_periods(register: Register) -> Iterator[Problem]:
    """TD311: records of a period that has no period.yaml, so that no report would find them."""
    told: set[Place] = {("", ""), *register.periods}
    for file in sorted(filed(register), key=lambda file: file.file):
        if (key := _place_of(file)) not in told:
            told.add(key)
            missing = kind_named("period").path(period=key[0], body=key[1])
            yield Problem("TD311", At(file.file, 1), {"period": key[0], "body": key[1], "missing": missing})


def references_outside_life(register: Register) -> Iterator[Problem]:
    """TD303: a unit, cluster, honour, regulation or movement that was not there when it is used."""
    yield from _in_periods(register)
    yield from _in_dated_parts(register)
    yield from _in_decisions(register)


def _in_periods(register: Register) -> Iterator[Problem]:
    """What a record of a period names was there on some day of the period."""
    for file in filed(register):
        period = register.periods.get(_place_of(file))
        if period is None:
            continue
        use = (period.since, period.until)
        outside = {
            (refers, id_)
            for refers in ("units", "honours")
            for id_ in file.names.get(refers, ())
            if not _lived(register, refers, id_, use)
        }
        for record in file.records if outside else ():
            for refers, id_, at in references(record, place(record)):
                if (refers, id_) in outside:
                    yield _outside(register, refers, id_, use, at)


def _dated_with_references(kind: type[Part]) -> bool:
    return {"since", "until"} <= set(kind.__struct_fields__) and any(slot.refers for slot in slots(kind))


def _in_dated_parts(register: Register) -> Iterator[Problem]:
    """Parents, members, offices, regulations in force, blocks: from their first to their last day."""
    for part, at in parts(register, _dated_with_references):
        for slot in slots_of(part):
            for value, where in values(part, slot, at):
                use = (part.since, part.until)
                if isinstance(value, str) and not _lived(register, slot.refers or "", value, use):
                    yield _outside(register, slot.refers or "", value, use, where)


def _in_decisions(register: Register) -> Iterator[Problem]:
    for decision in register.decisions.values():
        use = (decision.date or decision.since, decision.date or decision.until)
        for index, grant in enumerate(decision.grants):
            if not _lived(register, "honours", grant.honour, use):
                yield _outside(register, "honours", grant.honour, use, place(decision) / "grants" / index / "honour")


Days = tuple[str | None, str | None]
"""First and last day, both included; None is open."""


def _life(register: Register, refers: str, id_: str) -> Days:
    """First and last day of a record; open where it has none, or is unknown, which another rule says."""
    record: Any = register.body(id_) if refers == "bodies" else getattr(register, refers).get(id_)
    if refers in {"units", "clusters", "bodies"}:
        return (record.begin, record.end) if record else (None, None)
    return (record.since, record.until) if record and refers != "sources" else (None, None)


def _lived(register: Register, refers: str, id_: str, use: Days) -> bool:
    return overlap(*_life(register, refers, id_), *use)


def _outside(register: Register, refers: str, id_: str, use: Days, at: At) -> Problem:
    life = span(*_life(register, refers, id_))
    return Problem("TD303", at, {"refers": refers, "id": id_, "life": life, "use": span(*use)})
