"""Sources: what stands in the register without one, and what is used although nobody has confirmed it."""

from __future__ import annotations

from collections.abc import Iterator

from thidua.checks.walk import Filed, filed, parts, parts_of, place
from thidua.model.clusters import Cluster
from thidua.model.common import Conflict
from thidua.model.fields import At, Part
from thidua.model.honours import Honour
from thidua.model.problem import Problem
from thidua.model.register import Register
from thidua.text.say import Message, msg


def facts_without_source(register: Register) -> Iterator[Problem]:
    """TD701: an office, event, recognition or decision that rests on nothing."""
    for part, at, record in _facts(register):
        if not part.sources:  # type: ignore[attr-defined]
            yield Problem("TD701", at, {"record": record})


def _facts(register: Register) -> Iterator[tuple[Part, At, Message]]:
    for cluster in register.clusters.values():
        for index, office in enumerate(cluster.offices):
            yield office, place(cluster) / "offices" / index, msg("term of office")
    for period in register.periods.values():
        for index, event in enumerate(period.events):
            yield event, place(period) / "events" / index, msg("event")
    for recognitions in register.recognitions.values():
        yield from ((each, place(each), msg("recognition")) for each in recognitions)
    yield from ((each, place(each), msg("decision")) for each in register.decisions.values())


def _may_be_unconfirmed(kind: type[Part]) -> bool:
    return "confirmed" in kind.__struct_fields__


def unconfirmed_in_use(register: Register) -> Iterator[Problem]:
    """TD702: an honour, regulation, framework or succession that is used and marked as unconfirmed.

    One note for each record: a leader asks whether the rules of an honour are certain, not of each value.
    """
    used = _used(register)
    for kind in ("units", "honours", "regulations", "frameworks"):
        for record in getattr(register, kind).values():
            if record.id in used[kind]:
                inside = parts_of(record, place(record), _may_be_unconfirmed)
                found = (at for part, at in inside if part.confirmed is False)
                if at := next(found, None):
                    yield Problem("TD702", at / "confirmed", {"id": record.id})


def _is_conflict(kind: type[Part]) -> bool:
    return kind is Conflict


def sources_that_disagree(register: Register) -> Iterator[Problem]:
    """TD703: what another source says differently."""
    for conflict, at in parts(register, _is_conflict):
        yield Problem("TD703", at, {"key": conflict.field, "value": conflict.value})


def _used(register: Register) -> dict[str, set[str]]:
    """Ids that records of other kinds name, by kind; of units those in clusters, where a succession ends offices."""
    used: dict[str, set[str]] = {"units": set(), "honours": set(), "regulations": set(), "frameworks": set()}
    for file in filed(register):
        for refers in used:
            if _is_use(refers, file):
                used[refers] |= file.names.get(refers, set())
    return used


def _is_use(refers: str, file: Filed) -> bool:
    kind = type(file.records[0]) if file.records else None
    return kind is Cluster if refers == "units" else kind is not Honour
