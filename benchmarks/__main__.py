"""Measure import, export and pages at several sizes: `python -m benchmarks 1000 10000 100000`.

Each size runs in a process and a database of its own, so that its peak of memory is its own.
"""

import json
import subprocess
import sys
from typing import Any

from benchmarks import importing, pages, suggesting
from benchmarks.database import settle, throw_away
from benchmarks.learning import fill
from benchmarks.learning import pages as learning

SIZES = [1_000, 10_000, 20_000, 100_000]
MORE = "lessons, resources, programmes, collections or a topic"
PARTS = {
    "first": "the first after a change",
    "clock": "the median of those after it",
    "processor": "of which work of the site and its database",
}


def main(sizes: list[int]) -> dict[int, dict[str, Any]]:
    """Measure each size, print the tables, and return what was found."""
    found = {}
    for size in sizes or SIZES:
        print(f"{size:,} projects ...", file=sys.stderr, flush=True)
        found[size] = _in_a_process(size)
    _print_table("Seconds", {size: one["import"] for size, one in found.items()}, "{:.1f}")
    _print_ratio({size: one["import"]["import"] for size, one in found.items()})
    print(f"Limits for 100,000: import {importing.MOST_SECONDS} s, peak {importing.MOST_MEGABYTES} MB.\n")
    for part, kind in PARTS.items():
        milliseconds = {
            size: {name: times[part] for which in ("pages", "learning") for name, times in one[which].items()}
            for size, one in found.items()
        }
        _print_table(f"Milliseconds, {kind}", milliseconds, "{:.0f}")
        print()
    _print_table(
        "Milliseconds of work, suggestions", {size: one["suggestions"] for size, one in found.items()}, "{:.1f}"
    )
    print(f"Limit: {suggesting.MOST_MILLISECONDS} ms.\n")
    limits = ", ".join(f"{most} ms at {size:,}" for size, most in pages.MOST_MILLISECONDS.items())
    print(f"Limits for the work on a list page: {limits}; on a page of {MORE}: {learning.MOST_MILLISECONDS} ms.")
    over = [line for size, one in found.items() for line in pages.beyond(size, one["pages"])]
    over += [line for size, one in found.items() for line in learning.beyond(size, one["learning"])]
    over += [line for size, one in found.items() for line in suggesting.beyond(size, one["suggestions"])]
    print("\n".join(over) or "All within.")
    return found


def _in_a_process(size: int) -> dict[str, Any]:
    command = [sys.executable, "-m", "benchmarks", "--one", str(size)]
    # Only this package, with a number.
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)  # noqa: S603
    return json.loads(done.stdout.splitlines()[-1])


def _one(size: int) -> None:
    with throw_away():
        found = {"import": importing.measure(size)}
        found |= {"pages": pages.measure(pages.addresses()), "suggestions": suggesting.measure()}
        fill()
        settle()
        print(json.dumps({**found, "learning": pages.measure(learning.addresses())}))


def _print_table(title: str, found: dict[int, dict[str, float]], form: str) -> None:
    names = list(next(iter(found.values())))
    print(f"{title:>58}" + "".join(f"{size:>12,}" for size in found))
    for name in names:
        print(f"{name:>58}" + "".join(f"{form.format(one[name]):>12}" for one in found.values()))


def _print_ratio(seconds: dict[int, float]) -> None:
    first, *_others, last = [(size, taken / size) for size, taken in seconds.items()] * 2
    print(f"One project of {last[0]:,} takes {last[1] / first[1]:.2f} times as long as one of {first[0]:,}.")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        _one(int(sys.argv[2]))
    else:
        main([int(size) for size in sys.argv[1:]])
