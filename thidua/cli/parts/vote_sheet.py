"""A vote laid out: what was asked and who may answer, figures, bars, results and their reasons; the same as data."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping

from thidua.cli.frame.console import Column, width
from thidua.cli.frame.session import Session
from thidua.cli.parts.asking import quoted
from thidua.cli.parts.sheet import Fact, facts, lines
from thidua.desk.voting import vote_state
from thidua.law.tally import COUNTED, Line, explain, key_of
from thidua.model.common import Cite
from thidua.model.keys import recipient_key
from thidua.model.terms import label
from thidua.model.votes import Tally, Vote
from thidua.reports.footnotes import Footnotes
from thidua.reports.lines import Text
from thidua.reports.phrases import share_alone
from thidua.reports.reading import NOT_RECORDED, Reading
from thidua.text.numbers import show_number
from thidua.text.say import Message, msg, msgs
from thidua.text.visible import visible

_BAR = 20
"""Cells of a bar that stands for all the votes there can be."""

_COUNTED = {
    "present": msg("Voters present"),
    "issued": msg("Ballots issued"),
    "returned": msg("Ballots returned"),
    "valid": msg("Valid ballots"),
    "invalid": msg("Invalid ballots"),
}

STATES: Mapping[str, Message] = {
    "open": msg("open, not counted yet"),
    "counted": msg("counted, not closed yet"),
    "closed": msg("closed"),
}


def show_vote(session: Session, reading: Reading, vote: Vote, following: Iterable[Message]) -> None:
    """The whole vote on standard output; ``following`` says what comes next while it is not closed."""
    console = session.console
    facts(console, [*definition(reading, vote), *_course(reading, vote), *_figures(reading, vote)])
    console.out("")
    _candidates(session, reading, vote)
    lines(console, msg("Reasons"), [_sentence(reading, line) for line in explain(vote)] if _decided(vote) else [])
    lines(console, msg("What to do next"), [*following, *ties(reading, vote), *_second(vote)])
    lines(console, msg("Sources"), _sources(reading, vote))
    lines(console, msg("Remarks"), filter(None, (vote.note, vote.outcome.note if vote.outcome else None)))


def definition(reading: Reading, vote: Vote) -> Iterator[Fact]:
    """Which vote, what was asked, how it is decided, who may vote."""
    yield msg("Vote"), msg("{id}, {state}", id=vote.id, state=STATES[vote_state(vote)])
    yield (
        msg("Cluster"),
        Message("{name} ({id}), {period}", {"name": reading.name(vote.body), "id": vote.body, "period": vote.period}),
    )
    yield msg("Question"), vote.question
    if len(honours := {each.honour for each in vote.candidates}) == 1:
        yield msg("Honour"), reading.term("honours", honours.pop())
    yield msg("Method"), label("method", vote.method) if vote.method else NOT_RECORDED
    if vote.method in {None, "ballot"}:
        yield msg("Secret or open"), {True: msg("secret"), False: msg("open"), None: NOT_RECORDED}[vote.secret]
    if vote.method in {*COUNTED, None} or vote.threshold:
        yield msg("Votes needed"), _needed(vote)
        yield msg("Seats"), NOT_LIMITED if vote.seats is None else show_number(vote.seats, reading.lang)
    yield from _electorate(reading, vote)


NOT_LIMITED = msg("no limit recorded")


def _needed(vote: Vote) -> Message:
    """The share, and how many votes it comes to where the base is counted."""
    number = next((line.needed for line in explain(vote)), None)
    share = _threshold(vote)
    return share if number is None else msg("{number}: {share}", number=number, share=share)


def _threshold(vote: Vote) -> Message:
    if vote.threshold is None:
        return NOT_RECORDED
    if vote.base is None:
        return share_alone(vote.threshold, more_than=vote.more_than)
    base = label("base", vote.base)
    if vote.more_than:
        return msg("more than {share} of: {base}", share=vote.threshold, base=base)
    return msg("at least {share} of: {base}", share=vote.threshold, base=base)


def _electorate(reading: Reading, vote: Vote) -> Iterator[Fact]:
    known = vote.electorate
    names = (
        [*map(reading.name, known.units), *(each.name or each.person or "…" for each in known.people)] if known else []
    )
    yield msg("Votes there are"), _number(reading, known.entitled if known else None)
    yield msg("Electorate fixed on"), reading.day(known.date if known else None)
    yield msg("Entitled to vote"), ", ".join(names) or NOT_RECORDED


def _course(reading: Reading, vote: Vote) -> Iterator[Fact]:
    period = reading.register.periods.get((vote.period, vote.body))
    event = next((each for each in (period.events if period else ()) if each.id == vote.event), None)
    yield msg("Meeting"), (event.name or event.id) if event else vote.event or NOT_RECORDED
    yield msg("Opened"), reading.day(vote.opened)
    yield msg("Counted"), reading.day(vote.count.date if vote.count else None)
    yield msg("Closed"), reading.day(vote.closed)


def _figures(reading: Reading, vote: Vote) -> Iterator[Fact]:
    if vote.method not in COUNTED and vote.count is None:
        return
    for name, title in _COUNTED.items():
        yield title, _number(reading, getattr(vote.count, name, None))


def _number(reading: Reading, figure: int | None) -> Text:
    return NOT_RECORDED if figure is None else show_number(figure, reading.lang)


def _candidates(session: Session, reading: Reading, vote: Vote) -> None:
    """A row a candidate; columns of figures only where there are figures, then bars on a terminal."""
    tallied = bool(vote.count and vote.count.tallies)
    alike = len({each.honour for each in vote.candidates}) == 1
    columns = [
        Column(msg("Candidate")),
        *([] if alike else [Column(msg("Honour"))]),
        *(_FIGURES if tallied else ()),
        Column(msg("Result")),
    ]
    rows = [
        [
            reading.who(line.nominee),
            *([] if alike else [reading.term("honours", line.honour)]),
            *(_row(reading, vote, line) if tallied else ()),
            _result(vote, line),
        ]
        for line in explain(vote)
    ]
    session.console.table(columns, rows)
    if tallied and (sys.stdout.isatty() or session.env.get("FORCE_COLOR")):
        _bars(session, reading, vote)


_FIGURES = tuple(Column(title, right=True) for title in (msg("For"), msg("Against"), msg("Blank")))


def _row(reading: Reading, vote: Vote, line: Line) -> list[Text]:
    tally = _tally(vote, line)
    figures = (line.votes_for, tally.against if tally else None, tally.blank if tally else None)
    return [_number(reading, figure) for figure in figures]


def _bars(session: Session, reading: Reading, vote: Vote) -> None:
    """The votes for each candidate as a bar; the full length is all the votes that one can have."""
    whole, word = _whole(vote), session.console.voice.word
    names = [visible(word(reading.who(line.nominee))) for line in explain(vote)]
    left = max(map(width, names))
    for name, line in zip(names, explain(vote), strict=True):
        if whole and line.votes_for is not None:
            bar = "█" * (line.votes_for * _BAR // whole)
            space = " " * (left - width(name))
            session.console.out(f" {name}{space}  {bar.ljust(_BAR, '░')}  {line.votes_for}/{whole}")


def _tally(vote: Vote, line: Line) -> Tally | None:
    key = (recipient_key(line.nominee), line.honour)
    return next((each for each in (vote.count.tallies if vote.count else ()) if key_of(each) == key), None)


def _whole(vote: Vote) -> int:
    """How many votes one candidate can have."""
    known = (vote.count.valid, vote.count.returned, vote.count.issued, vote.count.present) if vote.count else ()
    entitled = vote.electorate.entitled if vote.electorate else None
    return next((each for each in (*known, entitled) if each), 0)


def _decided(vote: Vote) -> bool:
    """Whether there is anything to explain: figures, or a result."""
    return vote.count is not None or vote.outcome is not None


def _result(vote: Vote, line: Line) -> Message:
    return label("result", line.result) if _decided(vote) else msg("not decided yet")


def _sentence(reading: Reading, line: Line) -> Message:
    return Message("{name}: {reason}", {"name": reading.who(line.nominee), "reason": line.reason})


def verdicts(reading: Reading, vote: Vote) -> Iterator[Message]:
    """One sentence a candidate: the result, the votes, how many were needed."""
    for line in explain(vote):
        yield msg(
            "{name}, {honour}: {result}. {reason}",
            name=reading.who(line.nominee),
            honour=reading.term("honours", line.honour),
            result=label("result", line.result),
            reason=line.reason,
        )


def ties(reading: Reading, vote: Vote) -> Iterator[Message]:
    """Who ties, for how many seats, and the ways to decide; nothing where nobody ties."""
    lined = explain(vote)
    tied = [line for line in lined if line.result == "tied"]
    if not tied:
        return
    left = (vote.seats or 0) - sum(line.result == "chosen" for line in lined)
    yield msgs(
        "Tied for {count} seat: {names}. Their order on the ballot decides nothing.",
        "Tied for {count} seats: {names}. Their order on the ballot decides nothing.",
        left,
        names="; ".join(_plain(reading, line) for line in tied),
    )
    again = [word for each in tied for word in ("--candidate", f"{recipient_key(each.nominee)}:{each.honour}")]
    asked = ["-c", vote.body, "-p", vote.period, "--question", vote.question, *again]
    second = ["thidua", "vote", "open", f"{vote.id}-lan-2", *asked, *_terms(vote), "--seats", str(left)]
    yield msg("To hold a second ballot between them: {command}", command=quoted(second))
    agreed = ["thidua", "vote", "open", f"{vote.id}-quyet-dinh", *asked, "--method", "agreement"]
    yield msg(
        "Where the regulation leaves it to the chair or to another rule, record that with its article as {option}: {command}",
        option="--source",
        command=quoted(agreed),
    )


def _second(vote: Vote) -> Iterator[Message]:
    """The way on from a closed vote that left somebody undecided."""
    left = [each for each in (vote.outcome.results if vote.outcome else ()) if each.result == "undecided"]
    if left:
        again = [word for each in left for word in ("--candidate", f"{recipient_key(each.nominee)}:{each.honour}")]
        command = ["thidua", "vote", "open", f"{vote.id}-lan-2", "-c", vote.body, "-p", vote.period]
        command += ["--question", vote.question, *again, *_terms(vote)]
        yield msg("To decide in another vote what this one left undecided: {command}", command=quoted(command))


def _terms(vote: Vote) -> Iterator[str]:
    """The options that say how the vote was decided."""
    for option, value in (("--method", vote.method), ("--threshold", vote.threshold), ("--base", vote.base)):
        yield from (option, value) if value else ()
    if vote.secret is not None:
        yield "--secret" if vote.secret else "--open"
    if vote.more_than:
        yield "--more-than"


def _plain(reading: Reading, line: Line) -> str:
    name = reading.who(line.nominee)
    return name if isinstance(name, str) else recipient_key(line.nominee)


def _sources(reading: Reading, vote: Vote) -> Iterator[Text]:
    for cite in dict.fromkeys(_cited(vote)):
        yield cited(reading, cite)


def _cited(vote: Vote) -> Iterator[Cite]:
    yield from vote.sources
    yield from vote.count.sources if vote.count else ()
    yield from vote.outcome.sources if vote.outcome else ()


def cited(reading: Reading, cite: Cite) -> Message:
    """One citation in one line: title, number, publisher, date, article, address."""
    footnotes = Footnotes(reading.register, reading.lang)
    footnotes.refs([cite])
    entry = footnotes.entries()[0]
    parts: list[Text] = [entry.title, *entry.details, *filter(None, (cite.article, entry.url))]
    if cite.quote:
        parts.append(f"“{cite.quote}”")
    return Message(
        ", ".join(f"{{part{n}}}" for n in range(len(parts))), {f"part{n}": part for n, part in enumerate(parts)}
    )


def vote_data(reading: Reading, vote: Vote, session: Session) -> dict[str, object]:
    """The vote for another program; null is what is not recorded."""
    import msgspec

    count, known = vote.count, vote.electorate
    return {
        "period": vote.period,
        "body": vote.body,
        "id": vote.id,
        "state": vote_state(vote),
        "question": vote.question,
        "method": vote.method,
        "secret": vote.secret,
        "event": vote.event,
        "opened": vote.opened,
        "closed": vote.closed,
        "threshold": vote.threshold,
        "more_than": vote.more_than,
        "base": vote.base,
        "seats": vote.seats,
        "electorate": {
            "date": known.date if known else None,
            "entitled": known.entitled if known else None,
            "units": list(known.units) if known else [],
            "people": msgspec.to_builtins(known.people) if known else [],
        },
        "figures": {"date": count.date if count else None, **{name: getattr(count, name, None) for name in _COUNTED}},
        "stated": bool(vote.outcome and vote.outcome.stated),
        "candidates": [_candidate_data(reading, vote, line, session) for line in explain(vote)],
        "sources": [msgspec.to_builtins(cite) for cite in dict.fromkeys(_cited(vote))],
        "note": vote.note,
    }


def _candidate_data(reading: Reading, vote: Vote, line: Line, session: Session) -> dict[str, object]:
    tally, word = _tally(vote, line), session.console.voice.word
    return {
        "nominee": recipient_key(line.nominee),
        "name": word(reading.who(line.nominee)),
        "honour": line.honour,
        "honour_name": reading.term("honours", line.honour),
        "for": line.votes_for,
        "against": tally.against if tally else None,
        "blank": tally.blank if tally else None,
        "needed": line.needed,
        "result": line.result if _decided(vote) else None,
        "reason": word(line.reason) if _decided(vote) else None,
    }
