"""``thidua`` itself: its own options, and its first page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer
from typer.main import get_command

from thidua import __version__
from thidua.cli.frame.app import LazyGroup
from thidua.cli.frame.commands import COMMANDS, Entry
from thidua.cli.frame.exits import ExitCode, Failure
from thidua.cli.frame.language import N_
from thidua.cli.frame.pages import front_page
from thidua.cli.frame.session import Session
from thidua.text.say import msg

COMPLETE = "_THIDUA_COMPLETE"
"""The variable by which a shell asks for completions."""

SHELLS = ("bash", "zsh", "fish", "powershell")


def root(table: Sequence[Entry] = COMMANDS) -> LazyGroup:
    """The whole command line over one table of commands."""
    app = typer.Typer(
        cls=LazyGroup,
        help=N_("A register of emulation and commendation, kept as plain files under git."),
        callback=_thidua,
        invoke_without_command=True,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
    )
    group = get_command(app)
    assert isinstance(group, LazyGroup)
    group.table = table
    return group


def _version(ctx: typer.Context, value: bool) -> None:
    if value:
        Session.of(ctx).console.out(f"thidua {__version__}")
        raise typer.Exit


def _show_completion(ctx: typer.Context, value: str | None) -> None:
    if value is None or ctx.resilient_parsing:
        return
    if value not in SHELLS:
        raise Failure(ExitCode.USAGE, msg("{value} is not one of: {choices}.", value=value, choices=", ".join(SHELLS)))
    from typer.completion import get_completion_script

    script = get_completion_script(prog_name="thidua", complete_var=COMPLETE, shell=value)
    Session.of(ctx).console.out(script)
    raise typer.Exit


def _thidua(
    ctx: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help=N_("print the version"))
    ] = False,
    show_completion: Annotated[
        str | None,
        typer.Option(
            "--show-completion",
            callback=_show_completion,
            metavar="|".join(SHELLS),
            help=N_("print the script that completes commands in your shell"),
        ),
    ] = None,
) -> None:
    if ctx.invoked_subcommand is None:
        console = Session.of(ctx).console
        console.out(front_page(ctx, console.voice))
