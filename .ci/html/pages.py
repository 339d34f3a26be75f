"""Write pages of the site, filled with the shipped catalogue, to a folder: some of every kind that a link leads to."""

import logging
import os
import re
import sys
from collections import Counter
from html import unescape
from pathlib import Path

import django
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.urls import Resolver404, resolve
from django.utils import translation

ROOT = Path(__file__).resolve().parents[2]
DATABASE = "vindplaats_pages"
FINDER = ("", "?q=zorg&sort=newest", "?q=xqzvwk", "?weergave=kaart", "?weergave=tabel", "?thema=niet", "?page=2")
START = ["/", "/en/", "/bestaat-niet/", "/lessen/?q=xqzvwk", *(f"/projecten/{query}" for query in FINDER)]
OF_EACH_KIND = 2


def kind(address: str) -> str | None:
    """Return the view and language that an address leads to; None for what is not ours to read."""
    path = address.split("?")[0]
    if address in START:
        return address
    try:
        # A prefix is understood only while its language is active, and a visit leaves its own language active.
        with translation.override("nl"):
            view = resolve(path.removeprefix("/en")).view_name
    except Resolver404:
        return "not found"
    return None if view.startswith("admin:") else f"{view} {path.startswith('/en/')} {'?' in address}"


def refuse_double_ids(address: str, text: str) -> None:
    """Stop at a page on which two elements share an id; html-validate needs half a minute for that on a long list."""
    if double := [name for name, times in Counter(re.findall(r'\sid="([^"]+)"', text)).items() if times > 1]:
        sys.exit(f"{address}: more than one element has the id {', '.join(double)}")


def walk(folder: Path) -> int:
    """Follow links from the start pages, write each page to `folder` and return how many there are."""
    client, seen, waiting, written = Client(), set(), list(START), Counter()
    while waiting:
        address = waiting.pop(0)
        which = kind(address)
        if address in seen or which is None or written[which] >= OF_EACH_KIND:
            continue
        seen.add(address)
        page = client.get(address)
        if "Location" in page:  # such as a page of one person, which leads to the login page
            waiting.append(page["Location"])
        if "Location" in page or not page.get("Content-Type", "").startswith("text/html"):
            continue
        written[which] += 1
        text = page.content.decode()
        refuse_double_ids(address, text)
        (folder / f"{re.sub(r'[^a-z0-9]+', '-', address.lower()).strip('-') or 'home'}.html").write_text(text)
        waiting += [unescape(link).split("#")[0] for link in re.findall(r'<a [^>]*href="(/[^"]*)"', text)]
    return written.total()


def fill() -> None:
    """Load the shipped catalogue into a new database of our own."""
    from tests.template_database import make_copy  # noqa: PLC0415 - can be imported only now

    make_copy(DATABASE)
    connection.settings_dict["NAME"] = DATABASE
    for command in ("load_reference", "load_catalogue"):
        call_command(command, verbosity=0)


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vindplaats.settings.test")
    django.setup()
    logging.disable(logging.WARNING)
    fill()
    print(f"{walk(Path(sys.argv[1]))} pages written")
