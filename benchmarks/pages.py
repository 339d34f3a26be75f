"""What a page of the finder costs, in milliseconds, from request to answer in one process without a network."""

import statistics

from benchmarks.spending import Spent, spent

TIMES = 7
MOST_MILLISECONDS = {20_000: 60, 100_000: 120}
"""The limits for the work of the processor on a list page with all facets, by number of projects."""
LIST = ("all", "page 20", "theme", "region")
"""The list page with all facets and no text."""


def addresses() -> dict[str, str]:
    """Return what to measure, by the name that is shown: the list as people use it, and pages around it."""
    from projects.models import Project, Region, Theme  # noqa: PLC0415 - needs Django

    theme = Theme.objects.main().in_order()[0].slug
    region = Region.objects.of_scheme("provincie").order_by("name")[0].slug
    return {
        "all": "/projecten/",
        "page 20": "/projecten/?page=20",
        "theme": f"/projecten/?thema={theme}",
        "region": f"/projecten/?regio={region}",
        "word": "/projecten/?q=rolstoel",
        "words": "/projecten/?q=scholing+wijkteam+begroting",
        "rare": "/projecten/?q=rolstoel+747",
        "facets": f"/projecten/?q=scholing&thema={theme}&fase=pilot&regio={region}",
        "nothing": "/projecten/?q=xqzwvblorp",
        "project": Project.objects.published().newest()[0].get_absolute_url(),
    }


def measure(addresses: dict[str, str]) -> dict[str, dict[str, float]]:
    """Return for each page the first answer after a change (nothing kept), the median of the next, and their work."""
    from django.test import Client  # noqa: PLC0415 - needs Django

    client = Client()
    client.get("/")
    return {name: _page(client, address) for name, address in addresses.items()}


def _page(client: object, address: str) -> dict[str, float]:
    from vindplaats.caches import process_cache as cache  # noqa: PLC0415 - needs Django

    cache.clear()
    first, *others = [_request(client, address) for _turn in range(TIMES + 1)]
    median = {part: statistics.median(getattr(one, part) for one in others) for part in ("clock", "processor")}
    return {"first": first.clock, **median}


def _request(client: object, address: str) -> Spent:
    def ask() -> None:
        response = client.get(address)
        if response.status_code != 200:
            raise RuntimeError(f"{address} answers {response.status_code}")

    return spent(ask)


def beyond(size: int, found: dict[str, dict[str, float]]) -> list[str]:
    """Return what is over the limit for this number of projects, in words."""
    most = MOST_MILLISECONDS.get(size)
    over = [name for name in LIST if most and found[name]["processor"] > most]
    return [f"{name}: {found[name]['processor']:.0f} ms at {size:,}, the limit is {most}" for name in over]
