"""Rows that several reports share: offices, nominations, recognitions, grants, figures."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from thidua.desk.reasons import joined
from thidua.model.clusters import Cluster, OfficeName
from thidua.model.common import Count, Fact, Recipient
from thidua.model.decisions import Decision, Grant
from thidua.model.fields import PeriodRecord
from thidua.model.honours import Honour
from thidua.model.keys import nomination_key, recipient_key
from thidua.model.nominations import Nomination
from thidua.model.periods import Figure, Period, Proposal
from thidua.model.recognitions import Recognition
from thidua.model.standing import Standing, standings
from thidua.model.terms import label, office_label
from thidua.model.timeline import SUCCEEDED, Term
from thidua.model.votes import Vote
from thidua.reports.lines import Cell, Line, Text
from thidua.reports.phrases import counted, decision_line, end_of_term, fate
from thidua.reports.reading import NOT_RECORDED, Reading, absent
from thidua.text.days import first, last
from thidua.text.letters import sort_key
from thidua.text.say import Message, Voice, msg

LEVELS = ("state", "government", "ministry", "province", "command", "grassroots")
OFFICE_NAMES: tuple[OfficeName, ...] = ("chair", "vice-chair")
DECIDED = frozenset({"awarded", "refused", "revoked"})


class OfficeRow(NamedTuple):
    """A term of office, as planned and as it ran."""

    office: Cell
    holder: Cell
    began: Cell
    planned: Cell
    ended: Cell


class NominationRow(NamedTuple):
    """A nomination and everything that became of it; never an award unless a decision says so."""

    nominee: Cell
    honour: Cell
    level: Cell
    standing: Cell


class RecognitionRow(NamedTuple):
    """Praise that is not an award."""

    honour: Cell
    by: Cell
    counts: Cell
    names: Cell


class GrantRow(NamedTuple):
    """What an authority decided for one recipient."""

    recipient: Cell
    honour: Cell
    level: Cell
    verdict: Cell
    decision: Cell


class FigureRow(NamedTuple):
    """A count stated for a whole period."""

    name: Cell
    counts: Cell


def office_row(reading: Reading, cluster: Cluster, term: Term) -> OfficeRow:
    """One row of the table of offices; the holder's name is that of the first day of the term."""
    then = reading.at(term.since)
    office = term.office
    return OfficeRow(
        (Line(office_label(cluster.kind, office.office)),),
        (*_holder(then, term), *((Line(label("office how", office.how)),) if office.how else ())),
        (Line(reading.day(office.since)),),
        (Line(reading.day(office.until)),),
        (
            Line(end_of_term(reading, term)),
            *(fate(reading, office.unit) if office.unit and term.reason in SUCCEEDED else ()),
        ),
    )


def _holder(reading: Reading, term: Term) -> Cell:
    office = term.office
    unit: Text = reading.name(office.unit) if office.unit else NOT_RECORDED
    first = reading.line(unit, office)
    if office.person is None:
        return (first,)
    person = reading.person(office.person)
    return (first, person) if office.unit else (first._replace(text=person.text),)


def offices_name(cluster: Cluster) -> Message:
    """Cụm trưởng, Cụm phó; Khối trưởng, Khối phó."""
    return joined(*(office_label(cluster.kind, office) for office in OFFICE_NAMES), between=", ")


def during(term: Term, period: Period) -> bool:
    """Whether a term, as it ran, touches the period."""
    return term.since <= last(period.until) and (term.until is None or first(period.since) <= term.until)


def empty_office(cluster: Cluster, office: OfficeName) -> OfficeRow:
    """The row that says nobody is recorded."""
    return OfficeRow((Line(office_label(cluster.kind, office)),), absent(), absent(), absent(), absent())


def nomination_rows(reading: Reading, nominations: Iterable[Nomination]) -> tuple[NominationRow, ...]:
    """The highest level first, then by honour and nominee."""
    return tuple(_nomination_row(reading, each) for each in sorted(nominations, key=lambda each: _rank(reading, each)))


def _rank(reading: Reading, nomination: Nomination) -> tuple[int, str, str]:
    return (*_honour_rank(reading, nomination.honour), sort_key(_plain(reading, nomination.nominee)))


def _honour_rank(reading: Reading, honour: str) -> tuple[int, str]:
    known: Honour | None = reading.register.honours.get(honour)
    level = LEVELS.index(known.level) if known and known.level else len(LEVELS)
    return level, honour


def _plain(reading: Reading, who: str | Recipient) -> str:
    text = reading.who(who)
    return text if isinstance(text, str) else Voice("en")(text)


def _nomination_row(reading: Reading, nomination: Nomination) -> NominationRow:
    reading.use(nomination)
    passed = standings(reading.register, nomination)
    own = reading.line("", nomination)
    honour = (reading.honour(nomination.honour), *movement(reading, nomination.movement))
    return NominationRow(
        (
            own._replace(text=reading.who(nomination.nominee)),
            *((counted(reading, nomination.count),) if nomination.count else ()),
        ),
        honour,
        (Line(reading.level(nomination.honour)),),
        (*(_standing(reading, nomination, each) for each in passed), *_undecided(passed)),
    )


def movement(reading: Reading, name: str | None) -> Cell:
    """The movement in which something was earned; nothing where it is not recorded."""
    return (Line(msg("movement “{name}”", name=reading.term("movements", name))),) if name else ()


