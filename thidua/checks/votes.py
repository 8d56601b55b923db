"""Votes: who may stand, what the figures must come to, what they decide."""

from __future__ import annotations

from collections.abc import Iterator

from thidua.checks.walk import place
from thidua.law.tally import Broken, identities, key_of
from thidua.model.fields import At
from thidua.model.keys import nomination_key, recipient_key
from thidua.model.problem import Problem
from thidua.model.register import Register
from thidua.model.votes import Vote


def broken_identities(register: Register) -> Iterator[Problem]:
    """TD501: figures that cannot be; TD502: an outcome that they do not decide.

    An outcome that rests on nothing is TD504 and is not computed again.
    """
    for vote in _votes(register):
        for broken in identities(vote):
            if not (broken.identity == "outcome-recount" and vote.count is None):
                code = "TD502" if _of_outcome(broken) else "TD501"
                yield Problem(code, _place(vote, broken), {"broken": broken.sentence})


def _votes(register: Register) -> Iterator[Vote]:
    for votes in register.votes.values():
        yield from votes


def _of_outcome(broken: Broken) -> bool:
    return broken.identity.startswith(("outcome", "chosen"))


def _place(vote: Vote, broken: Broken) -> At:
    """The candidate's line in the count or in the outcome, as far as there is one."""
    at, lines = place(vote) / "count" / "tallies", list(map(key_of, vote.count.tallies if vote.count else ()))
    if _of_outcome(broken):
        at, lines = place(vote) / "outcome" / "results", list(map(key_of, vote.outcome.results if vote.outcome else ()))
    return at / lines.index(broken.candidate) if broken.candidate in lines else At(at.file, at.line, at.path[:-1])


def candidates_not_nominated(register: Register) -> Iterator[Problem]:
    """TD503: a candidate that is no nomination of the period."""
    for key, votes in register.votes.items():
        nominated = set(map(nomination_key, register.nominations.get(key, ())))
        for vote in votes:
            for index, candidate in enumerate(vote.candidates):
                nominee = recipient_key(candidate.nominee)
                if (nominee, candidate.honour) not in nominated:
                    args = {"nominee": nominee, "honour": candidate.honour}
                    yield Problem("TD503", place(vote) / "candidates" / index, args)


def outcomes_from_nothing(register: Register) -> Iterator[Problem]:
    """TD504: an outcome that is neither computed from a count nor stated by a source."""
    for vote in _votes(register):
        if vote.outcome and not vote.outcome.stated and vote.count is None:
            yield Problem("TD504", place(vote) / "outcome")


def votes_on_nothing(register: Register) -> Iterator[Problem]:
    """TD505: a vote without candidates."""
    for vote in _votes(register):
        if not vote.candidates:
            yield Problem("TD505", place(vote) / "candidates")
