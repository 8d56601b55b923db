"""Decisions: only these make an award."""

from typing import Annotated, Literal

from msgspec import field

from thidua.model.common import Cite, Conflict, Count, Person, Recipient
from thidua.model.fields import BodyId, Day, HonourId, Id, MovementId, Part, PeriodId, Record, UnitId, doc

Verdict = Literal["awarded", "refused", "revoked"]


class Grant(Part, frozen=True, kw_only=True):
    """One award, refusal or revocation."""

    recipient: Annotated[UnitId | Recipient, doc("who; group not-named: the source does not say")]
    honour: Annotated[HonourId, doc("what")]
    verdict: Annotated[Verdict, doc("awarded, refused or revoked")] = "awarded"
    period: Annotated[PeriodId | None, doc("the period it is for")] = None
    body: Annotated[BodyId | None, doc("the cluster or unit in whose period it was nominated")] = None
    movement: Annotated[MovementId | None, doc("the movement it belongs to")] = None
    count: Annotated[Count | None, doc("how many, where recipients are not named")] = None
    posthumous: Annotated[bool, doc("truy tặng")] = False
    money: Annotated[str | None, doc("money given with it, as written")] = None
    merit: Annotated[str | None, doc("for what, in the decision's words")] = None
    reason: Annotated[str | None, doc("why refused or revoked")] = None
    note: Annotated[str | None, doc("remark")] = None


class Decision(Record, frozen=True, kw_only=True):
    """What an authority decided. Number, date and signer may be unknown; then the span in which it fell is given."""

    id: Annotated[Id, doc("id of the decision; also the file's name")]
    number: Annotated[str | None, doc("number and symbol as written; absent: not recorded")] = None
    date: Annotated[Day | None, doc("date of the decision; absent: not recorded")] = None
    since: Annotated[Day | None, doc("first day on which it can have been made")] = field(default=None, name="from")
    until: Annotated[Day | None, doc("last day on which it can have been made, included")] = field(
        default=None, name="to"
    )
    authority: Annotated[str | None, doc("who decided, as written; absent: not recorded")] = None
    authority_unit: Annotated[UnitId | None, doc("the unit that decided, where the register knows it")] = None
    on_behalf: Annotated[str | None, doc("the higher grantor by whose authorisation it was given")] = None
    signer: Annotated[Person | None, doc("who signed")] = None
    replaces: Annotated[tuple[Id, ...], doc("decisions it replaces")] = ()
    sources: Annotated[tuple[Cite, ...], doc("where this stands")] = ()
    note: Annotated[str | None, doc("remark")] = None
    conflicts: Annotated[tuple[Conflict, ...], doc("what another source says differently")] = ()
    grants: Annotated[tuple[Grant, ...], doc("awards, refusals and revocations")]
