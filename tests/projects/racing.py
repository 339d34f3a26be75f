"""Do two things at the same moment, each in a thread with a connection of its own."""

import threading
from collections.abc import Callable
from typing import Any

from django.db import connection


def at_once(*acts: Callable[[], Any]) -> list[Any]:
    """Start all of `acts` together and return what each gave or raised, in order."""
    start, told = threading.Barrier(len(acts)), [None] * len(acts)

    def run(place: int) -> None:
        try:
            start.wait(timeout=10)
            told[place] = acts[place]()
        except Exception as error:  # noqa: BLE001 - what it raised is what the test asks
            told[place] = error
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=[place]) for place in range(len(acts))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)
    assert not any(thread.is_alive() for thread in threads), "they wait for each other"
    return told
