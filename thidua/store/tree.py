"""The register on disk: which files it has, and what they hold."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from thidua.model.layout import KINDS
from thidua.model.problem import Problem
from thidua.model.register import Document, Register, build
from thidua.store.load import load

CONFIG = "thidua.yaml"
MANY_BYTES = 200_000
"""With so many bytes of one kind of file the pattern for many records at a time (some 10 ms to make) repays itself."""
_FOLDERS = frozenset(kind.pattern.split("/")[0] for kind in KINDS if "/" in kind.pattern)
_OTHER_FOLDERS = frozenset({"schemas", "templates", "reports", "docs", "node_modules"})


class Reading(NamedTuple):
    """What the disk held: the register as far as it could be read, and every problem of reading it."""

    register: Register
    problems: list[Problem]


def read_register(root: Path) -> Reading:
    """Reads every file of the register in ``root``, in the order of their paths. Nothing is written."""
    found = [(file, _read(root, file)) for file in sorted(_files(str(root), ""))]
    sizes = Counter[str]()
    for file, data in found:
        sizes[_family(file)] += len(data)
    documents: list[Document] = []
    problems: list[Problem] = []
    for file, data in found:
        loaded = load(file, data, many=sizes[_family(file)] > MANY_BYTES)
        problems += loaded.problems
        if loaded.document:
            documents.append(loaded.document)
    register, twice = build(documents)
    return Reading(register, problems + twice)


def _read(root: Path, file: str) -> bytes:
    with open(os.path.join(root, file), "rb") as stream:  # noqa: PTH118, PTH123 - a Path costs more than the read
        return stream.read()


def _family(file: str) -> str:
    """Files with one value are files of one kind, or of few."""
    top, _, rest = file.partition("/")
    return f"{top}/{rest.rpartition('/')[0].rpartition('/')[2]}"


def _files(folder: str, inside: str) -> Iterator[str]:
    """Every file that is, or looks like, a file of the register: all in the record folders, YAML anywhere else.

    Hidden files and the folders of papers and settings are nobody's records. A YAML file elsewhere is not passed over:
    a folder misspelt must not make its records vanish.
    """
    with os.scandir(folder) as entries:
        for entry in entries:
            path = f"{inside}{entry.name}"
            if entry.name.startswith(".") or path in _OTHER_FOLDERS:
                continue
            if entry.is_dir(follow_symlinks=False):
                yield from _files(entry.path, f"{path}/")
            elif path.partition("/")[0] in _FOLDERS or entry.name.endswith((".yaml", ".yml")):
                yield path
