"""A name of its own for the database of each test run, so that two runs at once do not empty each other's."""

import os
from pathlib import Path

from vindplaats.database.locks import open_lock, try_exclusive
from vindplaats.database.places import VAR, make_folder

VARIABLE = "VINDPLAATS_TEST_DATABASE"


def own_name(prefix: str, var: Path = VAR) -> str:
    """Return `prefix`_N with the lowest N that no living process has; processes this one starts share it."""
    if inherited := os.environ.get(VARIABLE):
        return inherited
    folder = make_folder(var / "test-runs")
    number = 1
    while not try_exclusive(fd := open_lock(folder / f"{number}.lock")):
        os.close(fd)
        number += 1
    # The lock stays with this process: `fd` is never closed.
    return os.environ.setdefault(VARIABLE, f"{prefix}_{number}")
