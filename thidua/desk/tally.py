"""The former place of ``thidua.law.tally``, until the commands of the vote ask there."""

from __future__ import annotations

from thidua.law.tally import COUNTED, WORDS, Line, explain, identities, key_of

__all__ = ["COUNTED", "WORDS", "Line", "explain", "identities", "key_of"]
