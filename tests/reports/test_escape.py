from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from thidua.reports.escape import in_html, in_markdown, is_web_address
from thidua.text.visible import visible

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
SIGNS = st.text(alphabet="\\`*_{}[]()<>#+-.!|~&$=:;\"'@/^%, \n\t01ab\u0301ấĐ\x1b\u202e\u200b", max_size=40)
CONTEXTS = ("{}", "- {}", "## {}", "**x** {} y", "| a | b |\n|---|---|\n| {} | c |", "> {}", "1. {}")


@given(SIGNS.filter(lambda text: visible(text).strip() != ""), st.sampled_from(CONTEXTS))
def test_markdown_reader_sees_the_text_itself(text: str, context: str) -> None:
    inline = [token for token in PARSER.parse(context.format(in_markdown(text))) if token.type == "inline"]
    plain = PARSER.parse(context.format("chữ"))
    assert [token.type for token in PARSER.parse(context.format(in_markdown(text)))] == [token.type for token in plain]
    seen = "".join(child.content for token in inline for child in token.children or ())
    assert " ".join(visible(text).split()) in " ".join(seen.split())


@pytest.mark.parametrize("text", ["Công an tỉnh Hà Nam", "25/11/2024", "(lần 2), “3 Nhất”; 1.234 - gần 100%", "KH-CAT"])
def test_plain_text_stays_plain(text: str) -> None:
    assert in_markdown(text) == text


def test_html_escapes_for_text_and_attribute() -> None:
    assert in_html("<a href=\"x\" title='y'>&") == "&lt;a href=&quot;x&quot; title=&#x27;y&#x27;&gt;&amp;"


@pytest.mark.parametrize(
    ("address", "is_one"),
    [
        ("https://congan.hanam.gov.vn/index.php/vi/news?a=1&b=%20", True),
        ("http://118.69.201.250:801/x", True),
        ("javascript:alert(1)", False),
        ("https://x.vn/ javascript:y", False),
        ("https://x.vn/\u202e", False),
        ("https://x.vn/>", False),
        ('https://x.vn/"', False),
        ("~ https://x.vn", False),
    ],
)
def test_only_web_addresses_become_links(address: str, is_one: bool) -> None:
    assert is_web_address(address) is is_one
