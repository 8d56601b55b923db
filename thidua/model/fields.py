"""The kinds of field a record is made of, and the record itself.

msgspec reads a record's annotations at run time; the modules of records evaluate them as they are imported, once, and so
have no ``from __future__ import annotations``.
"""

from __future__ import annotations

from typing import Annotated, Any

from msgspec import Meta, Struct, field

from thidua.text.days import DAY

ID = "[a-z][a-z0-9]*(?:-[a-z0-9]+)*"
PERIOD = "[0-9]{4}(?:-[0-9]{4})?"
FRACTION = "[1-9][0-9]*/[1-9][0-9]*"


def written(kind: str, pattern: str, **extra: str) -> Meta:
    """How a scalar is written: the whole text must match ``pattern``, which has no anchors and no groups."""
    return Meta(pattern=rf"^(?:{pattern})(?!\n)$", extra={"kind": kind, "pattern": pattern, **extra})


def doc(text: str) -> Meta:
    """What a field means: shown by editors through the JSON Schema and in the data dictionary; translated."""
    return Meta(description=text)


def ref(kind: str) -> Meta:
    """Marks an id that must name a record of ``kind`` (an attribute of the Register) that lives at the date of use."""
    return written("id", ID, refers=kind)


Id = Annotated[str, written("id", ID)]
UnitKind = Annotated[str, written("id", ID, vocabulary="unit kind")]
"""Open: the shipped kinds have words in ``terms``, any other is shown as it is written."""
PeriodId = Annotated[str, written("period", PERIOD)]
Day = Annotated[str, written("day", DAY)]
Fraction = Annotated[str, written("fraction", FRACTION)]

UnitId = Annotated[str, ref("units")]
ClusterId = Annotated[str, ref("clusters")]
HonourId = Annotated[str, ref("honours")]
MovementId = Annotated[str, ref("movements")]
RegulationId = Annotated[str, ref("regulations")]
FrameworkId = Annotated[str, ref("frameworks")]
SourceId = Annotated[str, ref("sources")]
BodyId = Annotated[str, ref("bodies")]
"""A unit or a cluster."""


class At(Struct, frozen=True, gc=False):
    """Where a record or one of its values stands: a file of the register, the record's line, the keys down to the value.

    ``line`` counts from 1 and is the line on which the *record* begins; ``path`` leads from the top of the file to the
    value, so that the reader can find line and column of the value itself when a problem is shown.
    """

    file: str
    line: int
    path: tuple[str | int, ...] = ()

    def __truediv__(self, key: str | int) -> At:
        return At(self.file, self.line, (*self.path, key))


class Part(Struct, frozen=True, kw_only=True, gc=False, forbid_unknown_fields=True, omit_defaults=True):
    """A mapping inside a record. An absent key means "not recorded", never zero, never "no"."""


class Record(Part, frozen=True, kw_only=True, gc=False, forbid_unknown_fields=True, omit_defaults=True):
    """Something with a natural key of its own. ``at`` is given by the reader and is no part of the written text."""

    at: Annotated[At | None, Meta(extra={"given": True})] = field(default=None, name="@at")


class PeriodRecord(Record, frozen=True, kw_only=True, gc=False, forbid_unknown_fields=True, omit_defaults=True):
    """A record of one body in one period; both are said by the folder it lies in."""

    period: Annotated[str, Meta(extra={"given": True})] = field(default="", name="@period")
    body: Annotated[str, Meta(extra={"given": True})] = field(default="", name="@body")


def is_given(name: str) -> bool:
    """Whether a key is put in by the reader rather than written in the file."""
    return name.startswith("@")


def changed(record: Any, **values: Any) -> Any:
    """A copy of a frozen record with some values replaced."""
    from msgspec.structs import replace

    return replace(record, **values)
