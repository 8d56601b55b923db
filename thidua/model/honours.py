"""Honours: emulation titles, commendation forms and recognitions."""

from typing import Annotated, Literal

from msgspec import field

from thidua.model.common import Cite, DatedWords, RecipientKind, Rule, Words
from thidua.model.fields import Day, Id, MovementId, Part, Record, doc

Category = Literal["title", "form", "recognition"]
Level = Literal["state", "government", "ministry", "province", "command", "grassroots"]
Cadence = Literal["yearly", "eligible", "movement", "seniority", "sudden"]


class Honour(Record, frozen=True, kw_only=True):
    """What may be nominated for and awarded. A recognition is praise without being an award."""

    id: Annotated[Id, doc("id of the honour")]
    code: Annotated[str | None, doc("short code in use: CO_CP")] = None
    category: Annotated[Category, doc("emulation title, commendation form, or recognition that is no award")]
    names: Annotated[tuple[DatedWords, ...], doc("names through time")]
    aliases: Annotated[tuple[str, ...], doc("other spellings and short forms found in papers")] = ()
    recipients: Annotated[tuple[RecipientKind, ...], doc("who may receive it")]
    level: Annotated[Level | None, doc("level at which it is decided")] = None
    grade: Annotated[int | None, doc("class of an order or medal: 1, 2, 3")] = None
    authority: Annotated[Words | None, doc("who decides")] = None
    cadence: Annotated[Cadence | None, doc("how often it is considered")] = None
    movements: Annotated[tuple[MovementId, ...], doc("movements it belongs to; absent: any")] = ()
    since: Annotated[Day | None, doc("first day on which it can be awarded")] = field(default=None, name="from")
    until: Annotated[Day | None, doc("last day, included")] = field(default=None, name="to")
    sources: Annotated[tuple[Cite, ...], doc("legal reference")] = ()
    confirmed: Annotated[
        bool | None, doc("false: something here was not seen in the document itself; the note says what")
    ] = None
    note: Annotated[str | None, doc("remark")] = None
    rules: Annotated[tuple[Rule, ...], doc("values of the law that bear on it, by date")] = ()


class HonourFile(Part, frozen=True, kw_only=True):
    """A file of ``honours/``: one line of awards."""

    honours: Annotated[tuple[Honour, ...], doc("honours in the order of their ids")]
