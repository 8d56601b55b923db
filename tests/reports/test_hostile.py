"""Record text is shown and never acts, whatever it says."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from html.parser import HTMLParser
from typing import NamedTuple

import pytest
from markdown_it import MarkdownIt

from tests.reports.poison import poisoned
from thidua.model.register import Register
from thidua.text.visible import visible

HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</style></td></table><iframe src='//e'>",
    "<!-- ]]> <![CDATA[",
    "&lt;b&gt; &amp; &#60;",
    "một | hai || ba \\| bốn",
    "dòng một\ndòng hai\n\n# đề mục\n- mục\n\n| a | b |",
    "[bold] [link](javascript:alert(1)) ![i](x) **b** __b__ _i_ `code` ~~s~~ $m$ <http://e>",
    "\x1b[2J \x9b \x00 \x07",
    "\u202egnp.exe \u200b \u2066",
    "{{ 7*7 }} {% raw %} {# x #} ${x} {0} {x}",
    "- mục",
    "1. mục",
    "> trích",
    "    thụt",
    "```",
    "===",
    "\\",
)
HARMLESS = "lành"


def around(poison: str) -> Callable[[str], str]:
    return lambda text: f"{poison} {text} {poison}"


class Census(HTMLParser):
    """Elements, attributes by name, and the text of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: Counter[str] = Counter()
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.update([tag, *(f"{tag}@{name}" for name, _ in attrs)])

    def handle_comment(self, data: str) -> None:
        self.elements["comment"] += 1

    def handle_data(self, data: str) -> None:
        self.text += data


def tokens(text: str) -> Counter[str]:
    """Blocks and marks of a Markdown text, those within lines among them."""
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    blocks = parser.parse(text)
    inner = [child for token in blocks for child in token.children or ()]
    return Counter(token.type for token in (*blocks, *inner) if token.type != "text")


def columns(text: str) -> list[int]:
    """Cells of each line of a table; a pipe behind a backslash is text."""
    return [len(re.findall(r"(?<!\\)(?:\\\\)*\|", line)) for line in text.splitlines() if line.startswith("|")]


KINDS = pytest.mark.parametrize("kind", ["summary", "commendations", "rotation"])


class Poisoned(NamedTuple):
    """A register whose every text bears the poison, and one whose every text bears a harmless word instead."""

    poison: str
    hostile: Register
    harmless: Register


@pytest.fixture(scope="module")
def harmless(seeds: Register) -> Register:
    return poisoned(seeds, around(HARMLESS))


@pytest.fixture(scope="module", params=HOSTILE)
def pair(request: pytest.FixtureRequest, seeds: Register, harmless: Register) -> Poisoned:
    return Poisoned(request.param, poisoned(seeds, around(request.param)), harmless)


@KINDS
def test_text_adds_nothing_to_a_page(write: Callable[..., str], pair: Poisoned, kind: str) -> None:
    page = Census(write(kind, fmt="html", register=pair.hostile))
    assert page.elements == Census(write(kind, fmt="html", register=pair.harmless)).elements
    assert " ".join(visible(pair.poison).split()) in " ".join(page.text.split())


@KINDS
def test_text_adds_nothing_to_markdown(write: Callable[..., str], pair: Poisoned, kind: str) -> None:
    text, expected = (write(kind, register=register) for register in (pair.hostile, pair.harmless))
    assert tokens(text) == tokens(expected)
    assert columns(text) == columns(expected)


def test_poison_reaches_the_names(write: Callable[..., str], harmless: Register) -> None:
    assert "lành Công an tỉnh Nam Định lành" in write("summary", "bca-cum-5", "2024", register=harmless)
