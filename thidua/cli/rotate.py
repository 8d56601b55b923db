"""thidua rotate: who takes chair and vice-chair next and why; who has served and for how long."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Annotated, NamedTuple

import typer

from thidua.cli.frame.app import App, examples
from thidua.cli.frame.console import Column
from thidua.cli.frame.language import N_
from thidua.cli.frame.options import Json
from thidua.cli.frame.session import Session
from thidua.cli.parts.asking import Asker
from thidua.cli.parts.naming import resolve
from thidua.cli.parts.reading import open_register
from thidua.cli.parts.sheet import lines
from thidua.desk.history import History, Service, history
from thidua.desk.rotation import Plan, PlanLine, plan
from thidua.model.clusters import Cluster
from thidua.model.common import Cite
from thidua.model.terms import label, office_label
from thidua.model.timeline import Term
from thidua.reports.lines import Text
from thidua.reports.phrases import end_of_term
from thidua.reports.reading import NOT_RECORDED, Reading
from thidua.text.say import Message, msg, msgs

Of = Annotated[
    str | None,
    typer.Argument(metavar=N_("CLUSTER"), help=N_("the cluster: id or name; otherwise the only one there is")),
]
Named = Annotated[
    str | None, typer.Option("--cluster", "-c", metavar=N_("CLUSTER"), help=N_("the cluster, in place of the argument"))
]
Until = Annotated[
    int | None,
    typer.Option(
        "--until",
        metavar=N_("YEAR"),
        min=1000,
        max=2999,
        help=N_("plan up to this year; otherwise the first term not recorded"),
    ),
]

app = App(help=N_("Who takes the chair and the vice-chair next, and why"))


class Asked(NamedTuple):
    """One cluster on the day of the session."""

    session: Session
    reading: Reading
    cluster: Cluster


def _asked(ctx: typer.Context, name: str | None, option: str | None) -> Asked:
    session = Session.of(ctx)
    register = open_register(session).register
    typed = name or option
    clusters = list(register.clusters)
    reading = Reading.of(register, session.console.voice.lang, session.today())
    if typed is None and len(clusters) == 1:
        found: str | None = clusters[0]
    else:
        ask = Asker(session, ctx.command_path)
        names = {each: reading.name(each) for each in clusters}
        found = ask.need(msg("CLUSTER"), typed, msg("Which cluster?"), names)
        ask.settle()
    assert found is not None
    cluster = register.clusters[resolve(register, "clusters", found)]
    session.console.say(msg("Cluster: {name} ({id})", name=reading.name(cluster.id), id=cluster.id))
    return Asked(session, reading, cluster)


@app.command(
    "plan",
    help=N_(
        "Who takes each office next, by which rule or record. With --json an object with the keys cluster, name, on, lines"
        " (year, office, unit, name, from, to, recorded, confirmed, reason, sources) and open_points; unit null is a seat"
        " that nothing recorded decides."
    ),
    examples=examples(
        "thidua rotate plan bca-cum-5",
        'thidua rotate plan "cụm 5" --until 2027',
        "thidua rotate plan ca-kon-tum-khoi-3 --json",
    ),
)
def plan_(
    ctx: typer.Context, name: Of = None, *, cluster: Named = None, until: Until = None, json: Json = False
) -> None:
    asked = _asked(ctx, name, cluster)
    found = plan(asked.reading.register, asked.cluster, asked.session.today(), until)
    if json:
        asked.session.console.json(_plan_data(asked, found))
    else:
        _print_plan(asked, found)


def _print_plan(asked: Asked, found: Plan) -> None:
    console, reading = asked.session.console, asked.reading
    if found.lines:
        columns = [Column(msg("Term"), whole=True), Column(msg("Office")), Column(msg("Unit")), Column(msg("Why"))]
        console.table(columns, [_planned(asked, line) for line in found.lines])
    else:
        console.out(console.voice(msg("No coming term is recorded, and none can be planned.")))
    lines(console, msg("Open points"), found.open_points)
    _print_sources(asked)
    following = msg("To print it: {command}", command=f"thidua report rotation {asked.cluster.id}")
    console.say(msg("As of {day}.", day=reading.day(reading.on)), following)


def _planned(asked: Asked, line: PlanLine) -> tuple[Text, ...]:
    unit: Text = asked.reading.at(line.since).name(line.unit) if line.unit else msg("not decided")
    reason: Text = line.reason if line.confirmed else msg("{reason} (not confirmed)", reason=line.reason)
    return (
        _span(line),
        office_label(asked.cluster.kind, line.office),
        unit,
        _with_refs(asked.reading, reason, line.sources),
    )


def _span(line: PlanLine) -> str:
    """The year, or the years of a term that does not end in its own."""
    end = line.until.year if line.until else line.year
    return str(line.year) if end <= line.year else f"{line.year}–{end}"


def _with_refs(reading: Reading, text: Text, sources: Iterable[Cite]) -> Message:
    marks = "".join(f" [{ref.label}]" for ref in reading.footnotes.refs(sources))
    return Message("{text}{marks}", {"text": text, "marks": marks})


def _print_sources(asked: Asked) -> None:
    """Each source with the passages of it that the tables cite."""
    rows: list[Text] = []
    for entry in asked.reading.footnotes.entries():
        parts = [entry.title, *entry.details, *([entry.url] if entry.url else [])]
        rows.append(_listed(f"[{entry.number}]", parts))
        for passage in entry.passages:
            quote = f"“{passage.quote}”" if passage.quote else None
            rows.append(_listed(f"[{passage.label}]", filter(None, (passage.article, quote, passage.note))))
    lines(asked.session.console, msg("Sources"), rows)


def _listed(mark: str, parts: Iterable[Text]) -> Message:
    named = {f"part{n}": part for n, part in enumerate(parts)}
    return Message(f"{mark} " + ", ".join(f"{{{name}}}" for name in named), named)


def _plan_data(asked: Asked, found: Plan) -> Mapping[str, object]:
    voice = asked.session.console.voice
    return {
        "cluster": asked.cluster.id,
        "name": asked.reading.name(asked.cluster.id),
        "on": asked.session.today(),
        "lines": [
            {
                "year": line.year,
                "office": line.office,
                "unit": line.unit,
                "name": asked.reading.at(line.since).name(line.unit) if line.unit else None,
                "from": line.days[0],
                "to": line.days[1],
                "recorded": line.recorded,
                "confirmed": line.confirmed,
                "reason": voice(line.reason),
                "sources": _source_data(line.sources),
            }
            for line in found.lines
        ],
        "open_points": [voice(point) for point in found.open_points],
    }


def _source_data(sources: Iterable[Cite]) -> object:
    import msgspec

    return msgspec.to_builtins(tuple(sources))


@app.command(
    "history",
    help=N_(
        "Who held each office, as planned and as it ran, and how often each unit has served. With --json an object with the"
        " keys cluster, name, on, terms (office, unit, name, person, from, to, ran_to, ended, how, sources) and services"
        " (unit, name, office, times, since, to, waited); to is as planned, ran_to as it ran, waited whole years since the"
        " last term; null is what is not recorded."
    ),
    examples=examples(
        "thidua rotate history bca-cum-5",
        'thidua rotate history "khối 3"',
        "thidua rotate history bca-cum-5 --today 1/1/2026 --json",
    ),
)
def history_(ctx: typer.Context, name: Of = None, *, cluster: Named = None, json: Json = False) -> None:
    asked = _asked(ctx, name, cluster)
    found = history(asked.reading.register, asked.cluster, asked.session.today())
    if json:
        asked.session.console.json(_history_data(asked, found))
    else:
        _print_history(asked, found)


def _print_history(asked: Asked, found: History) -> None:
    console = asked.session.console
    if not found.terms:
        console.out(
            console.voice(msg("No term of office is recorded up to {day}.", day=asked.reading.day(asked.reading.on)))
        )
        return
    columns = [msg("Office"), msg("Holder"), msg("Planned for"), msg("Ran to"), msg("How taken")]
    console.table([Column(title) for title in columns], [_ran(asked, term) for term in found.terms])
    console.out("")
    services: dict[str, dict[str, Service]] = {}
    for service in found.services:
        services.setdefault(service.unit, {})[service.office] = service
    columns = [msg("Unit"), *(office_label(asked.cluster.kind, office) for office in ("chair", "vice-chair"))]
    rows = [
        (asked.reading.name(unit), _served(asked, of["chair"]), _served(asked, of["vice-chair"]))
        for unit, of in services.items()
    ]
    console.table([Column(title) for title in columns], rows)
    _print_sources(asked)
    console.say(msg("As of {day}.", day=asked.reading.day(asked.reading.on)))


def _ran(asked: Asked, term: Term) -> tuple[Text, ...]:
    reading, office = asked.reading.at(term.since), term.office
    return (
        office_label(asked.cluster.kind, office.office),
        _holder(reading, term),
        _planned_for(reading, office.since, office.until),
        end_of_term(reading, term),
        _with_refs(reading, label("office how", office.how) if office.how else NOT_RECORDED, office.sources),
    )


def _planned_for(reading: Reading, since: str, until: str | None) -> Text:
    if since == until:
        return reading.day(since)
    return msg("{since} to {until}", since=reading.day(since), until=reading.day(until))


def _holder(reading: Reading, term: Term) -> Text:
    unit = reading.name(term.office.unit) if term.office.unit else None
    person = reading.person(term.office.person).text if term.office.person else None
    if unit and person:
        return msg("{unit}; {person}", unit=unit, person=person)
    return unit or person or NOT_RECORDED


def _served(asked: Asked, service: Service) -> Text:
    """How often, since when, and how long ago."""
    if service.last is None:
        return msg("no term is recorded")
    times = msgs("{count} term", "{count} terms", service.times)
    since = asked.reading.day(service.last.office.since)
    if not service.waited:
        return msg("{times}, the last from {since}", times=times, since=since)
    return msg(
        "{times}, the last from {since}; {waited} since it ended",
        times=times,
        since=since,
        waited=msgs("{count} year", "{count} years", service.waited),
    )


def _history_data(asked: Asked, found: History) -> Mapping[str, object]:
    return {
        "cluster": asked.cluster.id,
        "name": asked.reading.name(asked.cluster.id),
        "on": asked.session.today(),
        "terms": [_term_data(asked, term) for term in found.terms],
        "services": [
            {
                "unit": service.unit,
                "name": asked.reading.name(service.unit),
                "office": service.office,
                "times": service.times,
                "since": service.last.since if service.last else None,
                "to": service.last.until if service.last else None,
                "waited": service.waited,
            }
            for service in found.services
        ],
    }


def _term_data(asked: Asked, term: Term) -> Mapping[str, object]:
    reading, office = asked.reading.at(term.since), term.office
    return {
        "office": office.office,
        "unit": office.unit,
        "name": reading.name(office.unit) if office.unit else None,
        "person": office.person.name if office.person else None,
        "from": office.since,
        "to": office.until,
        "ran_to": term.until,
        "ended": office.ended or (term.reason if term.lapsed else None),
        "how": office.how,
        "sources": _source_data(office.sources),
    }
