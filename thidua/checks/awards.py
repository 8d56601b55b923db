"""Honours: who may receive them, what is an award and what is praise, and how many there were."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from thidua.checks.walk import parts, place
from thidua.model.common import Count, Recipient, RecipientKind
from thidua.model.decisions import Decision, Grant
from thidua.model.fields import At, Part
from thidua.model.keys import called, nomination_key, recipient_key, recipient_kind
from thidua.model.nominations import Nomination
from thidua.model.problem import Problem
from thidua.model.recognitions import Recognition
from thidua.model.register import Place, Register
from thidua.model.terms import label
from thidua.text.say import joined

Honoured = tuple[str | Recipient, str, At]
"""Who, for which honour, and where that stands."""


def _nominated(register: Register, doubtful: set[tuple[str, RecipientKind | None]]) -> Iterator[Honoured]:
    """Nominations of a doubtful honour and kind. All are looked through, so only few may be taken apart."""
    for nominations in register.nominations.values():
        if doubtful.isdisjoint({(each.honour, recipient_kind(each.nominee)) for each in nominations}):
            continue
        for each in nominations:
            if (each.honour, recipient_kind(each.nominee)) in doubtful:
                yield each.nominee, each.honour, place(each)


def _granted(register: Register) -> Iterator[Honoured]:
    for decision in register.decisions.values():
        for index, grant in enumerate(decision.grants):
            yield grant.recipient, grant.honour, place(decision) / "grants" / index


def _praised(register: Register) -> Iterator[Honoured]:
    for recognitions in register.recognitions.values():
        for each in recognitions:
            for index, who in enumerate(each.recipients):
                yield who, each.honour, place(each) / "recipients" / index


def unfit_recipients(register: Register) -> Iterator[Problem]:
    """TD602: a collective where only individuals may be honoured, and the like."""
    kinds: tuple[RecipientKind, ...] = ("collective", "individual", "household")
    unfit = {
        (honour.id, kind) for honour in register.honours.values() for kind in kinds if kind not in honour.recipients
    }
    for honoured in (_nominated(register, {*unfit}), _granted(register), _praised(register)):
        for who, honour, at in honoured:
            if (kind := recipient_kind(who)) and (honour, kind) in unfit:
                fit = [label("recipient kind", each) for each in register.honours[honour].recipients]
                words = {"kind": label("recipient kind", kind), "kinds": joined(*fit, between=", ")}
                yield Problem("TD602", at, {"honour": honour, "who": called(who), **words})


def recognitions_as_awards(register: Register) -> Iterator[Problem]:
    """TD603: a recognition that is nominated for or awarded."""
    kinds: tuple[RecipientKind | None, ...] = ("collective", "individual", "household", None)
    praise = {honour.id for honour in register.honours.values() if honour.category == "recognition"}
    nominated = _nominated(register, {(honour, kind) for honour in praise for kind in kinds})
    for honoured in (nominated, _granted(register)):
        for _, honour, at in honoured:
            if honour in praise:
                yield Problem("TD603", at / "honour", {"honour": honour})


def awards_of_withdrawn_nominations(register: Register) -> Iterator[Problem]:
    """TD604: an award for what was withdrawn."""
    withdrawn: dict[tuple[Place, str, str], Nomination] = {
        (key, recipient_key(each.nominee), each.honour): each
        for key, nominations in register.nominations.items()
        for each in nominations
        if each.withdrawn
    }
    for decision in register.decisions.values() if withdrawn else ():
        for index, grant in enumerate(decision.grants):
            key = ((grant.period or "", grant.body or ""), recipient_key(grant.recipient), grant.honour)
            if grant.verdict == "awarded" and (nomination := withdrawn.get(key)):
                at = place(nomination)
                args = {"who": called(grant.recipient), "honour": grant.honour, "file": at.file, "line": at.line}
                yield Problem("TD604", place(decision) / "grants" / index, args)


def revocations_of_nothing(register: Register) -> Iterator[Problem]:
    """TD606: a revocation of what no recorded decision awarded."""
    for (_, honour), granted in register.grants.items():
        if any(each.grant.verdict == "awarded" for each in granted):
            continue
        for grant, decision in granted:
            if grant.verdict == "revoked":
                yield Problem("TD606", _place(decision, grant), {"who": called(grant.recipient), "honour": honour})


def grants_of_no_period(register: Register) -> Iterator[Problem]:
    """TD607: a grant that names no period, of what was nominated: it counts for no nomination."""
    lost = {
        key: found
        for key, granted in register.grants.items()
        if (found := [each for each in granted if each.grant.period is None])
    }
    for (period, body), nominations in register.nominations.items() if lost else ():
        for each in nominations:
            for grant, decision in lost.get(nomination_key(each), ()):
                args = {"who": called(grant.recipient), "honour": each.honour, "period": period, "body": body}
                yield Problem("TD607", _place(decision, grant), args)


def _place(decision: Decision, grant: Grant) -> At:
    index = next(index for index, each in enumerate(decision.grants) if each is grant)
    return place(decision) / "grants" / index


def counts_unlike_names(register: Register) -> Iterator[Problem]:
    """TD601: a number stated that is not the number of names.

    Not asked of a number that is approximate, that a note explains or that counts awards given (lượt), nor where a
    group stands for names or only some names are known.
    """
    for recognitions in register.recognitions.values():
        for each in recognitions:
            if each.recipients and each.names_known != "some":
                yield from _counted_otherwise(each)


def _counted_otherwise(recognition: Recognition) -> Iterator[Problem]:
    named = Counter(map(recipient_kind, recognition.recipients))
    groups = any(isinstance(who, Recipient) and who.group for who in recognition.recipients)
    for index, count in enumerate(recognition.counts):
        vague = groups or None in named or count.approximate or count.occurrences or count.note
        if vague or count.number is None or count.of not in {"collective", "individual"}:
            continue
        if named[count.of] != count.number:
            args = {"number": count.number, "of": label("recipient kind", count.of), "named": named[count.of]}
            yield Problem("TD601", place(recognition) / "counts" / index, args)


def _is_count(kind: type[Part]) -> bool:
    return kind is Count


def impossible_counts(register: Register) -> Iterator[Problem]:
    """TD605: a count that no number fits."""
    for count, at in parts(register, _is_count):
        figures = {"least": count.least, "number": count.number, "most": count.most}
        known = {name: number for name, number in figures.items() if number is not None}
        if sorted(known.values()) != list(known.values()) or any(number < 0 for number in known.values()):
            written = ", ".join(f"{name}: {number}" for name, number in known.items())
            yield Problem("TD605", at, {"figures": written})
