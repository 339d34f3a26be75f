"""The most memory that a process of the site ever has: one that starts afresh and serves every page of the mix."""

import resource
from pathlib import Path

from benchmarks.searching import serving


def measure(database: str) -> dict[str, float]:
    """Return the peak, in megabytes, of a process that served the pages, and then the strange questions as well."""
    pages, strange = serving.in_a_worker("--memory", database)
    return {"pages": pages, "strange questions": strange}


def serve() -> tuple[float, float]:
    """Be that process: serve everything from the database that the environment names; return both peaks."""
    serving.begin()
    from django.test import Client  # noqa: PLC0415 - needs the settings

    from benchmarks.searching import pages, strange  # noqa: PLC0415 - likewise

    client = Client()
    for address in pages.addresses().values():
        client.get(address)
    served = peak_megabytes()
    for text in strange.texts().values():
        pages.ask_strange(client, text)
    return served, peak_megabytes()


def peak_megabytes() -> float:
    """Return the most memory that this process had itself.

    What `getrusage` tells of a process counts that of its parent too, up to where it became a program of its own.
    """
    try:
        status = Path("/proc/self/status").read_text()
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 * 1024)  # macOS counts in bytes
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024
