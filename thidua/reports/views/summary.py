"""Everything recorded of one body in one period, as of the period's last day, and what is not recorded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import NamedTuple

from thidua.model.clusters import Cluster, Member
from thidua.model.common import Cite, Target
from thidua.model.frameworks import ScoreSheet
from thidua.model.periods import Period
from thidua.model.register import Place
from thidua.model.terms import label
from thidua.model.timeline import Term, in_force, members_during, members_on, parent_on, terms
from thidua.reports.lines import Cell, Entry, Line, Text
from thidua.reports.phrases import counted, fate, period_name
from thidua.reports.reading import NOT_RECORDED, Reading, absent
from thidua.reports.views.ballots import VoteView, vote_view
from thidua.reports.views.events import EventView, event_order, event_view
from thidua.reports.views.gaps import gaps
from thidua.reports.views.parts import (
    OFFICE_NAMES,
    FigureRow,
    GrantRow,
    NominationRow,
    OfficeRow,
    RecognitionRow,
    during,
    empty_office,
    fact_lines,
    figure_row,
    grant_row,
    named,
    nomination_rows,
    office_row,
    offices_name,
    recognition_row,
)
from thidua.text.days import last, overlap
from thidua.text.numbers import show_number
from thidua.text.say import Message, msg

YEAR = timedelta(days=366)


class MemberRow(NamedTuple):
    """A member on the day and what became of it."""

    unit: Cell
    later: Cell


class TargetRow(NamedTuple):
    """A target and what was reached."""

    name: Cell
    value: Cell
    achieved: Cell


class ScoreRow(NamedTuple):
    """A unit's total and grade."""

    unit: Cell
    total: Cell
    grade: Cell


class Summary(NamedTuple):
    """One chapter: one body in one period."""

    title: tuple[Text, ...]
    overview: tuple[Entry, ...]
    offices_name: Message | None
    """Chair and vice-chair as this kind of cluster calls them; None: the body is no cluster."""
    members_remark: Cell
    members: tuple[MemberRow, ...]
    offices: tuple[OfficeRow, ...]
    events: tuple[EventView, ...]
    targets: tuple[TargetRow, ...]
    scoring: tuple[Entry, ...]
    scores: tuple[ScoreRow, ...]
    nominations: tuple[NominationRow, ...]
    votes: tuple[VoteView, ...]
    recognitions: tuple[RecognitionRow, ...]
    grants: tuple[GrantRow, ...]
    figures: tuple[FigureRow, ...]
    following: tuple[OfficeRow, ...]
    gaps: tuple[Message, ...]


def summary(reading: Reading, place: Place) -> Summary:
    """The chapter for one period of one body; sources are numbered in the order of the sections."""
    register = reading.register
    period = reading.use(register.periods[place])
    cluster = register.clusters.get(place[1])
    members = _members(cluster, reading, period)
    return Summary(
        title=(*named(reading, place[1]), period_name(period)),
        overview=tuple(_overview(reading, period, cluster)),
        offices_name=offices_name(cluster) if cluster else None,
        members_remark=_members_remark(reading, cluster) if cluster else (),
        members=tuple(_member(reading, each) for each in members),
        offices=_offices(reading, cluster, period) if cluster else (),
        events=tuple(event_view(reading, each) for each in sorted(period.events, key=event_order)),
        targets=tuple(_target(reading, each) for each in period.targets),
        scoring=_scoring(reading, period),
        scores=tuple(_score(reading, each) for each in register.scores.get(place, ())),
        nominations=nomination_rows(reading, register.nominations.get(place, ())),
        votes=tuple(vote_view(reading, each) for each in register.votes.get(place, ())),
        recognitions=tuple(recognition_row(reading, each) for each in register.recognitions.get(place, ())),
        grants=tuple(grant_row(reading, *granted) for granted in reading.grants.get(place, ())),
        figures=tuple(figure_row(reading, each) for each in period.figures),
        following=_following(reading, cluster, period) if cluster else (),
        gaps=tuple(gaps(reading, place)),
    )


