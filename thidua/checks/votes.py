"""Votes: who may stand, what the figures must come to, what they decide."""

from __future__ import annotations

from collections.abc import Iterator

from thidua.checks.walk import place
from thidua.model.keys import nomination_key, recipient_key
from thidua.model.problem import Problem
from thidua.model.register import Register


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
    for votes in register.votes.values():
        for vote in votes:
            if vote.outcome and not vote.outcome.stated and vote.count is None:
                yield Problem("TD504", place(vote) / "outcome")
