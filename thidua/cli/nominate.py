"""thidua nominate: one nominee for one honour, what was understood, and what comes next."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Annotated

import typer

from thidua.cli.frame.app import App, examples
from thidua.cli.frame.language import N_
from thidua.cli.frame.options import Cluster, DryRun, Period, Unit
from thidua.cli.frame.session import Session
from thidua.cli.parts.asking import Asker, quoted
from thidua.cli.parts.citing import Sources, cited, cites
from thidua.cli.parts.delivering import deliver, procedure
from thidua.cli.parts.naming import known
from thidua.cli.parts.nominees import Described, Typed, fitting, homes, members, recipient, sorted_out, unit_or_advice
from thidua.cli.parts.places import choose_place, event_id, resolve_likely, within
from thidua.cli.parts.reading import Opened, open_register
from thidua.desk.change import Change
from thidua.desk.nominate import nominate as nominate_in
from thidua.model.common import Recipient
from thidua.model.fields import changed
from thidua.model.keys import nomination_key, recipient_kind
from thidua.model.nominations import Nomination
from thidua.model.register import Place, Register
from thidua.model.terms import label
from thidua.reports.reading import NOT_RECORDED, Reading
from thidua.text.days import parse_day
from thidua.text.lookup import search
from thidua.text.say import Message, msg

Nominee = Annotated[
    str | None, typer.Argument(metavar=N_("NOMINEE"), help=N_("a unit: id or name, accents optional; or a name"))
]
HonourTyped = Annotated[
    str | None, typer.Argument(metavar=N_("HONOUR"), help=N_("the honour: id, code or name, accents optional"))
]
Merits = Annotated[
    str | None, typer.Option("--merits", metavar=N_("TEXT"), help=N_("what it is for, in the nominator's words"))
]
Movement = Annotated[
    str | None,
    typer.Option("--movement", metavar=N_("MOVEMENT"), help=N_("the movement; otherwise the only one of the period")),
]
Submitted = Annotated[
    str | None, typer.Option("--submitted", metavar=N_("DATE"), help=N_("the day on which it was handed in"))
]
Event = Annotated[
    str | None, typer.Option("--event", metavar=N_("EVENT"), help=N_("the meeting of the period: id or name"))
]
By = Annotated[
    str | None,
    typer.Option("--by", metavar=N_("UNIT"), help=N_("the unit that hands it in; otherwise the nominee's own")),
]
Person = Annotated[
    str | None, typer.Option("--person", metavar=N_("ID"), help=N_("an id for the person, the same in every year"))
]
Name = Annotated[
    str | None, typer.Option("--name", metavar=N_("NAME"), help=N_("the name as written, in place of NOMINEE"))
]
Rank = Annotated[str | None, typer.Option("--rank", metavar=N_("RANK"), help=N_("the person's rank"))]
Post = Annotated[str | None, typer.Option("--position", metavar=N_("POST"), help=N_("the person's post"))]
Kind = Annotated[
    str | None, typer.Option("--kind", metavar="collective|individual|household", help=N_("what the one named is"))
]
Group = Annotated[
    str | None,
    typer.Option("--group", metavar="all-members|remaining-members|not-named", help=N_("a group instead of a name")),
]
Note = Annotated[str | None, typer.Option("--note", metavar=N_("TEXT"), help=N_("a remark"))]

_FROM = msg("From which document or page?")

app = App()


@app.command(
    "nominate",
    help=N_(
        "Nominate a unit, a person, a sub-unit or a group for an honour. A unit of the register stands alone; for"
        " anybody else NOMINEE is the name as written, and the options say who that is."
    ),
    examples=examples(
        'thidua nominate "Hà Nam" "Cờ thi đua của Bộ Công an" -c "cụm 5" -p 2024',
        'thidua nominate ca-hai-duong CO_BCA -c bca-cum-5 -p 2024 --source "12/BC-CAT | 20/11/2024" --dry-run',
        'thidua nominate "Nguyễn Văn A" "Chiến sĩ thi đua cơ sở" --rank "Thượng tá" --unit "Hà Nam" -p 2024',
        'thidua nominate "Đội 1" "Tập thể lao động tiên tiến" --kind collective --unit "Hà Nam" -p 2024',
    ),
)
def nominate(
    ctx: typer.Context,
    *,
    nominee: Nominee = None,
    honour: HonourTyped = None,
    cluster: Cluster = None,
    period: Period = None,
    merits: Merits = None,
    source: Sources = None,
    movement: Movement = None,
    submitted: Submitted = None,
    event: Event = None,
    by: By = None,
    person: Person = None,
    name: Name = None,
    rank: Rank = None,
    position: Post = None,
    unit: Unit = None,
    kind: Kind = None,
    group: Group = None,
    note: Note = None,
    dry_run: DryRun = False,
) -> None:
    session = Session.of(ctx)
    opened = open_register(session, writing=not dry_run)
    register = opened.register
    ask = Asker(session, ctx.command_path)
    typed = sorted_out(Described(person, name, rank, position, unit, kind, group), nominee, honour)
    if typed.unit and cluster is None and not search(typed.unit, known(register, "units")):
        unit_or_advice(register, typed, {}, ("-p", period) if period else ())
    place = choose_place(ask, register, cluster, period, homes(register, typed.unit or typed.who.unit or by))
    about = register.periods[place] if place else None
    units = members(register, about) if about else {}
    meant = _nominee(ask, session, register, typed, units, place)
    reading = Reading.of(
        register, session.console.voice.lang, within(about, session.today()) if about else session.today()
    )
    awards = fitting(reading, meant, about) if about else {}
    wanted = ask.need(msg("HONOUR"), typed.honour, msg("For which honour?"), awards)
    ask.settle()
    assert about and meant and wanted  # noqa: PT018 - settle raised else
    nomination = Nomination(
        period=about.period,
        body=about.body,
        nominee=meant,
        honour=resolve_likely(register, "honours", wanted, awards),
        movement=resolve_likely(register, "movements", movement, about.movements) if movement else None,
        submitted=parse_day(submitted) if submitted else None,
        event=event_id(about, event),
        merits=_text(ask.may(msg("For what merits?"), merits)),
        sources=cites(register, source or filter(None, [ask.may(_FROM, None, check=partial(cited, register))])),
        note=_text(note),
    )
    _record(
        session,
        opened,
        reading,
        nomination,
        resolve_likely(register, "units", by, units) if by else None,
        dry_run=dry_run,
    )


def _text(typed: str | None) -> str | None:
    """The text without blanks around it; None where nothing is left."""
    return (typed or "").strip() or None


def _nominee(
    ask: Asker, session: Session, register: Register, typed: Typed, likely: Mapping[str, str], place: Place | None
) -> str | Recipient | None:
    if any(typed.who):
        return recipient(session, register, typed.who, likely, typed.honour)
    if typed.unit:
        return unit_or_advice(register, typed, likely, ("-c", place[1], "-p", place[0]) if place else ())
    return ask.need(msg("NOMINEE"), None, msg("Which unit is nominated?"), likely)


def _record(
    session: Session, opened: Opened, reading: Reading, nomination: Nomination, by: str | None, *, dry_run: bool
) -> None:
    place = (nomination.period, nomination.body)
    key = nomination_key(nomination)
    known = next((each for each in opened.register.nominations.get(place, ()) if nomination_key(each) == key), None)
    if known is None and nomination.movement is None:
        nomination = changed(nomination, movement=_served(opened.register, nomination))
    given = {field: getattr(nomination, field) for field in _GIVEN}

    def make(register: Register) -> Change:
        return nominate_in(register, by=by, **given)

    with procedure():
        make(opened.register)
    session.console.say(*_understood(reading, known or nomination))
    if deliver(session, opened, make, dry_run=dry_run):
        command = quoted(["thidua", "vote", "open", "-c", place[1], "-p", place[0]])
        session.console.say(msg("Next, when all nominations are in: {command}", command=command))


_GIVEN = ("period", "body", "nominee", "honour", "movement", "submitted", "event", "merits", "sources", "note")


def _served(register: Register, nomination: Nomination) -> str | None:
    """The only movement of the period, where the honour may belong to it."""
    own = register.periods[nomination.period, nomination.body].movements
    honour = register.honours[nomination.honour]
    return own[0] if len(own) == 1 and (not honour.movements or own[0] in honour.movements) else None


def _understood(reading: Reading, nomination: Nomination) -> Iterator[Message]:
    """Nominee, honour, movement, cluster, period, and what nobody has said."""
    yield _who(reading, nomination.nominee)
    yield _honour(reading, nomination.honour)
    if nomination.movement:
        name = reading.term("movements", nomination.movement)
        yield msg("Movement: {name} ({id})", name=name, id=nomination.movement)
    yield msg("Cluster: {name} ({id})", name=reading.name(nomination.body), id=nomination.body)
    yield msg("Period: {period}", period=nomination.period)
    if not nomination.sources:
        yield msg("No source is given; {option} names one.", option="--source")
    who = nomination.nominee
    if isinstance(who, Recipient) and recipient_kind(who) == "individual" and who.person is None:
        yield msg("The person has no id; with {option} later years know who it is.", option="--person")


def _who(reading: Reading, nominee: str | Recipient) -> Message:
    if isinstance(nominee, str):
        return msg("Unit: {name} ({id})", name=reading.name(nominee), id=nominee)
    if nominee.person:
        return msg("Person: {who} ({id})", who=reading.who(nominee), id=nominee.person)
    return msg("Nominee: {who}", who=reading.who(nominee))


def _honour(reading: Reading, name: str) -> Message:
    honour = reading.register.honours[name]
    authority = honour.authority
    english = authority.en if authority and reading.lang == "en" else None
    return msg(
        "Honour: {name} ({id}): {category}; level: {level}; decided by: {authority}",
        name=reading.term("honours", name),
        id=name,
        category=label("category", honour.category),
        level=reading.level(name),
        authority=english or (authority.vi if authority else NOT_RECORDED),
    )
