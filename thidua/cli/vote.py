"""thidua vote: opened over nominations, counted, closed, shown."""

from __future__ import annotations

from datetime import date
from functools import partial
from itertools import islice
from typing import Any

import typer

from thidua.cli.frame.app import App, examples
from thidua.cli.frame.console import Column
from thidua.cli.frame.exits import ExitCode, Failure
from thidua.cli.frame.language import N_
from thidua.cli.frame.options import Cluster, DryRun, Json, Period
from thidua.cli.frame.session import Session, read_date
from thidua.cli.parts import vote_options as options
from thidua.cli.parts.asking import Asker, one_of
from thidua.cli.parts.candidates import pick, spelt
from thidua.cli.parts.citing import Sources, cites
from thidua.cli.parts.delivering import deliver, procedure
from thidua.cli.parts.places import choose_place, event_id
from thidua.cli.parts.reading import Opened, open_register
from thidua.cli.parts.vote_entry import (
    At,
    decided_by,
    made_id,
    place_of_votes,
    put_to_vote,
    results,
    tallies,
    vote_meant,
)
from thidua.cli.parts.vote_sheet import STATES, definition, show_vote, ties, verdicts, vote_data
from thidua.desk.change import Change
from thidua.desk.voting import ballot_rule, close_vote, count_vote, find_vote, open_vote, undefined, vote_state
from thidua.law.tally import COUNTED, WORDS, identities
from thidua.model.fields import changed
from thidua.model.periods import Period as PeriodRecord
from thidua.model.register import Place, Register
from thidua.model.terms import LABELS, label
from thidua.model.votes import BallotCount, Vote
from thidua.reports.lines import Text
from thidua.reports.reading import NOT_RECORDED
from thidua.text.days import first, parse_day
from thidua.text.letters import slug
from thidua.text.numbers import parse_fraction, show_fraction
from thidua.text.say import Message, msg

app = App(help=N_("Hold a vote of honour: open, count, close, show"))


@app.command(
    "open",
    help=N_(
        "Open a vote on nominations of a period. The members of the cluster on the day of the electorate may vote, and"
        " that is fixed from then on."
    ),
    examples=examples(
        'thidua vote open -c bca-cum-5 -p 2024 --candidate "Nam Định" --method acclamation --question "Suy tôn lại"',
        'thidua vote open phieu-kin -c bca-cum-5 -p 2024 --candidate "Hưng Yên:CO_BCA" --candidate "Thái Bình:CO_BCA"'
        ' --question "Bỏ phiếu suy tôn" --method ballot --secret --threshold 2/3 --base valid --seats 1',
    ),
)
def open_(
    ctx: typer.Context,
    *,
    id: options.NewId = None,  # noqa: A002 - the record's own key
    question: options.Question = None,
    candidate: options.Candidates = None,
    cluster: Cluster = None,
    period: Period = None,
    method: options.Method = None,
    secret: options.Secret = None,
    threshold: options.Threshold = None,
    base: options.Base = None,
    more_than: options.MoreThan = None,
    seats: options.Seats = None,
    electorate_date: options.ElectorateDate = None,
    entitled: options.Entitled = None,
    event: options.Event = None,
    opened: options.Opening = None,
    source: Sources = None,
    dry_run: DryRun = False,
) -> None:
    session = Session.of(ctx)
    found = open_register(session, writing=not dry_run)
    ask = Asker(session, ctx.command_path)
    place = choose_place(ask, found.register, cluster, period, found.register.nominations)
    question = ask.need("--question", question, msg("What is put to the vote?"))
    ask.settle()
    assert place is not None and question is not None  # noqa: PT018 - settle raised else
    about = found.register.periods[place]
    meeting, day = event_id(about, event), parse_day(opened) if opened else None
    fixed = read_date(electorate_date) if electorate_date else _whole(day) or _whole(_held(about, meeting))
    fixed = fixed or session.today()
    terms: dict[str, Any] = {
        "question": question,
        "candidates": put_to_vote(session, found.register, place, candidate),
        "electorate_date": fixed,
        **decided_by(ask, session, ballot_rule(found.register, place[1], fixed), method, threshold, base, seats),
        "secret": secret,
        "more_than": more_than,
        "entitled": entitled,
        "event": meeting,
        "opened": day,
        "sources": cites(found.register, source),
    }
    _open(session, found, place, slug(id) if id else None, terms, dry_run=dry_run)


