"""Where a new record goes: into its file, in the order of keys, once."""

from __future__ import annotations

from typing import Any

from thidua.desk.change import Change, FileChange, Refusal, change, file_change
from thidua.desk.reasons import differences, joined
from thidua.model.fields import Record, changed
from thidua.model.keys import record_key
from thidua.model.layout import kind_named
from thidua.model.register import Register
from thidua.text.letters import slug
from thidua.text.misread import MisreadError
from thidua.text.say import Message, msg


def with_record(register: Register, kind: str, record: Record, **names: str) -> FileChange:
    """The change that puts one more record into its file, before the first of a greater key; the others stay where they are."""
    found = kind_named(kind)
    assert found.records is not None
    document = register.documents.get(found.path(**names))
    records: tuple[Any, ...] = getattr(document.content, found.records) if document else ()
    key = record_key(record)
    place = next((n for n, each in enumerate(records) if record_key(each) > key), len(records))
    listed = {found.records: (*records[:place], record, *records[place:])}
    after = changed(document.content, **listed) if document else found.document(**listed)
    return file_change(register, kind, after, **names)


def already(event: Message, recorded: Record, given: Record, clash: Message) -> Change:
    """Doing the same twice: a change without files.

    Raises:
        Refusal: the record under this key says something else; ``clash`` and every difference are named.
    """
    other = differences(recorded, given)
    if other:
        raise Refusal(joined(clash, msg("{differences}.", differences=joined(*other, between="; "))))
    return change(event)


def made_id(name: str, given: str | None) -> str:
    """The id given, or one made from the name.

    Raises:
        Refusal: the name has nothing to make an id from.
    """
    if given is not None:
        return given
    try:
        return slug(name)
    except MisreadError as misread:
        raise Refusal(joined(misread.reason, msg("Give an id with {option}.", option="--id"))) from misread
