"""Error pages: in the site's look, in the language of the address, and of no use to whoever tries things out."""

import pytest
from django.db import InterfaceError, OperationalError
from django.db.utils import ProgrammingError
from django.test import Client

from tests.pages import Page

NUL = "\0"


@pytest.fixture
def broken(client, db, monkeypatch):
    """Return a function that has every project list fail with an error, and gives the answer."""
    client.raise_request_exception = False

    def broken(error, address="/projecten/"):
        def fail(*args, **kwargs):
            raise error

        monkeypatch.setattr("projects.views.projects.finder_context", fail)
        return client.get(address)

    return broken


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/bestaat-niet/", "/projecten/bestaat-niet/", "/instellingen/x/", "/themas/x/"])
def test_404_offers_the_search_and_the_way_home(client, address):
    response = client.get(address)
    page = Page.of(response)
    assert response.status_code == 404
    assert page.heading == "Deze pagina is er niet"
    assert page.title == "Pagina niet gevonden – Vindplaats"
    assert page.soup.select_one('form[role=search][action="/projecten/"]')
    assert page.link("Naar de startpagina") == "/"
    assert page.soup.select_one("meta[name=robots]")["content"] == "noindex"


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/en/bestaat-niet/", "/en/projecten/bestaat-niet/"])
def test_404_in_english(client, address):
    response = client.get(address)
    page = Page.of(response)
    assert response.status_code == 404
    assert page.soup.html["lang"] == "en"
    assert page.soup.select_one('form[role=search][action="/en/projecten/"]')


@pytest.mark.django_db
@pytest.mark.parametrize("before", ["/en/", "/"])
def test_an_error_has_the_language_of_its_own_address_not_of_the_page_before(client, before):
    client.get(before)
    assert Page.of(client.get("/projecten/", {"q": NUL})).soup.html["lang"] == "nl"
    client.get(before)
    assert Page.of(client.get("/en/projecten/", {"q": NUL})).soup.html["lang"] == "en"


def test_400_for_what_cannot_be_read(client):
    response = client.get("/projecten/", {"q": NUL})
    page = Page.of(response)
    assert response.status_code == 400
    assert page.heading == "Wij kunnen dit verzoek niet lezen"
    assert page.title == "Verzoek niet begrepen – Vindplaats"
    assert page.link("Naar de startpagina") == "/"


def test_400_for_a_host_that_is_not_ours_and_never_repeats_it(client):
    response = client.get("/projecten/", headers={"host": "kwaad.example"})
    assert response.status_code == 400
    assert "kwaad.example" not in response.content.decode()
    assert Page.of(response).heading == "Wij kunnen dit verzoek niet lezen"


def test_500_says_that_it_is_our_fault_and_nothing_else(broken):
    response = broken(ProgrammingError("geheim: tabel bestaat niet"))
    page = Page.of(response)
    assert response.status_code == 500
    assert page.heading == "Er ging bij ons iets mis"
    assert page.title == "Er ging iets mis – Vindplaats"
    assert "geheim" not in response.content.decode()
    assert page.link("Naar de startpagina") == "/"


def test_500_in_english(broken):
    response = broken(RuntimeError(), "/en/projecten/")
    assert response.status_code == 500
    assert Page.of(response).soup.html["lang"] == "en"


@pytest.mark.parametrize("error", [OperationalError("canceling statement"), InterfaceError("connection is closed")])
def test_503_when_the_database_is_away_or_too_slow(broken, error):
    response = broken(error)
    assert response.status_code == 503
    assert response["Retry-After"] == "30"
    assert Page.of(response).heading == "Vindplaats is even niet bereikbaar"


def test_error_pages_for_a_broken_server_ask_nothing_of_the_database(broken, django_assert_num_queries):
    broken(RuntimeError())
    with django_assert_num_queries(0):
        assert broken(RuntimeError()).status_code == 500


@pytest.mark.django_db
def test_403_for_a_form_without_proof_of_origin():
    response = Client(enforce_csrf_checks=True).post("/account/login/", {"login": "a", "password": "b"})
    assert response.status_code == 403
    assert Page.of(response).heading == "Het formulier is verlopen"
