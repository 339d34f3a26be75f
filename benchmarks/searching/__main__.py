"""Measure the search at several sizes: `python -m benchmarks.searching 1000 10000 100000`.

Each size runs in a process and a database of its own. `--strict` ends with 1 when a limit is passed at 100,000, or one
of quality. SEARCH_CORPUS names a folder with graded questions (see quality.py) to measure as well.
"""

import argparse
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from benchmarks.database import throw_away
from benchmarks.searching import limits, measuring, memory, serving, tables

SIZES = [1_000, 10_000, 100_000]
CORPUS = "SEARCH_CORPUS"


def main(sizes: list[int], *, strict: bool = False) -> int:
    """Measure each size and the quality, print tables and verdicts; return what the process should end with."""
    found = {size: _in_a_process("--one", str(size)) for size in sizes or SIZES}
    print(tables.growth(found), "\n")
    kept = [_verdicts(f"Limits, for {limits.SIZE:,}, at {size:,}", limits.of_size(one)) for size, one in found.items()]
    enough = all(good for size, good in zip(found, kept, strict=True) if size == limits.SIZE)
    enough &= _quality()
    return int(strict and not enough)


def _quality() -> bool:
    print("Golden set, on the catalogue that ships:\n" + _in_a_process("--golden") + "\n")
    if not (folder := os.environ.get(CORPUS)):
        print(f"Other graded questions: {CORPUS} names no folder; skipped.")
        return True
    by_kind = _in_a_process("--corpus", folder)
    print(f"Graded questions in {folder}:\n{tables.quality(by_kind)}\n")
    return _verdicts("Limits of quality", limits.of_corpus(by_kind))


def _verdicts(title: str, found: list[limits.Limit]) -> bool:
    print(f"{title}:", *found, "", sep="\n")
    return all(one.kept for one in found)


def _in_a_process(*arguments: str) -> Any:
    print(*arguments, "...", file=sys.stderr, flush=True)
    command = [sys.executable, "-m", "benchmarks.searching", *arguments]
    # Only this package, with a number or a folder.
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)  # noqa: S603
    return json.loads(done.stdout.splitlines()[-1])


def _golden() -> str:
    with throw_away():
        from benchmarks.searching import quality  # noqa: PLC0415 - needs Django

        return quality.golden()


def _corpus(folder: Path) -> dict[str, tuple[float, float, float]]:
    with throw_away():
        from benchmarks.searching import quality  # noqa: PLC0415 - needs Django

        return quality.of_corpus(folder)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.searching", description="Measure the search.")
    parser.add_argument("sizes", nargs="*", type=int, help="numbers of projects (1000 10000 100000)")
    parser.add_argument("--strict", action="store_true", help="end with 1 when a limit is passed")
    for part in ("--one", "--corpus"):
        parser.add_argument(part, help=argparse.SUPPRESS)
    for part in ("--golden", "--memory", "--pages", "--changed"):
        parser.add_argument(part, action="store_true", help=argparse.SUPPRESS)
    return parser.parse_args()


def _run(asked: argparse.Namespace) -> int:
    if asked.one:
        print(json.dumps(measuring.one_size(int(asked.one))))
    elif asked.corpus:
        print(json.dumps(_corpus(Path(asked.corpus))))
    elif asked.golden:
        print(json.dumps(_golden()))
    elif asked.memory:
        print(json.dumps(memory.serve()))
    elif asked.pages:
        print(json.dumps(serving.serve()))
    elif asked.changed:
        print(json.dumps(serving.change()))
    else:
        return main(asked.sizes, strict=asked.strict)
    return 0


if __name__ == "__main__":
    sys.exit(_run(_arguments()))
