"""The register on disk: which files it has, and what they hold."""

from __future__ import annotations

import errno
import os
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from thidua.model.fields import At
from thidua.model.layout import KINDS
from thidua.model.problem import Problem
from thidua.model.register import Document, Register, build
from thidua.store.load import load
from thidua.text.say import Message, msg

CONFIG = "thidua.yaml"
MANY_BYTES = 200_000
"""With so many bytes of one kind of file the pattern for many records at a time (some 10 ms to make) repays itself."""
_FOLDERS = frozenset(kind.pattern.split("/")[0] for kind in KINDS if "/" in kind.pattern)
_YAML = (".yaml", ".yml")
_OTHER_FOLDERS = frozenset({"schemas", "templates", "reports", "docs", "node_modules"})


class Reading(NamedTuple):
    """What the disk held: the register as far as it could be read, and every problem of reading it."""

    register: Register
    problems: list[Problem]


def read_register(root: Path) -> Reading:
    """Reads every file of the register in ``root``, in the order of their paths. Nothing is written.

    What cannot be opened, and what is no file, is a problem like any other and does not hide the others.
    """
    problems: list[Problem] = []
    entries = sorted(_entries(str(root), "", problems), key=lambda entry: entry.inside)
    found = [(entry.inside, data) for entry in entries if (data := _read(entry, problems)) is not None]
    sizes = Counter[str]()
    for file, data in found:
        sizes[_family(file)] += len(data)
    documents: list[Document] = []
    for file, data in found:
        loaded = load(file, data, many=sizes[_family(file)] > MANY_BYTES)
        problems += loaded.problems
        if loaded.document:
            documents.append(loaded.document)
    register, twice = build(documents)
    return Reading(register, problems + twice)


class Stamp(NamedTuple):
    """What tells a file that has been written to from one that has not, without reading it."""

    modified: int
    """Nanoseconds."""
    size: int
    inode: int


def stamps(root: Path) -> Mapping[str, Stamp]:
    """The files of the register in ``root`` as they stand: equal to an earlier answer where nobody has written since."""
    found = {}
    for entry in _entries(str(root), "", []):
        with suppress(FileNotFoundError):
            status = entry.found.stat(follow_symlinks=False)
            found[entry.inside] = Stamp(status.st_mtime_ns, status.st_size, status.st_ino)
    return found


class _Entry(NamedTuple):
    """What stands in the place of a file, and its path within the register, with forward slashes."""

    inside: str
    found: os.DirEntry[str]


def _read(entry: _Entry, problems: list[Problem]) -> bytes | None:
    """The bytes of a file. None where it is no file (a pipe would never end, a link leads anywhere) or cannot be opened."""
    if not entry.found.is_file(follow_symlinks=False):
        problems.append(Problem("TD111", At(entry.inside, 1)))
        return None
    try:
        with open(entry.found.path, "rb") as stream:  # noqa: PTH123 - a Path costs more than the read
            return stream.read()
    except OSError as error:
        problems.append(_closed(entry.inside, error))
        return None


def _closed(inside: str, error: OSError) -> Problem:
    denied = error.errno in {errno.EACCES, errno.EPERM}
    return Problem(
        "TD112", At(inside, 1), {"why": msg("permission denied") if denied else Message(str(error.strerror or error))}
    )


def _family(file: str) -> str:
    """Files with one value are files of one kind, or of few."""
    top, _, rest = file.partition("/")
    return f"{top}/{rest.rpartition('/')[0].rpartition('/')[2]}"


def _entries(folder: str, inside: str, problems: list[Problem]) -> Iterator[_Entry]:
    """Everything that is, or looks like, a file of the register: all in the record folders, YAML anywhere else.

    Hidden files and the folders of papers and settings are nobody's records. A YAML file elsewhere is not passed over:
    a folder misspelt must not make its records vanish.
    """
    try:
        with os.scandir(folder) as scanned:
            entries = list(scanned)
    except OSError as error:
        problems.append(_closed(inside.rstrip("/") or CONFIG, error))
        return
    for entry in entries:
        path = f"{inside}{entry.name}"
        if entry.name.startswith(".") or path in _OTHER_FOLDERS:
            continue
        looks = entry.name.endswith(_YAML)
        if entry.is_dir(follow_symlinks=False) and not looks:
            yield from _entries(entry.path, f"{path}/", problems)
        elif looks or path.partition("/")[0] in _FOLDERS:
            yield _Entry(path, entry)
