"""Which file of a register holds what."""

from __future__ import annotations

import re
from typing import NamedTuple

from thidua.model.clusters import Cluster
from thidua.model.config import Config
from thidua.model.decisions import Decision
from thidua.model.fields import ID, PERIOD, Part
from thidua.model.frameworks import Framework, ScoreSheet
from thidua.model.honours import HonourFile
from thidua.model.movements import Movement
from thidua.model.nominations import NominationFile
from thidua.model.periods import Period
from thidua.model.recognitions import Recognition
from thidua.model.regulations import Regulation
from thidua.model.sources import SourceFile
from thidua.model.units import UnitFile
from thidua.model.votes import Vote


class Kind(NamedTuple):
    """One kind of file: its name in messages and schemas, the pattern of its path, its document type."""

    name: str
    pattern: str
    document: type[Part]
    records: str | None = None
    """The list of records in a file that holds many; such a list is kept in the order of its keys."""

    def path(self, **names: str) -> str:
        """The file for these names: ``path(period="2024", body="bca-cum-5")``."""
        return self.pattern.format(**names)


KINDS: tuple[Kind, ...] = (
    Kind("config", "thidua.yaml", Config),
    Kind("sources", "sources/{name}.yaml", SourceFile, "sources"),
    Kind("units", "units/{name}.yaml", UnitFile, "units"),
    Kind("cluster", "clusters/{name}.yaml", Cluster),
    Kind("honours", "honours/{name}.yaml", HonourFile, "honours"),
    Kind("regulation", "regulations/{name}.yaml", Regulation),
    Kind("framework", "frameworks/{name}.yaml", Framework),
    Kind("movement", "movements/{name}.yaml", Movement),
    Kind("period", "periods/{period}/{body}/period.yaml", Period),
    Kind("scores", "periods/{period}/{body}/scores/{name}.yaml", ScoreSheet),
    Kind("nominations", "periods/{period}/{body}/nominations/{name}.yaml", NominationFile, "nominations"),
    Kind("vote", "periods/{period}/{body}/votes/{name}.yaml", Vote),
    Kind("recognition", "periods/{period}/{body}/recognitions/{name}.yaml", Recognition),
    Kind("decision", "decisions/{period}/{name}.yaml", Decision),
)


_SUFFIX = ".yaml"
_WRITTEN = {"{name}": re.compile(ID), "{body}": re.compile(ID), "{period}": re.compile(PERIOD)}
_PATTERNS = tuple((kind, kind.pattern.removesuffix(_SUFFIX).split("/")) for kind in KINDS)
_BY_NAME = {kind.name: kind for kind in KINDS}


class Filed(NamedTuple):
    """What the path of a file says: its kind and the names in it (``name``, ``period``, ``body``)."""

    kind: Kind
    names: dict[str, str]


def kind_named(name: str) -> Kind:
    """The kind with this name; KeyError if there is none."""
    return _BY_NAME[name]


def filed(path: str) -> Filed | None:
    """The kind of a file from its path within the register, with forward slashes; None if no kind has such a path."""
    if not path.endswith(_SUFFIX):
        return None
    parts = path.removesuffix(_SUFFIX).split("/")
    for kind, pattern in _PATTERNS:
        if len(pattern) == len(parts) and (names := _names(pattern, parts)) is not None:
            return Filed(kind, names)
    return None


def _names(pattern: list[str], parts: list[str]) -> dict[str, str] | None:
    """The names in a path, by their places in the pattern; None if it is no such path."""
    names = {}
    for place, part in zip(pattern, parts, strict=True):
        written = _WRITTEN.get(place)
        if written is None:
            if place != part:
                return None
        elif written.fullmatch(part):
            names[place.strip("{}")] = part
        else:
            return None
    return names
