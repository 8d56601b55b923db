"""A new period of a cluster or unit: its kind and its days follow from its id."""

from __future__ import annotations

import re

from thidua.desk.change import Change, change, file_change
from thidua.desk.filing import already
from thidua.desk.reasons import Reasons
from thidua.model.clusters import Cluster
from thidua.model.common import Cite
from thidua.model.fields import PERIOD
from thidua.model.periods import Period, PeriodKind
from thidua.model.register import Register
from thidua.model.terms import label
from thidua.text.days import DAY, first, last, overlap, said
from thidua.text.say import msg

_DAYS: dict[PeriodKind, tuple[str, str]] = {
    "year": ("01-01", "12-31"),
    "school-year": ("09-01", "08-31"),
    "span": ("01-01", "12-31"),
}
"""First and last day where none is given: calendar years; a school year runs from September to August."""


def new_period(
    register: Register,
    *,
    body: str,
    period: str,
    kind: PeriodKind | None = None,
    since: str | None = None,
    until: str | None = None,
    movements: tuple[str, ...] | None = None,
    sources: tuple[Cite, ...] = (),
) -> Change:
    """Begins a period: "2024" is a year, "2024-2025" a span of years, or a school year where ``kind`` says so.

    Movements not given are those of the cluster that touch the period. Nothing else is carried over.

    Raises:
        Refusal: every reason at once.
    """
    reasons = Reasons()
    reasons.knows(register, "bodies", body)
    years = _years(period, reasons)
    reasons.settle()
    sort: PeriodKind = kind or ("year" if years[0] == years[1] else "span")
    begin, end = _DAYS[sort]
    since, until = since or f"{years[0]}-{begin}", until or f"{years[1]}-{end}"
    _check_kind(period, years, sort, reasons)
    _check_days(register, body, since, until, reasons)
    for movement in movements or ():
        reasons.knows(register, "movements", movement)
    reasons.settle()
    served = _movements(register, body, since, until) if movements is None else movements
    new = Period(period=period, body=body, kind=sort, since=since, until=until, movements=served, sources=sources)
    happened = msg("Period {period} of “{body}” begun", period=period, body=body)
    known = register.periods.get((period, body))
    if known:
        return already(
            happened, known, new, msg("Period {period} of “{body}” is recorded already, but:", period=period, body=body)
        )
    return change(happened, file_change(register, "period", new, period=period, body=body))


def _years(period: str, reasons: Reasons) -> tuple[int, int]:
    """First and last year of the id; a reason where it is no period."""
    if not (re.fullmatch(PERIOD, period) and all(re.fullmatch(DAY, year) for year in period.split("-"))):
        reasons.add(msg("“{period}” is no period: write a year (2024) or two (2024-2025).", period=period))
        return 0, 0
    begin, _, end = period.partition("-")
    if end and int(end) <= int(begin):
        reasons.add(msg("“{period}” ends before it begins: write the earlier year first.", period=period))
    return int(begin), int(end or begin)


def _check_kind(period: str, years: tuple[int, int], kind: PeriodKind, reasons: Reasons) -> None:
    length = years[1] - years[0]
    right = {"year": length == 0, "school-year": length == 1, "span": length > 0}
    if not right[kind]:
        reasons.add(
            msg("“{period}” is no {kind}.", period=period, kind=label("period kind", kind)),
            msg("A year is written 2024, a school year 2024-2025, a span of years 2015-2020."),
        )


def _check_days(register: Register, body: str, since: str, until: str, reasons: Reasons) -> None:
    if last(until) < first(since):
        reasons.add(msg("It ends ({until}) before it begins ({since}).", until=said(until), since=said(since)))
    known = register.body(body)
    if known and not overlap(known.begin, known.end, since, until):
        reasons.add(
            msg(
                "“{body}” did not exist then: it exists from {since} to {until}.",
                body=body,
                since=said(known.begin) if known.begin else "…",
                until=said(known.end) if known.end else "…",
            )
        )


def _movements(register: Register, body: str, since: str, until: str) -> tuple[str, ...]:
    cluster = register.body(body)
    if not isinstance(cluster, Cluster):
        return ()
    known = ((name, register.movements.get(name)) for name in cluster.movements)
    return tuple(
        name for name, movement in known if movement is None or overlap(movement.since, movement.until, since, until)
    )
