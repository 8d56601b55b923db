"""thidua status: where each cluster's period stands, and the command that supplies what is lacking."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, NamedTuple

import typer

from thidua.cli.frame.app import App, examples
from thidua.cli.frame.language import N_
from thidua.cli.frame.options import Cluster, Json, Period
from thidua.cli.frame.session import Session
from thidua.cli.parts.adding import living
from thidua.cli.parts.cards import print_items
from thidua.cli.parts.naming import body_then_period, resolve_period
from thidua.cli.parts.progress import STATES, Step, current, steps
from thidua.cli.parts.reading import open_register
from thidua.cli.parts.records import Item, together
from thidua.model.clusters import Cluster as ClusterRecord
from thidua.model.register import Place
from thidua.model.timeline import exists, stands
from thidua.model.units import Unit
from thidua.reports.lines import Line, Text
from thidua.reports.phrases import period_name
from thidua.reports.reading import Reading
from thidua.text.say import msg

app = App()


class Stand(NamedTuple):
    """A body and one of its periods; without a period, none has been begun for the day."""

    body: str
    period: str | None
    steps: tuple[Step, ...]


@app.command(
    "status",
    help=N_(
        "Where the period stands: what is on record and what is lacking, each with the command that supplies it."
        " Without BODY, every cluster that stands on the date; without PERIOD, the periods that run on it."
        " What is lacking in a period that is over is not recorded: whether it happened, the register does not say."
    ),
    examples=examples("thidua status", "thidua status bca-cum-5", "thidua status 'khoi thi dua so 3' 2023 --json"),
)
def status(
    ctx: typer.Context,
    body: Annotated[
        str | None,
        typer.Argument(
            metavar=N_("BODY"), help=N_("the cluster or unit: id or name, accents optional"), show_default=False
        ),
    ] = None,
    period: Annotated[
        str | None,
        typer.Argument(metavar=N_("PERIOD"), help=N_("the period, such as 2024 or 2024-2025"), show_default=False),
    ] = None,
    *,
    cluster: Cluster = None,
    of_period: Period = None,
    json: Json = False,
) -> None:
    session = Session.of(ctx)
    if cluster and body:
        body, period = cluster, body
    body, period = cluster or body, period or of_period
    reading = Reading.of(open_register(session).register, session.console.voice.lang, session.today())
    stood = tuple(_stands(reading, body, period))
    if json:
        session.console.json([_data(session, each) for each in stood])
        return
    if not stood:
        session.console.say(
            msg("No cluster of the register stands on {day}.", day=reading.day(reading.on)),
            msg("To add one: {command}", command="thidua cluster add"),
        )
    for n, each in enumerate(stood):
        if n:
            session.console.out("")
        print_items(session, reading, _heading(reading, each), tuple(map(_item, each.steps)))


def _stands(reading: Reading, body: str | None, period: str | None) -> Iterator[Stand]:
    register = reading.register
    body_then_period(register, "thidua status", body, period)
    if body is not None:
        bodies = [living(register, "bodies", body, reading.on)]
    else:
        bodies = [cluster.id for cluster in register.clusters.values() if stands(register, cluster, reading.on)]
    for each in bodies:
        asked = [(resolve_period(register, each, period), each)] if period else current(register, each, reading.on)
        for place in asked:
            yield Stand(each, place[0], tuple(steps(reading, place)))
        if not asked:
            yield Stand(each, None, (_to_begin(reading, each),))


def _to_begin(reading: Reading, body: str) -> Step:
    label, record = msg("Period begun"), reading.register.body(body)
    if record is None or not _alive(reading, record):
        return Step("period", label, "later", msg("it does not exist on that day"))
    known = sorted(period for period, of in reading.register.periods if of == body)
    says = msg("on record are: {periods}", periods=", ".join(known)) if known else None
    return Step("period", label, "due", says, f"thidua new-period {body} {reading.on.year}")


def _alive(reading: Reading, record: Unit | ClusterRecord) -> bool:
    return (
        stands(reading.register, record, reading.on)
        if isinstance(record, ClusterRecord)
        else exists(record, reading.on)
    )


def _heading(reading: Reading, stand: Stand) -> Text:
    name = f"{reading.name(stand.body)} ({stand.body})"
    if stand.period is None:
        return msg("{body}: no period for {day}", body=name, day=reading.day(reading.on))
    place: Place = (stand.period, stand.body)
    return together([name, period_name(reading.register.periods[place])], ", ")


def _item(step: Step) -> Item:
    state = STATES[step.state]
    lines = [Line(together([state, step.says], ": ") if step.says else state)]
    if step.command:
        lines.append(Line(f"$ {step.command}"))
    elif step.file:
        lines.append(Line(msg("write it in {file}", file=step.file)))
    return Item(step.label, tuple(lines))


def _data(session: Session, stand: Stand) -> dict[str, object]:
    word = session.console.voice.word
    return {
        "body": stand.body,
        "period": stand.period,
        "steps": [
            {
                "step": step.key,
                "label": word(step.label),
                "state": step.state,
                "says": None if step.says is None else word(step.says),
                "command": step.command,
                "file": step.file,
            }
            for step in stand.steps
        ],
    }
