"""Recognitions: praise that is not an award."""

from typing import Annotated, Literal

from thidua.model.common import Cite, Conflict, Count, Recipient
from thidua.model.fields import BodyId, Day, HonourId, Id, MovementId, PeriodRecord, UnitId, doc
from thidua.model.nominations import Step

Named = Literal["all", "some", "none"]


class Recognition(PeriodRecord, frozen=True, kw_only=True):
    """An act of tuyên dương, biểu dương, tôn vinh: with counts, with names, or both, which may differ."""

    id: Annotated[Id, doc("id of the recognition within the period; also the file's name")]
    honour: Annotated[HonourId, doc("the kind of recognition")]
    by: Annotated[BodyId | None, doc("who praised")] = None
    date: Annotated[Day | None, doc("day")] = None
    event: Annotated[Id | None, doc("event of the period at which it happened")] = None
    movement: Annotated[MovementId | None, doc("the movement it belongs to")] = None
    subject: Annotated[str | None, doc("what for, in the words of the source")] = None
    counts: Annotated[tuple[Count, ...], doc("how many, as stated")] = ()
    names_known: Annotated[Named | None, doc("whether the names are recorded")] = None
    revoked: Annotated[Step | None, doc("when and why it was taken back")] = None
    sources: Annotated[tuple[Cite, ...], doc("where this stands")] = ()
    note: Annotated[str | None, doc("remark")] = None
    conflicts: Annotated[tuple[Conflict, ...], doc("what another source says differently")] = ()
    recipients: Annotated[tuple[UnitId | Recipient, ...], doc("who, where the source names them")] = ()
