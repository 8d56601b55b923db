"""Emulation movements: theme, span, plans, targets."""

from typing import Annotated

from msgspec import field

from thidua.model.common import Cite, DatedWords, Target
from thidua.model.fields import Day, Id, MovementId, Record, UnitId, doc


class Movement(Record, frozen=True, kw_only=True):
    """A movement (phong trào thi đua) or a wave of one (đợt thi đua) with its own dates."""

    id: Annotated[Id, doc("id of the movement")]
    names: Annotated[tuple[DatedWords, ...], doc("names through time")]
    aliases: Annotated[tuple[str, ...], doc("other spellings and short forms")] = ()
    launched_by: Annotated[UnitId | None, doc("the unit that launched it")] = None
    wave_of: Annotated[MovementId | None, doc("the movement it is a wave of")] = None
    since: Annotated[Day | None, doc("first day")] = field(default=None, name="from")
    until: Annotated[Day | None, doc("last day, included")] = field(default=None, name="to")
    theme: Annotated[str | None, doc("theme or motto as written")] = None
    targets: Annotated[tuple[Target, ...], doc("targets")] = ()
    plans: Annotated[tuple[Cite, ...], doc("documents that launched or carry it")] = ()
    sources: Annotated[tuple[Cite, ...], doc("where this stands")] = ()
    note: Annotated[str | None, doc("remark")] = None
