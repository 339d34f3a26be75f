"""How heavy a page is to fetch: what a browser asks for, as small as a server sends it, pictures apart."""

import gzip

import pytest
from playwright.sync_api import Response

from tests.browser.pages import MAIN, PAGES

pytestmark = pytest.mark.browser
MOST_BYTES = 60_000
COMPRESSED = ("document", "stylesheet", "script", "fetch", "xhr", "other", "manifest")


@pytest.mark.parametrize("name", [*MAIN, "map", "table", "project with long words"])
def test_weight_without_pictures(open_page, name):
    page = open_page("/healthz")
    fetched: list[Response] = []
    page.on("response", lambda response: fetched.append(response))
    page.goto(PAGES[name], wait_until="networkidle")
    weights = {one.url: weight(one) for one in fetched if one.request.resource_type != "image"}
    assert sum(weights.values()) < MOST_BYTES, "\n".join(f"{size:>7} {url}" for url, size in weights.items())


def weight(response: Response) -> int:
    """Return the bytes on the way; fonts are compressed by themselves."""
    body = response.body()
    return len(gzip.compress(body)) if response.request.resource_type in COMPRESSED else len(body)
