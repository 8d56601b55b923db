"""A clean tree to records, by msgspec; and what the reader itself knows of a file."""

from __future__ import annotations

from typing import Any, NamedTuple

from thidua.model.fields import At, Part


class Given(NamedTuple):
    """What the reader itself knows of the file: its path and the names in it."""

    file: str
    period: str
    body: str
    records: str | None

    def keys(self, kind: type[Part], line: int, path: tuple[str | int, ...]) -> dict[str, Any]:
        """The given attributes for a record of this type that begins on ``line``."""
        names = kind.__struct_fields__
        values: dict[str, Any] = {}
        if "at" in names:
            values["at"] = At(self.file, line, path)
        if "period" in names and "body" in names and "@period" in kind.__struct_encode_fields__:
            values |= {"period": self.period, "body": self.body}
        return values


def convert_tree(
    tree: dict[str, Any], lines: list[int], kind: type[Part], given: Given, at: At | None = None
) -> Part | None:
    """The document of a clean tree (text, dict, list), by msgspec; None if anything is wrong, for the exact reader to say what.

    ``lines`` are the lines on which the records of the file's list begin; ``at`` is given instead for one record alone.
    """
    from msgspec import ValidationError
    from msgspec import convert as typed

    if given.records:
        items = tree.get(given.records)
        if not isinstance(items, list) or len(items) != len(lines):
            return None
        for index, (item, line) in enumerate(zip(items, lines, strict=True)):
            if isinstance(item, dict):
                item["@at"] = at or At(given.file, line, (given.records, index))
                item.update(_given_keys(given))
    elif "at" in kind.__struct_fields__:
        tree["@at"] = At(given.file, 1)
        tree.update(_given_keys(given))
    try:
        return typed(tree, kind, strict=False)
    except ValidationError:
        return None


def _given_keys(given: Given) -> dict[str, str]:
    return {"@period": given.period, "@body": given.body} if given.body else {}
