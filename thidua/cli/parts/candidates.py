"""The candidates that a clerk names on the line: NOMINEE:HONOUR, the honour left out where it is clear."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from thidua.cli.frame.exits import ExitCode, Failure
from thidua.cli.parts.asking import quoted
from thidua.cli.parts.naming import called
from thidua.model.common import Recipient
from thidua.model.keys import recipient_key
from thidua.model.nominations import Nomination
from thidua.model.register import Register
from thidua.model.votes import Candidate
from thidua.text.lookup import search
from thidua.text.say import Message, msg


def candidates(nominations: Iterable[Nomination]) -> tuple[Candidate, ...]:
    """The nominations as they are put to the vote."""
    return tuple(Candidate(nominee=each.nominee, honour=each.honour) for each in nominations)


def spelt(candidate: Candidate) -> str:
    """The candidate as ``pick`` reads it."""
    return f"{recipient_key(candidate.nominee)}:{candidate.honour}"


def pick(register: Register, pool: Sequence[Candidate], typed: str) -> Candidate:
    """The one candidate of the pool that ``typed`` names.

    Raises Failure naming those it may be, or all there are.
    """
    found = _named(register, pool, typed)
    if not found and ":" in typed:
        nominee, _, honour = typed.rpartition(":")
        found = _for(register, _named(register, pool, nominee), honour)
    if len(found) == 1:
        return found[0]
    if found:
        raise Failure(
            ExitCode.USAGE, msg("“{typed}” fits several; write one of:", typed=typed), *_lines(register, found)
        )
    raise Failure(
        ExitCode.USAGE,
        msg("“{typed}” is none of the candidates here.", typed=typed),
        *([msg("There are:")] if pool else []),
        *_lines(register, pool),
        msg("To nominate: {command}", command="thidua nominate"),
    )


def _named(register: Register, pool: Sequence[Candidate], typed: str) -> list[Candidate]:
    names = {recipient_key(each.nominee): _names(register, each.nominee) for each in pool}
    found = search(typed, names.items())
    return [each for each in pool if typed == spelt(each)] or [
        each for each in pool if recipient_key(each.nominee) in found
    ]


def _names(register: Register, nominee: str | Recipient) -> tuple[str, ...]:
    if isinstance(nominee, Recipient):
        return tuple(filter(None, (nominee.name, nominee.person)))
    known = register.units.get(nominee)
    return called(known) if known else ()


def _for(register: Register, pool: list[Candidate], typed: str) -> list[Candidate]:
    honours = {each.honour: register.honours.get(each.honour) for each in pool}
    found = search(typed, ((key, called(known) if known else ()) for key, known in honours.items()))
    return [each for each in pool if each.honour in found]


def _lines(register: Register, pool: Iterable[Candidate]) -> Iterator[Message]:
    """One line a candidate: what to write, and who that is."""
    for each in pool:
        name = next(iter(_names(register, each.nominee)), "")
        yield Message("  {candidate}  {name}", {"candidate": quoted([spelt(each)]), "name": name})
