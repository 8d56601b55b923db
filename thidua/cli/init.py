"""thidua init: begins a register."""

from __future__ import annotations

import os
from pathlib import Path, PurePosixPath
from typing import Annotated

import typer

from thidua.cli.frame.app import App, examples
from thidua.cli.frame.exits import ExitCode, Failure
from thidua.cli.frame.language import N_, find_register
from thidua.cli.frame.options import DryRun
from thidua.cli.frame.session import Session
from thidua.cli.parts.asking import quoted
from thidua.text.say import Message, msg

SETTINGS = (
    ".gitattributes",
    ".gitignore",
    ".editorconfig",
    ".vscode/settings.json",
    ".gitlab-ci.yml",
    ".github/workflows/thidua.yml",
)
"""Files that a folder may have already; they are left as they are."""

_NEXT = ("git init", "git add .", "git commit -m init", "thidua unit add", "thidua cluster add")
"""One command a line: no sign that joins two means the same in every shell."""

app = App()


@app.command(
    "init",
    help=N_("Begin a register in a folder: catalogues, schemas, settings for editors, git and CI"),
    examples=examples("thidua init so-thi-dua --dry-run", "thidua init so-thi-dua --name 'Sổ thi đua'"),
)
def init(
    ctx: typer.Context,
    folder: Annotated[
        Path, typer.Argument(metavar=N_("FOLDER"), help=N_("the folder; made if it is not there"))
    ] = Path(),
    name: Annotated[str | None, typer.Option("--name", metavar=N_("NAME"), help=N_("name of the register"))] = None,
    *,
    dry_run: DryRun = False,
) -> None:
    from thidua.cli.parts.delivering import writing
    from thidua.store.begin import first_files
    from thidua.store.write import locked, write

    session = Session.of(ctx)
    console = session.console
    root = session.here / folder
    drafts = first_files(name, console.voice.lang, console.voice)
    _refuse(root, [draft.file for draft in drafts])
    kept = [draft for draft in drafts if os.path.lexists(root / draft.file)]
    new = tuple(draft for draft in drafts if draft not in kept)
    if dry_run:
        console.out("\n".join(draft.file for draft in new))
        console.say(msg("Nothing was written (--dry-run)."))
        return
    root.mkdir(parents=True, exist_ok=True)
    with writing(session, root), locked(root) as held:
        write(held, new)
    console.say(msg("A register was begun in {folder}: {count} files.", folder=root, count=len(new)))
    for draft in kept:
        console.say(msg("Left as it was: {file}", file=draft.file))
    console.say(
        msg("Next, in that folder:"),
        *(Message("  {command}", {"command": each}) for each in _NEXT),
    )


def _refuse(root: Path, files: list[str]) -> None:
    """Raises Failure where a register is, or where a file of one is in the way; names every such file."""
    above = find_register(root) if root.exists() else None
    if above is not None and above == root:
        raise Failure(
            ExitCode.USAGE,
            msg("{folder} already holds a register; nothing was written.", folder=root),
            msg("To see how it stands: {command}", command=quoted(["thidua", "-C", str(root), "status"])),
        )
    there = {found for file in files if (found := _in_the_way(root, file))}
    if there:
        raise Failure(
            ExitCode.USAGE,
            msg("These files are there already, and init replaces none; nothing was written:"),
            *(Message("  {file}", {"file": file}) for file in sorted(there)),
            msg("Choose another folder: {command}", command="thidua init FOLDER"),
        )


def _in_the_way(root: Path, file: str) -> str | None:
    """What stands where the file, or a folder that it needs, is to be; a link may lead to any other place."""
    if file not in SETTINGS and os.path.lexists(root / file):
        return file
    needed = [folder.as_posix() for folder in PurePosixPath(file).parents][-2::-1]
    return next((each for each in needed if os.path.lexists(root / each) and not _is_folder(root / each)), None)


def _is_folder(path: Path) -> bool:
    return path.is_dir() and not path.is_symlink()
