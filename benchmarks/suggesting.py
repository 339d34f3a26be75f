"""What it costs to answer while somebody types, in milliseconds, at the size that the database has."""

import statistics
from urllib.parse import quote_plus

from benchmarks.spending import spent

TIMES = 15
MOST_MILLISECONDS = 10
"""The limit for the work of the processor, whatever is typed and however many projects there are."""
TYPED = (
    "zo",
    "zorg",
    "valprev",
    "stichting",
    "rol",
    "rolstoel 74",
    "voor ouderen in",
    "dementie beeld",
    "palliatve",
    "xqzvw",
)
"""A broad beginning, a term, a name that many share, titles, words of two names, a typing error, nothing."""


def measure() -> dict[str, float]:
    """Return milliseconds of work, here and in the database, for each of TYPED: the median."""
    from django.test import Client  # noqa: PLC0415 - needs Django

    client = Client()
    client.get("/zoeken/suggesties?q=a")
    return {typed: statistics.median(_work(client, typed) for _turn in range(TIMES)) for typed in TYPED}


def _work(client: object, typed: str) -> float:
    def ask() -> None:
        response = client.get(f"/zoeken/suggesties?q={quote_plus(typed)}")
        if response.status_code != 200:
            raise RuntimeError(f"{typed} answers {response.status_code}")

    return spent(ask).processor


def beyond(size: int, found: dict[str, float]) -> list[str]:
    """Return what is over the limit, in words."""
    return [
        f"suggestions for {typed}: {taken:.1f} ms at {size:,}, the limit is {MOST_MILLISECONDS}"
        for typed, taken in found.items()
        if taken > MOST_MILLISECONDS
    ]
