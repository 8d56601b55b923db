"""Findings across the register (TD3xx to TD7xx): records that do not agree with each other, with time or with a rule."""

from __future__ import annotations

from collections.abc import Mapping

from thidua.model.problem import Finding
from thidua.text.say import msg

_IDENTITY: Mapping[str, Finding] = {
    "TD301": Finding(
        "error",
        msg("The id “{id}” is already taken: {file}:{line}."),
        msg("Remove one of the two records, or give it another id."),
    ),
    "TD302": Finding(
        "error",
        msg("The register has no {refers} “{id}”."),
        msg("Correct the id, or add the {refers}."),
        msg("Did you mean: {near}? Otherwise add the {refers}."),
    ),
    "TD303": Finding(
        "error",
        msg("The {refers} “{id}” is recorded {life}, but used here {use}."),
        msg("Correct the day, or name the {refers} that was there at the time."),
    ),
    "TD304": Finding(
        "error",
        msg("The record is called “{id}”, its file “{name}”."),
        msg("Rename the file to {id}.yaml, or correct the id."),
    ),
    "TD305": Finding(
        "error",
        msg("“{nominee}” is nominated twice for “{honour}”, first at {file}:{line}."),
        msg("Keep one of the two nominations."),
    ),
    "TD306": Finding(
        "warning",
        msg("“{nominee}” does not belong to the unit “{unit}” whose file this is."),
        msg("Move the nomination to the file of its own unit."),
    ),
    "TD307": Finding(
        "error",
        msg("“{id}” is the id of a cluster and of a unit, so that their periods cannot be told apart."),
        msg("Give one of the two another id."),
    ),
    "TD308": Finding(
        "error",
        msg("The period {period} of “{body}” has no event “{event}”."),
        msg("Add the event to {file}, or correct the id."),
        msg("Did you mean: {near}? Otherwise add the event to {file}."),
    ),
    "TD309": Finding(
        "warning",
        msg("Two units under “{parent}” are called {name} at the same time: “{unit}” and “{other}”."),
        msg("If they are one unit, keep one record; if not, tell their names apart or date them."),
    ),
    "TD310": Finding("error", msg("The id “{id}” stands twice in this list."), msg("Give one of the two another id.")),
    "TD311": Finding(
        "error",
        msg("The period {period} of “{body}” is not recorded: {missing} is missing."),
        msg("Begin it with: thidua new-period {body} {period}."),
    ),
    "TD312": Finding(
        "error",
        msg("The framework “{framework}” has no criterion “{criterion}”."),
        msg("Correct the criterion, or add it to the framework."),
        msg("Did you mean: {near}? Otherwise add it to the framework."),
    ),
}

_TIME: Mapping[str, Finding] = {
    "TD401": Finding(
        "error",
        msg("Its end ({until}) lies before its beginning ({since})."),
        msg("Correct one of the two days; both are included."),
    ),
    "TD402": Finding(
        "error",
        msg("“{one}” ({span}) and “{other}” ({other_span}) hold at the same time."),
        msg("End the earlier one on the day before the later one begins: a last day is included."),
    ),
    "TD403": Finding(
        "warning",
        msg("No name is recorded {span}."),
        msg("Add the name of that time, or correct the days of its neighbours."),
    ),
    "TD404": Finding(
        "error",
        msg("“{unit}” and “{other}” are both {office} on {day}."),
        msg("End the earlier term on the day before the later one begins: a last day is included."),
    ),
    "TD405": Finding(
        "note",
        msg("No {office} is recorded {span}."),
        msg("Add the holder if a source names one; what nobody knows stays open."),
    ),
    "TD406": Finding(
        "warning",
        msg("“{unit}” is {office} {span}, but no member then."),
        msg("Add its membership, or correct the unit or the days."),
    ),
    "TD407": Finding(
        "note",
        msg("The term of “{unit}” as {office} lapsed on {day}: {why}."),
        msg("Record its end (“to”, “ended”) with the source, and who took over."),
    ),
    "TD408": Finding(
        "error",
        msg("“{unit}” is chair and vice-chair at the same time, on {day}."),
        msg("Correct the unit or the days of one of the two terms."),
    ),
    "TD409": Finding(
        "error",
        msg("A {kind} {span} cannot be called “{id}”."),
        msg("Correct the kind or the days, or rename the folder."),
    ),
    "TD410": Finding(
        "warning",
        msg("{day} lies outside the period {period}, which runs {span}."),
        msg("Correct the day, or move the entry to its own period."),
    ),
    "TD411": Finding(
        "warning",
        msg("The unit “{unit}” ended on {day}, and what became of it is not recorded."),
        msg("Add its successors, or a note that says why there are none."),
    ),
    "TD412": Finding(
        "error", msg("This goes round in a circle: {line}."), msg("Correct or remove one link of the circle.")
    ),
    "TD413": Finding(
        "warning",
        msg("“{unit}” and “{other}” are both {office} on {day}; no recorded regulation allows {count} of them."),
        msg("Correct the days of the terms, or record the regulation (rotation, “vice_chairs”)."),
    ),
    "TD414": Finding(
        "warning",
        msg("“{unit}” ended on {end}, but its successor “{successor}” began on {begin}."),
        msg("Correct one of the two days: a unit is succeeded on the day after its last."),
    ),
}

