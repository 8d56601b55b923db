"""What a person typed and the program cannot read: a ValueError that carries a sentence."""

from __future__ import annotations

from thidua.text.say import Message, Voice


class MisreadError(ValueError):
    """``reason`` is the sentence to render for the reader; ``str()`` of the error is its English text."""

    def __init__(self, reason: Message) -> None:
        super().__init__(Voice("en")(reason))
        self.reason = reason
