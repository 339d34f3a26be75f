"""Who turns out to be logged out at sending loses nothing of what was typed."""

import datetime

import pytest
import time_machine
from django.contrib.sessions.models import Session
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from peers.models import Question
from tests import factories
from tests.pages import Page

pytestmark = pytest.mark.django_db
ASK = "/vragen/stellen/"
TYPED = {
    "titel": "Wie heeft ervaring met beeldbellen?",
    "tekst": "Wij <b>beginnen</b> in mei.",
    "taal": "nl",
    "stap": "plaats",
}


def logged_in(client, next_page):
    """Log in as the login page asks, and return the page that this leads to."""
    user = factories.UserFactory()
    response = client.post("/account/login/", {"login": user.email, "password": "geheim-geheim", "next": next_page})
    return Page.of(client.get(response.headers["Location"]))


def test_what_was_typed_is_there_after_logging_in_and_can_be_sent(client):
    response = client.post(ASK, {**TYPED, "thema": ["een", "twee"]})
    assert response.status_code == 302
    login = Page.of(client.get(response.headers["Location"]))
    assert "wat u typte, is bewaard" in login.text
    page = logged_in(client, login.soup.select_one("main [name=next]")["value"])
    form = page.soup.select_one("main form[method=post]")
    assert form["action"] == ASK
    sent = [(one["name"], one["value"]) for one in form.select("input") if one["name"] != "csrfmiddlewaretoken"]
    assert sent == [*TYPED.items(), ("thema", "een"), ("thema", "twee")]
    client.post(form["action"], dict(sent[:4]))
    assert Question.objects.get().title == TYPED["titel"]


def test_it_waits_in_that_browser_only_and_is_shown_once(client):
    client.post(ASK, TYPED)
    other = Client()
    other.force_login(factories.UserFactory())
    assert "Er is niets meer bewaard" in Page.of(other.get("/account/verder/")).main
    assert TYPED["titel"] in str(logged_in(client, "/account/verder/").soup)
    assert "Er is niets meer bewaard" in Page.of(client.get("/account/verder/")).main


def test_after_half_an_hour_nothing_is_left(client):
    client.post(ASK, TYPED)
    later = timezone.now() + datetime.timedelta(minutes=31)
    assert Session.objects.get().expire_date < later
    with time_machine.travel(later):
        assert "Er is niets meer bewaard" in logged_in(client, "/account/verder/").main


def test_who_goes_on_stays_logged_in_for_as_long_as_others(client):
    client.post(ASK, TYPED)
    logged_in(client, "/account/verder/")
    assert Session.objects.get().expire_date > timezone.now() + datetime.timedelta(days=13)


@pytest.mark.parametrize("address", ["/account/wachtwoord/", "/account/e-mailadres/"])
def test_nothing_of_the_account_itself_is_kept(client, address):
    response = client.post(address, {"oldpassword": "geheim-geheim", "email": "iemand@zorg.example"})
    assert "/account/verder/" not in response.headers["Location"]
    assert not Session.objects.exists()


def test_what_is_far_too_long_is_not_kept(client):
    response = client.post(ASK, {**TYPED, "tekst": "x" * 200_001})
    assert response.headers["Location"] == f"/account/login/?next={ASK}"


def test_a_form_from_elsewhere_is_not_kept():
    careful = Client(enforce_csrf_checks=True)
    assert careful.post(ASK, TYPED).status_code == 403
    assert not Session.objects.exists()


def test_a_file_has_to_be_chosen_again_and_the_page_says_so(client):
    client.post(ASK, {**TYPED, "bijlage": SimpleUploadedFile("a.txt", b"x")})
    assert "Kies het daarna opnieuw" in logged_in(client, "/account/verder/").main
