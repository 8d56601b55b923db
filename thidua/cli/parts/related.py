"""What the rest of the register says about a record: origin, memberships, offices, periods, uses."""

from __future__ import annotations

from collections.abc import Iterator

from thidua.cli.parts.cards import Fact, Section, place_of
from thidua.cli.parts.honoured import concerns, grants, nominations, recognitions, votes
from thidua.cli.parts.index import people
from thidua.cli.parts.records import named, plain, span, together, where
from thidua.model.clusters import Cluster
from thidua.model.common import Person, Recipient
from thidua.model.fields import At
from thidua.model.honours import Honour
from thidua.model.periods import Period
from thidua.model.shape import EitherShape, ListShape, RecordShape, ScalarShape, Shape, record_shape
from thidua.model.terms import label, office_label
from thidua.model.timeline import Term, parent_on, terms
from thidua.model.units import Unit
from thidua.reports.lines import Line, Text
from thidua.reports.phrases import end_of_term, period_name
from thidua.reports.reading import NOT_RECORDED, Reading
from thidua.text.days import last, next_day
from thidua.text.say import msg


def of_unit(reading: Reading, unit: Unit) -> tuple[Section, ...]:
    """Where it came from, where it belongs, what it held and received."""
    return (
        _predecessors(reading, unit),
        _successors(reading, unit),
        _memberships(reading, unit),
        _offices_of_unit(reading, unit),
        _clusters_of(reading, unit.id),
        nominations(reading, lambda each: concerns(unit.id, each.nominee)),
        grants(reading, lambda each: concerns(unit.id, each.recipient)),
        recognitions(reading, lambda each: any(concerns(unit.id, who) for who in each.recipients)),
        _periods(reading, unit.id)._replace(empty=None),
        _subordinates(reading, unit),
    )


def of_cluster(reading: Reading, cluster: Cluster) -> tuple[Section, ...]:
    """Who led it, and its years."""
    return (
        _offices_of_cluster(reading, cluster),
        _periods(reading, cluster.id),
        nominations(reading, lambda each: each.body == cluster.id),
        grants(reading, lambda each: each.body == cluster.id),
        recognitions(reading, lambda each: each.body == cluster.id),
    )


def of_honour(reading: Reading, honour: Honour) -> tuple[Section, ...]:
    """Who was nominated for it and received it."""
    return (
        nominations(reading, lambda each: each.honour == honour.id),
        grants(reading, lambda each: each.honour == honour.id),
        recognitions(reading, lambda each: each.honour == honour.id),
    )


def of_period(reading: Reading, period: Period) -> tuple[Section, ...]:
    """The year's nominations, votes, praise and decisions."""
    place = (period.period, period.body)
    return (
        nominations(reading, lambda each: (each.period, each.body) == place),
        votes(reading, place),
        recognitions(reading, lambda each: (each.period, each.body) == place),
        grants(reading, lambda each: (each.period, each.body) == place),
    )


def mentions(reading: Reading, person: str) -> Section:
    """A person as each record names him or her."""
    found = (
        Fact({**plain(part), **_at(at)}, Line(together([_person(reading, part), where(at) or ""])))
        for part, at in people(reading.register)[person]
    )
    return Section("mentions", msg("On record as"), tuple(found))


def _predecessors(reading: Reading, unit: Unit) -> Section:
    """The units that went on as this one, or into it."""
    found = (
        Fact(
            {"unit": other.id, "how": each.how, "end": other.end, "confirmed": each.confirmed, **place_of(other)},
            reading.cited(
                together(
                    [named(_until(reading, other), "units", other.id), label("fate", each.how), reading.name(unit.id)],
                    " ",
                ),
                each.sources,
                each.note,
            )._replace(unconfirmed=each.confirmed is False),
        )
        for other in reading.register.units.values()
        for each in other.successors
        if each.unit == unit.id
    )
    return Section("predecessors", msg("Came from"), tuple(found), None)


def _successors(reading: Reading, unit: Unit) -> Section:
    """What it went on as, or into; said to be not recorded where it ended and the register does not say."""
    after = reading.at(next_day(last(unit.end))) if unit.end else reading
    found = (
        Fact(
            {**plain(each), **place_of(unit)},
            reading.cited(
                together([label("fate", each.how), named(after, "units", each.unit)], " "), each.sources, each.note
            )._replace(unconfirmed=each.confirmed is False),
        )
        for each in unit.successors
    )
    return Section("successors", msg("What became of it"), tuple(found), NOT_RECORDED if unit.end else None)


def _subordinates(reading: Reading, unit: Unit) -> Section:
    """The units under it on the day."""
    found = tuple(
        Fact({"unit": other.id}, Line(named(reading, "units", other.id)))
        for other in reading.register.units.values()
        if parent_on(other, reading.on) == unit.id
    )
    return Section("units", msg("Units under it on {day}", day=reading.day(reading.on)), found, None)


