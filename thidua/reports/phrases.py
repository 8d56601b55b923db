"""Phrases that several reports share: counts, periods, decisions, the end of a term."""

from __future__ import annotations

from typing import assert_never

from thidua.model.common import Count, Counted
from thidua.model.decisions import Decision
from thidua.model.periods import Period
from thidua.model.terms import LABELS, label
from thidua.model.timeline import Term
from thidua.reports.lines import Line, Text
from thidua.reports.reading import NOT_RECORDED, Reading
from thidua.text.days import last, next_day
from thidua.text.numbers import show_number
from thidua.text.say import Message, msg, msgs


def period_name(period: Period) -> Message:
    """năm 2024, năm học 2024-2025, giai đoạn 2015-2020."""
    match period.kind:
        case "year":
            return msg("year {period}", period=period.period)
        case "school-year":
            return msg("school year {period}", period=period.period)
        case "span":
            return msg("the years {period}", period=period.period)
        case _:
            assert_never(period.kind)


def share_alone(share: str, *, more_than: bool) -> Message:
    """A share of the votes where what it is taken of is not recorded."""
    if more_than:
        return msg("more than {share} (of which total is not recorded)", share=share)
    return msg("{share} (of which total is not recorded)", share=share)


def counted(reading: Reading, count: Count) -> Line:
    """How many of what; awards counted by occurrence are called so."""
    amount = _amount(count, reading.lang)
    many = next((n for n in (count.number, count.most, count.least) if n is not None), 2)
    noun = _occurrences if count.occurrences else _heads
    return Line(noun(count.of, many, amount), marks=reading.footnotes.marks((count.note,)))


def _amount(count: Count, lang: str) -> Text:
    if count.number is not None:
        number = show_number(count.number, lang)
        return msg("nearly {number}", number=number) if count.approximate else number
    least, most = (None if n is None else show_number(n, lang) for n in (count.least, count.most))
    match least, most:
        case str(), str():
            return msg("{least} to {most}", least=least, most=most)
        case str(), None:
            return msg("at least {least}", least=least)
        case None, str():
            return msg("at most {most}", most=most)
    return msg("an unrecorded number of")


def _heads(of: Counted, many: int, amount: Text) -> Message:
    match of:
        case "collective":
            return msgs("{amount} collective", "{amount} collectives", many, amount=amount)
        case "individual":
            return msgs("{amount} individual", "{amount} individuals", many, amount=amount)
        case "collective-and-individual":
            return msgs(
                "{amount} collective or individual", "{amount} collectives and individuals", many, amount=amount
            )
        case "unit":
            return msgs("{amount} unit", "{amount} units", many, amount=amount)
        case "member":
            return msgs("{amount} member unit", "{amount} member units", many, amount=amount)
        case _:
            assert_never(of)


def _occurrences(of: Counted, many: int, amount: Text) -> Message:
    match of:
        case "collective":
            return msgs("{amount} award to collectives (occurrences, not distinct recipients)",
                        "{amount} awards to collectives (occurrences, not distinct recipients)", many, amount=amount)  # fmt: skip
        case "individual":
            return msgs("{amount} award to individuals (occurrences, not distinct recipients)",
                        "{amount} awards to individuals (occurrences, not distinct recipients)", many, amount=amount)  # fmt: skip
        case _:
            return msg("{counted} (occurrences, not distinct recipients)", counted=_heads(of, many, amount))


def decision_line(reading: Reading, decision: Decision) -> Line:
    """Authority, number and day of a decision; what is not recorded is said."""
    reading.use(decision)
    text = msg(
        "{authority}, decision number {number}, date {day}",
        authority=decision.authority or msg("authority not recorded"),
        number=decision.number or NOT_RECORDED,
        day=_decided(reading, decision),
    )
    if decision.on_behalf:
        text = msg("{decision}, by authority of {grantor}", decision=text, grantor=decision.on_behalf)
    return reading.line(text, decision)


def _decided(reading: Reading, decision: Decision) -> Text:
    if decision.date or not (decision.since or decision.until):
        return reading.day(decision.date)
    match decision.since, decision.until:
        case str() as since, str() as until:
            return msg("not recorded, between {since} and {until}", since=reading.day(since), until=reading.day(until))
        case _, str() as until:
            return msg("not recorded, by {until}", until=reading.day(until))
    return msg("not recorded, not before {since}", since=reading.day(decision.since))


def fate(reading: Reading, unit: str) -> tuple[Line, ...]:
    """What became of a unit after its end; nothing while it exists or where the register does not say."""
    known = reading.register.units.get(unit)
    if known is None or known.end is None:
        return ()
    after = next_day(last(known.end))
    later = reading.at(after)
    if not known.successors:
        return (later.line(msg("ended on {day}", day=later.day(known.end))),)
    return tuple(
        later.line(
            msg(
                "{how} {unit} from {day}", how=label("fate", each.how), unit=later.name(each.unit), day=later.day(after)
            ),
            each,
            unconfirmed=each.confirmed is False,
        )
        for each in known.successors
    )


def end_of_term(reading: Reading, term: Term) -> Message:
    """The last day of a term as it ran, and why."""
    if term.until is None:
        return msg("no end recorded")
    if term.reason == "term":
        return msg("{day}, as planned", day=reading.day(term.until))
    if term.reason == "recorded":
        why = label("office ended", term.office.ended) if term.office.ended else NOT_RECORDED
        return msg("{day}: {why}", day=reading.day(term.until), why=why)
    return msg("{day}, before its time: {why}", day=reading.day(term.until), why=_LAPSED[term.reason])


_LAPSED = {
    "merged": msg("the unit was merged"),
    "ended": msg("the unit ended"),
    "left": msg("the unit left the cluster"),
    "dissolved": msg("the cluster was dissolved"),
    **LABELS["lapse"],
}
