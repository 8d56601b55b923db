"""Writes the map of modules in docs/architecture.md from the first line of each module.

python tools/module_map.py          write it
python tools/module_map.py check    say whether it is current
"""

from __future__ import annotations

import ast
import re
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
FILE = ROOT / "docs" / "architecture.md"
ROOMS = ("text", "model", "law", "desk", "checks", "store", "history", "reports", "exchange", "cli")
MAP = re.compile(r"(?<=<!-- modules -->\n).*(?=<!-- /modules -->)", re.DOTALL)


def module_map() -> str:
    """Every room that there is, lowest first, with its modules."""
    rooms = [room for room in ROOMS if (ROOT / "thidua" / room).is_dir()]
    return "\n" + "\n".join(f"{_head(room)}\n\n{_rows(room)}" for room in rooms)


def _head(room: str) -> str:
    return f"### {room}\n\n{_line(ROOT / 'thidua' / room / '__init__.py')}"


def _rows(room: str) -> str:
    folder = ROOT / "thidua" / room
    files = [file for file in sorted(folder.rglob("*.py")) if file.name != "__init__.py"]
    names = [file.relative_to(folder).with_suffix("").as_posix() for file in files]
    return "".join(f"* `{name}` – {_line(file)}\n" for name, file in zip(names, files, strict=True))


def _line(file: Path) -> str:
    return (ast.get_docstring(ast.parse(file.read_text(encoding="utf-8"))) or "").partition("\n")[0]


def main(task: str) -> int:
    now = FILE.read_text(encoding="utf-8")
    wanted = MAP.sub(lambda _: module_map(), now)
    if task == "check":
        return int(now != wanted)
    FILE.write_text(wanted, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    if sys.argv[1:] not in ([], ["check"]):
        sys.exit(__doc__)
    sys.exit(main("".join(sys.argv[1:])))
