"""Why a procedure refuses: what is wrong, what is right, what to type next."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec.structs import fields

from thidua.desk.change import Refusal
from thidua.model.fields import Part
from thidua.model.labels import key_label
from thidua.model.periods import Period
from thidua.model.register import Register
from thidua.text.nearest import nearest
from thidua.text.say import Message, msg
from thidua.text.say import joined as joined  # noqa: PLC0414 - reports ask for it here

NOUNS: Mapping[str, Message] = {
    "units": msg("unit"),
    "clusters": msg("emulation cluster"),
    "bodies": msg("cluster or unit"),
    "honours": msg("honour"),
    "movements": msg("emulation movement"),
    "regulations": msg("regulation"),
}
"""By attribute of the register."""

COMMANDS: Mapping[str, str] = {
    "units": "thidua unit",
    "clusters": "thidua cluster",
    "bodies": "thidua cluster",
    "honours": "thidua honour",
    "movements": "thidua movement",
}


class Reasons:
    """Collects the reasons of one procedure, so that the clerk reads all of them at once."""

    def __init__(self) -> None:
        self._found: list[Message] = []

    def add(self, *sentences: Message) -> None:
        """One reason, in one or more sentences."""
        self._found.append(joined(*sentences))

    def refusal(self) -> Refusal:
        """All reasons so far."""
        return Refusal(*self._found)

    def settle(self) -> None:
        """Raises Refusal if there is any reason."""
        if self._found:
            raise self.refusal()

    def knows(self, register: Register, kind: str, name: str | None) -> bool:
        """Whether ``name`` is a record of ``kind``; None names nothing and is no reason."""
        if name is None:
            return False
        found = register.knows(kind, name)
        if not found:
            self.add(*unknown(register, kind, name))
        return found

    def period(self, register: Register, period: str, body: str) -> Period | None:
        """The period of the body; a reason is added where it, or the body, is not recorded."""
        found = register.periods.get((period, body))
        if found is None and self.knows(register, "bodies", body):
            self.add(
                msg("Period {period} of “{body}” is not recorded.", period=period, body=body),
                *instead(period, (known for known, of in register.periods if of == body)),
                msg("To begin it: {command}", command=f"thidua new-period {body} {period}"),
            )
        return found

    def event(self, period: Period, event: str | None) -> None:
        """A reason where the period has no such event."""
        known = [each.id for each in period.events]
        if event is not None and event not in known:
            self.add(
                msg(
                    "Period {period} of “{body}” has no event “{event}”.",
                    period=period.period,
                    body=period.body,
                    event=event,
                ),
                *instead(event, known),
            )


def unknown(register: Register, kind: str, name: str) -> tuple[Message, ...]:
    """That no record of ``kind`` has this id, which ids are near, and how to add or list them."""
    command = COMMANDS.get(kind)
    return (
        msg("The register has no {noun} “{id}”.", noun=NOUNS[kind], id=name),
        *instead(name, register.names(kind)),
        *(
            [
                msg("To see all: {command}", command=f"{command} list"),
                msg("To add one: {command}", command=f"{command} add"),
            ]
            if command
            else ()
        ),
    )


def instead(wanted: str, known: Iterable[str]) -> tuple[Message, ...]:
    """The known ids nearest to the wanted one; all of them where they are few; nothing where none is near among many."""
    ids = sorted(known)
    near = nearest(wanted, ids)
    if near:
        return (msg("Did you mean: {near}?", near=", ".join(near)),)
    return (msg("Recorded: {known}.", known=", ".join(ids)),) if 0 < len(ids) <= 10 else ()  # noqa: PLR2004 - a line


def differences(recorded: Part, given: Part, *, whole: bool = False) -> tuple[Message, ...]:
    """One message per key in which ``given`` says something other than the record.

    What ``given`` leaves out is compared only if it is the ``whole`` of what is to be recorded.
    """
    found = []
    for field in fields(given):
        was, now = getattr(recorded, field.name), getattr(given, field.name)
        if now != was and (whole or now != field.default):
            found.append(_difference(key_label(type(recorded), field.encode_name), was, now))
    return tuple(found)


def _difference(key: Message, was: object, now: object) -> Message:
    if was is None:
        return msg("“{key}” is not recorded", key=key)
    if isinstance(was, str | int):
        return msg("“{key}” is recorded as “{was}”, not “{now}”", key=key, was=was, now="—" if now is None else now)
    return msg("“{key}” is recorded otherwise", key=key)
