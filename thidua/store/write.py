"""The one door for writing: a whole Change or nothing of it.

One writer at a time; each file is staged beside its place and fsynced; then, if no file has moved on since it was read,
all are put in place. A new file never replaces one that is there. If putting one in place fails, those already there are
taken back. (A power cut between two renames of one change is not covered yet; a single file is.)
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from thidua.desk.change import Change, FileChange
from thidua.model.fields import Part
from thidua.model.problem import Problem
from thidua.model.register import Document, Register, build
from thidua.store.emit import emit
from thidua.store.load import load

LOCK = ".thidua/lock"
WAIT_SECONDS = 10.0


class ConflictError(Exception):
    """A file is no longer what it was when it was read, or is there already. Nothing was written."""

    def __init__(self, file: str) -> None:
        super().__init__(file)
        self.file = file


class BusyError(Exception):
    """Another process holds the register. Nothing was written."""


class UnreadableError(Exception):
    """What was to be written is not what a file of the register may hold. Nothing was written."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(*(problem.code for problem in problems))
        self.problems = problems


class Draft(NamedTuple):
    """One file as it is and as it is to be. ``before`` None: the file is new."""

    file: str
    before: bytes | None
    after: bytes


class Plan(NamedTuple):
    """A Change worked out to the byte, and the register as it will be."""

    change: Change
    drafts: tuple[Draft, ...]
    register: Register


def plan(root: Path, register: Register, change: Change) -> Plan:
    """The bytes a change would write and the register that would follow; writes nothing.

    Raises ConflictError where a file on disk is not the one the register was built from, UnreadableError where what would
    be written could not be read again.
    """
    drafts = tuple(draft for draft in (_draft(root, each) for each in change.files) if draft.before != draft.after)
    documents = dict(register.documents)
    for draft in drafts:
        documents[draft.file] = _reread(draft)
    return Plan(change, drafts, build(documents[file] for file in sorted(documents))[0])


def _draft(root: Path, change: FileChange) -> Draft:
    path = root / change.file
    if change.before is None:
        if path.exists():
            raise ConflictError(change.file)
        return Draft(change.file, None, emit(change.after, change.kind).encode())
    try:
        now = path.read_bytes()
    except FileNotFoundError:
        raise ConflictError(change.file) from None
    known = load(change.file, now).document
    if known is None or emit(known.content, change.kind) != emit(change.before, change.kind):
        raise ConflictError(change.file)
    return Draft(change.file, now, _edited(now.decode("utf-8"), known.content, change).encode())


def _edited(text: str, before: Part, change: FileChange) -> str:
    """``text``, which reads as ``before``, changed so that it reads as the change wants it.

    In a file in canonical form the canonical form of what is wanted *is* the least edit; the tests hold the two ways equal.
    """
    if "#" not in text and text == emit(before, change.kind):
        return emit(change.after, change.kind)
    from thidua.store.splice import edit

    return edit(text, change.after, change.kind)


def _reread(draft: Draft) -> Document:
    document, problems = load(draft.file, draft.after)
    if document is None:
        raise UnreadableError(problems)
    return document


def write(root: Path, drafts: tuple[Draft, ...]) -> None:
    """Puts the drafts in place, all or none, and returns when they are on the disk.

    Raises BusyError, ConflictError or OSError; then nothing was written.
    """
    with _locked(root):
        staged: list[tuple[Draft, str]] = []
        try:
            for draft in drafts:  # one by one, so that those already staged are taken away if a later one fails
                staged.append((draft, _stage(root / draft.file, draft.after)))  # noqa: PERF401
            for draft in drafts:
                _compare(root, draft)
            _place(root, staged)
        finally:
            for _, temporary in staged:
                with suppress(FileNotFoundError):
                    os.unlink(temporary)  # noqa: PTH108 - os.* through the module, so that faults can be injected
        for folder in {str((root / draft.file).parent) for draft in drafts}:
            _sync_folder(folder)


def _compare(root: Path, draft: Draft) -> None:
    path = root / draft.file
    now = path.read_bytes() if path.exists() else None
    if now != draft.before:
        raise ConflictError(draft.file)


def _place(root: Path, staged: list[tuple[Draft, str]]) -> None:
    done: list[Draft] = []
    try:
        for draft, temporary in staged:
            _put(temporary, str(root / draft.file), new=draft.before is None)
            done.append(draft)
    except OSError as error:
        for draft in reversed(done):
            _take_back(root / draft.file, draft.before)
        if isinstance(error, FileExistsError):
            raise ConflictError(os.path.relpath(str(error.filename2 or error.filename), root)) from None
        raise


def _put(temporary: str, target: str, *, new: bool) -> None:
    if not new:
        os.replace(temporary, target)  # noqa: PTH105
    elif hasattr(os, "link") and os.name != "nt":
        os.link(temporary, target)  # a link never replaces what is there
    else:
        os.rename(temporary, target)  # noqa: PTH104 - on Windows a rename never replaces


def _take_back(path: Path, before: bytes | None) -> None:
    if before is None:
        path.unlink()
    else:
        os.replace(_stage(path, before), path)  # noqa: PTH105


def _stage(path: Path, data: bytes) -> str:
    """A file with ``data``, fsynced, in the folder of ``path``."""
    os.makedirs(path.parent, exist_ok=True)  # noqa: PTH103
    temporary = str(path.parent / f".{path.name}.thidua-{os.getpid()}-{os.urandom(4).hex()}.tmp")
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    try:
        view = memoryview(data)
        while view:
            view = view[os.write(handle, view) :]
        os.fsync(handle)
    finally:
        os.close(handle)
    if path.exists():
        os.chmod(temporary, path.stat().st_mode & 0o777)  # noqa: PTH101
    return temporary


def _sync_folder(folder: str) -> None:
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def _locked(root: Path) -> Iterator[None]:
    """The kernel's lock on a file that is never deleted: it goes when the process goes, so it is never stale."""
    path = root / LOCK
    path.parent.mkdir(exist_ok=True)
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        deadline = time.monotonic() + WAIT_SECONDS
        while not _try_lock(handle):
            if time.monotonic() > deadline:
                raise BusyError
            time.sleep(0.05)
        yield
    finally:
        os.close(handle)


def _try_lock(handle: int) -> bool:
    try:
        if os.name == "nt":
            import msvcrt

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
