"""What whole pages of the search cost the server: the work of this process and of the database's, without a network."""

from statistics import median
from urllib.parse import urlencode

from django.test import Client
from django.urls import Resolver404, resolve

from benchmarks.searching import questions, strange
from benchmarks.spending import Spent, spent
from projects.models import Region, Theme

TURNS = 7
LIST, SUGGESTIONS, COMPARABLE = "/projecten/", "/zoeken/suggesties", "/vergelijkbaar/"
BEGINNINGS = ("val", "beel", "zorg", "wijkver", "dement", "mantelz", "rolst", "z", "regis", "thuis")
LONGEST_ADDRESS = 4_000
"""Servers refuse a longer one before the site sees it; a longer text is sent as a plan."""


def addresses() -> dict[str, str]:
    """Return the addresses of a mix of questions, by the name that is shown."""
    theme = {"thema": Theme.objects.main().in_order()[0].slug}
    region = {"regio": Region.objects.of_scheme("provincie").order_by("name")[0].slug}
    short, broad = questions.short(), questions.broad(questions.BROAD)
    asked = {
        "all": {},
        "all, page 20": {"page": 20},
        "all, theme": theme,
        "all, region and phases": {**region, "fase": ["pilot", "embedded"]},
        **{f"short {number}": {"q": text} for number, text in enumerate(short[:6], start=1)},
        "misspelt": {"q": "mantelzorgerrs"},
        "several words": {"q": " ".join(short[:3])},
        "a sentence": {"q": "hoe krijgen we mensen met dementie mee in een nieuwe manier van plannen in de wijk"},
        "a plan": {"q": questions.plans()[0]},
        **{f"broad {number}": {"q": word} for number, word in enumerate(broad[:3], start=1)},
        "broad words": {"q": " ".join(broad)},
        "broad, theme and region": {"q": broad[0], **theme, **region},
        "short, theme": {"q": short[1], **theme},
        "short, newest": {"q": short[2], "sort": "newest"},
        "phrase": {"q": f'"{broad[0]} {broad[1]}"'},
        "without": {"q": f"{broad[0]} -{broad[1]}"},
        "nothing": {"q": "xqzwvblorp"},
    }
    return {name: f"{LIST}?{urlencode(parameters, doseq=True)}" for name, parameters in asked.items()}


def measure() -> dict[str, dict[str, float]]:
    """Return for each page the first answer by the clock, and the median and the worst of the work of later ones."""
    client = Client()
    client.get(LIST)
    return {name: _page(client, address) for name, address in addresses().items()}


def suggestions() -> dict[str, dict[str, float]] | None:
    """Return the same for what is offered while somebody types; None when the site offers nothing."""
    try:
        resolve(SUGGESTIONS)
    except Resolver404:
        return None
    client = Client()
    return {text: _page(client, f"{SUGGESTIONS}?{urlencode({'q': text})}") for text in BEGINNINGS}


def strangest() -> dict[str, float]:
    """Return for each strange question the longest that anybody waited for its page, in milliseconds."""
    client = Client()
    return {name: max(ask_strange(client, text).clock for _ in range(3)) for name, text in strange.texts().items()}


def ask_strange(client: Client, text: str) -> Spent:
    """Ask for the page that takes a text of this length: the list, or what is comparable to a plan."""
    query = urlencode({"q": text})
    if len(query) <= LONGEST_ADDRESS:
        return spent(lambda: _answered(client.get(f"{LIST}?{query}"), text))
    return spent(lambda: _answered(client.post(COMPARABLE, {"tekst": text}), text))


def _page(client: Client, address: str) -> dict[str, float]:
    first, *others = [spent(lambda: _answered(client.get(address), address)) for _ in range(TURNS + 1)]
    work = [one.processor for one in others]
    return {"first": first.clock, "median": median(work), "worst": max(work)}


def _answered(response: object, what: str) -> None:
    if response.status_code != 200:
        raise RuntimeError(f"{what[:80]!r} answers {response.status_code}")
