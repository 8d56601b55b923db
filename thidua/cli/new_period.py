"""thidua new-period: begins a year, a school year or a span of a cluster or unit."""

from __future__ import annotations

from functools import partial
from typing import Annotated

import typer

from thidua.cli.frame.app import App, examples
from thidua.cli.frame.language import N_
from thidua.cli.frame.options import Cluster, DryRun, Period
from thidua.cli.frame.session import Session
from thidua.cli.parts.adding import Adding, Movements, Since, Until, day
from thidua.cli.parts.citing import Sources, cites
from thidua.cli.parts.naming import body_then_period, period_typed
from thidua.desk.periods import new_period
from thidua.text.say import msg

app = App()


@app.command(
    "new-period",
    help=N_(
        "Begin a period of a cluster or unit: 2024 is a year, 2024-2025 a span of years, or a school year with --kind."
        " Movements not given are those of the cluster; nothing else is carried over."
    ),
    examples=examples(
        "thidua new-period bca-cum-5 2025",
        "thidua new-period 'khoi thi dua so 3' 2024 --movement thi-dua-yeu-nuoc",
        "thidua new-period ca-hung-yen-khoi-qlhc 2025-2026 --kind school-year --dry-run",
    ),
)
def begin(
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
    kind: Annotated[
        str | None,
        typer.Option("--kind", metavar="year|school-year|span", help=N_("year, school year or span of years")),
    ] = None,
    since: Since = None,
    until: Until = None,
    movement: Movements = None,
    source: Sources = None,
    dry_run: DryRun = False,
) -> None:
    session = Session.of(ctx)
    adding = Adding(session, "thidua new-period", dry_run=dry_run)
    if cluster and body:
        body, period = cluster, body
    body, period = cluster or body, period or of_period
    body_then_period(adding.register, "thidua new-period", body, period)
    body = adding.ask.need(msg("BODY"), body, msg("Of which cluster or unit?"), check=partial(adding.one, "bodies"))
    period = adding.ask.need(msg("PERIOD"), period, msg("Which period, such as 2024 or 2024-2025?"), check=period_typed)
    adding.ask.settle()
    known = adding.one("bodies", body) or ""
    make = partial(
        new_period,
        body=known,
        period=period or "",
        kind=adding.word("period kind", "--kind", kind),
        since=day(since),
        until=day(until),
        movements=adding.many("movements", movement) if movement else None,
        sources=cites(adding.register, source),
    )
    adding.deliver(make, f"thidua status {known} {period}")