def _open(
    session: Session, found: Opened, place: Place, named: str | None, terms: dict[str, Any], *, dry_run: bool
) -> None:
    register, (period, body) = found.register, place
    rule = ballot_rule(register, body, terms["electorate_date"])
    method = terms["method"] or (rule.method if rule else None)
    named = named or made_id(register, place, method, terms["candidates"])

    def make(register: Register) -> Change:
        return open_vote(register, period=period, body=body, id=named, **terms)

    with procedure():
        vote = _written(make(register)) or find_vote(register, period, body, named)
    at = At(session, found, vote)
    reading = at.reading()
    session.console.say(*(_fact(name, text) for name, text in definition(reading, vote)))
    session.console.say(*(_fact(msg("Candidate"), at.name(each)) for each in vote.candidates))
    if vote.method in {*COUNTED, None} and None in {vote.threshold, vote.base}:
        session.console.say(
            msg(
                "How many votes are needed is not recorded, and figures alone would decide nothing: {options} say it, here"
                " or in closing.",
                options="--threshold, --base",
            )
        )
    if deliver(session, found, make, dry_run=dry_run, as_shown=True):
        session.console.say(_after_opening(at))


def _fact(name: Message, text: Text) -> Message:
    return Message("{name}: {text}", {"name": name, "text": text})


def _written(change: Change) -> Vote | None:
    """The vote as the change writes it; None where there is nothing to change."""
    return next((each.after for each in change.files if isinstance(each.after, Vote)), None)


def _whole(day: str | None) -> date | None:
    """The date, where it is known to the day."""
    return first(day) if day and len(day) == len("2024-11-25") else None


def _held(about: PeriodRecord, event: str | None) -> str | None:
    """The day of a meeting of the period."""
    return next((each.date for each in about.events if each.id == event), None)


def _next(at: At) -> tuple[Message, ...]:
    """What comes next for a vote that is not closed."""
    match vote_state(at.vote):
        case "open":
            return (_after_opening(at),)
        case "counted":
            return (msg("Next: {command}", command=at.command("close")),)
    return ()


def _after_opening(at: At) -> Message:
    """The next command; what only the vote can say stands in it as a sign that no command takes for a figure."""
    if at.vote.method not in {*COUNTED, None}:
        return msg("Next, naming who was chosen: {command}", command=at.command("close", "--chosen", "…"))
    ballots = [word for name in ("issued", "returned", "valid", "invalid") for word in (f"--{name}", "N")]
    votes = [word for each in at.vote.candidates for word in ("--for", f"{spelt(each)}=N")]
    return msg("Next, with the figures of the count: {command}", command=at.command("count", *ballots, *votes))


@app.command(
    "count",
    help=N_(
        "Record the figures of a count. They must agree with each other: issued at most entitled, valid and invalid"
        " together returned, for, against and blank together valid. With the id of an open vote, for example:"
        " --issued 5 --returned 5 --valid 5 --invalid 0 --for NOMINEE=5."
    ),
    examples=examples(
        'thidua vote count phieu-kin --issued 5 --returned 5 --valid 5 --invalid 0 --for "Hưng Yên=4" --for "Thái Bình=1"',
    ),
)
def count(
    ctx: typer.Context,
    *,
    id: options.VoteId = None,  # noqa: A002 - the record's own key
    cluster: Cluster = None,
    period: Period = None,
    present: options.Present = None,
    issued: options.Issued = None,
    returned: options.Returned = None,
    valid: options.Valid = None,
    invalid: options.Invalid = None,
    votes_for: options.VotesFor = None,
    against: options.Against = None,
    blank: options.Blank = None,
    day: options.Counting = None,
    source: Sources = None,
    replace: options.Replace = False,
    dry_run: DryRun = False,
) -> None:
    session = Session.of(ctx)
    opened = open_register(session, writing=not dry_run)
    ask = Asker(session, ctx.command_path)
    at = At(session, opened, vote_meant(ask, opened.register, id, cluster=cluster, period=period, states={"open"}))
    typed = {"votes_for": votes_for or [], "against": against or [], "blank": blank or []}
    figures = {"present": present, "issued": issued, "returned": returned, "valid": valid, "invalid": invalid}
    about = BallotCount(date=parse_day(day) if day else None, sources=cites(opened.register, source))
    if any(typed.values()) or any(figure is not None for figure in figures.values()):
        given = changed(about, tallies=tallies(opened.register, at.vote, typed), **figures)
    else:
        given = _asked_for(ask, at, about)
    _count(at, given, replace=replace, dry_run=dry_run)


