"""Numbers that can be written, but that nothing can be."""

from __future__ import annotations

from collections.abc import Iterator

from thidua.checks.walk import parts
from thidua.model.fields import Part
from thidua.model.problem import Problem
from thidua.model.ranges import bounds, out_of_range
from thidua.model.register import Register
from thidua.model.regulations import BallotRule
from thidua.text.misread import MisreadError
from thidua.text.numbers import parse_fraction


def _is_bounded(kind: type[Part]) -> bool:
    return bool(bounds(kind)) or kind is BallotRule


def numbers_out_of_range(register: Register) -> Iterator[Problem]:
    """TD211: a number outside its bounds, a share of more than the whole. The figures of votes are looked at with them."""
    for part, at in parts(register, _is_bounded):
        for each in out_of_range(part):
            args = {"value": getattr(part, each.attribute), "least": each.least, "greatest": each.most}
            yield Problem("TD211", at / each.name, args)
        if isinstance(part, BallotRule) and part.threshold and not _is_share(part.threshold):
            yield Problem("TD211", at / "threshold", {"value": part.threshold, "least": 0, "greatest": 1})


def _is_share(fraction: str) -> bool:
    try:
        parse_fraction(fraction)
    except MisreadError:
        return False
    return True
