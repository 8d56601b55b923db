"""thidua check: everything that is wrong with the register, at once."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Annotated

import typer

from thidua.cli.frame.app import App, examples
from thidua.cli.frame.exits import ExitCode
from thidua.cli.frame.language import N_
from thidua.cli.frame.options import Json
from thidua.cli.frame.session import Session
from thidua.text.say import msg

if TYPE_CHECKING:
    from thidua.model.problem import Problem

app = App()


@app.command(
    "check",
    help=N_("Check the whole register: every file, every reference, every term of office, every count"),
    examples=examples("thidua check", "thidua check --json", "thidua check --notes"),
)
def check(
    ctx: typer.Context,
    notes: Annotated[
        bool, typer.Option("--notes", help=N_("also what is only worth knowing: unconfirmed values, empty seats"))
    ] = False,
    *,
    json: Json = False,
) -> None:
    from thidua.checks import check as check_register
    from thidua.checks import decidable
    from thidua.cli.parts.problems import as_data, print_problems
    from thidua.model.problems import severity
    from thidua.store.tree import read_register

    session = Session.of(ctx)
    console = session.console
    root = session.register()
    register, unread = read_register(root)
    found = [*unread, *decidable(check_register(register), unread)]
    shown = [problem for problem in found if notes or json or severity(problem) != "note"]
    if json:
        console.json(as_data(console, root, shown))
    else:
        print_problems(console, root, shown)
        _summary(session, found, len(register.documents))
    if any(severity(problem) == "error" for problem in found):
        raise typer.Exit(ExitCode.PROBLEMS)


def _summary(session: Session, found: list[Problem], files: int) -> None:
    from thidua.model.problems import severity

    by = Counter(map(severity, found))
    session.console.say(
        msg(
            "Files: {files}. Errors: {errors}. Warnings: {warnings}. Notes: {notes}.",
            files=files,
            errors=by["error"],
            warnings=by["warning"],
            notes=by["note"],
        )
    )
    if by["note"]:
        session.console.detail(msg("To see the notes: {command}", command="thidua check --notes"))
