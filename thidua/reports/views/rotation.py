"""Who chaired a cluster, who chairs it, and who is next by which rule."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from thidua.desk.history import Service, history
from thidua.desk.rotation import PlanLine, plan
from thidua.model.clusters import Cluster, OfficeName
from thidua.model.regulations import Rotation
from thidua.model.terms import label, office_label
from thidua.model.timeline import holders_on, in_force
from thidua.reports.lines import Cell, Line, Text
from thidua.reports.phrases import fate
from thidua.reports.reading import NOT_RECORDED, Reading, absent
from thidua.reports.views.parts import OFFICE_NAMES, OfficeRow, named, office_row, offices_name
from thidua.text.letters import sort_key
from thidua.text.say import Message, msg


class ServedRow(NamedTuple):
    """How many terms a unit began up to the day."""

    unit: Cell
    chair: Cell
    vice_chair: Cell


class PresentRow(NamedTuple):
    """Who holds an office on the day."""

    office: Cell
    holder: Cell
    since: Cell


class PlanRow(NamedTuple):
    """Who takes an office, and why."""

    term: Cell
    office: Cell
    unit: Cell
    reason: Cell


class RotationView(NamedTuple):
    """One chapter: one cluster."""

    title: tuple[Text, ...]
    offices_name: Message
    office_names: tuple[Message, ...]
    rule: Cell
    history: tuple[OfficeRow, ...]
    present: tuple[PresentRow, ...]
    served: tuple[ServedRow, ...]
    plan: tuple[PlanRow, ...]
    open_points: Cell


def rotation(reading: Reading, cluster: Cluster) -> RotationView:
    """The chapter of one cluster on the day of the reading, with the plan for the next term."""
    reading.use(cluster)
    known = history(reading.register, cluster, reading.on)
    planned = plan(reading.register, cluster, reading.on)
    return RotationView(
        title=named(reading, cluster.id),
        offices_name=offices_name(cluster),
        office_names=tuple(office_label(cluster.kind, office) for office in OFFICE_NAMES),
        rule=_rule(reading, cluster),
        history=tuple(office_row(reading, cluster, term) for term in known.terms),
        present=tuple(row for office in OFFICE_NAMES for row in _present(reading, cluster, office)),
        served=_served(reading, known.services) if known.terms else (),
        plan=tuple(_planned(reading, cluster, line) for line in planned.lines),
        open_points=tuple(Line(each) for each in planned.open_points),
    )


def _planned(reading: Reading, cluster: Cluster, line: PlanLine) -> PlanRow:
    unit: Text = reading.name(line.unit) if line.unit else msg("not decided")
    since, until = map(reading.day, line.days)
    return PlanRow(
        (Line(since if since == until else msg("{since} to {until}", since=since, until=until)),),
        (Line(office_label(cluster.kind, line.office)),),
        (
            Line(unit, unconfirmed=bool(line.unit) and not line.confirmed),
            *(fate(reading, line.unit) if line.unit else ()),
        ),
        (reading.cited(line.reason, line.sources),),
    )


def _present(reading: Reading, cluster: Cluster, office: OfficeName) -> Iterator[PresentRow]:
    name = (Line(office_label(cluster.kind, office)),)
    holders = holders_on(reading.register, cluster, office, reading.on)
    for term in holders:
        unit: Text = reading.name(term.office.unit) if term.office.unit else NOT_RECORDED
        yield PresentRow(name, (reading.line(unit, term.office),), (Line(reading.day(term.office.since)),))
    if not holders:
        yield PresentRow(name, absent(), absent())


def _served(reading: Reading, services: Iterable[Service]) -> tuple[ServedRow, ...]:
    """Who served most stands first."""
    times: dict[str, dict[OfficeName, int]] = {}
    for service in services:
        times.setdefault(service.unit, {})[service.office] = service.times
    rows = sorted(
        times.items(), key=lambda row: (-row[1]["chair"], -row[1]["vice-chair"], sort_key(reading.name(row[0])))
    )
    return tuple(
        ServedRow((Line(reading.name(unit)),), *((Line(str(served[office])),) for office in OFFICE_NAMES))
        for unit, served in rows
    )


def _rule(reading: Reading, cluster: Cluster) -> Cell:
    following = in_force(cluster.regulations, reading.on)
    regulation = reading.register.regulations.get(following.regulation) if following else None
    found = in_force(regulation.rotation, reading.on) if regulation else None
    if regulation is None or found is None:
        return absent(msg("The rule of rotation is not recorded."))
    reading.use(regulation)
    line = reading.line(_rule_text(found), found, unconfirmed=found.confirmed is False)
    reading.rule(regulation.id, msg("Rule of rotation"), line, None)
    return (line,)


def _rule_text(rule: Rotation) -> Message:
    return msg(
        "Chair: {chair}; vice-chair: {vice}; months of a term: {months}; month in which it begins: {month}.",
        chair=label("choice", rule.chair),
        vice=label("choice", rule.vice_chair) if rule.vice_chair else NOT_RECORDED,
        months=NOT_RECORDED if rule.term_months is None else rule.term_months,
        month=NOT_RECORDED if rule.starts_month is None else rule.starts_month,
    )
