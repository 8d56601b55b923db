"""What a command is made of: Typer's commands and groups with our own help page, and a group that imports lazily."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any, TypeVar

import typer
from typer.core import CompletionItem, TyperCommand, TyperGroup
from typer.main import get_command

from thidua.cli.frame.commands import Entry
from thidua.cli.frame.exits import ExitCode, Failure
from thidua.cli.frame.options import COMMON
from thidua.cli.frame.pages import help_page
from thidua.cli.frame.session import Session
from thidua.text.say import Message, msg

if TYPE_CHECKING:
    from typer.core import _click

Body = TypeVar("Body", bound=Callable[..., Any])


def examples(*lines: str) -> str:
    """The lines of "Ví dụ" on a help page; each begins with ``thidua`` and works in the sample register, after those before it."""
    return "\n".join(f"$ {line}" for line in lines)


class App:
    """The command, or the noun and its verbs, that one module of the command line holds.

    ``help`` marks a noun; its commands are then its verbs. All texts are English ones marked with ``N_``: they are
    translated where they are shown.
    """

    def __init__(self, *, help: str | None = None) -> None:  # noqa: A002 - as Typer calls it
        self._typer = typer.Typer(
            cls=Group,
            help=help,
            callback=_needs_verb if help else None,
            invoke_without_command=True,
            add_completion=False,
            rich_markup_mode=None,
            pretty_exceptions_enable=False,
        )

    def command(self, name: str | None = None, *, help: str, examples: str) -> Callable[[Body], Body]:  # noqa: A002
        """Registers the function as a command, under its own name unless ``name`` is given."""
        return self._typer.command(name, cls=Command, help=help, epilog=examples)

    def build(self, name: str) -> TyperCommand | TyperGroup:
        """The finished command, for the group that holds it."""
        command = get_command(self._typer)
        assert isinstance(command, Command | Group)
        command.name = name
        return command


class _Page:
    """Common options at every level, and our own page of help instead of Click's English one."""

    params: list[_click.Parameter]

    def get_params(self, ctx: _click.Context) -> list[_click.Parameter]:
        taken = {opt for param in self.params for opt in param.opts}
        return [*self.params, *(option for option in COMMON if taken.isdisjoint(option.opts))]

    def get_help(self, ctx: _click.Context) -> str:
        return help_page(ctx, Session.of(ctx).console.voice)


class Command(_Page, TyperCommand):
    """One command; blanks around a value are the keyboard's, not the record's."""

    def invoke(self, ctx: _click.Context) -> Any:
        ctx.params = {name: _trimmed(value) for name, value in ctx.params.items()}
        return super().invoke(ctx)

    def shell_complete(self, ctx: _click.Context, incomplete: str) -> list[CompletionItem]:
        return _translated(super().shell_complete(ctx, incomplete), ctx)


class Group(_Page, TyperGroup):
    """A noun and its verbs."""

    def listed(self) -> Sequence[tuple[Message, str, Message]]:
        """Section, name and one line of each command, without importing a command."""
        return [(msg("Commands"), name, Message(command.help or name)) for name, command in self.commands.items()]

    def list_commands(self, ctx: _click.Context) -> list[str]:
        return [name for _, name, _ in self.listed()]

    def resolve_command(
        self, ctx: _click.Context, args: list[str]
    ) -> tuple[str | None, _click.Command | None, list[str]]:
        command = self.get_command(ctx, args[0])
        if command is None and not ctx.resilient_parsing:
            raise _unknown(args[0], self.list_commands(ctx), ctx.command_path)
        return args[0] if command else None, command, args[1:]

    def shell_complete(self, ctx: _click.Context, incomplete: str) -> list[CompletionItem]:
        if incomplete[:1] == "-":
            return _translated(super().shell_complete(ctx, incomplete), ctx)
        voice = Session.of(ctx).console.voice
        return [
            CompletionItem(name, help=voice(line)) for _, name, line in self.listed() if name.startswith(incomplete)
        ]


class LazyGroup(Group):
    """``thidua`` itself: commands of a table, each imported when it is called or asked for its own help."""

    table: Sequence[Entry] = ()

    def listed(self) -> Sequence[tuple[Message, str, Message]]:
        return [(entry.section, entry.name, entry.help) for entry in self.table]

    def get_command(self, ctx: _click.Context, cmd_name: str) -> TyperCommand | TyperGroup | None:
        for entry in self.table:
            if entry.name == cmd_name:
                app: App = import_module(entry.module).app
                return app.build(entry.name)
        return None


def _trimmed(value: Any) -> Any:
    """A text without blanks around it, those that Word makes too."""
    if isinstance(value, str):
        return value.strip()
    return [_trimmed(each) for each in value] if isinstance(value, list | tuple) else value


def _needs_verb(ctx: typer.Context) -> None:
    if ctx.invoked_subcommand is None:
        assert isinstance(ctx.command, Group)
        raise Failure(
            ExitCode.USAGE,
            msg(
                "{path} needs one of: {names}.",
                path=ctx.command_path,
                names=_joined(ctx.command.list_commands(ctx)),
            ),
            msg("More: {command}", command=f"{ctx.command_path} --help"),
        )


def _unknown(name: str, known: Sequence[str], path: str) -> Failure:
    from thidua.text.nearest import nearest

    wrong = msg("{path} has no command “{name}”.", path=path, name=name)
    meant = nearest(name, known)
    advice = [msg("Did you mean: {names}?", names=_joined(meant))] if meant else []
    return Failure(ExitCode.USAGE, wrong, *advice, msg("More: {command}", command=f"{path} --help"))


def _joined(names: Sequence[str]) -> str:
    return ", ".join(names)


def _translated(items: list[CompletionItem], ctx: _click.Context) -> list[CompletionItem]:
    voice = Session.of(ctx).console.voice
    for item in items:
        item.help = voice(item.help) if item.help else None
    return items
