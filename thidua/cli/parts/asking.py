"""What a command line leaves out: asked for on a terminal, one question at a time; named all at once anywhere else."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import islice

from thidua.cli.frame.exits import ExitCode, Failure
from thidua.cli.frame.session import Session
from thidua.desk.change import Refusal
from thidua.text.lookup import search
from thidua.text.misread import MisreadError
from thidua.text.say import Message, msg

Check = Callable[[str], object]
"""Raises Failure, Refusal or MisreadError where an answer will not do."""

_FEW = 12
"""Choices that are still listed."""


class Asker:
    """Asks for one command. Questions go to standard error; an answer is a number, an id or a name in any spelling."""

    def __init__(self, session: Session, command: str) -> None:
        self.live = sys.stdin.isatty()
        self.asked = False
        """Whether anybody has been asked anything: then what may be left out is worth a question as well."""
        self._console = session.console
        self._command = command
        self._missing: list[Message] = []
        self._lists: list[Message] = []

    def need(
        self,
        place: Message | str,
        given: str | None,
        question: Message,
        choices: Mapping[str, str] | None = None,
        check: Check | None = None,
    ) -> str | None:
        """What was given or is answered; None where nobody can be asked, which ``settle`` then reports.

        ``place`` is the argument or option to write; ``choices`` are ids and names, and the answer is an id of them.
        An answer that ``check`` refuses is asked for again.
        """
        if given:
            return given
        if self.live:
            return self._ask(place, question, choices, check)
        self._miss(place, choices)
        return None

    def may(
        self,
        question: Message,
        given: str | None,
        choices: Mapping[str, str] | None = None,
        check: Check | None = None,
    ) -> str | None:
        """What was given or is answered; asked only of somebody who is being asked anyway, and may be passed over."""
        if given is not None or not self.asked:
            return given
        passing = msg("{question} (Enter: leave it unrecorded)", question=question)
        if choices:
            self._list(passing, choices)
        while typed := self._line(Message("") if choices else passing):
            if (answer := self._answer(typed, choices, check)) is not None:
                return answer
        return None

    def several(self, question: Message, choices: Mapping[str, str]) -> list[str]:
        """The ids answered, numbers or names with commas between; asked only on a terminal."""
        self._list(question, choices)
        while typed := self._line(msg("with commas between")):
            answers = {part: _chosen(part, choices) for part in map(str.strip, typed.split(",")) if part}
            wrong = [_again(part, found, choices) for part, found in answers.items() if len(found) != 1]
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
            if self._answer(typed, None, whole):
                return whole(typed)
        if typed is None:
            self._miss(place, None)
            self.settle()
        return None

    def settle(self) -> None:
        """Raises Failure naming everything that is missing."""
        if self._missing:
            names = ", ".join(self._console.voice(each) for each in self._missing)
            raise Failure(
                ExitCode.USAGE,
                msg("Still missing: {names}.", names=names),
                *self._lists,
                msg("More: {command}", command=f"{self._command} --help"),
            )

    def _miss(self, place: Message | str, choices: Mapping[str, str] | None) -> None:
        self._missing.append(Message("{place}", {"place": place}))
        if choices and len(choices) <= _FEW:
            self._lists.append(msg("{place} is one of: {known}.", place=place, known=", ".join(choices)))

    def _ask(
        self, place: Message | str, question: Message, choices: Mapping[str, str] | None, check: Check | None
    ) -> str:
        self._list(question, choices or {})
        while True:
            typed = self._line(Message(""))
            if typed is None:
                self._miss(place, choices)
                self.settle()
            elif typed and (answer := self._answer(typed, choices, check)) is not None:
                return answer

    def _answer(self, typed: str, choices: Mapping[str, str] | None, check: Check | None) -> str | None:
        """The answer typed; None, once it is said why, where it is none."""
        try:
            answer = typed if choices is None else _one(typed, choices)
            if check:
                check(answer)
        except Failure as wrong:
            self._speak(*wrong.sentences)
        except Refusal as wrong:
            self._speak(*wrong.reasons)
        except MisreadError as wrong:
            self._speak(wrong.reason)
        else:
            return answer
        return None

    def _list(self, question: Message, choices: Mapping[str, str]) -> None:
        self._speak(question)
        for number, (key, name) in enumerate(islice(choices.items(), _FEW), 1):
            self._speak(Message("  {number}  {name}  ({key})", {"number": f"{number:>2}", "name": name, "key": key}))
        if len(choices) > _FEW:
            self._speak(msg("  …  and {count} others: write the name.", count=len(choices) - _FEW))

    def _line(self, question: Message) -> str | None:
        """One line typed; None at the end of the input."""
        self.asked = True
        self._console.ask(question)
        line = sys.stdin.readline()
        return line.strip() if line else None

    def _speak(self, *sentences: Message) -> None:
        self._console.answer(*sentences)


def whole(typed: str) -> int:
    """A whole number in digits; Failure where it is none."""
    if typed.isascii() and typed.isdigit():
        return int(typed)
    raise Failure(ExitCode.USAGE, msg("{value} is not a whole number.", value=typed))


def _chosen(typed: str, choices: Mapping[str, str]) -> Sequence[str]:
    ids = list(choices)
    if typed.isascii() and typed.isdigit() and 0 < int(typed) <= len(ids):
        return [ids[int(typed) - 1]]
    return search(typed, ((key, (name,)) for key, name in choices.items()))


def _one(typed: str, choices: Mapping[str, str]) -> str:
    """The id of the one choice that is typed. Raises Failure where it fits none or several."""
    found = _chosen(typed, choices)
    if len(found) != 1:
        raise Failure(ExitCode.USAGE, _again(typed, found, choices))
    return found[0]


def _again(typed: str, found: Sequence[str], choices: Mapping[str, str]) -> Message:
    if found:
        names = ", ".join(f"{choices[each]} ({each})" for each in found)
        return msg("“{typed}” fits several: {ids}. Write one of them.", typed=typed, ids=names)
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


_PLAIN = frozenset("-_./")
_LIVE = frozenset('$`"!\\“”„')
"""Signs that do something between double quotes, in bash or in PowerShell."""
_SINGLE = frozenset("'‘’‚‛")
"""Signs that end single quotes, in bash or in PowerShell."""


def quoted(words: Iterable[str]) -> str:
    """Words as they are pasted into bash or PowerShell, which then read them and do nothing else.

    What has a blank or a sign stands in double quotes, what is live between those in single ones. A word for which
    neither will do loses its live signs: a name is found without them.
    """
    return " ".join(map(_quoted, words))


def _quoted(word: str) -> str:
    word = " ".join(word.splitlines())
    if word and all(letter.isalnum() or letter in _PLAIN for letter in word):
        return word
    if _LIVE.isdisjoint(word):
        return f'"{word}"'
    if _SINGLE.isdisjoint(word):
        return f"'{word}'"
    return f'"{"".join(letter for letter in word if letter not in _LIVE)}"'