def _asked_for(ask: Asker, at: At, about: BallotCount) -> BallotCount:
    """The figures answered; asked for again as long as they contradict each other."""
    while True:
        figures, typed = _asked(ask, at)
        given = changed(about, tallies=tallies(at.opened.register, at.vote, typed), **figures)
        broken = identities(changed(at.vote, count=given, outcome=None))
        if not broken:
            return given  # type: ignore[no-any-return]
        at.session.console.answer(*(each.sentence for each in broken), msg("Once more, please."))


def _asked(ask: Asker, at: At) -> tuple[dict[str, int | None], dict[str, list[str]]]:
    """The figures answered on a terminal, as if typed; elsewhere ends with what is missing."""
    figures = {name: ask.figure(f"--{name}", WORDS[name]) for name in ("issued", "returned", "valid", "invalid")}
    reading, typed = at.reading(), {field: list[str]() for field in ("votes_for", "against", "blank")}
    for each in at.vote.candidates if ask.live else ():
        for field, items in typed.items():
            question = msg("{figure}, {name}", figure=WORDS[field], name=reading.who(each.nominee))
            number = ask.figure(field, question)
            items.append(f"{spelt(each)}={'?' if number is None else number}")
    if not ask.live:
        ask.need("--for", None, msg("Votes for each candidate"))
    ask.settle()
    return figures, typed


def _count(at: At, given: BallotCount, *, replace: bool, dry_run: bool) -> None:
    broken = identities(changed(at.vote, count=given, outcome=None))
    if broken:
        raise Failure(ExitCode.PROBLEMS, *(each.sentence for each in broken), msg("Nothing was written."))
    period, body = at.place
    make = partial(count_vote, period=period, body=body, id=at.vote.id, count=given, replace=replace)
    with procedure():
        vote = _written(make(at.opened.register)) or at.vote
    reading = at.reading()
    at.session.console.say(msg("By these figures:"), *verdicts(reading, vote), *islice(ties(reading, vote), 1))
    if deliver(at.session, at.opened, make, dry_run=dry_run, as_shown=True):
        at.session.console.say(msg("Next: {command}", command=at.command("close")))


