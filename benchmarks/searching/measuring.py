"""All that is measured at one size, in a process and a database of its own."""

import sys
from collections.abc import Callable
from typing import Any

from benchmarks.database import settle, throw_away
from benchmarks.spending import Spent


def one_size(size: int) -> dict[str, Any]:
    """Fill a database with `size` projects and measure everything."""
    with throw_away():
        return _measured(size)


def _measured(size: int) -> dict[str, Any]:
    from django.db import connection  # noqa: PLC0415 - needs Django

    from benchmarks.searching import asking, filling, memory, serving, writing  # noqa: PLC0415 - likewise

    written = {"import": _step("import", lambda: filling.fill(size)), "rebuild": _step("rebuild", writing.rebuild)}
    settle()
    name = connection.settings_dict["NAME"]
    return {
        "seconds": _seconds(written),
        "engine": _step("engines", lambda: asking.measure(size)),
        **_step("pages, suggestions, strange questions", lambda: serving.measure(name)),
        "memory": _step("memory", lambda: memory.measure(name)),
        "one project": _step("one project", lambda: serving.in_a_worker("--changed", name)),
    }


def _seconds(written: dict[str, Spent]) -> dict[str, float]:
    """Return what each took by the clock, and of which the work of processors."""
    clock = {name: one.clock / 1000 for name, one in written.items()}
    return clock | {f"{name}, work of processors": one.processor / 1000 for name, one in written.items()}


def _step(name: str, work: Callable[[], Any]) -> Any:
    sys.stderr.write(f"  {name} ...\n")
    return work()
