"""Spans of days in sentences."""

from __future__ import annotations

from datetime import date

from thidua.text.days import said
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
