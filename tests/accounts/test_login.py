"""The login page."""

import pytest

from tests import factories
from tests.pages import Page

pytestmark = pytest.mark.django_db
LOGIN = "/account/login/"


def test_shows_a_form_that_browsers_and_password_managers_understand(client):
    page = Page.of(client.get(LOGIN))
    assert page.heading == "Inloggen"
    assert page.soup.select_one("input[name=login]")["autocomplete"] == "username"
    assert page.soup.select_one("input[name=login]")["type"] == "email"
    assert page.soup.select_one("input[name=password]")["autocomplete"] == "current-password"
    assert page.soup.select_one("input[name=password]")["type"] == "password"


def test_lets_in_and_goes_on_to_what_was_asked(client):
    user = factories.UserFactory()
    response = client.post(
        f"{LOGIN}?next=/lessen/", {"login": user.email, "password": "geheim-geheim", "next": "/lessen/"}
    )
    assert response.headers["Location"] == "/lessen/"
    assert "Uitloggen" in Page.of(client.get("/")).text


def test_keeps_where_to_go_on_to_in_every_form(client):
    page = Page.of(client.get(f"{LOGIN}?next=/lessen/"))
    assert [field["value"] for field in page.soup.select("main [name=next]")] == ["/lessen/"] * 2
    assert page.link("Account maken").endswith("?next=%2Flessen%2F")


@pytest.mark.parametrize("email", ["MEDEWERKER@zorg.example", " medewerker@zorg.example "])
def test_an_address_may_be_typed_in_any_way(client, email):
    factories.UserFactory(email="medewerker@zorg.example")
    assert client.post(LOGIN, {"login": email, "password": "geheim-geheim"}).status_code == 302


@pytest.mark.parametrize(
    "next_page", ["https://kwaad.example/", "//kwaad.example", "javascript:alert(1)", "/\\kwaad.example"]
)
def test_never_sends_on_to_another_site(client, next_page):
    user = factories.UserFactory()
    response = client.post(LOGIN, {"login": user.email, "password": "geheim-geheim", "next": next_page})
    assert response.headers["Location"] == "/"


@pytest.mark.parametrize("known", [True, False])
def test_a_mistake_is_told_the_same_whether_or_not_the_address_is_known(client, known):
    email = factories.UserFactory().email if known else "niemand@zorg.example"
    page = Page.of(client.post(LOGIN, {"login": email, "password": "verkeerd"}))
    assert page.title == "Fout: Inloggen – Vindplaats"
    assert page.soup.select_one(".vp-errors[role=alert]")
    assert "e-mailadres" in page.main
    assert page.soup.select_one("input[name=login]")["value"] == email
    assert not page.soup.select_one("input[name=password]").has_attr("value")


def test_an_account_that_was_switched_off_stays_out(client):
    user = factories.UserFactory(is_active=False)
    page = Page.of(client.post(LOGIN, {"login": user.email, "password": "geheim-geheim"}, follow=True))
    assert "Uitloggen" not in page.text
    assert "Inloggen" in Page.of(client.get("/")).text


def test_empty_fields_are_named_and_linked(client):
    page = Page.of(client.post(LOGIN, {}))
    assert page.hrefs(".vp-errors a") == ["#id_login", "#id_password"]
    assert page.soup.select_one("#id_login")["aria-invalid"] == "true"


def test_logging_out_asks_for_a_post(client):
    client.force_login(factories.UserFactory())
    assert client.get("/account/logout/").status_code == 405
    assert client.post("/account/logout/").status_code == 302
    assert "Inloggen" in Page.of(client.get("/")).text


def test_who_is_logged_in_is_sent_on(client):
    client.force_login(factories.UserFactory())
    assert client.get(LOGIN).headers["Location"] == "/"
    assert client.get("/account/aanmelden/").headers["Location"] == "/"


def test_what_is_not_public_asks_to_log_in(client):
    assert client.get("/account/").headers["Location"] == "/account/login/?next=/account/"


def test_is_there_in_english(client):
    page = Page.of(client.get(f"/en{LOGIN}"))
    assert page.soup.html["lang"] == "en"
    assert page.heading == "Log in"
