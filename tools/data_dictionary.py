"""Writes docs/data-dictionary.md: every file of a register, every key, from the shapes of the model.

python tools/data_dictionary.py          write it
python tools/data_dictionary.py check    say whether it is current
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from thidua.model.layout import KINDS, Kind
from thidua.model.shape import EitherShape, FieldShape, ListShape, RecordShape, ScalarShape, Shape, record_shape

FILE = Path(__file__).parent.parent / "docs" / "data-dictionary.md"

HEAD = """\
# Data dictionary

Written by `tools/data_dictionary.py` from the model; a test holds it current. `thidua init` writes the same as JSON Schemas
into `schemas/`, so that an editor completes the keys and shows these lines while you type.

* A key that is absent means **not recorded**: never zero, never no. Keys marked **!** cannot be absent.
* A **day** is as exact as known: `2024`, `2024-11` or `2024-11-25`. `from` and `to` are both **included**.
* An **id** is `a-z`, `0-9` and `-`. It is ours, never changes, and is not the name; names are dated values.
* A **list** keeps its order in the file; the list of records of a file is kept in the order of their keys.
* Keys stand in the order of these tables. `thidua fmt` puts them there.
"""

SCALARS = {
    "text": "text",
    "id": "id",
    "period": "period (`2024`, `2024-2025`)",
    "day": "day",
    "fraction": "fraction (`2/3`)",
    "int": "whole number",
    "bool": "`true` or `false`",
    "decimal": "decimal number",
}
ONE = {
    "units": "unit", "clusters": "cluster", "honours": "honour", "movements": "movement", "regulations": "regulation",
    "frameworks": "framework", "sources": "source", "bodies": "cluster or unit",
}  # fmt: skip


def dictionary() -> str:
    """The whole document."""
    tops = [(kind, _top(kind)) for kind in KINDS]
    parts = {part.type.__name__: part for _, top in tops for part in _parts(top)}
    files = [f"| [`{kind.pattern}`](#{kind.name}) | {_meaning(top)} |\n" for kind, top in tops]
    return "\n".join((
        HEAD,
        "## Files\n",
        f"| File | What it holds |\n|---|---|\n{''.join(files)}",
        *(f'<a id="{kind.name}"></a>\n\n## `{kind.pattern}`\n\n{_written(kind)}{_page(top)}' for kind, top in tops),
        "## Parts\n\nMappings inside records, by name.\n",
        *(f"### {name}\n\n{_page(parts[name])}" for name in sorted(parts)),
    ))  # fmt: skip


def _top(kind: Kind) -> RecordShape:
    """The shape of the record that a file of this kind holds, or of each that it holds."""
    shape = record_shape(kind.document)
    if kind.records is None:
        return shape
    listed = shape.by_name[kind.records].shape
    assert isinstance(listed, ListShape)
    assert isinstance(listed.item, RecordShape)
    return listed.item


def _parts(shape: RecordShape) -> Iterator[RecordShape]:
    """Every mapping inside a record, however deep; one that is used often comes often."""
    for field in shape.fields:
        inner = field.shape.item if isinstance(field.shape, ListShape) else field.shape
        part = inner.record if isinstance(inner, EitherShape) else inner
        if isinstance(part, RecordShape):
            yield part
            yield from _parts(part)


def _written(kind: Kind) -> str:
    return f"The file begins with `{kind.records}:`, a list of these.\n\n" if kind.records else ""


def _page(shape: RecordShape) -> str:
    return f"{_meaning(shape)}\n\n{_table(shape)}"


def _table(shape: RecordShape) -> str:
    rows = "".join(
        f"| `{field.name}`{' **!**' if field.required else ''} | {_kind(field.shape)}{_default(field)} "
        f"| {field.description} |\n"
        for field in shape.fields
    )
    return f"| Key | What it is | What it means |\n|---|---|---|\n{rows}"


def _meaning(shape: RecordShape) -> str:
    return (shape.type.__doc__ or "").strip().splitlines()[0]


def _default(field: FieldShape) -> str:
    """What an absent key amounts to, where that is something."""
    match field.default:
        case None | ():
            return ""
        case bool():
            return f"; absent: {str(field.default).lower()}"
        case value:
            return f"; absent: {value}"


def _kind(shape: Shape) -> str:
    match shape:
        case ListShape(item):
            return f"list of: {_kind(item)}"
        case EitherShape(scalar, record):
            return f"{_scalar(scalar)}, or {_kind(record)}"
        case ScalarShape():
            return _scalar(shape)
    name = shape.type.__name__
    return f"[{name}](#{name.lower()})"


def _scalar(shape: ScalarShape) -> str:
    if shape.words:
        return " · ".join(f"`{word}`" for word in shape.words)
    return f"id of a {ONE[shape.refers]}" if shape.refers else SCALARS[shape.kind]


def main(task: str) -> int:
    wanted = dictionary()
    if task == "check":
        return int(FILE.read_text(encoding="utf-8") != wanted)
    FILE.write_text(wanted, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    if sys.argv[1:] not in ([], ["check"]):
        sys.exit(__doc__)
    sys.exit(main("".join(sys.argv[1:])))
