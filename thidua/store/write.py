"""The one door for writing: a whole Change or nothing of it.

One writer at a time; each file is staged beside its place and fsynced; then, if no file has moved on since it was read,
all are put in place. A new file never replaces one that is there. If putting one in place fails, those already there are
taken back. (A power cut between two renames of one change is not covered yet; a single file is.)
"""

from __future__ import annotations

import errno
import os
import signal
import stat
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from types import FrameType
from typing import NamedTuple

from thidua.desk.change import Change, FileChange
from thidua.model.fields import Part
from thidua.model.problem import Problem
from thidua.model.register import Document, Register, build
from thidua.store.emit import emit
from thidua.store.load import load

LOCK = ".thidua/lock"
WAIT_SECONDS = 10.0
POLL_SECONDS = 0.02
RETRY_SECONDS = (0.05, 0.1, 0.25, 0.5)
"""Windows moves no file that another program has open, such as a virus scanner for a moment."""

_WINDOWS = os.name == "nt"
_NO_LINKS = {errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS}
_NO_FOLDER_SYNC = {errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP}
_PUT_OFF = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]


class ConflictError(Exception):
    """A file is no longer what it was when it was read, or is there already. Nothing was written."""

    def __init__(self, file: str) -> None:
        super().__init__(file)
        self.file = file


class IrregularError(Exception):
    """What stands in the place of a file or folder of the register is a link or a device. Nothing was written."""

    def __init__(self, file: str) -> None:
        super().__init__(file)
        self.file = file


class BusyError(Exception):
    """Another process holds the register. Nothing was written."""


class InDoubtError(Exception):
    """What ``files`` hold on the disk is not certain: only ``__cause__`` says what failed.

    ``whole``: all are in place, but may be lost in a power cut. Otherwise each is as it was or as it was to be.
    """

    def __init__(self, files: tuple[str, ...], *, whole: bool) -> None:
        super().__init__(*files)
        self.files = files
        self.whole = whole


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
    future, twice = build(documents[file] for file in sorted(documents))
    if twice:
        raise UnreadableError(twice)
    return Plan(change, drafts, future)


def _draft(root: Path, change: FileChange) -> Draft:
    path = root / change.file
    if change.before is None:
        if os.path.lexists(path):
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

    return edit(text, change.after, change.kind, change.file)


def _reread(draft: Draft) -> Document:
    document, problems = load(draft.file, draft.after)
    if document is None:
        raise UnreadableError(problems)
    return document


class Held(NamedTuple):
    """The register in ``root`` while this process alone writes to it."""

    root: Path


@contextmanager
def locked(root: Path) -> Iterator[Held]:
    """The kernel's lock on a file that is never deleted: it goes when the process goes, so it is never stale.

    Raises BusyError where another process holds it for WAIT_SECONDS.
    """
    path = root / LOCK
    path.parent.mkdir(exist_ok=True)
    handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o666)
    try:
        deadline = time.monotonic() + WAIT_SECONDS
        while not _try_lock(handle):
            if time.monotonic() > deadline:
                raise BusyError
            time.sleep(POLL_SECONDS)
        yield Held(root)
    finally:
        os.close(handle)


def _try_lock(handle: int) -> bool:
    try:
        if _WINDOWS:
            import msvcrt

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):  # flock and msvcrt each say "held" in their own way
        return False
    return True


class _Staged(NamedTuple):
    """A draft that lies, whole and fsynced, beside its place."""

    draft: Draft
    target: str
    temporary: str


