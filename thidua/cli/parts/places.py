"""Which cluster and which period a command means: as typed, or the only ones it can mean."""

from __future__ import annotations

from collections.abc import Container, Iterable
from datetime import date

from thidua.cli.frame.exits import ExitCode, Failure
from thidua.cli.parts.asking import Asker
from thidua.cli.parts.naming import is_period, known, no_period, resolve, resolve_period
from thidua.model.periods import Period
from thidua.model.register import Place, Register
from thidua.model.timeline import name_on
from thidua.text.days import first, last
from thidua.text.lookup import search
from thidua.text.say import msg


def choose_place(
    ask: Asker, register: Register, cluster: str | None, period: str | None, among: Iterable[Place]
) -> Place | None:
    """Period and body; None where the cluster is still missing.

    ``among`` are the places that would do, such as those that have a vote of the id typed. Left out are a cluster that
    is the only one of them, and a period, which is then the latest. Raises Failure where a name fits nothing.
    """
    if period is not None and not any(each == period for each, _ in register.periods):
        _no_period(register, period)
    likely = [place for place in among if period in (None, place[0])] or list(register.periods)
    body = resolve(register, "bodies", cluster) if cluster else _only(likely)
    if body is None:
        names = {
            each: proper_name(register, each, _day(register, each)) for each in dict.fromkeys(of for _, of in likely)
        }
        body = ask.need("--cluster", None, msg("Which cluster?"), names)
    if body is None:
        return None
    if period is None and (own := [each for each, of in likely if of == body]):
        period = max(own, key=lambda each: register.periods[each, body].until)
    return resolve_period(register, body, period), body


def _only(places: Iterable[Place]) -> str | None:
    bodies = {body for _, body in places}
    return bodies.pop() if len(bodies) == 1 else None


def _no_period(register: Register, period: str) -> None:
    recorded = msg("Recorded: {known}.", known=", ".join(sorted({each for each, _ in register.periods})))
    if not is_period(period):
        raise no_period(period, recorded)
    raise Failure(
        ExitCode.USAGE,
        msg("No period “{period}” is recorded.", period=period),
        recorded,
        msg("To begin it: {command}", command="thidua new-period"),
    )


def _day(register: Register, body: str) -> date:
    return max(last(period.until) for (_, of), period in register.periods.items() if of == body)


def proper_name(register: Register, body: str, on: date) -> str:
    """The name of a unit or cluster on that day; its id where the register does not know it."""
    record = register.body(body)
    return name_on(record, on) if record else body


def within(period: Period, today: date) -> date:
    """Today, or the end or beginning of the period that lies nearest: the day whose names a period bears."""
    return min(max(today, first(period.since)), last(period.until))


def resolve_likely(register: Register, kind: str, typed: str, likely: Container[str]) -> str:
    """As ``resolve``; where several records are meant and only one of them is likely here, that one."""
    found = [each for each in search(typed, known(register, kind)) if each in likely]
    return found[0] if len(found) == 1 else resolve(register, kind, typed)


def event_id(period: Period, typed: str | None) -> str | None:
    """The id of the event that ``typed`` names; ``typed`` itself where none does, for the procedure to refuse."""
    found = search(typed, ((event.id, (event.name or "",)) for event in period.events)) if typed else ()
    return found[0] if len(found) == 1 else typed
