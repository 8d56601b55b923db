"""What is written is whole, on the disk and told truly, whatever fails while it is written."""

from __future__ import annotations

import errno
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Literal, NamedTuple

import pytest

from thidua.desk.change import Change, FileChange
from thidua.model.common import DatedName
from thidua.model.layout import kind_named
from thidua.model.units import Unit, UnitFile
from thidua.store import write as store
from thidua.store.tree import read_register
from thidua.store.write import (
    BusyError,
    ConflictError,
    Draft,
    InDoubtError,
    IrregularError,
    UnreadableError,
    locked,
    plan,
    write,
)
from thidua.text.say import Message

CALLS = ("open", "write", "fsync", "close", "chmod", "mkdir", "rmdir", "link", "replace", "unlink")
GROWING = {"open", "write", "mkdir", "link", "replace"}
OLD, NEW = b"old: 1\n" * 50, b"new: 2\n" * 60
KEPT = Draft("clusters/a.yaml", OLD, NEW)
ADDED = Draft("periods/2024/a/period.yaml", None, NEW)
CHANGES = {"new": (ADDED,), "replaced": (KEPT,), "both": (KEPT, ADDED), "both, new first": (ADDED, KEPT)}

Tree = dict[str, tuple[int, bytes] | None]
Outcome = Literal["done", "refused", "in doubt"]


class Stop(BaseException):
    """What is no Exception and comes from anywhere."""


class Call(NamedTuple):
    kind: str
    path: str


