"""Vietnamese letters: keys to compare, search and sort names by, and ids made from names. No text is rewritten."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING
from unicodedata import category, combining, normalize

from thidua.text.misread import MisreadError
from thidua.text.say import msg

if TYPE_CHECKING:
    from collections.abc import Callable

ID = "[a-z][a-z0-9-]*"
ID_LENGTH = 60

_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_PUNCTUATION = "_-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$"  # in the order of CLDR
_TONES = "\u0300\u0309\u0303\u0301\u0323"  # huyền, hỏi, ngã, sắc, nặng: the order of CLDR for Vietnamese
_SHAPES = "\u0306\u0302\u031b"  # what makes ă, â ê ô, ơ ư letters of their own
_CACHED = 1 << 14

# Ð and Ɖ look like Đ and are typed for it.
_TYPOGRAPHY = dict.fromkeys("“”„‟«»″", '"') | dict.fromkeys("‘’‚‛′ʼ`", "'") | {"−": "-", "ð": "đ", "ɖ": "đ"}

_VOWELS = f"[aeiouy{_SHAPES}]"
_STRAY_TONE = re.compile(f"(?<={_VOWELS})([{_TONES}])({_VOWELS}+)")
_FINAL_Y = re.compile(r"\b([bcdghklmnprstvx])y\b")
_NUMBER = re.compile("[0-9]+")
_NOT_OF_ID = re.compile("[^a-z0-9]+")
_RESERVED = re.compile("con|prn|aux|nul|(?:com|lpt)[0-9]")  # file names that Windows keeps for devices


class _Table(dict[int, str]):
    """A table for ``str.translate`` that works out a character when it first meets it."""

    def __init__(self, rule: Callable[[str], str]) -> None:
        super().__init__()
        self._rule = rule

    def __missing__(self, code: int) -> str:
        self[code] = value = self._rule(chr(code))
        return value


def _plain(char: str) -> str:
    """Straight quotes, one dash, one space, nothing invisible."""
    kind = category(char)
    if kind == "Cf":
        return ""
    if kind == "Pd":
        return "-"
    return " " if char.isspace() else _TYPOGRAPHY.get(char, char)


def _bare(char: str) -> str:
    """Small letters of the alphabet without any mark."""
    plain = _plain(char)
    if plain == "đ":
        return "d"
    bare = "".join(c for c in normalize("NFKD", plain) if not combining(c)).casefold()
    return bare if bare == char else bare.translate(_BARE)


_RANKS = {char: chr(rank) for rank, char in enumerate(" " + _PUNCTUATION, start=1)}
_LAST_SIGN = chr(len(_RANKS) + 1)
_RANKS |= {char: chr(rank) for rank, char in enumerate(_ALPHABET, start=ord("a"))}


def _rank(char: str) -> str:
    """The place of a small letter: blank, punctuation, digits, the alphabet, then every other script."""
    base, marks = _apart(_plain(char))
    shaped = normalize("NFC", base + "".join(mark for mark in marks if mark in _SHAPES))
    if rank := _RANKS.get(shaped) or _RANKS.get(base):
        return rank
    kind = category(base)[0] if base else "C"
    return {"C": "", "M": "", "P": _LAST_SIGN, "S": _LAST_SIGN}.get(kind, base)


def _tone(char: str) -> str:
    """A character of its own, after ``z``, for each tone; the marks that make a letter are not tones."""
    base, marks = _apart(char)
    for mark in marks:
        if mark in _TONES:
            return chr(ord("{") + _TONES.index(mark))
    return base if char in _RANKS else char


def _apart(char: str) -> tuple[str, str]:
    """A character and its marks."""
    decomposed = normalize("NFD", char)
    return decomposed[:1], decomposed[1:]


_PLAIN, _BARE, _RANK, _TONE = _Table(_plain), _Table(_bare), _Table(_rank), _Table(_tone)


def nfc(s: str) -> str:
    """The composed form (TCVN 6909): the form in which the register is written."""
    return normalize("NFC", s)


def _spaced(s: str) -> str:
    """One blank between words and none around a dash: "Tám – Phó" is "Tám-Phó"."""
    return " ".join(s.split()).replace(" -", "-").replace("- ", "-")


@lru_cache(_CACHED)
def fold(s: str) -> str:
    """The search key: no marks, small letters, đ as d, straight quotes, one dash, one blank; sỹ as sĩ, kỷ as kỉ."""
    return _FINAL_Y.sub(r"\1i", _spaced(s.translate(_BARE)))


@lru_cache(_CACHED)
def alike(s: str) -> str:
    """The key of equal spelling: all marks kept, the tone put after the vowels of its syllable, so that hoà is hòa.

    Behind the vowels no exception for qu- and gi- is needed: the place of the tone never tells two words apart.
    i and y stay different (``fold`` makes them equal). The key is to be compared, never shown.
    """
    small = normalize("NFD", normalize("NFD", s).casefold().translate(_PLAIN))
    return _STRAY_TONE.sub(r"\2\1", _spaced(small))


def _sized(number: re.Match[str]) -> str:
    digits = number[0].lstrip("0")
    return chr(ord(":") + min(len(digits), 38)) + digits


@lru_cache(_CACHED)
def sort_key(s: str) -> str:
    """The order of CLDR for Vietnamese, with numbers by value: letters, then tones, then small before capital."""
    text = normalize("NFC", s)
    small = text.lower()
    ranks = _NUMBER.sub(_sized, small.translate(_RANK))
    return f"{ranks}\0{small.translate(_TONE)}\0{text.swapcase()}"


def person_sort_key(name: str) -> tuple[str, str, str]:
    """Given name (the last word) first, then the middle names, then the family name."""
    *before, given = name.split() or [""]
    return sort_key(given), sort_key(" ".join(before[1:])), sort_key(" ".join(before[:1]))


def slug(s: str) -> str:
    """An id made from a name: matches ``ID``, has at most ``ID_LENGTH`` characters, is no device name of Windows.

    A name that begins with a digit gets "so-" (số) in front. Two names may give one id: the caller looks.

    Raises:
        MisreadError: the name has neither letter nor digit.
    """
    words = _NOT_OF_ID.sub("-", s.translate(_BARE).replace("'", "")).strip("-")
    if not words:
        raise MisreadError(msg("“{name}” has no letter to make an id from.", name=s))
    made = _shortened(words if words[0].isalpha() else f"so-{words}")
    return f"{made}-x" if _RESERVED.fullmatch(made) else made


def _shortened(words: str) -> str:
    """Cut between two words, where that leaves at least half of the length."""
    if len(words) <= ID_LENGTH:
        return words
    end = words.rfind("-", ID_LENGTH // 2, ID_LENGTH + 1)
    return words[: end if end > 0 else ID_LENGTH]
