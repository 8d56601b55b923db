"""A write as a value: the files before and after, and the sentence that describes the event."""

from __future__ import annotations

from typing import NamedTuple

from thidua.model.fields import Part
from thidua.model.layout import Kind, kind_named
from thidua.model.register import Register
from thidua.text.say import Message


class FileChange(NamedTuple):
    """One file of a change. ``before`` None: the file is new and must not be there when it is written."""

    file: str
    kind: Kind
    before: Part | None
    after: Part


class Change(NamedTuple):
    """What a command wants to write, all of it or nothing. No files: there is nothing to change."""

    event: Message
    """The event in the words of the field; the message of the commit."""
    files: tuple[FileChange, ...]


def file_change(register: Register, kind: str, after: Part, **names: str) -> FileChange:
    """The change that gives the file of ``kind`` and ``names`` this content; what is there now is taken from the register."""
    found = kind_named(kind)
    path = found.path(**names)
    known = register.documents.get(path)
    return FileChange(path, found, known.content if known else None, after)


def change(event: Message, *files: FileChange) -> Change:
    """A change of these files; files whose content stays as it is are left out."""
    return Change(event, tuple(each for each in files if each.before != each.after))


class Refusal(Exception):  # noqa: N818 - the field's word: a procedure refuses, it does not err
    """A procedure cannot go on: every reason at once, and what to do. Nothing was written."""

    def __init__(self, *reasons: Message) -> None:
        super().__init__(*(reason.text for reason in reasons))
        self.reasons = reasons
