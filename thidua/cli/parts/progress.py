"""How far a period has come: what is on record, what is lacking, and the command that supplies it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Literal, NamedTuple

from thidua.cli.parts.records import span, together
from thidua.desk.voting import vote_state
from thidua.model.clusters import Cluster, OfficeName
from thidua.model.nominations import Nomination
from thidua.model.periods import Period
from thidua.model.register import Place, Register
from thidua.model.standing import standings
from thidua.model.terms import office_label
from thidua.model.timeline import Term, in_force, members_during, terms
from thidua.reports.lines import Text
from thidua.reports.reading import Reading
from thidua.text.days import first, last, next_day
from thidua.text.say import Message, msg, msgs

State = Literal["done", "partly", "due", "unknown", "later"]

STATES: Mapping[State, Message] = {
    "done": msg("on record"),
    "partly": msg("partly on record"),
    "due": msg("still lacking"),
    "unknown": msg("not recorded"),
    "later": msg("nothing to do yet"),
}
"""``unknown`` is what is lacking in a period that is over: whether it happened, the register does not say."""

_DECIDED = frozenset({"awarded", "refused", "revoked"})
_ENDED = _DECIDED | {"withdrawn", "not-honoured"}


class Step(NamedTuple):
    """One thing that a year needs."""

    key: str
    label: Message
    state: State
    says: Text | None = None
    command: str | None = None
    """What to type where something is lacking."""
    file: str | None = None
    """Where to write it, where no command does."""


def steps(reading: Reading, place: Place) -> Iterator[Step]:
    """The steps of a period in the order of the year. ``reading`` is on the day that is asked about."""
    return _Year(reading, place).steps()


class _Year:
    """One period, looked at on one day."""

    def __init__(self, reading: Reading, place: Place) -> None:
        self.reading = reading
        self.register: Register = reading.register
        self.place = place
        self.period: Period = reading.register.periods[place]
        self.cluster: Cluster | None = reading.register.clusters.get(place[1])
        self.nominations: Sequence[Nomination] = self.register.nominations.get(place, ())
        self.lacking: State = "unknown" if last(self.period.until) < reading.on else "due"
        self.own = f"periods/{place[0]}/{place[1]}"

    def steps(self) -> Iterator[Step]:
        yield Step("period", msg("Period begun"), "done", span(self.reading, self.period.since, self.period.until))
        if self.cluster:
            yield self._members(self.cluster)
            yield self._office(self.cluster, "chair", "chair", self.period.since, self.period.until)
            yield self._office(self.cluster, "vice-chair", "vice_chair", self.period.since, self.period.until)
            yield self._regulation(self.cluster)
        yield self._covenant()
        yield self._nominations()
        yield self._votes()
        yield self._proposals()
        yield self._recognitions()
        yield self._decisions()
        if self.cluster:
            yield from self._next_term(self.cluster)

    def _members(self, cluster: Cluster) -> Step:
        count = len(members_during(self.register, cluster, self.period.since, self.period.until))
        whole = cluster.members_known == "all"
        state: State = "done" if count and whole else "partly" if count else self.lacking
        says = (
            msgs("{count} member", "{count} members", count)
            if whole
            else msgs(
                "{count} member known, the list is not whole", "{count} members known, the list is not whole", count
            )
        )
        return Step(
            "members", msg("Members"), state, says, file=None if state == "done" else f"clusters/{cluster.id}.yaml"
        )

    def _office(self, cluster: Cluster, office: OfficeName, key: str, since: str, until: str | None) -> Step:
        held = [
            term
            for term in terms(self.register, cluster, office)
            if (until is None or term.since <= last(until)) and (term.until is None or first(since) <= term.until)
        ]
        known = [name for term in held if (name := self._holder(term))]
        label = office_label(cluster.kind, office)
        if known:
            return Step(key, label, "done", together(known, ", "))
        says = msg("the office was held, the holder is not recorded") if held else None
        if self.lacking == "unknown" and until is not None:
            return Step(key, label, "unknown", says, file=f"clusters/{cluster.id}.yaml")
        return Step(key, label, self.lacking, says, f"thidua rotate plan {cluster.id}")

    def _holder(self, term: Term) -> str | None:
        unit, person = term.office.unit, term.office.person
        if unit:
            return self.reading.at(term.since).name(unit)
        return person.name if person else None

    def _regulation(self, cluster: Cluster) -> Step:
        label, day = msg("Regulation"), min(max(self.reading.on, first(self.period.since)), last(self.period.until))
        followed = in_force(cluster.regulations, day)
        if followed:
            return Step("regulation", label, "done", followed.regulation)
        return Step("regulation", label, self.lacking, file=f"clusters/{cluster.id}.yaml")

    def _covenant(self) -> Step:
        label, covenant = msg("Covenant"), self.period.covenant
        if covenant is None:
            return Step("covenant", label, self.lacking, file=f"{self.own}/period.yaml")
        day = covenant.text_date if covenant.date is None else self.reading.day(covenant.date)
        return Step("covenant", label, "done", day)

    def _nominations(self) -> Step:
        members = (
            members_during(self.register, self.cluster, self.period.since, self.period.until) if self.cluster else ()
        )
        heard = {each.nominee if isinstance(each.nominee, str) else each.nominee.unit for each in self.nominations}
        silent = [
            self.reading.at(last(self.period.until)).name(each.unit) for each in members if each.unit not in heard
        ]
        count = len(self.nominations)
        command = f"thidua nominate --cluster {self.place[1]} --period {self.place[0]}"
        says: list[Text] = [msgs("{count} nomination", "{count} nominations", count)] if count else []
        if silent:
            says.append(msg("none on record from: {units}", units=", ".join(silent)))
        state: State = self.lacking if not count else "partly" if silent and self.lacking == "due" else "done"
        return Step(
            "nominations",
            msg("Nominations"),
            state,
            together(says) if says else None,
            None if state == "done" else command,
        )

    def _votes(self) -> Step:
        label, found = msg("Votes of honour"), self.register.votes.get(self.place, ())
        where = f"--cluster {self.place[1]} --period {self.place[0]}"
        if not found:
            waits = not self.nominations and self.lacking == "due"
            return Step(
                "votes",
                label,
                "later" if waits else self.lacking,
                command=None if waits else f"thidua vote open {where}",
            )
        by = {state: [vote for vote in found if vote_state(vote) == state] for state in ("open", "counted", "closed")}
        says = msg(
            "{open} open, {counted} counted, {closed} closed", **{state: len(votes) for state, votes in by.items()}
        )
        if by["open"]:
            return Step("votes", label, "partly", says, f"thidua vote count {by['open'][0].id} {where}")
        if by["counted"]:
            return Step("votes", label, "partly", says, f"thidua vote close {by['counted'][0].id} {where}")
        return Step("votes", label, "done", says)

    def _proposals(self) -> Step:
        label, file = msg("Proposals"), f"{self.own}/period.yaml"
        reached = [{each.state for each in standings(self.register, nomination)} for nomination in self.nominations]
        honoured = sum("honoured" in states for states in reached)
        proposed = sum("proposed" in states for states in reached)
        left = sum("honoured" in states and not states & ({"proposed"} | _ENDED) for states in reached)
        if left:
            says = msg(
                "{proposed} proposed, {left} honoured by the cluster and not yet proposed", proposed=proposed, left=left
            )
            return Step("proposals", label, "partly" if proposed else self.lacking, says, file=file)
        if proposed:
            return Step(
                "proposals",
                label,
                "done",
                msgs("{count} nomination proposed", "{count} nominations proposed", proposed),
            )
        waits = self.lacking == "due" and not honoured
        return Step("proposals", label, "later" if waits else self.lacking, file=None if waits else file)

    def _recognitions(self) -> Step:
        label, count = msg("Recognitions"), len(self.register.recognitions.get(self.place, ()))
        if count:
            return Step("recognitions", label, "done", msgs("{count} recognition", "{count} recognitions", count))
        return Step("recognitions", label, self.lacking, file=f"{self.own}/recognitions/")

    def _decisions(self) -> Step:
        label = msg("Decisions on what was proposed")
        reached = [{each.state for each in standings(self.register, nomination)} for nomination in self.nominations]
        proposed = [states for states in reached if "proposed" in states]
        open_ = [states for states in proposed if not states & _DECIDED]
        if not proposed:
            return Step(
                "decisions",
                label,
                "later" if self.lacking == "due" else "unknown",
                msg("nothing is recorded as proposed"),
            )
        if not open_:
            return Step("decisions", label, "done", msgs("{count} decided", "{count} decided", len(proposed)))
        says = msgs(
            "{count} proposal without a decision on record",
            "{count} proposals without a decision on record",
            len(open_),
        )
        state: State = self.lacking if len(open_) == len(proposed) else "partly"
        return Step("decisions", label, state, says, file=f"decisions/{self.place[0]}/")

    def _next_term(self, cluster: Cluster) -> Iterator[Step]:
        after = next_day(last(self.period.until)).isoformat()
        names: tuple[tuple[OfficeName, str], ...] = (("chair", "next_chair"), ("vice-chair", "next_vice_chair"))
        for office, key in names:
            step = self._office(cluster, office, key, after, None)
            yield step._replace(label=msg("Next term: {office}", office=step.label))


def current(register: Register, body: str, on: date) -> list[Place]:
    """The periods of a body that run on the day, the shortest first."""
    found = [
        period
        for (_, of), period in register.periods.items()
        if of == body and first(period.since) <= on <= last(period.until)
    ]
    return [
        (each.period, each.body)
        for each in sorted(found, key=lambda each: (first(each.since), last(each.until)), reverse=True)
    ]
