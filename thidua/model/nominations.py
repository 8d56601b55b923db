"""Nominations: who is put forward for which honour."""

from typing import Annotated

from thidua.model.common import Cite, Conflict, Count, Recipient
from thidua.model.fields import Day, HonourId, Id, MovementId, Part, PeriodRecord, UnitId, doc


class Step(Part, frozen=True, kw_only=True):
    """Something that happened to a nomination on its way."""

    date: Annotated[Day | None, doc("day")] = None
    reason: Annotated[str | None, doc("why")] = None
    sources: Annotated[tuple[Cite, ...], doc("where this stands")] = ()


class Nomination(PeriodRecord, frozen=True, kw_only=True):
    """One nominee for one honour in one period of one body. Its state is derived from other records, never stored."""

    nominee: Annotated[UnitId | Recipient, doc("who is nominated: a unit's id, or a person or group")]
    honour: Annotated[HonourId, doc("the honour nominated for")]
    count: Annotated[Count | None, doc("how many, where the nominees are not named")] = None
    movement: Annotated[MovementId | None, doc("the movement in which it was earned")] = None
    submitted: Annotated[Day | None, doc("day of submission")] = None
    event: Annotated[Id | None, doc("event of the period at which it was put forward")] = None
    merits: Annotated[str | None, doc("what it is for, in the nominator's words")] = None
    returned: Annotated[tuple[Step, ...], doc("when and why it was sent back")] = ()
    withdrawn: Annotated[Step | None, doc("when and why it was taken back")] = None
    sources: Annotated[tuple[Cite, ...], doc("where this stands")] = ()
    note: Annotated[str | None, doc("remark")] = None
    conflicts: Annotated[tuple[Conflict, ...], doc("what another source says differently")] = ()


class NominationFile(Part, frozen=True, kw_only=True):
    """A file of ``nominations/``: what one unit hands in."""

    nominations: Annotated[tuple[Nomination, ...], doc("nominations in the order of nominee and honour")]
