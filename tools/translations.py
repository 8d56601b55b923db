"""Keeps the catalogue of each language in step with the sentences in the code and the templates.

python tools/translations.py update     take in new sentences, drop those no longer said, compile
python tools/translations.py compile    make the .mo from the .po
python tools/translations.py check      name everything that is missing or does not fit
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from string import Formatter

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_keywords, parse_mapping_cfg
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parent.parent
PO = ROOT / "thidua/locale/vi/LC_MESSAGES/thidua.po"
MO = PO.with_suffix(".mo")
KEYWORDS = parse_keywords(["msg", "msgs:1,2", "_", "N_", "doc"])
# A catalogue says nothing about the day it was written: two branches that add a sentence each would clash there.
UNDATED = datetime(2026, 1, 1, tzinfo=UTC)


def said() -> Catalog:
    """Every sentence of the code and the templates, without a translation."""
    with (ROOT / "babel.cfg").open(encoding="utf-8") as mapping:
        methods, options = parse_mapping_cfg(mapping)  # type: ignore[no-untyped-call]
    catalog = Catalog(project="thidua", creation_date=UNDATED, charset="utf-8")
    for _file, _line, sentence, comments, context in extract_from_dir(
        ROOT, methods, options, KEYWORDS, ["Translators:"]
    ):
        catalog.add(sentence, auto_comments=comments, context=context)
    return catalog


def translated() -> Catalog:
    """The catalogue as it lies on disk."""
    with PO.open("rb") as file:
        return read_po(file, locale="vi", domain="thidua")


def update() -> None:
    """Writes the catalogue anew in the order of its sentences; a new one has no translation yet."""
    catalog = translated() if PO.exists() else Catalog(locale="vi", domain="thidua")
    catalog.update(said(), no_fuzzy_matching=True)
    catalog.obsolete.clear()
    catalog.header_comment = (
        "# Vietnamese sentences of thidua. Written by tools/translations.py; edit the msgstr lines only."
    )
    catalog.project, catalog.version, catalog.copyright_holder = "thidua", "", "thidua contributors"
    catalog.creation_date = catalog.revision_date = UNDATED
    catalog.last_translator = catalog.language_team = "thidua contributors"
    catalog.fuzzy = False
    with PO.open("wb") as file:
        write_po(file, catalog, width=120, sort_output=True, no_location=True, omit_header=False)


def compiled() -> bytes:
    """What the .mo has to hold."""
    buffer = BytesIO()
    write_mo(buffer, translated())
    return buffer.getvalue()


def faults() -> list[str]:
    """One line for each sentence that has no fit translation, and for a .mo that is not the .po."""
    catalog, wanted = translated(), said()
    found = [fault for message in wanted if message.id for fault in _faults_of(message, catalog)]
    found += [f"no longer said: {message.id!r}" for message in catalog if message.id and message.id not in wanted]
    found += [f"obsolete: {sentence!r}" for sentence in catalog.obsolete]
    if not MO.exists() or MO.read_bytes() != compiled():
        found.append(f"{MO.name} is not the compiled {PO.name}: run tools/translations.py compile")
    return found


def _faults_of(message: Message, catalog: Catalog) -> Iterator[str]:
    translation = catalog.get(message.id)
    if translation is None:
        yield f"not in the catalogue: {message.id!r}"
        return
    if translation.fuzzy:
        yield f"fuzzy: {message.id!r}"
    said_here = message.id if isinstance(message.id, str) else message.id[-1]
    for text in (translation.string,) if isinstance(translation.string, str) else translation.string or ("",):
        if not text:
            yield f"not translated: {message.id!r}"
        elif _places(text) != _places(said_here):
            yield f"other places than in the English: {said_here!r} -> {text!r}"


def _places(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def main(task: str) -> int:
    if task == "update":
        update()
    if task in {"update", "compile"}:
        MO.write_bytes(compiled())
    problems = faults()
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    if sys.argv[1:] not in (["update"], ["compile"], ["check"]):
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1]))
