"""The reports there are, and the one function that writes them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import partial
from typing import NamedTuple

from thidua.desk.change import Refusal
from thidua.model.register import Place, Register
from thidua.model.terms import office_label
from thidua.reports.lines import Paper, Signature
from thidua.reports.reading import Reading
from thidua.reports.render import Format, render
from thidua.reports.views.commendations import commendations, commended_places
from thidua.reports.views.rotation import rotation
from thidua.reports.views.scope import as_of, in_order, letterhead, places, scope_lines
from thidua.reports.views.summary import summary
from thidua.text.say import Message, Voice, msg


class Asked(NamedTuple):
    """What a report is asked about. None: all."""

    register: Register
    lang: str
    body: str | None
    period: str | None
    today: date | None

    def ordered(self, found: Iterable[Place]) -> tuple[Place, ...]:
        return in_order(self.register, self.body, self.period, found)

    def day(self, place: Place) -> date:
        return as_of(self.register, place, self.today)


Chapter = tuple[date, Callable[[Reading], object]]
"""The day on which a chapter is read, and the view that reads it."""


def _summaries(asked: Asked) -> list[Chapter]:
    found = asked.ordered(places(asked.register, asked.body, asked.period))
    return [(asked.day(place), partial(summary, place=place)) for place in found]


def _commendations(asked: Asked) -> list[Chapter]:
    found = asked.ordered(commended_places(asked.register, asked.body, asked.period))
    return [(asked.day(place), partial(commendations, place=place, unit=_unit(asked, place))) for place in found]


def _unit(asked: Asked, place: Place) -> str | None:
    """The unit whose part alone of a cluster's period is wanted."""
    return asked.body if asked.body != place[1] else None


def _rotations(asked: Asked) -> list[Chapter]:
    """One chapter a cluster: as of the period asked for, else of today, else of the last period recorded."""
    clusters = asked.register.clusters
    found = (place for place in places(asked.register, asked.body, asked.period) if place[1] in clusters)
    if asked.today and not asked.period:
        days = {name: asked.today for name in clusters if asked.body in (None, name)}
    else:
        days = {place[1]: asked.day(place) for place in asked.ordered(found)}
    if not days:
        raise Refusal(msg("“{body}” is no cluster: only clusters have a chair that rotates.", body=asked.body))
    return [(day, partial(rotation, cluster=clusters[name])) for name, day in days.items()]


class Kind(NamedTuple):
    """One kind of report."""

    title: Message
    chapters: Callable[[Asked], list[Chapter]]
    signed: bool = False


REPORTS: Mapping[str, Kind] = {
    "commendations": Kind(msg("Awards, proposals and recognitions"), _commendations),
    "rotation": Kind(msg("Rotation of chair and vice-chair"), _rotations),
    "summary": Kind(msg("Summary of emulation and commendation"), _summaries, signed=True),
}
"""By the word on the command line."""


def report(
    register: Register,
    kind: str,
    body: str | None,
    period: str | None,
    *,
    fmt: Format,
    voice: Voice,
    today: date | None = None,
) -> str:
    """One report for one body and period, for all periods of a body, or for all; the same input gives the same bytes.

    ``kind`` is a key of ``REPORTS``. Everything is said as of the last day of its period, or of ``today`` while it runs.
    Raises Refusal where there is nothing to report on.
    """
    return render(paper(Asked(register, voice.lang, body, period, today), kind), fmt, voice)


def paper(asked: Asked, kind: str) -> Paper:
    """The report before it is given a format. Raises Refusal where there is nothing to report on."""
    made = REPORTS[kind]
    chapters = made.chapters(asked)
    days = [day for day, _ in chapters]
    reading = Reading.of(asked.register, asked.lang, max(days))
    return Paper(
        kind=kind,
        title=made.title,
        scope=scope_lines(reading, asked.body, asked.period),
        as_of=tuple(reading.day(day) for day in sorted(set(days))),
        letterhead=letterhead(reading, asked.body),
        content=tuple(view(reading.at(day)) for day, view in chapters),
        level=2 if len(chapters) == 1 else 3,
        provenance=reading.provenance(),
        signature=_signature(asked) if made.signed and len(chapters) == 1 else None,
    )


def _signature(asked: Asked) -> Signature | None:
    """On whose behalf a cluster's chair signs; a unit's paper is signed as its own rules say."""
    cluster = asked.register.clusters.get(asked.body or "")
    return Signature(_BEHALF[cluster.kind], office_label(cluster.kind, "chair")) if cluster else None


_BEHALF: Mapping[str, Message] = {
    "cum": msg("For the emulation cluster"),
    "khoi": msg("For the emulation bloc"),
    "khu-vuc": msg("For the emulation area"),
    "to": msg("For the emulation group"),
}
