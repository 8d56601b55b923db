"""The register on disk: where it begins, which files it has, and what they hold."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from thidua.model.fields import At
from thidua.model.layout import KINDS, filed
from thidua.model.problem import Problem
from thidua.model.register import Document, Register, build
from thidua.store.load import load

CONFIG = "thidua.yaml"
MANY_FILES = 100
"""Above so many files the patterns for many records at a time (some 40 ms to make) are quicker than reading by lines."""
_FOLDERS = frozenset(kind.pattern.split("/")[0] for kind in KINDS if "/" in kind.pattern)
_OTHER_FOLDERS = frozenset({"schemas", "templates", "reports", "docs", "node_modules"})


def find_root(start: Path) -> Path | None:
    """The nearest folder at or above ``start`` that holds a register."""
    return next((folder for folder in (start, *start.parents) if (folder / CONFIG).is_file()), None)


class Reading(NamedTuple):
    """What the disk held: the register as far as it could be read, and every problem of reading it."""

    register: Register
    problems: list[Problem]


def read_register(root: Path) -> Reading:
    """Reads every file of the register in ``root``, in the order of their paths. Nothing is written."""
    documents: list[Document] = []
    problems: list[Problem] = []
    files = sorted(_files(str(root), ""))
    many = len(files) > MANY_FILES
    for file in files:
        if filed(file) is None:
            problems.append(Problem("TD106", At(file, 1)))
            continue
        with open(os.path.join(root, file), "rb") as stream:  # noqa: PTH118, PTH123 - a Path costs more than the read
            loaded = load(file, stream.read(), many=many)
        problems += loaded.problems
        if loaded.document:
            documents.append(loaded.document)
    register, twice = build(documents)
    return Reading(register, problems + twice)


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
