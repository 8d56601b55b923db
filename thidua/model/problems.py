"""The catalogue of all problems there can be, and the one way to word a problem."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from thidua.model.findings_in_files import IN_FILES
from thidua.model.findings_in_records import IN_RECORDS
from thidua.model.problem import Finding, Problem, Severity
from thidua.text.say import Message, msg

CATALOGUE: Mapping[str, Finding] = {**IN_FILES, **IN_RECORDS}
"""Every code, in order. A code keeps its meaning for ever; one that is no longer found is not used again."""

_SHAPES: Mapping[str, Message] = {
    "text": msg("one value"),
    "list": msg("a list"),
    "mapping": msg("keys with values"),
    "int": msg("a whole number"),
    "bool": msg("true or false"),
    "decimal": msg("a number"),
}
_HOW: Mapping[str, Message] = {
    "text": msg("Write one value on the line of the key."),
    "list": msg("Write each item on a line of its own that begins with “- ”."),
    "mapping": msg("Write its keys on the lines below, two blanks further in."),
    "int": msg("Write digits only: 12."),
    "bool": msg("Write true or false."),
    "decimal": msg("Write digits, with a point before the decimals: 9.5."),
}
_LOOKS: Mapping[str, tuple[Message, Message]] = {
    "utf-16": (msg("text in UTF-16"), msg("Save it again in Notepad: Save as, Encoding: UTF-8.")),
    "other": (msg("text in another encoding"), msg("Save it again in Notepad: Save as, Encoding: UTF-8.")),
    "office": (
        msg("a Word or Excel document"),
        msg("Move it out of the register; copy its text into Notepad and save it there: Save as, Encoding: UTF-8."),
    ),
}
"""What a file that is no UTF-8 text looks like, and what to do."""
_CONSTRUCTS: Mapping[str, Message] = {
    "anchor": msg("anchors (&)"),
    "alias": msg("aliases (*)"),
    "tag": msg("tags (!)"),
    "directive": msg("directives (%)"),
    "second document": msg("a second document in one file (---)"),
    "complex key": msg("a list or a mapping as a key"),
    "merge key": msg("merge keys (<<)"),
}
_KINDS: Mapping[str, Message] = {
    "units": msg("unit"),
    "clusters": msg("cluster"),
    "bodies": msg("unit or cluster"),
    "honours": msg("honour"),
    "movements": msg("movement"),
    "regulations": msg("regulation"),
    "frameworks": msg("framework"),
    "sources": msg("source"),
}
_CONTROL = msg("there is a control character")
_REASONS: Mapping[str, Message] = {
    "mapping values are not allowed": msg("a colon stands where no key can be"),
    "could not find expected ':'": msg("a key has no colon behind it"),
    "sequence entries are not allowed": msg("a dash stands where no list can be"),
    "that cannot start any token": msg("a text cannot begin with this sign"),
    "expected <block end>": msg("the indentation does not fit the lines above"),
    "expected ',' or": msg("a comma or a closing bracket is missing"),
    "found unexpected end of stream": msg("a quotation mark or a bracket is not closed"),
    "found unexpected document separator": msg("a quotation mark or a bracket is not closed"),
    "found unknown escape character": msg("“\\” begins no known sign here"),
    "escape sequence": msg("“\\” begins no known sign here"),
    "found undefined alias": msg("an alias (*) names nothing"),
    "special characters are not allowed": _CONTROL,
    "unacceptable character": _CONTROL,
    "chomping or indentation indicators": msg("behind “|” or “>” stands something else on the line"),
    "a comment or a line break": msg("behind “|” or “>” stands something else on the line"),
}
"""What the YAML library says, by a part of it, as a clerk would say it."""
_UNFIT = msg("the signs here do not fit together")
_REMEDY = msg("Look here and on the line above; a text that holds “: ” or “ #” goes into quotation marks.")
_REMEDY_OF_CONTROL = msg("Remove the sign that cannot be seen here: delete the word around it and type it again.")


def severity(problem: Problem) -> Severity:
    """How grave a problem is."""
    return CATALOGUE[problem.code].severity


def sentence(problem: Problem) -> Message:
    """What is wrong."""
    return CATALOGUE[problem.code].sentence._replace(args=_worded(problem.args))


def advice(problem: Problem) -> Message:
    """What to do next; with what was probably meant, where something is near."""
    finding = CATALOGUE[problem.code]
    text = finding.meant if finding.meant and problem.args.get("near") else finding.advice
    return text._replace(args=_worded(problem.args))


def _worded(args: Mapping[str, object]) -> dict[str, object]:
    """The arguments with the codes of the reader and of the checks replaced by words."""
    words = dict(args)
    if "expected" in args:
        words |= _unlike(str(args["expected"]), str(args["found"]))
    if "looks" in args:
        words["looks"], words["how"] = _LOOKS[str(args["looks"])]
    if "reason" in args:
        words["how"] = _REMEDY_OF_CONTROL if _yaml(str(args["reason"])) is _CONTROL else _REMEDY
    for name, word in _WORDS.items():
        if name in args:
            words[name] = word(str(args[name]))
    return words


def _unlike(expected: str, found: str) -> dict[str, object]:
    """One shape instead of another (a list, a mapping), or a text that is no number: then ``found`` is that text."""
    shape = expected in {"text", "list", "mapping"}
    written = _SHAPES[found] if shape else Message("“{text}”", {"text": found})
    return {"expected": _SHAPES[expected], "found": written, "how": _HOW[expected]}


def _yaml(reason: str) -> Message:
    return next((message for part, message in _REASONS.items() if part in reason), _UNFIT)


_WORDS: Mapping[str, Callable[[str], Message]] = {
    "meaning": Message,  # what doc() says of the field
    "reason": _yaml,
    "refers": _KINDS.__getitem__,
    "what": _CONSTRUCTS.__getitem__,
}
