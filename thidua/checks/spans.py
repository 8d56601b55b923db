"""Spans of days in sentences."""

from __future__ import annotations

from datetime import date

from thidua.text.days import first, last, said
from thidua.text.say import Message, msg


def span(since: str | date | None, until: str | date | None) -> Message:
    """The words for a span; both ends included, None is open."""
    if since is None:
        return msg("at any time") if until is None else msg("until {until}", until=said(until))
    if since == until:
        whole = len(str(since)) == len("2024-11-25")
        return msg("on {day}", day=said(since)) if whole else msg("in {day}", day=said(since))
    if until is None:
        return msg("from {since}", since=said(since))
    return msg("from {since} to {until}", since=said(since), until=said(until))


def shared(a_since: str | None, a_until: str | None, b_since: str | None, b_until: str | None) -> date | None:
    """A day that two spans surely share, however late a year or month began and however early it ended; None: none is sure.

    Who held an office from 2023 to 2024 and who held it from 2024 to 2025 may have followed each other.
    """
    begins = _begun_by(a_since, a_until), _begun_by(b_since, b_until)
    lasts = _lasts_until(a_since, a_until), _lasts_until(b_since, b_until)
    return max(begins) if begins[0] <= lasts[1] and begins[1] <= lasts[0] else None


def _begun_by(since: str | None, until: str | None) -> date:
    return min(last(since) if since else date.min, last(until) if until else date.max)


def _lasts_until(since: str | None, until: str | None) -> date:
    return max(first(until) if until else date.max, first(since) if since else date.min)
