"""What somebody was nominated for, praised for and awarded, each with where it stands."""

from __future__ import annotations

from collections.abc import Callable

from thidua.cli.parts.cards import Fact, Section, place_of
from thidua.cli.parts.records import named, plain, together, where
from thidua.desk.voting import vote_state
from thidua.model.common import Recipient
from thidua.model.decisions import Decision, Grant
from thidua.model.nominations import Nomination
from thidua.model.recognitions import Recognition
from thidua.model.register import Place
from thidua.model.standing import standing, standings
from thidua.model.terms import label
from thidua.reports.lines import Line, Text
from thidua.reports.phrases import counted, decision_line
from thidua.reports.reading import Reading
from thidua.text.days import first, last
from thidua.text.say import msg

Who = str | Recipient


def nominations(reading: Reading, chosen: Callable[[Nomination], bool]) -> Section:
    """The nominations chosen, each with where it stands; a proposal is never called an award."""
    found = (
        _nomination(_within(reading, place), each)
        for place, of in reading.register.nominations.items()
        for each in of
        if chosen(each)
    )
    return Section("nominations", msg("Nominations"), tuple(found))


def grants(reading: Reading, chosen: Callable[[Grant], bool]) -> Section:
    """What authorities decided."""
    found = (
        _grant(reading, decision, grant)
        for decision in reading.register.decisions.values()
        for grant in decision.grants
        if chosen(grant)
    )
    return Section("decisions", msg("Decided by authorities"), tuple(found))


def recognitions(reading: Reading, chosen: Callable[[Recognition], bool]) -> Section:
    """Praise, which is no award."""
    found = (
        _recognition(_within(reading, place), each)
        for place, of in reading.register.recognitions.items()
        for each in of
        if chosen(each)
    )
    return Section("recognitions", msg("Recognitions (not awards)"), tuple(found))


def votes(reading: Reading, place: Place) -> Section:
    """The votes of one period and body."""
    found = (
        Fact(
            {"id": vote.id, "state": vote_state(vote), **place_of(vote)},
            Line(
                together(
                    [f"{vote.question} ({vote.id})", label("vote state", vote_state(vote)), reading.day(vote.closed)]
                )
            ),
        )
        for vote in reading.register.votes.get(place, ())
    )
    return Section("votes", msg("Votes of honour"), tuple(found))


def course(reading: Reading, nomination: Nomination) -> Section:
    """Every state a nomination has been in, and the record that says so."""
    found = (
        Fact(
            {"state": each.state, "date": each.day, **place_of(each.evidence)},
            Line(together([label("state", each.state), reading.day(each.day), where(each.evidence.at) or ""])),
        )
        for each in standings(reading.register, nomination)
    )
    return Section("course", msg("What became of it"), tuple(found))


def concerns(unit: str, who: Who) -> bool:
    """Whether a recipient is the unit, or belongs to it."""
    return unit == who if isinstance(who, str) else unit == who.unit


def _nomination(reading: Reading, each: Nomination) -> Fact:
    reached = standing(reading.register, each)
    state = label("state", reached.state)
    texts: list[Text] = [
        reading.who(each.nominee),
        named(reading, "honours", each.honour),
        f"{each.period}/{each.body}",
        together([state, reading.day(reached.day)], ", ") if reached.day else state,
    ]
    data = {
        "period": each.period,
        "body": each.body,
        **plain(each),
        "state": reached.state,
        "since": reached.day,
        **place_of(each),
    }
    return Fact(data, reading.cited(together(texts), each.sources, each.note))


def _grant(reading: Reading, decision: Decision, grant: Grant) -> Fact:
    on = decision.date or decision.until
    then = reading.at(min(last(on), reading.on)) if on else reading
    decided = decision_line(then, decision)
    texts: list[Text] = [
        then.who(grant.recipient),
        *([counted(then, grant.count).text] if grant.count else []),
        named(then, "honours", grant.honour),
        label("state", grant.verdict),
        decided.text,
        f"({decision.id})",
    ]
    marks = (*reading.footnotes.marks((grant.note,)), *decided.marks)
    return Fact(
        {"decision": decision.id, **plain(grant), **place_of(decision)}, Line(together(texts), decided.refs, marks)
    )


def _recognition(reading: Reading, each: Recognition) -> Fact:
    texts: list[Text] = [
        named(reading, "honours", each.honour),
        together([counted(reading, count).text for count in each.counts], ", ")
        if each.counts
        else msg("count not recorded"),
        f"{each.period}/{each.body}/{each.id}",
        reading.day(each.date),
    ]
    return Fact(
        {"period": each.period, "body": each.body, **plain(each), **place_of(each)},
        reading.cited(together(texts), each.sources, each.note),
    )


def _within(reading: Reading, place: Place) -> Reading:
    """Names as they were in the period, at its end or today if it still runs."""
    period = reading.register.periods.get(place)
    return reading.at(min(last(period.until), max(reading.on, first(period.since)))) if period else reading
