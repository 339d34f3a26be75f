"""Pages and mails of the account are in one language, mistakes and all; allauth's own words show nowhere."""

import pytest
from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from tests import factories
from tests.accounts.codes import code
from tests.languages import telltales, words
from tests.mailbox import mails
from tests.test_two_languages import mixed_up
from vindplaats.mail.rendering import render

pytestmark = pytest.mark.django_db
LANGUAGES = pytest.mark.parametrize("language", ["nl", "en"])
INSIDE = [
    "account_settings",
    "account_email",
    "account_change_password",
    "usersessions_list",
    "mfa_index",
    "mfa_activate_totp",
    "mfa_list_webauthn",
    "mfa_add_webauthn",
    "account_reauthenticate",
]
WRONG = {
    "account_signup": {"name": "", "email": "x", "password1": "kort"},
    "login": {"login": "jo@zorg.example", "password": "x"},
    "account_reset_password": {"email": ""},
}
WRONG_INSIDE = {
    "oldpassword": "x",
    "password1": "x",
    "code": "1",
    "email": "bo@b.example",
    "action_add": "",
    "name": "",
}
EVENTS = ["password_changed", "password_set", "password_reset", "email_deleted", "email_confirm"]


def address(name, language):
    with override(language):
        return reverse(name)


@LANGUAGES
def test_mistakes_of_visitors(client, language):
    for name, fields in WRONG.items():
        assert mixed_up(client.post(address(name, language), fields)) == [], name
    for _ in range(11):
        answer = client.post(address("login", language), WRONG["login"])
    assert mixed_up(answer) == []


@LANGUAGES
def test_pages_of_who_is_inside(client, language):
    user = factories.UserFactory(name="Bo", email="bo@b.example", language=language)
    client.post(address("login", language), {"login": user.email, "password": "geheim-geheim"})
    for name in INSIDE:
        assert mixed_up(client.get(address(name, language)), ("Bo",)) == [], name
        cache.clear()
        wrong = {
            "oldpassword": "x",
            "password1": "x",
            "code": "1",
            "email": "bo@b.example",
            "action_add": "",
            "name": "",
        }
        response = client.post(address(name, language), wrong)
        assert response.status_code != 200 or mixed_up(response, ("Bo",)) == [], name


@LANGUAGES
def test_second_step(client, language):
    user = factories.UserFactory(second_factor=True, name="Bo", email="bo@b.example")
    client.post(address("login", language), {"login": user.email, "password": "geheim-geheim"})
    step = address("mfa_authenticate", language)
    assert mixed_up(client.get(step)) == []
    assert mixed_up(client.post(step, {"code": "1"})) == []
    client.post(step, {"code": code()})
    for name in ("mfa_deactivate_totp", "mfa_generate_recovery_codes", "mfa_reauthenticate", "mfa_index"):
        assert mixed_up(client.get(address(name, language)), ("Bo",)) == [], name
    client.post(address("mfa_generate_recovery_codes", language))
    assert mixed_up(client.get(address("mfa_view_recovery_codes", language)), ("Bo",)) == []


@LANGUAGES
def test_mails_of_a_sign_up_and_a_reset(client, language):
    fields = {"name": "Bo", "password1": "vier-rustige-woorden-hier"}
    known = factories.UserFactory(name="Bo", email="bo@b.example", language=language)
    for email in ("co@b.example", known.email):
        client.post(address("account_signup", language), {**fields, "email": email})
        client.post(address("account_reset_password", language), {"email": email})
    client.post(address("account_reset_password", language), {"email": "do@b.example"})
    assert len(mails()) == 5
    for mail in mails():
        assert not (words(f"{mail.subject} {mail.message}") - {"bo", "nieuw"}) & telltales(language), mail.subject


@LANGUAGES
@pytest.mark.parametrize(
    "event", ["password_changed", "password_set", "password_reset", "email_deleted", "email_confirm"]
)
def test_mails_about_changes(language, event):
    user = factories.UserFactory.build(name="Bo")
    context = {"user": user, "ip": "192.0.2.1", "timestamp": timezone.now()}
    mail = render(f"account/{event}", context, language)
    assert not words(f"{mail.subject} {mail.text}") & telltales(language)