class Disk:
    """The calls of the system as the store makes them, noted; ``at`` is done in place of the chosen one."""

    def __init__(self, at: Callable[[int, Call, Callable[[], Any]], Any] | None = None, *, links: bool = True) -> None:
        self.calls: list[Call] = []
        self._at = at
        self._links = links
        self._handles: dict[int, str] = {}

    @contextmanager
    def in_use(self) -> Iterator[None]:
        with pytest.MonkeyPatch.context() as patch:
            for kind in CALLS:
                patch.setattr(os, kind, self._noted(kind, getattr(os, kind)))
            yield

    def _noted(self, kind: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def called(first: Any, *rest: Any, **named: Any) -> Any:
            call = Call(kind, self._handles[first] if isinstance(first, int) else os.fspath(first))
            self.calls.append(call)
            done = self._at(len(self.calls) - 1, call, lambda: real(first, *rest, **named)) if self._at else None
            if done is None:
                if kind == "link" and not self._links:
                    raise OSError(errno.EPERM, "no links here")
                done = real(first, *rest, **named)
            if kind == "open":
                self._handles[done] = call.path
            return done

        return called


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return fresh(tmp_path / "so")


def fresh(root: Path) -> Path:
    (root / "clusters").mkdir(parents=True)
    (root / KEPT.file).write_bytes(OLD)
    (root / KEPT.file).chmod(0o640)
    return root


def tree(root: Path) -> Tree:
    """Everything in the folder but the lock: files with mode and content, folders."""
    paths = (path for path in root.rglob("*") if ".thidua" not in path.relative_to(root).parts)
    return {
        str(path.relative_to(root)): (path.stat().st_mode, path.read_bytes()) if path.is_file() else None
        for path in paths
    }


def without_leftovers(found: Tree) -> Tree:
    return {path: held for path, held in found.items() if not path.endswith(".tmp")}


def outcome(root: Path, disk: Disk, drafts: tuple[Draft, ...]) -> Outcome:
    with locked(root) as held:
        try:
            with disk.in_use():
                write(held, drafts)
        except InDoubtError as doubt:
            return "done" if doubt.whole else "in doubt"
        except BaseException:  # noqa: BLE001 - a claim is a claim, whatever the exception
            return "refused"
    return "done"


class Trial(NamedTuple):
    folder: Path
    drafts: tuple[Draft, ...]
    links: bool

    def reached(self) -> tuple[list[Call], Tree, Tree]:
        """The calls of a write in which nothing fails; the tree before and after."""
        root = fresh(self.folder / "sound")
        before, disk = tree(root), Disk(links=self.links)
        assert outcome(root, disk, self.drafts) == "done"
        return disk.calls, before, tree(root)


@pytest.fixture(params=[True, False], ids=["links", "no links"])
def links(request: pytest.FixtureRequest) -> bool:
    return bool(request.param)


@pytest.fixture(params=CHANGES)
def trial(request: pytest.FixtureRequest, tmp_path: Path, links: bool) -> Trial:
    return Trial(tmp_path, CHANGES[request.param], links)


def fail_before(number: int) -> Callable[[int, Call, Callable[[], Any]], Any]:
    def at(index: int, call: Call, real: Callable[[], Any]) -> Any:
        if index == number:
            raise OSError(errno.EIO, "made up", call.path)

    return at


def stop_before(number: int) -> Callable[[int, Call, Callable[[], Any]], Any]:
    def at(index: int, call: Call, real: Callable[[], Any]) -> Any:
        if index == number:
            raise Stop

    return at


def stop_after(number: int) -> Callable[[int, Call, Callable[[], Any]], Any]:
    def at(index: int, call: Call, real: Callable[[], Any]) -> Any:
        if index == number:
            real()
            raise Stop

    return at


@pytest.mark.parametrize("fault", [fail_before, stop_before, stop_after])
def test_one_call_that_fails_leaves_all_or_nothing_and_the_claim_is_true(
    trial: Trial, fault: Callable[[int], Callable[[int, Call, Callable[[], Any]], Any]]
) -> None:
    calls, before, after = trial.reached()
    for number, call in enumerate(calls):
        if fault is stop_after and not trial.links and (call.kind == "link" or call.path.endswith("/period.yaml")):
            continue  # no link is made; and a place is taken, or not, but never taken by a call that fails
        root = fresh(trial.folder / str(number))
        claim = outcome(root, Disk(fault(number), links=trial.links), trial.drafts)
        found = without_leftovers(tree(root)) if call.kind == "unlink" else tree(root)
        assert (claim, found) in (("done", after), ("refused", before)), (number, call)


def test_a_disk_that_is_full_from_some_call_on_keeps_no_leftovers(trial: Trial) -> None:
    calls, before, after = trial.reached()
    for number in range(len(calls)):

        def at(index: int, call: Call, real: Callable[[], Any], number: int = number) -> Any:
            if index >= number and call.kind in GROWING and Path(call.path).suffix:
                raise OSError(errno.ENOSPC, "full", call.path)

        root = fresh(trial.folder / str(number))
        claim = outcome(root, Disk(at, links=trial.links), trial.drafts)
        assert (claim, tree(root)) in (("done", after), ("refused", before)) or (
            claim == "in doubt" and not [path for path in tree(root) if path.endswith(".tmp")]
        ), (number, calls[number])


def test_short_writes_are_gone_on_with(trial: Trial) -> None:
    _, _, after = trial.reached()
    real_write = os.write
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "write", lambda handle, data: real_write(handle, bytes(data[:7])))
        root = fresh(trial.folder / "short")
        assert outcome(root, Disk(links=trial.links), trial.drafts) == "done"
    assert tree(root) == after


def test_when_nothing_can_be_taken_back_it_is_said(root: Path) -> None:
    def at(index: int, call: Call, real: Callable[[], Any]) -> Any:
        placed = any(each.kind == "replace" for each in disk.calls[:index])
        if call.kind == "link" or (placed and call.kind == "open"):
            raise OSError(errno.EIO, "made up", call.path)

    disk = Disk(at)
    with locked(root) as held, disk.in_use(), pytest.raises(InDoubtError) as doubt:
        write(held, (KEPT, ADDED))
    assert (doubt.value.whole, doubt.value.files) == (False, (KEPT.file, ADDED.file))
    assert (root / KEPT.file).read_bytes() == NEW


