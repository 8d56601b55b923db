"""Findings in the text and shape of one file (TD1xx, TD2xx): what keeps it from being read."""

from __future__ import annotations

from collections.abc import Mapping

from thidua.model.problem import Finding
from thidua.text.say import Message, msg

IN_FILES: Mapping[str, Finding] = {
    "TD101": Finding("error", msg("The file is {looks}, not UTF-8 text."), Message("{how}")),
    "TD102": Finding("error", msg("This cannot be read as YAML: {reason}."), Message("{how}")),
    "TD103": Finding(
        "error",
        msg("The register does not take {what}."),
        msg("Write one document of plain keys, each with its value written out."),
    ),
    "TD104": Finding(
        "error",
        msg("More than {most} levels lie one inside the other."),
        msg("No record has so many levels: look for brackets or dashes too many."),
    ),
    "TD105": Finding("error", msg("There is a tab here."), msg("Indent with blanks, two for each level.")),
    "TD106": Finding(
        "error",
        msg("No file of a register is called so and lies here."),
        msg(
            "Move it to where it belongs, such as units/ca-hung-yen.yaml; "
            "a name has small letters a to z, digits and hyphens."
        ),
    ),
    "TD107": Finding(
        "error", msg("The key “{key}” stands here a second time, first on line {line}."), msg("Keep one of the two.")
    ),
    "TD108": Finding("error", msg("The file is empty."), msg("Remove the file, or write its record.")),
    "TD109": Finding(
        "error", msg("The file is larger than {most} MB."), msg("Split it into several files of the same folder.")
    ),
    "TD110": Finding(
        "error",
        msg("The register is kept in format {found}; this program reads format {known}."),
        msg("Use a version of thidua that reads format {found}."),
    ),
    "TD111": Finding(
        "error",
        msg("This is not a regular file: a link, a folder or a device stands in its place."),
        msg("Put the file itself here, or give this another name and another place."),
    ),
    "TD112": Finding(
        "error", msg("This cannot be opened: {why}."), msg("Ask whoever keeps the disk to let you read it.")
    ),
    "TD201": Finding(
        "error",
        msg("There is no key “{key}” here."),
        msg("Keys that may stand here: {known}."),
        msg("Did you mean “{near}”? Keys that may stand here: {known}."),
    ),
    "TD202": Finding(
        "error", msg("The key “{key}” is missing ({meaning})."), msg("Add the key with its value: “{key}: …”.")
    ),
    "TD203": Finding("error", msg("This must be {expected}, not {found}."), Message("{how}")),
    "TD204": Finding(
        "error",
        msg("“{value}” is none of the words that may stand here."),
        msg("Write one of: {words}."),
        msg("Did you mean “{near}”? Write one of: {words}."),
    ),
    "TD205": Finding(
        "error",
        msg("“{value}” is not an id."),
        msg("Write small letters a to z and digits, in parts joined by hyphens: ca-hung-yen."),
    ),
    "TD206": Finding(
        "error",
        msg("“{value}” is not a day of the calendar."),
        msg("Write year, month and day, as far as they are known: 2024-11-25, 2024-11, 2024."),
    ),
    "TD207": Finding(
        "error", msg("There is no value here."), msg("What is not recorded is left out: remove the key or the dash.")
    ),
    "TD208": Finding(
        "error",
        msg("The letters here are not in composed form (NFC)."),
        msg("Type the text again, or let an editor convert the file to composed Unicode."),
    ),
    "TD209": Finding(
        "error",
        msg("“{value}” is not a period."),
        msg("Write a year, or the first and the last year: 2024, 2024-2025."),
    ),
    "TD210": Finding("error", msg("“{value}” is not a fraction."), msg("Write two whole numbers with a stroke: 2/3.")),
    "TD211": Finding(
        "error",
        msg("{value} is not between {least} and {greatest}."),
        msg("Correct the number; what is not known is left out."),
    ),
    "TD212": Finding(
        "warning",
        msg("The text holds characters that nobody sees: {signs}."),
        msg("Type the text again without them; text copied from a page or from Word often brings them along."),
    ),
}