@app.command(
    "close",
    help=N_(
        "Close a vote. Its figures decide; where there was no count, say who was chosen, or what the source states. A tie"
        " stays a tie until a second ballot, the chair or the regulation decides. Where the threshold or its base was not"
        " recorded when the vote was opened, --threshold and --base supply it here; one that is recorded is never changed,"
        " and without them figures decide nothing and the vote stays open. A closed vote is never changed."
    ),
    examples=examples(
        'thidua vote close suy-ton --chosen "Hưng Yên" --chosen "Thái Bình" --day 25/11/2024',
        "thidua vote close phieu-kin",
        'thidua vote close bo-phieu-suy-ton --stated "Nam Định=chosen"',
    ),
)
def close(
    ctx: typer.Context,
    *,
    id: options.VoteId = None,  # noqa: A002 - the record's own key
    cluster: Cluster = None,
    period: Period = None,
    chosen: options.Chosen = None,
    stated: options.Stated = None,
    threshold: options.Threshold = None,
    base: options.Base = None,
    more_than: options.MoreThan = None,
    day: options.Closing = None,
    source: Sources = None,
    dry_run: DryRun = False,
) -> None:
    session = Session.of(ctx)
    opened = open_register(session, writing=not dry_run)
    register, ask = opened.register, Asker(session, ctx.command_path)
    vote = vote_meant(ask, opened.register, id, cluster=cluster, period=period, states={"open", "counted"})
    at = At(session, opened, vote)
    if ask.live and not (chosen or stated or vote.count or vote.outcome) and vote.method not in COUNTED:
        chosen = ask.several(msg("Who was chosen?"), {spelt(each): at.name(each) for each in vote.candidates})
    share = show_fraction(parse_fraction(threshold)) if threshold else None
    of: Any = one_of(session, LABELS["base"], "--base", base) if base else None
    if lacking := undefined(vote, share, of):
        raise Failure(ExitCode.DOUBT, *lacking, msg("Nothing was written."))
    make = partial(
        close_vote,
        period=vote.period,
        body=vote.body,
        id=vote.id,
        day=parse_day(day) if day else _closing(at),
        chosen=[pick(register, vote.candidates, each) for each in chosen] if chosen else None,
        stated=results(session, register, vote, stated or ()),
        threshold=share,
        base=of,
        more_than=more_than,
        sources=cites(register, source) or (vote.outcome.sources if vote.outcome else ()),
    )
    with procedure():
        closed, reading = _written(make(register)) or vote, at.reading()
    session.console.say(
        msg("Closed on: {day}", day=reading.day(closed.closed)), *verdicts(reading, closed), *ties(reading, closed)
    )
    if deliver(session, opened, make, dry_run=dry_run, as_shown=True):
        session.console.say(msg("To show it: {command}", command=at.command("show")))


def _closing(at: At) -> str:
    """The day on record, that of the count, of the meeting, or today."""
    vote, about = at.vote, at.opened.register.periods[at.place]
    known = (vote.closed, vote.count.date if vote.count else None, _held(about, vote.event))
    return next((day for day in known if day and _whole(day)), at.session.today().isoformat())


@app.command(
    "show",
    help=N_(
        "Show a vote: definition, electorate, figures, results and their reasons, sources. Without an id, the only vote or"
        " a list. With --json an object with the keys period, body, id, state, question, method, secret, event, opened,"
        " closed, threshold, more_than, base, seats, electorate (date, entitled, units, people), figures (date, present,"
        " issued, returned, valid, invalid), stated, candidates (nominee, name, honour, honour_name, for, against, blank,"
        " needed, result, reason), sources and note, or a list of them; null is what is not recorded."
    ),
    examples=examples(
        "thidua vote show bo-phieu-suy-ton",
        'thidua vote show -c "cụm 5" -p 2024',
        "thidua vote show suy-ton --json",
    ),
)
def show(
    ctx: typer.Context,
    *,
    id: options.VoteId = None,  # noqa: A002 - the record's own key
    cluster: Cluster = None,
    period: Period = None,
    json: Json = False,
) -> None:
    session = Session.of(ctx)
    opened = open_register(session)
    ask = Asker(session, ctx.command_path)
    if id is None:
        place = place_of_votes(ask, opened.register, cluster, period)
        ask.settle()
        votes = opened.register.votes.get(place or ("", ""), ())
    else:
        votes = (vote_meant(ask, opened.register, id, cluster=cluster, period=period),)
    data = [vote_data(At(session, opened, vote).reading(), vote, session) for vote in votes] if json else []
    if json:
        session.console.json(data if id is None else data[0])
    elif len(votes) == 1:
        at = At(session, opened, votes[0])
        show_vote(session, at.reading(), at.vote, _next(at))
    else:
        _list(session, votes)


def _list(session: Session, votes: tuple[Vote, ...]) -> None:
    if not votes:
        session.console.say(
            msg("No vote is recorded there."), msg("To open one: {command}", command="thidua vote open")
        )
        return
    session.console.table(
        [Column(msg("Vote"), whole=True), Column(msg("Status")), Column(msg("Method")), Column(msg("Question"))],
        [
            (
                vote.id,
                STATES[vote_state(vote)],
                label("method", vote.method) if vote.method else NOT_RECORDED,
                vote.question,
            )
            for vote in votes
        ],
    )
    session.console.say(msg("To show one: {command}", command=f"thidua vote show {votes[0].id}"))
