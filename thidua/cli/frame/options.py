"""Options that mean the same everywhere: those of every command, and those a command asks for in its signature."""

from __future__ import annotations

from typing import Annotated

import typer
from typer.core import TyperOption

from thidua.cli.frame.exits import ExitCode, Failure
from thidua.cli.frame.language import LANGUAGES, N_
from thidua.cli.frame.session import Session, read_date
from thidua.text.say import msg

Json = Annotated[bool, typer.Option("--json", help=N_("print data for another program"))]
DryRun = Annotated[bool, typer.Option("--dry-run", "-n", help=N_("show what would change and write nothing"))]
Period = Annotated[
    str | None, typer.Option("--period", "-p", metavar=N_("PERIOD"), help=N_("the period, such as 2024 or 2024-2025"))
]
Cluster = Annotated[
    str | None,
    typer.Option("--cluster", "-c", metavar=N_("CLUSTER"), help=N_("the cluster: id or name, accents optional")),
]
Unit = Annotated[
    str | None, typer.Option("--unit", "-u", metavar=N_("UNIT"), help=N_("the unit: id or name, accents optional"))
]


def _register(ctx: typer.Context, _param: object, value: str | None) -> None:
    if value is not None:
        Session.of(ctx).place = value


def _today(ctx: typer.Context, _param: object, value: str | None) -> None:
    if value is not None:
        Session.of(ctx).day = read_date(value)


def _lang(_ctx: typer.Context, _param: object, value: str | None) -> None:
    """The language itself was chosen before parsing; what is left is to refuse another one."""
    if value is not None and value not in LANGUAGES:
        raise Failure(
            ExitCode.USAGE,
            msg("{value} is not one of: {choices}.", value=value, choices=", ".join(LANGUAGES)),
        )


def _quiet(ctx: typer.Context, _param: object, value: bool) -> None:
    Session.of(ctx).console.quiet |= value


def _verbose(ctx: typer.Context, _param: object, value: bool) -> None:
    Session.of(ctx).console.verbose |= value


def _debug(ctx: typer.Context, _param: object, value: bool) -> None:
    Session.of(ctx).debug |= value


def _help(ctx: typer.Context, _param: object, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        Session.of(ctx).console.out(ctx.get_help())
        raise typer.Exit


COMMON = (
    TyperOption(
        param_decls=["--register", "-C"],
        metavar=N_("FOLDER"),
        help=N_("the register's folder; otherwise the nearest one upwards from here"),
        callback=_register,
        expose_value=False,
    ),
    TyperOption(
        param_decls=["--today"],
        metavar=N_("DATE"),
        help=N_("take this date for today's"),
        callback=_today,
        expose_value=False,
    ),
    TyperOption(
        param_decls=["--lang"],
        metavar="vi|en",
        help=N_("speak Vietnamese or English"),
        callback=_lang,
        expose_value=False,
    ),
    TyperOption(
        param_decls=["--quiet", "-q"],
        is_flag=True,
        default=False,
        help=N_("say nothing but errors"),
        callback=_quiet,
        expose_value=False,
    ),
    TyperOption(
        param_decls=["--verbose", "-v"],
        is_flag=True,
        default=False,
        help=N_("name the files read and the rules used"),
        callback=_verbose,
        expose_value=False,
    ),
    TyperOption(
        param_decls=["--debug"],
        is_flag=True,
        default=False,
        hidden=True,
        help=N_("show where an error arose"),
        callback=_debug,
        expose_value=False,
    ),
    TyperOption(
        param_decls=["--help", "-h"],
        is_flag=True,
        default=False,
        is_eager=True,
        help=N_("show this page"),
        callback=_help,
        expose_value=False,
    ),
)
"""Taken by every command and by ``thidua`` itself, so that they may stand before or after the command's name."""