def test_a_folder_that_cannot_be_confirmed_is_in_doubt_but_whole(root: Path) -> None:
    def at(index: int, call: Call, real: Callable[[], Any]) -> Any:
        if call.kind == "fsync" and call.path == str(root / "clusters"):
            raise OSError(errno.EIO, "made up")

    with locked(root) as held, Disk(at).in_use(), pytest.raises(InDoubtError) as doubt:
        write(held, (KEPT, ADDED))
    assert doubt.value.whole
    assert {(root / each.file).read_bytes() for each in (KEPT, ADDED)} == {NEW}


def test_a_disk_that_syncs_no_folder_is_no_reason_to_doubt(root: Path) -> None:
    def at(index: int, call: Call, real: Callable[[], Any]) -> Any:
        if call.kind == "fsync" and Path(call.path).is_dir():
            raise OSError(errno.EINVAL, "not for folders")

    with locked(root) as held, Disk(at).in_use():
        write(held, (KEPT,))


def test_each_file_is_on_the_disk_before_it_is_placed_and_each_folder_after(trial: Trial) -> None:
    calls, _, _ = trial.reached()
    root = trial.folder / "sound"
    placing = [n for n, call in enumerate(calls) if call.kind in {"link", "replace"}]
    synced = {call.path: n for n, call in enumerate(calls) if call.kind == "fsync"}
    written = {call.path for call in calls if call.kind == "write"}
    assert len(written) == len(trial.drafts)
    assert all(synced[path] < placing[0] for path in written)
    changed = {(root / draft.file).parent for draft in trial.drafts}
    if ADDED in trial.drafts:  # the entry of a new folder stands in the folder above it
        changed |= {root, root / "periods", root / "periods/2024"}
    assert all(synced[str(folder)] > placing[-1] for folder in changed)
    assert not [call for call in calls[min(synced[str(folder)] for folder in changed) :] if call.kind == "unlink"]


@pytest.mark.parametrize("number", range(40))
def test_ctrl_c_comes_too_late(root: Path, number: int) -> None:
    def at(index: int, call: Call, real: Callable[[], Any]) -> Any:
        if index == number:
            signal.raise_signal(signal.SIGINT)

    with locked(root) as held, Disk(at).in_use():
        write(held, (KEPT, ADDED))
    assert {(root / each.file).read_bytes() for each in (KEPT, ADDED)} == {NEW}
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def in_a_process(work: Callable[[], None]) -> int:
    """Waits for a copy of this process that does the work; its end, negative where a signal ended it."""
    child = os.fork()
    if child == 0:
        try:
            work()
            os._exit(0)
        except BaseException:  # noqa: BLE001 - whatever it was, the copy must not go on with the tests
            os._exit(70)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def test_a_process_told_to_end_finishes_its_change_first(root: Path) -> None:
    def at(index: int, call: Call, real: Callable[[], Any]) -> Any:
        if call.kind == "replace":
            signal.raise_signal(signal.SIGTERM)

    def work() -> None:
        with locked(root) as held, Disk(at).in_use():
            write(held, (KEPT, ADDED))

    assert in_a_process(work) == -signal.SIGTERM
    assert {(root / each.file).read_bytes() for each in (KEPT, ADDED)} == {NEW}


@pytest.mark.parametrize("drafts", [(ADDED,), (KEPT,)], ids=["new", "replaced"])
def test_killed_at_any_call_one_file_is_whole_and_the_next_writer_works(
    tmp_path: Path, drafts: tuple[Draft, ...]
) -> None:
    calls, _, _ = Trial(tmp_path, drafts, links=True).reached()
    for number, call in enumerate(calls):

        def at(index: int, call: Call, real: Callable[[], Any], number: int = number) -> Any:
            if index == number:
                os.kill(os.getpid(), signal.SIGKILL)

        def work(root: Path, disk: Disk) -> None:
            with locked(root) as held, disk.in_use():
                write(held, drafts)

        root = fresh(tmp_path / str(number))
        disk = Disk(at)
        assert in_a_process(lambda root=root, disk=disk: work(root, disk)) == -signal.SIGKILL  # type: ignore[misc]
        file = root / drafts[0].file
        assert (file.read_bytes() if file.exists() else None) in {drafts[0].before, NEW}, call
        if not file.exists() or file.read_bytes() != NEW:
            assert outcome(root, Disk(), drafts) == "done"
        assert file.read_bytes() == NEW