def _memberships(reading: Reading, unit: Unit) -> Section:
    """The clusters it belongs or belonged to."""
    found = (
        Fact(
            {"cluster": cluster.id, **plain(member), **place_of(cluster)},
            reading.cited(
                together(
                    [_cluster(reading, cluster), span(reading, member.since, member.until) or msg("dates not recorded")]
                ),
                member.sources,
                member.note,
            ),
        )
        for cluster in reading.register.clusters.values()
        for member in cluster.members
        if member.unit == unit.id
    )
    return Section("memberships", msg("Member of"), tuple(found))


def _offices_of_unit(reading: Reading, unit: Unit) -> Section:
    """The offices it held, as they ran."""
    found = (
        _term(reading, cluster, term, _cluster(reading.at(term.since), cluster))
        for cluster in reading.register.clusters.values()
        for term in terms(reading.register, cluster)
        if term.office.unit == unit.id
    )
    return Section("offices", msg("Offices held"), tuple(found))


def _offices_of_cluster(reading: Reading, cluster: Cluster) -> Section:
    """Its chairs and vice-chairs, as they ran."""
    found = tuple(_term(reading, cluster, term, _holder(reading, term)) for term in terms(reading.register, cluster))
    return Section("offices", msg("Chair and vice-chair"), found)


def _periods(reading: Reading, body: str) -> Section:
    """The periods of a cluster or unit."""
    found = (
        Fact(
            {
                "period": period.period,
                "kind": period.kind,
                "from": period.since,
                "to": period.until,
                **place_of(period),
            },
            Line(together([period_name(period), f"({period.period}/{body})"], " ")),
        )
        for (_, of), period in sorted(reading.register.periods.items())
        if of == body
    )
    return Section("periods", msg("Periods"), tuple(found))


def _clusters_of(reading: Reading, organiser: str) -> Section:
    """The clusters that a unit organises."""
    found = (
        Fact({"cluster": cluster.id, **place_of(cluster)}, Line(_cluster(reading, cluster)))
        for cluster in reading.register.clusters.values()
        if cluster.organiser == organiser
    )
    return Section("clusters", msg("Clusters it organises"), tuple(found), None)


def waves(reading: Reading, movement: str) -> Section:
    """The waves of a movement."""
    found = (
        Fact(
            {"movement": wave.id, "from": wave.since, "to": wave.until, **place_of(wave)},
            Line(
                together(
                    [
                        named(reading, "movements", wave.id),
                        span(reading, wave.since, wave.until) or msg("dates not recorded"),
                    ]
                )
            ),
        )
        for wave in reading.register.movements.values()
        if wave.wave_of == movement
    )
    return Section("waves", msg("Waves of it"), tuple(found), None)


def uses(reading: Reading, kind: str, name: str) -> Section:
    """Every record that refers to this one; ``kind`` is an attribute of the register."""
    found = (
        Fact(place_of(record), Line(where(record.at) or ""))
        for record in reading.register.records()
        if (kind, name) in set(references(record, record_shape(type(record))))
    )
    return Section("uses", msg("Referred to in"), tuple(found), msg("no record refers to it"))


def references(value: object, shape: Shape) -> Iterator[tuple[str, str]]:
    """Every id that a record or part refers to, with the attribute of the register in which it is found."""
    match shape:
        case ListShape():
            assert isinstance(value, tuple)
            for each in value:
                yield from references(each, shape.item)
        case EitherShape():
            yield from references(value, shape.scalar if isinstance(value, str) else shape.record)
        case RecordShape():
            for field in shape.fields:
                inner = getattr(value, field.attribute)
                if inner is not None:
                    yield from references(inner, field.shape)
        case ScalarShape() if shape.refers:
            yield shape.refers, str(value)


def _at(at: At | None) -> dict[str, object]:
    return {"file": at.file, "line": at.line} if at else {}


def _person(reading: Reading, part: Person | Recipient) -> Text:
    return reading.person(part).text if isinstance(part, Person) else reading.who(part)


def _cluster(reading: Reading, cluster: Cluster) -> str:
    known = named(reading, "clusters", cluster.id)
    return f"{known}, {reading.name(cluster.organiser)}"


def _holder(reading: Reading, term: Term) -> Text:
    office, then = term.office, reading.at(term.since)
    if office.unit:
        return named(then, "units", office.unit)
    return then.person(office.person).text if office.person else NOT_RECORDED


def _term(reading: Reading, cluster: Cluster, term: Term, whose: Text) -> Fact:
    office = term.office
    texts: list[Text] = [
        together([office_label(cluster.kind, office.office), whose], ": "),
        msg("from {since}", since=reading.day(office.since)),
        msg("end: {end}", end=end_of_term(reading, term)),
        *([label("office how", office.how)] if office.how else []),
        *([reading.person(office.person).text] if office.person and office.unit else []),
    ]
    data = {
        "cluster": cluster.id,
        **plain(office),
        "ran_to": term.until.isoformat() if term.until else None,
        "ended_by": term.reason,
        **place_of(cluster),
    }
    return Fact(data, reading.cited(together(texts), office.sources, office.note))


def _until(reading: Reading, unit: Unit) -> Reading:
    return reading.at(last(unit.end)) if unit.end else reading