def write(held: Held, drafts: tuple[Draft, ...]) -> None:
    """Puts the drafts in place, all or none, and returns when they are on the disk.

    Raises ConflictError, IrregularError or OSError: then nothing was written; InDoubtError: then something may be.
    An interruption waits until it is done.
    """
    with _uninterrupted():
        with ExitStack() as leftovers:
            folders = {str((held.root / draft.file).parent) for draft in drafts}
            for draft in drafts:
                _refuse_irregular(held.root, draft.file)
                _compare(held.root, draft)
                folders |= _make_folders(held.root / draft.file, leftovers)
            staged = [_stage(held.root / draft.file, draft, leftovers) for draft in drafts]
            for draft in drafts:
                _compare(held.root, draft)
            _place(staged)
        try:
            for folder in sorted(folders):
                _sync_folder(folder)
        except BaseException as error:
            raise InDoubtError(tuple(draft.file for draft in drafts), whole=True) from error


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Lets no signal end the work half-way. Ctrl-C has then come too late; any other signal is sent again at the end."""
    if threading.current_thread() is not threading.main_thread():  # signals reach the main thread only
        yield
        return
    arrived: list[int] = []

    def put_off(number: int, _frame: FrameType | None) -> None:
        arrived.append(number)

    before = {number: signal.signal(number, put_off) for number in _PUT_OFF}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, signal.SIG_DFL if handler is None else handler)
        for number in arrived:
            if number != signal.SIGINT:
                signal.raise_signal(number)


def _refuse_irregular(root: Path, file: str) -> None:
    """A link is neither replaced nor followed out of the register; a file that nobody may write is not replaced either."""
    parts = file.split("/")
    for depth in range(1, len(parts) + 1):
        inside = "/".join(parts[:depth])
        try:
            mode = os.lstat(root / inside).st_mode
        except FileNotFoundError:
            return
        if not (stat.S_ISREG(mode) if inside == file else stat.S_ISDIR(mode)):
            raise IrregularError(inside)
        if inside == file and not mode & stat.S_IWUSR:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(root / file))


def _make_folders(path: Path, leftovers: ExitStack) -> set[str]:
    """Makes the folders that ``path`` needs; returns the folders in which one was made."""
    missing = []
    folder = path.parent
    while not folder.exists():
        missing.append(folder)
        folder = folder.parent
    for folder in reversed(missing):
        leftovers.callback(_try, os.rmdir, str(folder))  # one that has got its file stays
        os.mkdir(folder)  # noqa: PTH102 - os.* through the module, so that faults can be injected
    return {str(folder.parent) for folder in missing}


def _try(remove: Callable[[str], None], path: str) -> None:
    """A leftover that stays is no reason to doubt what was written."""
    with suppress(BaseException):
        remove(path)


def _stage(path: Path, draft: Draft, leftovers: ExitStack) -> _Staged:
    """A file with what is to be at ``path``, fsynced, in the same folder."""
    temporary = str(path.parent / f".{path.name}.thidua-{os.getpid()}-{os.urandom(4).hex()}.tmp")
    leftovers.callback(_try, os.unlink, temporary)
    _fill(temporary, draft.after)
    if draft.before is not None:
        os.chmod(temporary, path.stat().st_mode & 0o777)  # noqa: PTH101
    return _Staged(draft, str(path), temporary)


def _fill(path: str, data: bytes) -> None:
    """Makes the file, which must not be there, and returns when ``data`` is on the disk."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    try:
        view = memoryview(data)
        while view:
            view = view[os.write(handle, view) :]
        os.fsync(handle)
    finally:
        os.close(handle)


def _compare(root: Path, draft: Draft) -> None:
    """An editor takes no lock: what it saved since the register was read must not be lost."""
    path = root / draft.file
    now = path.read_bytes() if os.path.lexists(path) else None
    if now != draft.before:
        raise ConflictError(draft.file)


def _place(staged: list[_Staged]) -> None:
    for number, each in enumerate(staged):
        try:
            _put(each)
        except BaseException as error:
            _take_back(staged[: number + 1])
            if isinstance(error, FileExistsError):
                raise ConflictError(each.draft.file) from None
            raise


def _put(each: _Staged) -> None:
    if each.draft.before is not None:
        _move(os.replace, each.temporary, each.target)
    elif _WINDOWS:
        _move(os.rename, each.temporary, each.target)  # on Windows a rename never replaces
    else:
        _link(each)


def _move(move: Callable[[str, str], None], source: str, target: str) -> None:
    for pause in RETRY_SECONDS if _WINDOWS else ():
        try:
            return move(source, target)
        except PermissionError:
            time.sleep(pause)
    return move(source, target)


def _link(each: _Staged) -> None:
    """A link never replaces what is there; where the disk knows none, the place is taken first, then filled at once."""
    try:
        os.link(each.temporary, each.target)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        handle = os.open(each.target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
        try:
            os.close(handle)
            os.replace(each.temporary, each.target)  # noqa: PTH105
        except BaseException:
            if not _is_placed(each):
                _leave(each)
            raise


def _leave(each: _Staged) -> None:
    """Gives up a place that was taken. Raises InDoubtError where that fails too."""
    try:
        os.unlink(each.target)  # noqa: PTH108
    except BaseException as error:
        raise InDoubtError((each.draft.file,), whole=False) from error


def _take_back(staged: list[_Staged]) -> None:
    """Makes each file that is in place what it was before. Raises InDoubtError where that fails too."""
    try:
        for each in reversed(staged):
            if not _is_placed(each):
                continue
            if each.draft.before is None:
                os.unlink(each.target)  # noqa: PTH108
            else:
                with ExitStack() as leftovers:
                    before = Draft(each.draft.file, each.draft.after, each.draft.before)
                    _move(os.replace, _stage(Path(each.target), before, leftovers).temporary, each.target)
    except BaseException as error:
        raise InDoubtError(tuple(each.draft.file for each in staged), whole=False) from error


def _is_placed(each: _Staged) -> bool:
    """Whether the staged file was moved to its place or linked to it."""
    try:
        return Path(each.temporary).samefile(each.target)
    except FileNotFoundError:
        return not os.path.lexists(each.temporary)


def _sync_folder(folder: str) -> None:
    if _WINDOWS:
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in _NO_FOLDER_SYNC:
            raise
    finally:
        os.close(handle)