def test_what_an_editor_saved_meanwhile_is_not_lost(root: Path) -> None:
    (root / KEPT.file).write_bytes(b"edited: 3\n")
    with locked(root) as held, pytest.raises(ConflictError) as conflict:
        write(held, (ADDED, KEPT))
    assert conflict.value.file == KEPT.file
    assert (root / KEPT.file).read_bytes() == b"edited: 3\n"
    assert "periods" not in tree(root)


def test_what_an_editor_saves_while_files_are_staged_is_not_lost(root: Path) -> None:
    def at(index: int, call: Call, real: Callable[[], Any]) -> Any:
        if call.kind == "fsync":
            (root / KEPT.file).write_bytes(b"edited: 3\n")

    with locked(root) as held, Disk(at).in_use(), pytest.raises(ConflictError):
        write(held, (KEPT,))
    assert (root / KEPT.file).read_bytes() == b"edited: 3\n"


def test_a_file_that_is_gone_is_not_made_again(root: Path) -> None:
    (root / KEPT.file).unlink()
    with locked(root) as held, pytest.raises(ConflictError):
        write(held, (KEPT,))
    assert tree(root) == {"clusters": None}


def test_a_new_file_never_replaces_one_made_at_the_last_moment(root: Path, links: bool) -> None:
    def at(index: int, call: Call, real: Callable[[], Any]) -> Any:
        if call.kind == "link":
            (root / ADDED.file).write_bytes(b"theirs: 4\n")

    with locked(root) as held, Disk(at, links=links).in_use(), pytest.raises(ConflictError) as conflict:
        write(held, (KEPT, ADDED))
    assert conflict.value.file == ADDED.file
    assert (root / ADDED.file).read_bytes() == b"theirs: 4\n"
    assert (root / KEPT.file).read_bytes() == OLD


@pytest.mark.parametrize("file", ["clusters/b.yaml", "units/a.yaml", "lost/a.yaml"])
def test_a_link_is_neither_replaced_nor_followed(root: Path, file: str) -> None:
    outside = root.parent / "outside"
    outside.mkdir()
    (outside / "a.yaml").write_bytes(OLD)
    (root / "clusters/b.yaml").symlink_to(outside / "a.yaml")
    (root / "units").symlink_to(outside, target_is_directory=True)
    (root / "lost").symlink_to("nowhere")
    with locked(root) as held, pytest.raises(IrregularError):
        write(held, (Draft(file, OLD, NEW),))
    assert (root / "clusters/b.yaml").is_symlink()
    assert (outside / "a.yaml").read_bytes() == OLD


def test_a_file_that_nobody_may_write_is_not_replaced(root: Path) -> None:
    (root / KEPT.file).chmod(0o444)
    with locked(root) as held, pytest.raises(PermissionError):
        write(held, (KEPT,))
    assert (root / KEPT.file).read_bytes() == OLD


class Holder:
    """Another process that holds the lock of a register."""

    def __init__(self, root: Path) -> None:
        ready, told = os.pipe()
        self.pid = os.fork()
        if self.pid == 0:
            with locked(root):
                os.write(told, b"!")
                time.sleep(60)
            os._exit(0)
        os.read(ready, 1)

    def kill(self) -> None:
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)


def test_one_process_at_a_time_and_a_killed_one_leaves_no_lock(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "WAIT_SECONDS", 0.05)
    holder = Holder(root)
    try:
        with pytest.raises(BusyError), locked(root):
            pass
    finally:
        holder.kill()
    with locked(root):
        pass


