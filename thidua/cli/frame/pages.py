"""The page of help: usage, what the command does, arguments, options, examples, in the reader's language."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from textwrap import wrap
from typing import TYPE_CHECKING, NamedTuple

from typer.core import TyperArgument, TyperOption

from thidua.cli.frame.language import N_
from thidua.cli.frame.options import COMMON
from thidua.text.say import Message, Voice, msg

if TYPE_CHECKING:
    from typer.core import _click

_WIDEST = 100
_LEFT = 30
_KINDS = {
    "int": N_("NUMBER"),
    "integer": N_("NUMBER"),
    "float": N_("NUMBER"),
    "path": N_("PATH"),
    "filename": N_("PATH"),
}
_ANY = N_("TEXT")


class _Row(NamedTuple):
    left: str
    right: str


def help_page(ctx: _click.Context, voice: Voice) -> str:
    """The whole page; as wide as the terminal, at most 100 letters."""
    return "\n\n".join(_paragraphs(ctx, voice))


def front_page(ctx: _click.Context, voice: Voice) -> str:
    """What ``thidua`` alone answers: the commands, the clerk's work first, and no option."""
    intro = "\n".join(_folded(voice(ctx.command.help or ""), "  "))
    more = voice(msg("More: {command}", command=f"{ctx.command_path} --help")).rstrip()
    return "\n\n".join([_usage(ctx, (), voice), intro, *_commands(ctx, voice), more])


def _paragraphs(ctx: _click.Context, voice: Voice) -> Iterator[str]:
    command = ctx.command
    params = [param for param in command.get_params(ctx) if not getattr(param, "hidden", False)]
    places = [param for param in params if isinstance(param, TyperArgument)]
    own = [param for param in params if isinstance(param, TyperOption) and param not in COMMON]
    common = [param for param in params if isinstance(param, TyperOption) and param in COMMON]
    yield _usage(ctx, places, voice)
    if command.help:
        yield "\n".join(_folded(voice(command.help), "  "))
    yield from _commands(ctx, voice)
    if places:
        yield _section(voice(msg("Arguments")), [_Row(_place(place, voice), _about(place, voice)) for place in places])
    if own:
        yield _section(
            voice(msg("Options")), [_Row(_option(option, ctx, voice), _about(option, voice)) for option in own]
        )
    if shown := list(_examples(command)):
        heading = voice(msg("Examples"))
        yield "\n".join([f"{heading}:", *(f"  {line}" for line in shown)])
    yield _section(
        voice(msg("Options of every command")),
        [_Row(_option(option, ctx, voice), _about(option, voice)) for option in common],
    )


def _examples(command: _click.Command) -> Iterator[str]:
    """The command's own; of a noun, the first of each verb."""
    yield from (command.epilog or "").splitlines()
    for verb in getattr(command, "commands", {}).values():
        yield from (verb.epilog or "").splitlines()[:1]


def _usage(ctx: _click.Context, places: Iterable[TyperArgument], voice: Voice) -> str:
    pieces = [voice(msg("[OPTIONS]")), *(_in_usage(place, voice) for place in places)]
    if _listed(ctx):
        pieces.append(voice(msg("COMMAND ...")))
    return voice(msg("Usage: {line}", line=f"{ctx.command_path} {' '.join(pieces)}"))


def _in_usage(place: TyperArgument, voice: Voice) -> str:
    name = _place(place, voice) + ("..." if place.nargs != 1 else "")
    return name if place.required else f"[{name}]"


def _place(place: TyperArgument, voice: Voice) -> str:
    return voice(place.metavar or (place.name or "").upper())


def _option(option: TyperOption, ctx: _click.Context, voice: Voice) -> str:
    names = ", ".join(sorted((*option.opts, *option.secondary_opts), key=len))
    if option.is_flag:
        return names
    kind = option.metavar or option.type.get_metavar(option, ctx) or _KINDS.get(option.type.name.split()[0], _ANY)
    return f"{names} {voice(kind)}"


def _about(param: TyperArgument | TyperOption, voice: Voice) -> str:
    notes = [voice(note) for note in _notes(param)]
    text = voice(param.help) if param.help else ""
    return " ".join([text, *(f"({note})" for note in notes)]).strip()


def _notes(param: TyperArgument | TyperOption) -> Iterator[Message]:
    if param.required and isinstance(param, TyperOption):
        yield msg("required")
    if param.show_default and param.default not in (None, False, ()):
        yield msg("by default {value}", value=getattr(param.default, "value", param.default))


def _listed(ctx: _click.Context) -> Iterable[tuple[Message, str, Message]]:
    listed = getattr(ctx.command, "listed", None)
    return listed() if listed else ()


def _commands(ctx: _click.Context, voice: Voice) -> Iterator[str]:
    sections: dict[str, list[_Row]] = {}
    for section, name, line in _listed(ctx):
        sections.setdefault(voice(section), []).append(_Row(name, voice(line).split(". ")[0].removesuffix(".")))
    left = max((len(row.left) for rows in sections.values() for row in rows), default=0)
    for heading, rows in sections.items():
        yield _section(heading, rows, left)


def _section(heading: str, rows: list[_Row], left: int | None = None) -> str:
    left = left or min(_LEFT, max(len(row.left) for row in rows))
    return "\n".join([f"{heading}:", *(line for row in rows for line in _laid_out(row, left))])


def _laid_out(row: _Row, left: int) -> Iterator[str]:
    indent = " " * (left + 4)
    lines = _folded(row.right, indent) or [""]
    if len(row.left) > left:
        yield f"  {row.left}"
        yield from lines
    else:
        yield f"  {row.left:<{left}}  {lines[0].lstrip()}".rstrip()
        yield from lines[1:]


def _folded(text: str, indent: str) -> list[str]:
    width = max(40, min(shutil.get_terminal_size().columns, _WIDEST))
    return wrap(text, width, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False)
