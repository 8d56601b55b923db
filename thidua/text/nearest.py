"""Did you mean: the known words nearest to a mistyped one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.text.letters import fold

if TYPE_CHECKING:
    from collections.abc import Iterable


def nearest(wanted: str, known: Iterable[str], n: int = 3) -> tuple[str, ...]:
    """At most n of the known, the nearest first, compared without marks; empty where none is near."""
    from difflib import get_close_matches

    by_key: dict[str, list[str]] = {}
    for word in known:
        by_key.setdefault(_key(word), []).append(word)
    keys = get_close_matches(_key(wanted), by_key, n)
    return tuple(word for key in keys for word in by_key[key])[:n]


def _key(word: str) -> str:
    return fold(word).replace("-", " ")