def test_a_disk_without_locks_is_not_taken_for_a_busy_one(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import fcntl

    def flock(handle: int, how: int) -> None:
        raise OSError(errno.ENOLCK, "no locks here")

    monkeypatch.setattr(fcntl, "flock", flock)
    with pytest.raises(OSError, match="no locks here"), locked(root):
        pass


class Windows:
    """The calls that differ there: a lock of a byte of the file, and files that another program has open."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, refusals: int) -> None:
        self.pauses: list[float] = []
        self.locked: list[int] = []
        self._left = refusals
        real = os.replace
        monkeypatch.setattr(store, "_WINDOWS", True)
        monkeypatch.setitem(sys.modules, "msvcrt", SimpleNamespace(LK_NBLCK=2, locking=self._lock))
        monkeypatch.setattr(time, "sleep", self.pauses.append)
        monkeypatch.setattr(os, "replace", lambda source, target: self._replace(real, source, target))

    def _lock(self, handle: int, how: int, length: int) -> None:
        self.locked.append(handle)
        if len(self.locked) == 1:
            raise PermissionError(errno.EACCES, "held")

    def _replace(self, real: Callable[[str, str], None], source: str, target: str) -> None:
        self._left -= 1
        if self._left >= 0:
            raise PermissionError(errno.EACCES, "open elsewhere", target)
        real(source, target)


def test_windows_waits_for_the_lock_and_for_a_program_that_has_the_file_open(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    windows = Windows(monkeypatch, refusals=3)
    with locked(root) as held:
        write(held, (KEPT, ADDED))
    assert len(windows.locked) == 2
    assert windows.pauses == [store.POLL_SECONDS, 0.05, 0.1, 0.25]
    assert {(root / each.file).read_bytes() for each in (KEPT, ADDED)} == {NEW}


def test_windows_gives_up_on_a_file_that_stays_open(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = tree(root)
    windows = Windows(monkeypatch, refusals=5)
    with locked(root) as held, pytest.raises(PermissionError):
        write(held, (ADDED, KEPT))
    assert windows.pauses[1:] == [0.05, 0.1, 0.25, 0.5]
    assert tree(root) == before


def units(*ids: str) -> UnitFile:
    return UnitFile(units=tuple(Unit(id=each, kind="department", names=(DatedName(name=each),)) for each in ids))


def test_a_plan_that_could_not_be_read_again_is_refused(tmp_path: Path) -> None:
    (tmp_path / "units").mkdir()
    (tmp_path / "thidua.yaml").write_text("format: 1\n", encoding="utf-8")
    (tmp_path / "units/a.yaml").write_text(
        "units:\n  - id: b\n    kind: department\n    names:\n      - name: b\n", encoding="utf-8"
    )
    register, problems = read_register(tmp_path)
    assert problems == []
    twice = FileChange("units/c.yaml", kind_named("units"), None, units("b"))
    with pytest.raises(UnreadableError) as unreadable:
        plan(tmp_path, register, Change(Message("x"), (twice,)))
    assert [problem.code for problem in unreadable.value.problems] == ["TD301"]


@pytest.mark.parametrize("now", [b"units: []\n", None])
def test_a_plan_for_a_file_that_has_moved_on_is_refused(tmp_path: Path, now: bytes | None) -> None:
    (tmp_path / "units").mkdir()
    file = tmp_path / "units/a.yaml"
    if now is not None:
        file.write_bytes(now)
    register, _ = read_register(tmp_path)
    moved = FileChange("units/a.yaml", kind_named("units"), units("b"), units("b", "c"))
    with pytest.raises(ConflictError):
        plan(tmp_path, register, Change(Message("x"), (moved,)))


def test_a_plan_for_a_new_file_that_is_there_is_refused(tmp_path: Path) -> None:
    (tmp_path / "units").mkdir()
    register, _ = read_register(tmp_path)
    (tmp_path / "units/a.yaml").symlink_to("nowhere")
    new = FileChange("units/a.yaml", kind_named("units"), None, units("b"))
    with pytest.raises(ConflictError):
        plan(tmp_path, register, Change(Message("x"), (new,)))
