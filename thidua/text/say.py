"""Sentences as values: an English text with named places, rendered later in the language of the reader."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple, Protocol, runtime_checkable


@runtime_checkable
class Spoken(Protocol):
    """Something that each language writes in its own way, such as a day."""

    def spoken(self, lang: str) -> str: ...


class Message(NamedTuple):
    """A sentence not yet in anybody's language.

    ``text`` is the English sentence and the key of the gettext catalogue; ``{name}`` marks a place for ``args[name]``.
    An argument may itself be a ``Message``; one called ``command`` is pasted into a shell and gets a line of its own. ``many`` and ``number`` are set where English counts one and many apart.
    """

    text: str
    args: Mapping[str, object] = {}
    many: str | None = None
    number: int = 0


def msg(text: str, /, **args: object) -> Message:
    """A sentence; extracted for translation from the call itself, so ``text`` must be written out at the call."""
    return Message(text, args)


def msgs(one: str, many: str, count: int, /, **args: object) -> Message:
    """A sentence that counts; ``{count}`` is given to both forms."""
    return Message(one, {**args, "count": count}, many, count)


def joined(*messages: Message, between: str = " ") -> Message:
    """Several messages as one. The pattern has no words, so no catalogue has it."""
    if len(messages) == 1:
        return messages[0]
    places = {f"part{n}": message for n, message in enumerate(messages)}
    return Message(between.join(f"{{{place}}}" for place in places), places)


class Voice:
    """Renders messages in one language.

    ``gettext`` and ``ngettext`` look a sentence up; without them the English text itself is spoken.
    """

    def __init__(
        self,
        lang: str,
        gettext: Callable[[str], str] | None = None,
        ngettext: Callable[[str, str, int], str] | None = None,
    ) -> None:
        self.lang = lang
        self._gettext = gettext or (lambda text: text)
        self._ngettext = ngettext or (lambda one, many, count: one if count == 1 else many)

    def __call__(self, message: Message | str, /, **args: object) -> str:
        if isinstance(message, str):
            message = Message(message, args)
        if message.many is None:
            # The entry of a catalogue under the empty text is its header.
            pattern = self._gettext(message.text) if message.text else ""
        else:
            pattern = self._ngettext(message.text, message.many, message.number)
        return (
            pattern.format(**{name: self._argument(name, value) for name, value in message.args.items()})
            if message.args
            else pattern.replace("{{", "{").replace("}}", "}")
        )

    def _argument(self, name: str, value: object) -> str:
        return f"\n  {self.word(value)}\n" if name == "command" else self.word(value)

    def word(self, value: object) -> str:
        """One argument as text: a message is rendered, what has words of its own says them, anything else is its ``str``."""
        if isinstance(value, Message):
            return self(value)
        return value.spoken(self.lang) if isinstance(value, Spoken) else str(value)
