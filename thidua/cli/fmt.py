"""thidua fmt: puts every file in the canonical form."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from thidua.cli.frame.app import App, examples
from thidua.cli.frame.exits import ExitCode, Failure
from thidua.cli.frame.language import N_
from thidua.cli.frame.options import DryRun
from thidua.cli.frame.session import Session
from thidua.cli.parts.reading import Opened, open_register, up_to_date
from thidua.text.say import Message, msg, msgs
from thidua.text.visible import visible

if TYPE_CHECKING:
    from thidua.store.write import Draft

app = App()


@app.command(
    "fmt",
    help=N_("Put every file, or the files named, in the canonical form; comments stay"),
    examples=examples("thidua fmt --check", "thidua fmt --dry-run", "thidua fmt clusters/bca-cum-5.yaml"),
)
def fmt(
    ctx: typer.Context,
    files: Annotated[
        list[Path] | None, typer.Argument(metavar=N_("FILE"), help=N_("files of the register; otherwise all"))
    ] = None,
    check: Annotated[
        bool,
        typer.Option(
            "--check",
            help=N_(
                "only name the files that are not in the canonical form, with exit code 1; with --verbose what would change"
            ),
        ),
    ] = False,
    *,
    dry_run: DryRun = False,
) -> None:
    from thidua.cli.parts.delivering import diff

    session = Session.of(ctx)
    console = session.console
    opened = open_register(session, writing=not (check or dry_run))
    named = _named(session, opened, files or [])
    drafts = _drafts(opened, named)
    if not drafts:
        console.say(msg("Every file is in the canonical form."))
        return
    if not (check or dry_run):
        drafts = _written(session, opened, named)
        console.say(
            msgs("One file put in the canonical form.", "{count} files put in the canonical form.", len(drafts)),
            *(Message("  {file}", {"file": draft.file}) for draft in drafts),
        )
    for draft in drafts if check or dry_run else ():
        in_full = dry_run or console.verbose
        console.out(diff(draft.file, draft.before or b"", draft.after) if in_full else visible(draft.file))
    if dry_run:
        console.say(
            msgs(
                "One file would be put in the canonical form.",
                "{count} files would be put in the canonical form.",
                len(drafts),
            ),
            msg("Nothing was written (--dry-run)."),
        )
    if check:
        raise Failure(
            ExitCode.PROBLEMS,
            msgs("One file is not in the canonical form.", "{count} files are not in the canonical form.", len(drafts)),
            msg("To put them in it: {command}", command="thidua fmt"),
        )


def _named(session: Session, opened: Opened, files: list[Path]) -> list[str]:
    """The register's own names for the files given; all its files where none is given."""
    known = opened.register.documents
    named = []
    for file in files:
        places = ((session.here / file).resolve(), (opened.root / file).resolve())
        inside = (
            place.relative_to(opened.root.resolve()).as_posix()
            for place in places
            if place.is_relative_to(opened.root.resolve())
        )
        found = next((name for name in inside if name in known), None)
        if found is None:
            raise Failure(ExitCode.USAGE, msg("{file} is not a file of this register.", file=file))
        named.append(found)
    return named or list(known)


def _written(session: Session, opened: Opened, named: list[str]) -> tuple[Draft, ...]:
    """The files put in the canonical form, as they are once nobody else is writing."""
    from thidua.cli.parts.delivering import writing
    from thidua.store.write import locked, write

    with writing(session, opened.root), locked(opened.root) as held:
        current = up_to_date(session, opened)
        drafts = _drafts(current, [file for file in named if file in current.register.documents])
        write(held, drafts)
    return drafts


def _drafts(opened: Opened, files: list[str]) -> tuple[Draft, ...]:
    from thidua.store.form import canonical
    from thidua.store.write import Draft

    found = []
    for file in files:
        before = (opened.root / file).read_bytes()
        document = opened.register.documents[file]
        after = canonical(before.decode("utf-8"), document.content, document.kind).encode()
        if after != before:
            found.append(Draft(file, before, after))
    return tuple(found)
