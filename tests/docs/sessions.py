"""Recorded sessions in documents: what a reader is told to type, what then stands on the screen, files to write by hand.

A block ```console holds commands (lines that begin with ``$ ``) and, under each, all it prints. A block
```yaml NAME.yaml is a file that the reader writes; it lies where the session stands.
"""

from __future__ import annotations

import gc
import os
import re
import shlex
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from typing import NamedTuple

import pytest

from thidua.cli.frame.exits import ExitCode
from thidua.cli.main import main

PROMPT = "$ "
FENCE = re.compile(r"^```(?P<kind>[a-z]+)(?: (?P<file>\S+))?\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)


class Clerk(NamedTuple):
    """Types the commands of one document, from its home folder on."""

    home: Path
    patch: pytest.MonkeyPatch

    def read(self, text: str) -> str:
        """The document with the output that its commands print now."""
        return FENCE.sub(self._block, text)

    def _block(self, block: re.Match[str]) -> str:
        if block["kind"] == "yaml" and block["file"]:
            Path(block["file"]).write_text(block["body"], encoding="utf-8", newline="\n")
        if block["kind"] != "console":
            return block[0]
        lines = [line for line in block["body"].splitlines() if line.startswith(PROMPT)]
        played = "".join(f"{line}\n{self._typed(line.removeprefix(PROMPT))}" for line in lines)
        return f"```console\n{played}```"

    def _typed(self, line: str) -> str:
        words = shlex.split(line)
        match words:
            case ["cd", folder]:
                self.patch.chdir(Path(folder))
                return ""
            case ["export", *settings]:
                for name, _, value in (setting.partition("=") for setting in settings):
                    self.patch.setenv(name, value)
                return ""
            case ["thidua", *args] if "|" not in args:
                printed = self._thidua(args)
            case _:
                printed = _shell(line)
        return printed.replace(str(self.home), "~")

    def _thidua(self, args: list[str]) -> str:
        screen = StringIO()
        self.patch.setattr(sys, "stdin", StringIO())
        with redirect_stdout(screen), redirect_stderr(screen):
            code = main(args)
        gc.enable()
        assert code != ExitCode.BUG, screen.getvalue()
        return screen.getvalue()


def _shell(line: str) -> str:
    programs = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    done = subprocess.run(
        ["bash", "-c", line],
        env={**os.environ, "PATH": programs},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    return done.stdout
