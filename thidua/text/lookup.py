"""Search by id or name in any spelling: the surest kind of match hides the weaker ones."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from thidua.text.letters import alike, fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_WORD = re.compile("(?:[^\\W_]|[\u0300-\u036f])+")  # the keys of alike() carry their marks apart


def search(query: str, items: Iterable[tuple[str, Iterable[str]]]) -> tuple[str, ...]:
    """Ids of the items (id, names) that the query means, in the order of the items.

    From sure to weak: the id itself; a name as spelt; a name or id without marks; the query's words, in this order, in
    a name, as spelt; the same without marks; the same as beginnings of words. Only the surest that matches any counts.
    A number is never a beginning: "cum 1" is not "Cụm 10".
    """
    known = [(id_, (id_, *names)) for id_, names in items]
    if not _words(fold(query)):
        return ()
    own = query.strip().lower()
    for match in (_as_spelt, _without_marks, _words_as_spelt, _words_without_marks, _beginnings):
        hits = dict.fromkeys(id_ for id_, texts in known if any(match(query, text) for text in texts))
        if hits:
            return (own,) if own in hits else tuple(hits)
    return ()


@lru_cache(1 << 14)
def _words(key: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(key))


def _as_spelt(query: str, text: str) -> bool:
    return alike(query) == alike(text)


def _without_marks(query: str, text: str) -> bool:
    return _words(fold(query)) == _words(fold(text))


def _words_as_spelt(query: str, text: str) -> bool:
    return _in_order(alike(query), alike(text), str.__eq__)


def _words_without_marks(query: str, text: str) -> bool:
    return _in_order(fold(query), fold(text), str.__eq__)


def _beginnings(query: str, text: str) -> bool:
    return _in_order(fold(query), fold(text), _begins)


def _begins(word: str, part: str) -> bool:
    return word == part if part.isdigit() else word.startswith(part)


def _in_order(query: str, text: str, same: Callable[[str, str], bool]) -> bool:
    words = iter(_words(text))
    return all(any(same(word, part) for word in words) for part in _words(query))
