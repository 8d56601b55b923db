"""All rules, and the check that applies them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import chain

from thidua.checks import awards, dates, identity, offices, ranges, references, sources, texts, votes
from thidua.model.problem import Problem
from thidua.model.problems import severity
from thidua.model.register import Register

Rule = Callable[[Register], Iterable[Problem]]

RULES: tuple[Rule, ...] = (
    identity.other_format,
    ranges.numbers_out_of_range,
    references.unknown_references,
    references.references_outside_life,
    references.missing_periods,
    identity.ids_unlike_files,
    identity.nominated_twice,
    identity.nominations_in_foreign_files,
    identity.bodies_of_one_id,
    identity.unknown_events,
    identity.unknown_criteria,
    identity.units_of_one_name,
    identity.ids_twice_in_a_list,
    dates.ends_before_beginnings,
    dates.values_at_one_time,
    dates.gaps_between_names,
    dates.periods_unlike_their_days,
    dates.days_outside_periods,
    dates.units_lost,
    dates.successions_apart,
    dates.circles,
    offices.two_chairs,
    offices.too_many_vice_chairs,
    offices.empty_seats,
    offices.holders_not_members,
    offices.lapsed_terms,
    offices.chairs_that_are_vice_chairs,
    votes.broken_identities,
    votes.candidates_not_nominated,
    votes.outcomes_from_nothing,
    votes.votes_on_nothing,
    awards.counts_unlike_names,
    awards.unfit_recipients,
    awards.recognitions_as_awards,
    awards.awards_of_withdrawn_nominations,
    awards.impossible_counts,
    awards.revocations_of_nothing,
    awards.grants_of_no_period,
    texts.unseen_characters,
    sources.facts_without_source,
    sources.unconfirmed_in_use,
    sources.sources_that_disagree,
)
"""A new rule is a function, a line here, a code in the catalogue and a folder in tests/errors."""


def check(register: Register) -> tuple[Problem, ...]:
    """Every problem that any rule finds, by file, line and code."""
    return tuple(sorted(chain.from_iterable(rule(register) for rule in RULES), key=_order))


def _order(problem: Problem) -> tuple[str, int, str, str]:
    at = problem.at
    return at.file, at.line, problem.code, "/".join(map(str, at.path))


NEEDS_ALL = frozenset({"TD302", "TD306", "TD308", "TD311", "TD312", "TD503"})
"""Codes that say a record is missing: while a file cannot be read, nobody knows what is missing."""


def decidable(found: Iterable[Problem], unread: Iterable[Problem]) -> list[Problem]:
    """What can be said for certain, given what was wrong with the reading of the files."""
    partly = any(severity(problem) == "error" for problem in unread)
    return [problem for problem in found if not (partly and problem.code in NEEDS_ALL)]
