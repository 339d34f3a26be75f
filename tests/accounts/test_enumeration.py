"""Nothing that a visitor sees tells whether an address is known: not a page, its time, or how many mails go out."""

import re

import pytest
from django.contrib.auth import hashers
from django.core.cache import cache
from django.test import Client

from tests import factories
from tests.mailbox import mails

pytestmark = pytest.mark.django_db
SECRETS = re.compile(rb'name="csrfmiddlewaretoken" value="[^"]+"')
KNOWN, UNKNOWN = "bekend@zorg.example", "onbekend@zorg.example"
FORMS = {
    "sign up": ("/account/aanmelden/", {"name": "Jo", "password1": "vier-rustige-woorden-hier"}, "email"),
    "forgotten": ("/account/wachtwoord/vergeten/", {}, "email"),
    "log in": ("/account/login/", {"password": "niet-het-wachtwoord"}, "login"),
}


@pytest.fixture(params=["confirmed", "not confirmed", "switched off"])
def known(request):
    """Make an account with the known address."""
    fields = {"confirmed": {}, "not confirmed": {"verified": False}, "switched off": {"is_active": False}}
    return factories.UserFactory(email=KNOWN, **fields[request.param])


def send(form, address):
    """Send a form with an address as a new visitor; returns what came back and how many mails were queued."""
    cache.clear()
    path, fields, field = FORMS[form]
    before = len(mails())
    response = Client().post(path, {**fields, field: address}, follow=True)
    page = SECRETS.sub(b"", response.content).replace(address.encode(), b"ADDRESS")
    return response.status_code, response.redirect_chain, dict(response.headers), page, len(mails()) - before


@pytest.mark.parametrize("form", FORMS)
def test_answers_are_equal_to_the_letter(known, form):
    status, chain, headers, page, mailed = send(form, KNOWN)
    others = send(form, UNKNOWN)
    assert (status, chain, page, mailed) == (others[0], others[1], others[3], others[4])
    varying = {"Content-Length", "Expires"}
    assert {n: v for n, v in headers.items() if n not in varying} == {
        n: v for n, v in others[2].items() if n not in varying
    }
    assert mailed == (0 if form == "log in" else 1)


@pytest.mark.parametrize("form", ["sign up", "log in"])
def test_a_password_is_hashed_as_often(known, form, monkeypatch):
    """Nothing else that a form does takes as long."""
    hashed = []
    encode = hashers.MD5PasswordHasher.encode

    def counting(self, *arguments, **more):
        hashed.append(1)
        return encode(self, *arguments, **more)

    monkeypatch.setattr(hashers.MD5PasswordHasher, "encode", counting)
    counts = []
    for address in (KNOWN, UNKNOWN):
        hashed.clear()
        send(form, address)
        counts.append(len(hashed))
    assert counts[0] == counts[1] > 0


def test_the_owner_of_a_known_address_is_told(known):
    send("sign up", KNOWN)
    (mail,) = mails(KNOWN)
    assert mail.subject == "U hebt al een account"
    assert "/account/wachtwoord/vergeten/" in mail.message


def test_who_mistook_the_address_is_told():
    send("forgotten", UNKNOWN)
    (mail,) = mails(UNKNOWN)
    assert mail.subject == "Er is geen account met dit adres"
    assert "/account/aanmelden/" in mail.message


def test_no_second_account_for_one_address(known):
    from vindplaats.accounts.models import User

    send("sign up", KNOWN.upper())
    assert User.objects.get() == known
    known.refresh_from_db()
    assert known.check_password("geheim-geheim")
