"""What a reader would expect of a period and the register does not hold."""

from __future__ import annotations

from collections.abc import Iterator

from thidua.model.clusters import Cluster
from thidua.model.periods import Period
from thidua.model.register import Place, Register
from thidua.model.terms import office_label
from thidua.model.timeline import in_force, members_during, terms
from thidua.reports.reading import Reading
from thidua.reports.views.parts import during
from thidua.text.say import Message, msg


def gaps(reading: Reading, place: Place) -> Iterator[Message]:
    """The gaps in the order of the sections of a summary."""
    register = reading.register
    cluster = register.clusters.get(place[1])
    if cluster:
        yield from _cluster_gaps(register, cluster, register.periods[place], reading)
        yield from _score_gaps(register, place)
        yield from _nomination_gaps(register, place)
    if any(not each.recipients for each in register.recognitions.get(place, ())):
        yield msg("the names of those praised")
    yield from _decision_gaps(reading, place)


def _cluster_gaps(register: Register, cluster: Cluster, period: Period, reading: Reading) -> Iterator[Message]:
    if cluster.members_known != "all":
        known = members_during(register, cluster, period.since, period.until)
        yield msg("the whole list of members") if known else msg("the members")
    ran = (term.office for term in terms(register, cluster) if during(term, period))
    held = {office.office for office in ran if office.unit or office.person}
    if "chair" not in held:
        yield office_label(cluster.kind, "chair")
    if "vice-chair" not in held:
        yield office_label(cluster.kind, "vice-chair")
    if period.covenant is None:
        yield msg("the signing of the covenant")
    if in_force(cluster.regulations, reading.on) is None:
        yield msg("the regulation of the cluster")


def _score_gaps(register: Register, place: Place) -> Iterator[Message]:
    sheets = register.scores.get(place, ())
    if not register.periods[place].scoring and not sheets:
        yield msg("how points were given, and the points")
    elif all(sheet.total is None for sheet in sheets):
        yield msg("the points of each unit")


def _nomination_gaps(register: Register, place: Place) -> Iterator[Message]:
    nominations, votes = register.nominations.get(place, ()), register.votes.get(place, ())
    if not nominations:
        yield msg("nominations")
    elif not votes:
        yield msg("how the nominations were voted on")
    if any(vote.count is None for vote in votes):
        yield msg("the number of votes")


def _decision_gaps(reading: Reading, place: Place) -> Iterator[Message]:
    decisions = [decision for decision, _ in reading.grants.get(place, ())]
    if reading.register.nominations.get(place) and not decisions:
        yield msg("decisions on the nominations")
    if not all(decision.number and decision.date for decision in decisions):
        yield msg("number or date of a decision")