def _span(reading: Reading, period: Period) -> Message:
    """The days of the period as exactly as they are recorded."""
    since, until = reading.day(period.since), reading.day(period.until)
    return (
        Message("{day}", {"day": since})
        if period.since == period.until
        else msg("{since} to {until}", since=since, until=until)
    )


def _overview(reading: Reading, period: Period, cluster: Cluster | None) -> Iterator[Entry]:
    """What stands at the head of a chapter."""
    yield from _belongs(reading, period, cluster)
    yield Entry(msg("Period"), (reading.line(_span(reading, period), period),))
    if period.movements:
        yield Entry(
            msg("Emulation movements"), tuple(Line(reading.term("movements", each)) for each in period.movements)
        )
    if period.mottoes:
        yield Entry(msg("Mottoes"), tuple(Line(each) for each in period.mottoes))
    if cluster or period.covenant:
        yield Entry(msg("Covenant"), _covenant(reading, period))
    if plans := _plans(reading, period):
        yield Entry(msg("Plans in force"), plans)
    if cluster:
        yield Entry(msg("Regulation of the cluster"), _regulation(reading, cluster))
    if period.facts:
        yield Entry(msg("Also stated"), fact_lines(reading, period.facts))


def _belongs(reading: Reading, period: Period, cluster: Cluster | None) -> Iterator[Entry]:
    """Under whom the body stands; a unit that has ended since says so."""
    unit = reading.register.units.get(period.body)
    if cluster:
        yield Entry(msg("Organiser"), (Line(reading.name(cluster.organiser)),))
    elif unit:
        alive = min(reading.on, last(unit.end)) if unit.end else reading.on
        parent = parent_on(unit, alive)
        yield Entry(msg("Superior unit"), (Line(reading.at(alive).name(parent) if parent else NOT_RECORDED),))
    if became := fate(reading, period.body):
        yield Entry(msg("What became of it"), became)


def _covenant(reading: Reading, period: Period) -> Cell:
    covenant = period.covenant
    if covenant is None:
        return absent()
    day = reading.told(covenant.date, covenant.text_date)
    text = (
        msg("signed, {day}, {place}", day=day, place=covenant.place)
        if covenant.place
        else msg("signed, {day}", day=day)
    )
    parties = (Line(msg("by {unit}", unit=reading.name(each))) for each in covenant.parties)
    return (reading.line(text, covenant), *parties)


def _plans(reading: Reading, period: Period) -> Cell:
    """Plans of the period and of longer periods of the same body that it lies in; each with the plan it carries out."""
    spans = sorted(
        (other for other in reading.register.periods.values() if other.body == period.body),
        key=lambda other: (other is not period, other.period),
    )
    cites = (cite for other in spans if _touch(other, period) for cite in reading.use(other).plans)
    return tuple(_plan(reading, cite) for cite in dict.fromkeys(cites) if _runs(reading, cite, period))


def _touch(other: Period, period: Period) -> bool:
    return overlap(other.since, other.until, period.since, period.until)


def _runs(reading: Reading, cite: Cite, period: Period) -> bool:
    known = reading.footnotes.source(cite.source)
    return known is None or overlap(known.since, known.until, period.since, period.until)


def _plan(reading: Reading, cite: Cite) -> Line:
    known = reading.footnotes.source(cite.source)
    above = tuple(Cite(source=name) for name in known.under) if known else ()
    text = _plan_name(reading, cite)
    for higher in above:
        text = msg("{plan}; carries out {higher}", plan=text, higher=_plan_name(reading, higher))
    line = reading.cited(text, (cite, *above))
    return line._replace(unconfirmed=bool(known and known.confirmed is False))


def _plan_name(reading: Reading, cite: Cite) -> Text:
    known = reading.footnotes.source(cite.source)
    number = cite.number or (known.number if known else None)
    title, day = reading.footnotes.title(cite), cite.date or (known.date if known else None)
    if number is None or number == title:
        return title
    return msg("No. {number}, {day}: {title}", number=number, day=reading.day(day), title=title)