_VOTES: Mapping[str, Finding] = {
    "TD501": Finding(
        "error",
        msg("The vote does not add up. {broken}"),
        msg("Compare it with the minutes and correct it; a figure that is not known is left out."),
    ),
    "TD502": Finding(
        "error",
        msg("The outcome does not follow. {broken}"),
        msg("Correct the outcome, or the figures; where a source states another outcome, write “stated: true”."),
    ),
    "TD503": Finding(
        "error",
        msg("“{nominee}” stands for “{honour}” in this vote without a nomination in the period."),
        msg("Add the nomination, or remove the candidate."),
    ),
    "TD504": Finding(
        "error",
        msg("The vote has an outcome, but no count to compute it from."),
        msg("Add the count; where a source states the outcome without figures, write “stated: true”."),
    ),
    "TD505": Finding(
        "error",
        msg("The vote has no candidate."),
        msg("Name the nominations that were voted on, or remove the file."),
    ),
}

_AWARDS: Mapping[str, Finding] = {
    "TD601": Finding(
        "note",
        msg("{number} are stated ({of}), but {named} are named."),
        msg("Add the missing names, write “names_known: some”, or say in a note why they differ."),
    ),
    "TD602": Finding(
        "error",
        msg("“{honour}” is not for “{who}” ({kind}), only for: {kinds}."),
        msg("Correct the honour, or the kind of recipient."),
    ),
    "TD603": Finding(
        "error",
        msg("“{honour}” is a recognition: it is neither nominated for nor awarded."),
        msg("Record it as a recognition (recognitions/), or name the title or form that is meant."),
    ),
    "TD604": Finding(
        "warning",
        msg("“{who}” is awarded “{honour}”, but the nomination was withdrawn: {file}:{line}."),
        msg("Correct the decision, or remove “withdrawn” from the nomination."),
    ),
    "TD605": Finding(
        "error",
        msg("There is no number that fits this count: {figures}."),
        msg("Numbers are 0 or more, “least” is not above “most”, and “number” lies between them."),
    ),
    "TD606": Finding(
        "warning",
        msg("“{honour}” is revoked from “{who}”, but no decision on record awarded it."),
        msg("Add the decision that awarded it, or correct recipient and honour."),
    ),
    "TD607": Finding(
        "warning",
        msg(
            "This decides on “{honour}” for “{who}” without a period, so the nomination of {period}/{body} stays open."
        ),
        msg("Write “period: {period}” and “body: {body}” if it is this nomination that was decided."),
    ),
}

_SOURCES: Mapping[str, Finding] = {
    "TD701": Finding(
        "warning",
        msg("No source is given for this {record}."),
        msg("Add “sources” with the document or page it was taken from."),
    ),
    "TD702": Finding(
        "note",
        msg("“{id}” is in use, but something in it is marked as unconfirmed."),
        msg("Compare it with the document itself, then remove “confirmed: false”."),
    ),
    "TD703": Finding(
        "note",
        msg("Of “{key}” another source says: {value}."),
        msg("Both stay on record; when it is known which is right, correct the record and say so in a note."),
    ),
}

IN_RECORDS: Mapping[str, Finding] = {**_IDENTITY, **_TIME, **_VOTES, **_AWARDS, **_SOURCES}
