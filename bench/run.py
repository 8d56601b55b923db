"""Times whole commands, in turn and side by side, and prints ratios.

    python -m bench.run [--records 10000] [--runs 7]

Each pair runs A B A B …, so that a machine that grows slower slows both; the median of the ratios is the figure to quote.
Everything is byte-compiled first. A comparison whose program is not installed is left out, with the reason.
"""

from __future__ import annotations

import argparse
import compileall
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from msgspec import to_builtins

from bench import synthetic
from thidua.store.tree import read_register

PYTHON = sys.executable
DECODE = """\
import gc; gc.disable()
import orjson, os, sys
kept = [orjson.loads(open(name.strip(), "rb").read()) for name in open(sys.argv[1])]
os._exit(0)
"""
DAYS = 28


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--records", type=int, default=10_000)
    parser.add_argument("--runs", type=int, default=7)
    options = parser.parse_args()
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    compile_all()
    with tempfile.TemporaryDirectory() as scratch:
        compare(Path(scratch), options.records, options.runs)


def compile_all() -> None:
    """Without byte code Python would compile every module at each start, which nobody's installation does."""
    for folder in {Path(synthetic.__file__).parents[1] / "thidua", *map(Path, sys.path[-2:])}:
        if folder.is_dir():
            compileall.compile_dir(folder, quiet=2)


def compare(scratch: Path, records: int, runs: int) -> None:
    register = scratch / "register"
    size = synthetic.make(register, records)
    print(f"{records:,} nominations, {size / 1e6:.1f} MB of YAML, {runs} runs of each, whole processes")
    thidua = [PYTHON, "-m", "thidua", "-C", str(register), "--lang", "en"]
    check = [*thidua, "check", "-q"]
    show(
        "thidua check : orjson decodes the same records",
        check,
        [PYTHON, "-c", DECODE, as_json(register, scratch)],
        runs,
    )
    show("thidua check : python -c pass", check, [PYTHON, "-c", "pass"], runs)
    small = scratch / "small"
    synthetic.make(small, 1000)
    nominate = [
        PYTHON,
        "-m",
        "thidua",
        "-C",
        str(small),
        "nominate",
        "don-vi-0000",
        "bang-khen",
        "-c",
        "cum-000",
        "-p",
        "2024",
    ]
    again = [
        PYTHON,
        "-m",
        "thidua",
        "-C",
        str(small),
        "nominate",
        "don-vi-0000",
        "co-thi-dua",
        "-c",
        "cum-000",
        "-p",
        "2024",
        "-n",
    ]
    typer = [PYTHON, "-c", "import typer"]
    file = small / "periods/2024/cum-000/nominations/don-vi-0000.yaml"
    before = file.read_bytes()
    show(
        "thidua nominate (1,000 records, written) : import typer",
        nominate,
        typer,
        runs,
        lambda: file.write_bytes(before),
    )
    show("thidua nominate (nothing to change) : import typer", again, typer, runs)
    show("thidua --help : import typer", [PYTHON, "-m", "thidua", "--help"], typer, runs)
    bean = shutil.which("bean-check")
    if bean is None:
        print("bean-check is not installed (pip install beancount): left out")
    else:
        show("thidua check : bean-check -C, as many directives", check, [bean, "-C", ledger(scratch, records)], runs)


def as_json(register: Path, scratch: Path) -> str:
    """The register's records as JSON files, one for each of its own, and a list of them."""
    names = []
    for number, document in enumerate(read_register(register).register.documents.values()):
        path = scratch / "json" / f"{number}.json"
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps(bare(to_builtins(document.content)), ensure_ascii=False), encoding="utf-8")
        names.append(f"{path}\n")
    listing = scratch / "files.txt"
    listing.write_text("".join(names), encoding="utf-8")
    return str(listing)


def bare(value: object) -> object:
    """Without what the reader put in."""
    if isinstance(value, dict):
        return {key: bare(inner) for key, inner in value.items() if not key.startswith("@")}
    return [bare(inner) for inner in value] if isinstance(value, list | tuple) else value


def ledger(scratch: Path, directives: int) -> str:
    """A beancount ledger of that many transactions."""
    path = scratch / "ledger.beancount"
    lines = ["2020-01-01 open Assets:Cash VND", "2020-01-01 open Expenses:Food VND"]
    lines += [
        f'2024-{1 + n // DAYS % 12:02}-{1 + n % DAYS:02} * "Người {n:06}" "Báo cáo {n}"\n  Assets:Cash  -{n + 1} VND\n  Expenses:Food  {n + 1} VND'
        for n in range(directives)
    ]
    path.write_text("\n\n".join(lines) + "\n", encoding="utf-8")
    return str(path)


def show(what: str, first: Sequence[str], second: Sequence[str], runs: int, after: object = None) -> None:
    """One line: the median ratio of the two, its range, and the median time of each."""
    pairs = []
    for run in range(runs + 1):
        pair = (seconds(first), seconds(second))
        if callable(after):
            after()
        if run:
            pairs.append(pair)
    ratios = sorted(a / b for a, b in pairs)
    ours, theirs = (statistics.median(column) for column in zip(*pairs, strict=True))
    print(
        f"{what:62} {statistics.median(ratios):6.2f}  ({ratios[0]:.2f} to {ratios[-1]:.2f})"
        f"   {ours * 1000:.0f} ms : {theirs * 1000:.0f} ms"
    )


def seconds(command: Sequence[str]) -> float:
    start = time.perf_counter()
    ended = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    taken = time.perf_counter() - start
    if ended.returncode:
        raise SystemExit(f"{' '.join(command)}\n{ended.stderr.decode()}")
    return taken


if __name__ == "__main__":
    main()
