"""Spans of days in sentences."""

from __future__ import annotations

from thidua.text.say import Message, msg


def span(since: object | None, until: object | None) -> Message:
    """The words for a span; both ends included, None is open."""
    if since is None:
        return msg("at any time") if until is None else msg("until {until}", until=until)
    if since == until:
        return msg("in {day}", day=since) if len(str(since)) < len("2024-11-25") else msg("on {day}", day=since)
    return (
        msg("from {since}", since=since) if until is None else msg("from {since} to {until}", since=since, until=until)
    )
