"""With DEBUG on, as under `make run`, an address that is not there gets the site's own page."""

import gzip

import pytest
from django.test import Client

from vindplaats.settings.own_errors import with_own_errors


@pytest.fixture
def developer(settings, db):
    settings.DEBUG = True
    settings.MIDDLEWARE = with_own_errors(settings.MIDDLEWARE)
    return Client(raise_request_exception=False)


@pytest.mark.parametrize(
    ("address", "status", "language"),
    [
        ("/bestaat-niet/", 404, "nl"),
        ("/projecten/bestaat-niet/", 404, "nl"),
        ("/en/bestaat-niet/", 404, "en"),
        ("/projecten/?q=%00", 400, "nl"),
    ],
)
def test_is_the_sites_own_page(developer, address, status, language):
    response = developer.get(address)
    assert response.status_code == status
    assert b"DEBUG = True" not in response.content
    assert (
        f'<html lang="{language}"'.encode() in response.content
        or f'lang="{language}"'.encode() in response.content[:200]
    )


def test_also_for_a_browser_which_takes_compressed_pages(developer):
    response = developer.get("/bestaat-niet/", headers={"Accept-Encoding": "gzip"})
    page = gzip.decompress(response.content).decode()
    assert "DEBUG = True" not in page
    assert "Pagina niet gevonden" in page