def _regulation(reading: Reading, cluster: Cluster) -> Cell:
    following = in_force(cluster.regulations, reading.on)
    known = reading.register.regulations.get(following.regulation) if following else None
    if known is None:
        return absent()
    reading.use(known)
    name = in_force(known.names, reading.on) or known.names[0]
    line = reading.line(name.name, known, unconfirmed=known.confirmed is False)
    reading.rule(known.id, msg("Regulation of the cluster"), line, None)
    return (line,)


def _members(cluster: Cluster | None, reading: Reading, period: Period) -> tuple[Member, ...]:
    """Members on the day; where the cluster or all its members ended before it, those of the period."""
    if cluster is None:
        return ()
    on_the_day = members_on(reading.register, cluster, reading.on)
    return on_the_day or members_during(reading.register, cluster, period.since, period.until)


def _member(reading: Reading, member: Member) -> MemberRow:
    return MemberRow(
        (reading.line(reading.name(member.unit), member),),
        fate(reading, member.unit) or absent(msg("no change recorded")),
    )


def _members_remark(reading: Reading, cluster: Cluster) -> Cell:
    known: dict[str | None, Message] = {
        "some": msg("The list of members is not whole: the source names some only."),
        "none": msg("The members are not recorded."),
        None: msg("Whether the list of members is whole is not recorded."),
    }
    said = known.get(cluster.members_known)
    count = counted(reading, cluster.member_count) if cluster.member_count else None
    stated = count._replace(text=msg("Number of members: {count}.", count=count.text)) if count else None
    whole = (reading.line(said, cluster),) if said else ()
    return (*whole, *((stated,) if stated else ()))


def _offices(reading: Reading, cluster: Cluster, period: Period) -> tuple[OfficeRow, ...]:
    """Chair, then vice-chair; a row says so where nobody is recorded."""
    return tuple(_rows(reading, cluster, (term for term in terms(reading.register, cluster) if during(term, period))))


def _following(reading: Reading, cluster: Cluster, period: Period) -> tuple[OfficeRow, ...]:
    """The terms that begin within a year after the period; nothing where none is recorded."""
    end = last(period.until)
    found = [term for term in terms(reading.register, cluster) if end < term.since <= end + YEAR]
    return tuple(_rows(reading, cluster, found)) if found else ()


def _rows(reading: Reading, cluster: Cluster, found: Iterable[Term]) -> Iterator[OfficeRow]:
    """The chair's terms, then the vice-chairs'."""
    held = tuple(found)
    for office in OFFICE_NAMES:
        rows = [office_row(reading, cluster, term) for term in held if term.office.office == office]
        yield from rows or [empty_office(cluster, office)]


def _target(reading: Reading, target: Target) -> TargetRow:
    whose = (Line(reading.name(target.unit)),) if target.unit else ()
    measure = f" {target.measure}" if target.measure else ""
    value, achieved = (f"{figure}{measure}" if figure else NOT_RECORDED for figure in (target.value, target.achieved))
    return TargetRow((reading.line(target.name, target), *whose), (Line(value),), (Line(achieved),))


def _scoring(reading: Reading, period: Period) -> tuple[Entry, ...]:
    scoring = period.scoring
    if scoring is None:
        return ()
    framework = reading.register.frameworks.get(scoring.framework or "")
    name: Text = (in_force(framework.names, reading.on) or framework.names[0]).name if framework else NOT_RECORDED
    parts = (scoring, reading.use(framework)) if framework else (scoring,)
    unconfirmed = bool(framework and framework.confirmed is False)
    scorers = tuple(Line(label("scorer", each)) for each in scoring.scorers)
    return (
        Entry(msg("Scoring framework"), (reading.line(name, *parts, unconfirmed=unconfirmed),)),
        Entry(msg("Scored by"), scorers or absent()),
        Entry(msg("Results published"), (Line(reading.day(scoring.published)),)),
    )


def _score(reading: Reading, sheet: ScoreSheet) -> ScoreRow:
    reading.use(sheet)
    total: Text = NOT_RECORDED if sheet.total is None else show_number(sheet.total, reading.lang)
    return ScoreRow(
        (reading.line(reading.name(sheet.unit), sheet),), (Line(total),), (Line(sheet.grade or NOT_RECORDED),)
    )
