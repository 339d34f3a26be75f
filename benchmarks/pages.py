"""How long a page of the finder takes, in milliseconds, from request to answer in one process without a network."""

import statistics
import time

TIMES = 7


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
        "lessons": "/lessen/",
    }


def measure() -> dict[str, tuple[float, float]]:
    """Return for each page the first answer after a change (nothing kept) and the median of those after it."""
    from django.test import Client  # noqa: PLC0415 - needs Django

    client = Client()
    client.get("/")
    return {name: _page(client, address) for name, address in addresses().items()}


def _page(client: object, address: str) -> tuple[float, float]:
    from django.core.cache import cache  # noqa: PLC0415 - needs Django

    cache.clear()
    first, *others = [_request(client, address) for _turn in range(TIMES + 1)]
    return first, statistics.median(others)


def _request(client: object, address: str) -> float:
    start = time.perf_counter()
    response = client.get(address)
    taken = (time.perf_counter() - start) * 1000
    if response.status_code != 200:
        raise RuntimeError(f"{address} answers {response.status_code}")
    return taken
