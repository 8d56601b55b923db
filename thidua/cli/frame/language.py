"""Which language the reader is spoken to in, decided before anything is parsed, and its voice."""

from __future__ import annotations

import gettext
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path

from thidua.text.say import Voice

LANGUAGES = ("vi", "en")
MARKER = "thidua.yaml"
"""The file that makes a folder a register."""

_LOCALE = Path(__file__).parents[2] / "locale"
_SETTING = re.compile(r"^language:\s*[\"']?([A-Za-z_-]+)", re.MULTILINE)
_HEAD = 4096


def N_(text: str) -> str:  # noqa: N802 - gettext's own name for it
    """Marks an English text for the catalogue; it is translated where it is shown."""
    return text


def choose(argv: Sequence[str], env: Mapping[str, str], here: Path) -> str:
    """``vi`` or ``en``: from ``--lang``, THIDUA_LANG, the register's thidua.yaml, the locale; Vietnamese otherwise."""
    return next((lang for wish in _wishes(argv, env, here) if (lang := wish[:2].lower()) in LANGUAGES), LANGUAGES[0])


def voice(lang: str) -> Voice:
    """The voice of one language; English is the language of the code and needs no catalogue."""
    if lang == "en":
        return Voice(lang)
    with (_LOCALE / lang / "LC_MESSAGES" / "thidua.mo").open("rb") as compiled:
        catalogue = gettext.GNUTranslations(compiled)
    return Voice(lang, catalogue.gettext, catalogue.ngettext)


def find_register(start: Path) -> Path | None:
    """The nearest register at or above ``start``, as git finds its repository; ``data/`` of a folder counts as well."""
    for folder in (start, *start.parents):
        for candidate in (folder, folder / "data"):
            if (candidate / MARKER).is_file():
                return candidate
    return None


def option_value(argv: Sequence[str], *names: str) -> str | None:
    """The value given last to one of an option's ``names``, read before the command line is parsed."""
    found = None
    for word, following in pairwise((*argv, None)):
        if word is None or word == "--":
            break
        if word in names and following is not None:
            found = following
        for name in names:
            joint = f"{name}=" if name.startswith("--") else name
            if word.startswith(joint) and word != name:
                found = word.removeprefix(joint)
    return found


def _wishes(argv: Sequence[str], env: Mapping[str, str], here: Path) -> Iterator[str]:
    yield option_value(argv, "--lang") or ""
    yield env.get("THIDUA_LANG", "")
    place = option_value(argv, "-C", "--register") or env.get("THIDUA_REGISTER")
    register = here / place if place else find_register(here)
    if register is not None:
        yield _register_language(register / MARKER)
    yield env.get("LC_ALL") or env.get("LC_MESSAGES") or env.get("LANG") or ""


def _register_language(settings: Path) -> str:
    """What ``language:`` says, without reading YAML: whoever reads the file properly reports what is wrong with it."""
    try:
        with settings.open("rb") as file:
            head = file.read(_HEAD).decode("utf-8", "replace")
    except OSError:
        return ""
    found = _SETTING.search(head)
    return found[1] if found else ""
