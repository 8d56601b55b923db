"""Record text made harmless: what a reader sees is what was written, and nothing of it acts."""

from __future__ import annotations

import re
from html import escape

from thidua.text.visible import visible

_SIGNS = re.compile(r"[\\`*_{}\[\]<>|~&$#]")
# What begins a block where it stands first on a line: a list, a heading's underline, a fence. "12." opens a list too.
_OPENING = re.compile(r"^(?:([-+=:.)])|(\d{1,9})([.)])(?=\s|$))")
_WEB = re.compile(r"https?://[^\s<>\"'`\\|]+")


def in_markdown(text: str) -> str:
    """The text on one line, every sign that Markdown could read behind a backslash, as few as that takes."""
    signs = _SIGNS.sub(r"\\\g<0>", visible(text).strip())
    return _OPENING.sub(lambda found: f"\\{found[1]}" if found[1] else f"{found[2]}\\{found[3]}", signs)


def in_html(text: str) -> str:
    """The text for an element or a quoted attribute."""
    return escape(visible(text).strip())


def is_web_address(text: str) -> bool:
    """Whether the text may be made a link: http or https, and nothing that could end the link early."""
    return _WEB.fullmatch(text) is not None and visible(text) == text
