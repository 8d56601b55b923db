from __future__ import annotations

import json
from io import StringIO

import pytest

from tests.cli.conftest import Run
from thidua.cli.frame.console import PLAIN_ABOVE, Column, Console, width
from thidua.text.say import Voice, msg

IDS = ["ca-thanh-pho-ho-chi-minh", "ca-hung-yen"]
ROWS = [(IDS[0], "Công an Thành phố Hồ Chí Minh [khối] [/họp] :smile:", 5), (IDS[1], "Công an tỉnh Hưng Yên", 12)]
COLUMNS = [Column(msg("UNIT"), whole=True), Column(msg("TEXT")), Column(msg("NUMBER"), right=True)]


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


def printed(stream: StringIO, rows: list[tuple[str, str, int]] = ROWS, **env: str) -> str:
    Console(Voice("en"), env, out=stream, err=StringIO()).table(COLUMNS, rows)
    return stream.getvalue()


@pytest.fixture(autouse=True)
def narrow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.setenv("TERM", "xterm")
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)


def test_a_pipe_gets_aligned_text_and_nothing_is_cut() -> None:
    assert printed(StringIO()) == (
        "UNIT                      TEXT                                                 NUMBER\n"
        "ca-thanh-pho-ho-chi-minh  Công an Thành phố Hồ Chí Minh [khối] [/họp] :smile:       5\n"
        "ca-hung-yen               Công an tỉnh Hưng Yên                                    12\n"
    )


def test_a_terminal_is_never_overrun_and_ids_stay_whole() -> None:
    text = printed(Terminal())
    assert "\x1b[" in text
    plain = printed(Terminal(), NO_COLOR="1")
    assert max(map(width, plain.splitlines())) <= 60
    assert all(any(line.startswith(name) for line in plain.splitlines()) for name in IDS)
    assert "…" not in plain
    assert all(word in plain for word in ("[khối]", "[/họp]", ":smile:"))


@pytest.mark.parametrize("env", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_no_codes_and_no_boxes_where_they_are_not_wanted(env: dict[str, str]) -> None:
    text = printed(Terminal(), ROWS, **env)
    assert "\x1b" not in text
    assert not set("─━│┃") & set(text)


def test_colour_is_forced_into_a_pipe() -> None:
    assert "\x1b[" in printed(StringIO(), FORCE_COLOR="1")


def test_a_long_table_is_plain_on_a_terminal_too() -> None:
    assert "\x1b" not in printed(Terminal(), [("a", "b", 1)] * (PLAIN_ABOVE + 1))


def test_what_a_record_holds_cannot_command_the_terminal(run: Run) -> None:
    ended = run("demo", "table", "1")
    assert "\x1b" not in ended.out
    assert "\\x1b[31m" in ended.out
    assert "\x1b" not in run("demo", "table", "\x1b[2J").err


def test_data_for_programs_shows_what_is_unseen_as_an_escape_and_keeps_letters() -> None:
    hidden = "\u202e\u2066\u2028\x7f\x9b\u200b\U000e0041\ud800"
    out = StringIO()
    Console(Voice("en"), {}, out=out, err=StringIO()).json({"tên": f"Đơn vị{hidden}"})
    assert not set(hidden) & set(out.getvalue())
    assert '"tên": "Đơn vị\\u202e' in out.getvalue()
    assert json.loads(out.getvalue()) == {"tên": f"Đơn vị{hidden}"}
