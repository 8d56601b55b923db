"""Plain objects to text: the only door to Jinja2."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

from thidua.assets import asset
from thidua.reports.escape import in_html, in_markdown, is_web_address
from thidua.reports.lines import Paper
from thidua.text.say import Message, Voice

if TYPE_CHECKING:
    from jinja2 import Environment

Format = Literal["md", "html"]
FORMATS: tuple[Format, ...] = ("md", "html")

_ESCAPES: dict[Format, Callable[[str], str]] = {"md": in_markdown, "html": in_html}
_LINKS: dict[Format, Callable[[str], str]] = {
    "md": "<{}>".format,
    "html": lambda url: f'<a href="{in_html(url)}" rel="noreferrer">{in_html(url)}</a>',
}
_BLANK_LINES = re.compile(r"[ \t]*\n(?:[ \t]*\n)+")


def render(paper: Paper, fmt: Format, voice: Voice) -> str:
    """The paper as text that ends with one line end."""
    text = environment(fmt, voice).get_template(f"{paper.kind}.j2").render(paper=paper)
    return _BLANK_LINES.sub("\n\n" if fmt == "md" else "\n", text).strip() + "\n"


def environment(fmt: Format, voice: Voice) -> Environment:
    """Templates of one format and language.

    No template can forget to escape: whatever is printed passes ``finalize``, and only what a macro has already printed is
    let through. Jinja's own filters are gone, ``safe`` among them.
    """
    from jinja2 import Environment, FunctionLoader, StrictUndefined
    from markupsafe import Markup

    def finalize(value: object) -> object:
        if isinstance(value, (Markup, StrictUndefined)):
            return value
        return Markup(_ESCAPES[fmt](_spoken(value, voice)))  # noqa: S704 - escaped here

    def address(url: str) -> object:
        return Markup(_LINKS[fmt](url)) if is_web_address(url) else url  # noqa: S704 - escaped there

    made = Environment(
        autoescape=True, undefined=StrictUndefined, finalize=finalize, loader=FunctionLoader(lambda name: _source(fmt, name)),
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    made.filters = {"length": len}
    made.globals.clear()
    made.globals.update(_=voice, address=address, lang=voice.lang, range=range)
    return made


def _spoken(value: object, voice: Voice) -> str:
    """A message in the voice's language, a text or a number as it is. Nothing else may reach a page: no None, no list."""
    if isinstance(value, Message):
        return voice(value)
    if isinstance(value, (str, int)):
        return str(value)
    raise TypeError(f"a template prints {value!r}")


def _source(fmt: Format, name: str) -> str:
    """A template of this format, else the one that both share. Read as text: inside a zip there is no path to load from."""
    try:
        found = asset("templates", fmt, name)
    except FileNotFoundError:
        found = asset("templates", name)
    return found.read_text("utf-8")
