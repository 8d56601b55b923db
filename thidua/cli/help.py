"""``thidua help``: the page of a command, or of the exit codes."""

from __future__ import annotations

from typing import Annotated

import typer

from thidua.cli.frame.app import App, Group, examples
from thidua.cli.frame.exits import MEANINGS
from thidua.cli.frame.language import N_
from thidua.cli.frame.session import Session

EXIT_CODES = "exit-codes"

app = App()


@app.command(
    "help",
    help=N_("Help on a command, or on the exit codes"),
    examples=examples("thidua help nominate", "thidua help vote open", "thidua help exit-codes"),
)
def show_help(
    ctx: typer.Context,
    topic: Annotated[
        list[str] | None, typer.Argument(metavar=N_("TOPIC"), help=N_("a command, or exit-codes"), show_default=False)
    ] = None,
) -> None:
    console = Session.of(ctx).console
    if topic == [EXIT_CODES]:
        console.out("\n".join(f"{code:>3}  {console.voice(meaning)}" for code, meaning in MEANINGS.items()))
    else:
        console.out(_page(ctx, topic or []))


def _page(ctx: typer.Context, words: list[str]) -> str:
    """The same page as ``thidua WORDS --help``."""
    at = ctx.find_root()
    while words and isinstance(at.command, Group):
        name, command, words = at.command.resolve_command(at, words)
        assert command is not None
        at = command.make_context(name, [], parent=at, resilient_parsing=True)
    return at.get_help()
