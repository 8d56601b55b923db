"""What a command line leaves out: asked for on a terminal, one question at a time; named all at once anywhere else."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice

from thidua.cli.frame.exits import ExitCode, Failure
from thidua.cli.frame.session import Session
from thidua.text.lookup import search
from thidua.text.say import Message, msg
from thidua.text.visible import visible

_FEW = 12
"""Choices that are still listed."""


class Asker:
    """Asks for one command. Questions go to standard error; an answer is a number, an id or a name in any spelling."""

    def __init__(self, session: Session, command: str) -> None:
        self.live = sys.stdin.isatty()
        self.asked = False
        """Whether anybody has been asked anything: then what may be left out is worth a question as well."""
        self._voice = session.console.voice
        self._command = command
        self._missing: list[Message] = []
        self._lists: list[Message] = []

    def need(
        self, place: Message | str, given: str | None, question: Message, choices: Mapping[str, str] | None = None
    ) -> str | None:
        """What was given or is answered; None where nobody can be asked, which ``settle`` then reports.

        ``place`` is the argument or option to write; ``choices`` are ids and names, and the answer is an id of them.
        """
        if given is not None:
            return given
        if self.live:
            return self._ask(place, question, choices)
        self._miss(place, choices)
        return None

    def may(self, question: Message, given: str | None) -> str | None:
        """What was given or is answered; asked only of somebody who is being asked anyway, and may be passed over."""
        if given is not None or not self.asked:
            return given
        return self._line(msg("{question} (Enter: leave it unrecorded)", question=question)) or None

    def several(self, question: Message, choices: Mapping[str, str]) -> list[str]:
        """The ids answered, numbers or names with commas between; asked only on a terminal."""
        self._list(question, choices)
        while typed := self._line(msg("with commas between")):
            answers = {part.strip(): _chosen(part.strip(), choices) for part in typed.split(",")}
            wrong = [_again(part, found) for part, found in answers.items() if len(found) != 1]
            if not wrong:
                return [found[0] for found in answers.values()]
            for sentence in wrong:
                self._speak(sentence)
        return []

    def figure(self, place: Message | str, question: Message) -> int | None:
        """The whole number answered; None where it is passed over, or where nobody can be asked and it is missing."""
        if not self.live:
            self._miss(place, None)
            return None
        while typed := self._line(msg("{question} (Enter: not recorded)", question=question)):
            if typed.isascii() and typed.isdigit():
                return int(typed)
            self._speak(msg("{value} is not a whole number.", value=typed))
        return None

    def settle(self) -> None:
        """Raises Failure naming everything that is missing."""
        if self._missing:
            names = ", ".join(self._voice(each) for each in self._missing)
            raise Failure(
                ExitCode.USAGE,
                msg("Still missing: {names}.", names=names),
                *self._lists,
                msg("More: {command} --help", command=self._command),
            )

    def _miss(self, place: Message | str, choices: Mapping[str, str] | None) -> None:
        self._missing.append(Message("{place}", {"place": place}))
        if choices and len(choices) <= _FEW:
            self._lists.append(msg("{place} is one of: {known}.", place=place, known=", ".join(choices)))

    def _ask(self, place: Message | str, question: Message, choices: Mapping[str, str] | None) -> str:
        self._list(question, choices or {})
        while True:
            typed = self._line(Message(""))
            if typed is None:
                self._miss(place, choices)
                self.settle()
            elif typed and choices is None:
                return typed
            elif typed and choices is not None:
                found = _chosen(typed, choices)
                if len(found) == 1:
                    return found[0]
                self._speak(_again(typed, found))

    def _list(self, question: Message, choices: Mapping[str, str]) -> None:
        self._speak(question)
        for number, (key, name) in enumerate(islice(choices.items(), _FEW), 1):
            self._speak(Message("  {number}  {name}  ({key})", {"number": f"{number:>2}", "name": name, "key": key}))
        if len(choices) > _FEW:
            self._speak(msg("  …  and {count} others: write the name.", count=len(choices) - _FEW))

    def _line(self, question: Message) -> str | None:
        """One line typed; None at the end of the input."""
        self.asked = True
        words = self._voice(question)
        sys.stderr.write(visible(f"{words} > ".lstrip()))
        sys.stderr.flush()
        line = sys.stdin.readline()
        return line.strip() if line else None

    def _speak(self, sentence: Message) -> None:
        sys.stderr.write(f"{visible(self._voice(sentence))}\n")


def _chosen(typed: str, choices: Mapping[str, str]) -> Sequence[str]:
    ids = list(choices)
    if typed.isascii() and typed.isdigit() and 0 < int(typed) <= len(ids):
        return [ids[int(typed) - 1]]
    return search(typed, ((key, (name,)) for key, name in choices.items()))


def _again(typed: str, found: Sequence[str]) -> Message:
    if found:
        return msg("“{typed}” fits several: {ids}. Write one of them.", typed=typed, ids=", ".join(found))
    return msg("“{typed}” fits none of them. Write a number or a name from the list.", typed=typed)


def one_of(session: Session, words: Mapping[str, Message], place: str, typed: str) -> str:
    """The value of a closed vocabulary that ``typed`` names, by the value itself or by its word in the reader's language.

    Raises Failure naming ``place`` and the values there are.
    """
    voice = session.console.voice
    found = search(typed, ((value, (voice(word),)) for value, word in words.items()))
    if len(found) == 1:
        return found[0]
    raise Failure(
        ExitCode.USAGE,
        msg("{place}: “{typed}” is not one of these:", place=place, typed=typed),
        *(Message("  {value}  {word}", {"value": value, "word": word}) for value, word in words.items()),
    )


def quoted(words: Iterable[str]) -> str:
    """Words as they are pasted into a shell, of Windows too: what has a blank or a sign stands in double quotes."""
    plain = frozenset("-_./,")
    return " ".join(word if word and all(c.isalnum() or c in plain for c in word) else f'"{word}"' for word in words)
