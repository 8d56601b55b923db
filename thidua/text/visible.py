"""What a reader may see of a text: the one door of record text to terminal, HTML and Markdown."""

from __future__ import annotations

import re

# Control characters, lone surrogates, all format characters (Unicode category Cf: bidi controls, zero-width ones, tags)
# and what Unicode calls ignorable: all that moves, hides or reorders text and leaves nothing on the page itself.
_HIDDEN = (
    "\\x00-\\x09\\x0b-\\x1f\\x7f-\\x9f\\xad\\u034f\\u0600-\\u0605\\u061c\\u06dd\\u070f\\u0890\\u0891\\u08e2"
    "\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f"
    "\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f\\u3164\\ud800-\\udfff\\ufe00-\\ufe0f\\ufeff\\uffa0\\ufff0-\\ufffb"
    "\\U000110bd\\U000110cd\\U00013430-\\U0001343f\\U0001bca0-\\U0001bca3\\U0001d173-\\U0001d17a\\U000e0000-\\U000e0fff"
)
_UNSEEN_OR_LINE_END = re.compile(f"[\n{_HIDDEN}]")
_LINE_ENDS = re.compile("(?:\r?\n|[\u2028\u2029])+")
_LINE_END = re.compile("\r?\n|[\u2028\u2029]")
UNSEEN = re.compile(f"[{_HIDDEN}]")
"""One character that is unseen; the line feed, which every text of several lines has, is none."""


def visible(s: str, lines: bool = False) -> str:
    r"""The text with all that is unseen written out, such as ``\u202e``.

    Written out and not replaced by one sign for all, so that a reviewer can tell what was there and find it.
    Line ends become one blank a run, a tab one blank; with ``lines`` the line ends stay, as ``\n``. The result is not
    yet escaped for HTML or Markdown.
    """
    if _UNSEEN_OR_LINE_END.search(s) is None:
        return s
    s = s.replace("\t", " ")
    if lines:
        return UNSEEN.sub(_written_out, _LINE_END.sub("\n", s))
    return _UNSEEN_OR_LINE_END.sub(_written_out, _LINE_ENDS.sub(" ", s))


def exact(s: str) -> str:
    """The same with every difference kept, for diffs: a tab and all line ends but the line feed are escapes too."""
    return UNSEEN.sub(_written_out, s)


def _written_out(found: re.Match[str]) -> str:
    return found[0].encode("unicode_escape").decode("ascii")
