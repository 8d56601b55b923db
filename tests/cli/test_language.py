from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from thidua.cli.frame.language import choose, find_register, option_value, voice
from thidua.text.say import msg


@pytest.mark.parametrize(
    ("argv", "env", "lang"),
    [
        ([], {}, "vi"),
        ([], {"LANG": "en_US.UTF-8"}, "en"),
        ([], {"LANG": "en_US.UTF-8", "LC_ALL": "vi_VN.UTF-8"}, "vi"),
        ([], {"LANG": "fr_FR.UTF-8"}, "vi"),
        ([], {"LC_ALL": "C"}, "vi"),
        ([], {"THIDUA_LANG": "en", "LC_ALL": "vi_VN"}, "en"),
        (["check", "--lang", "en"], {"THIDUA_LANG": "vi"}, "en"),
        (["--lang=en", "check"], {}, "en"),
        (["show", "--", "--lang", "en"], {}, "vi"),
        (["--lang"], {}, "vi"),
    ],
)
def test_the_nearest_wish_decides(tmp_path: Path, argv: list[str], env: dict[str, str], lang: str) -> None:
    assert choose(argv, env, tmp_path) == lang


def test_the_register_decides_before_the_locale(register: Path) -> None:
    below = register / "units"
    below.mkdir()
    assert choose([], {"LANG": "vi_VN.UTF-8"}, below) == "en"
    assert choose(["-C", str(register)], {}, Path("/")) == "en"
    assert choose([f"--register={register}"], {}, Path("/")) == "en"
    assert choose([], {"THIDUA_REGISTER": str(register)}, Path("/")) == "en"


def test_a_register_that_says_nothing_or_is_not_there_leaves_it_to_the_locale(register: Path) -> None:
    (register / "thidua.yaml").write_bytes(b"\xff\xfe# no language\n")
    assert choose([], {"LANG": "en_US"}, register) == "en"
    assert choose(["-C", "nowhere"], {"LANG": "en_US"}, register) == "en"


def test_data_of_a_checkout_is_found_from_any_folder_of_it(register: Path) -> None:
    data = register / "data"
    data.mkdir()
    (register / "thidua.yaml").rename(data / "thidua.yaml")
    (data / "units").mkdir()
    assert find_register(register) == data
    assert find_register(data / "units") == data


@pytest.mark.parametrize(
    ("argv", "value"),
    [(["-Cso"], "so"), (["-C", "a", "-C", "b"], "b"), (["-C"], None), (["--registers", "x"], None), ([], None)],
)
def test_an_option_is_read_ahead(argv: list[str], value: str | None) -> None:
    assert option_value(argv, "-C", "--register") == value


def test_the_voices_differ() -> None:
    assert voice("en")(msg("Usage: {line}", line="thidua")) == "Usage: thidua"
    assert voice("vi")(msg("Usage: {line}", line="thidua")) == "Cách dùng: thidua"


@pytest.mark.parametrize("args", [["--lang", "en", "demo", "read", "-h"], ["demo", "read", "-h", "--lang", "en"]])
def test_help_is_english_on_demand_wherever_the_wish_stands(run: Run, args: list[str]) -> None:
    assert run(*args).out.startswith("Usage: thidua demo read [OPTIONS] SỐ_PHIẾU")


def test_an_error_is_english_on_demand(run: Run) -> None:
    assert "Did you mean: nominate?" in run("nominat", THIDUA_LANG="en").err
