"""Templates cannot go round the escaping."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import UndefinedError, nodes
from jinja2.exceptions import TemplateAssertionError

from thidua.reports.render import FORMATS, Format, environment
from thidua.text.say import Voice, msg

TEMPLATES = Path(__file__).parents[2] / "templates"
FILES = sorted(TEMPLATES.rglob("*.*"))
BY_FORMAT = pytest.mark.parametrize("fmt", FORMATS)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(TEMPLATES).as_posix())
def test_template_joins_and_trusts_nothing(file: Path) -> None:
    tree = environment("md", Voice("en")).parse(file.read_text("utf-8"))
    assert not list(tree.find_all((nodes.Concat, nodes.MarkSafe, nodes.ScopedEvalContextModifier)))
    assert {found.name for found in tree.find_all(nodes.Filter)} <= {"length"}


@BY_FORMAT
@pytest.mark.parametrize(
    "source", ["{{ x|safe }}", "{{ x|e }}", "{{ [x]|join }}", "{% filter upper %}x{% endfilter %}"]
)
def test_filters_are_gone(fmt: Format, source: str) -> None:
    with pytest.raises(TemplateAssertionError):
        environment(fmt, Voice("en")).from_string(source)


@BY_FORMAT
def test_every_text_is_escaped_once(fmt: Format) -> None:
    source = (
        "{% macro m(x) %}{{ x }}{% endmacro %}{{ m(text) }} {{ m(m(text)) }} {{ message }} {{ _('<{n}>', n=text) }}"
    )
    printed = environment(fmt, Voice("en")).from_string(source).render(text="<*>", message=msg("{n}", n="<*>"))
    once = {"md": "\\<\\*\\>", "html": "&lt;*&gt;"}[fmt]
    twice = {"md": "\\<\\<\\*\\>\\>", "html": "&lt;&lt;*&gt;&gt;"}[fmt]
    assert printed == f"{once} {once} {once} {twice}"


@BY_FORMAT
@pytest.mark.parametrize("value", [None, (), 1.5])
def test_only_text_is_printed(fmt: Format, value: object) -> None:
    with pytest.raises(TypeError):
        environment(fmt, Voice("en")).from_string("{{ x }}").render(x=value)


@BY_FORMAT
def test_an_unknown_name_is_an_error(fmt: Format) -> None:
    with pytest.raises(UndefinedError):
        environment(fmt, Voice("en")).from_string("{{ x }}").render()