def _undecided(passed: tuple[Standing, ...]) -> Cell:
    """A proposal is never shown as an award: without a decision the row says so."""
    if passed[-1].state in DECIDED | {"withdrawn", "not-honoured"}:
        return ()
    return (Line(msg("no decision recorded")),)


def _standing(reading: Reading, nomination: Nomination, standing: Standing) -> Line:
    evidence, state = standing.evidence, label("state", standing.state)
    match evidence:
        case Decision():
            line = decision_line(reading, evidence)
            return line._replace(text=msg("{state}: {decision}", state=state, decision=line.text))
        case Vote():
            return _voted(reading, evidence, state)
        case Period() if standing.state == "proposed":
            return _proposed(reading, evidence, nomination, standing)
        case _:
            reasons = _step(reading, nomination, standing)
            return reasons._replace(text=_on(reading, state, standing.day))


def _on(reading: Reading, state: Message, day: str | None) -> Message:
    return msg("{state} on {day}", state=state, day=reading.day(day)) if day else state


def _step(reading: Reading, nomination: Nomination, standing: Standing) -> Line:
    """Why and by which source a nomination was sent back or withdrawn."""
    steps = {"returned": nomination.returned, "withdrawn": (nomination.withdrawn,)}.get(standing.state, ())
    found = next((step for step in steps if step and step.date == standing.day), None)
    return reading.cited("", found.sources, found.reason) if found else Line("")


def _voted(reading: Reading, vote: Vote, state: Message) -> Line:
    reading.use(vote)
    how = label("method", vote.method) if vote.method else msg("method not recorded")
    day = vote.closed or event_day(reading, vote, vote.event)
    text = _on(reading, msg("{state} ({how})", state=state, how=how), day)
    return reading.cited(text, vote.outcome.sources if vote.outcome and vote.outcome.sources else vote.sources)


def event_day(reading: Reading, record: PeriodRecord, event: str | None) -> str | None:
    """The day of the event of the same period at which something happened."""
    period = reading.register.periods.get((record.period, record.body))
    return next((each.date for each in (period.events if period else ()) if each.id == event), None)


def _proposed(reading: Reading, period: Period, nomination: Nomination, standing: Standing) -> Line:
    proposal = _proposal_of(reading.use(period), nomination, standing)
    to = proposal.to or msg("addressee not recorded")
    meeting = event_day(reading, period, proposal.event)
    number = proposal.number or NOT_RECORDED
    text = msg("{state} ({to}; proposal letter: {number})", state=label("state", "proposed"), to=to, number=number)
    if proposal.date is None and meeting:
        return reading.line(msg("{state}, at the meeting of {day}", state=text, day=reading.day(meeting)), proposal)
    return reading.line(_on(reading, text, proposal.date), proposal)


def _proposal_of(period: Period, nomination: Nomination, standing: Standing) -> Proposal:
    same = [
        proposal
        for proposal in period.proposals
        if proposal.date == standing.day
        and any((recipient_key(item.nominee), item.honour) == nomination_key(nomination) for item in proposal.items)
    ]
    return same[0]


def recognition_row(reading: Reading, recognition: Recognition) -> RecognitionRow:
    """Counts as stated, names as far as they are known."""
    reading.use(recognition)
    day = recognition.date or event_day(reading, recognition, recognition.event)
    by: Text = reading.name(recognition.by) if recognition.by else NOT_RECORDED
    subject = (Line(recognition.subject),) if recognition.subject else ()
    honour = reading.line(reading.term("honours", recognition.honour), recognition)
    return RecognitionRow(
        (honour, *subject, *movement(reading, recognition.movement)),
        (Line(by), Line(reading.day(day))),
        tuple(counted(reading, count) for count in recognition.counts) or absent(),
        _names(reading, recognition),
    )


def _names(reading: Reading, recognition: Recognition) -> Cell:
    names = tuple(Line(reading.who(each)) for each in recognition.recipients)
    if not names:
        return absent(msg("names not recorded"))
    return names if recognition.names_known == "all" else (*names, Line(msg("other names not recorded")))


def grant_row(reading: Reading, decision: Decision, grant: Grant) -> GrantRow:
    """One grant with its decision; number and day are said to be not recorded where they are not."""
    posthumous = (Line(msg("posthumous")),) if grant.posthumous else ()
    said = tuple(Line(each) for each in (grant.merit, grant.reason, grant.money) if each)
    return GrantRow(
        (Line(reading.who(grant.recipient)), *_counts(reading, grant.count), *posthumous),
        (reading.honour(grant.honour), *movement(reading, grant.movement)),
        (Line(reading.level(grant.honour)),),
        (reading.cited(label("state", grant.verdict), (), grant.note), *said),
        (decision_line(reading, decision),),
    )


def _counts(reading: Reading, count: Count | None) -> Cell:
    return (counted(reading, count),) if count else ()


def figure_row(reading: Reading, figure: Figure) -> FigureRow:
    """What a source states as a total, in its own words."""
    counts = tuple(counted(reading, count) for count in figure.counts)
    return FigureRow((reading.line(figure.name, figure),), counts or absent())


def fact_lines(reading: Reading, facts: Iterable[Fact]) -> Cell:
    """Statements in the words of the record."""
    return tuple(reading.line(fact.text, fact) for fact in facts)


def named(reading: Reading, body: str) -> tuple[str, ...]:
    """A cluster's name with its organiser, for clusters of one ministry bear equal names; a unit's name alone."""
    cluster = reading.register.clusters.get(body)
    return (reading.name(body), reading.name(cluster.organiser)) if cluster else (reading.name(body),)
