"""From no account to one that is well locked, through the pages and the mails."""

import re

import pytest
import time_machine
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.core.cache import cache
from django.utils import timezone

from tests import factories
from tests.accounts.codes import code
from tests.mailbox import link_in, mails
from tests.pages import Page
from vindplaats.accounts.models import User
from vindplaats.mine.data import collect

pytestmark = pytest.mark.django_db
PASSWORD = "vier-rustige-woorden-hier"
SIGN_UP = {"name": "Jo Jansen", "email": "Jo@Zorg.example", "password1": PASSWORD}


def log_in(client, email="jo@zorg.example", password=PASSWORD, **more):
    return client.post("/account/login/", {"login": email, "password": password}, **more)


def who(client):
    return client.session.get("_auth_user_id")


def test_sign_up_confirm_and_log_in(client):
    page = Page.of(client.post("/account/aanmelden/", SIGN_UP, follow=True))
    assert page.heading == "Kijk in uw mail"
    assert not who(client)
    user = User.objects.get()
    assert (user.email, user.name, user.language) == ("jo@zorg.example", "Jo Jansen", "nl")
    assert Page.of(log_in(client, follow=True)).heading == "Kijk in uw mail"
    (mail,) = mails("jo@zorg.example")
    assert mail.subject == "Bevestig uw e-mailadres"
    assert Page.of(client.get(link_in(mail))).heading == "E-mailadres bevestigen"
    assert not EmailAddress.objects.get().verified
    client.post(link_in(mail))
    assert EmailAddress.objects.get().verified
    assert log_in(client).headers["Location"] == "/"
    assert who(client) == str(user.pk)


def test_english_is_kept_for_the_mails(client):
    client.post("/en/account/aanmelden/", SIGN_UP)
    assert User.objects.get().language == "en"
    assert mails()[0].subject == "Confirm your email address"
    assert link_in(mails()[0]).startswith("/en/account/")


def test_what_was_typed_stays_when_something_is_wrong(client):
    for password, said in (
        ("kort", "minstens 12 tekens, bijvoorbeeld"),
        ("jo@zorg.example", "lijkt te veel op uw naam of e-mailadres"),
        ("password1234", "Veel mensen gebruiken dit"),
    ):
        page = Page.of(client.post("/account/aanmelden/", {**SIGN_UP, "password1": password}))
        assert page.title.startswith("Fout: ")
        assert page.soup.select_one("[name=name]")["value"] == "Jo Jansen"
        assert [said in error for error in page.all(".vp-errors li")] == [True]
    assert not User.objects.exists()


def test_links_in_mails_do_not_follow_the_host_that_was_asked(client, settings):
    settings.ALLOWED_HOSTS = ["*"]
    client.post("/account/aanmelden/", SIGN_UP, headers={"host": "kwaad.example"})
    client.post("/account/wachtwoord/vergeten/", {"email": "jo@zorg.example"}, headers={"host": "kwaad.example"})
    assert len(mails()) == 2
    for mail in mails():
        assert "kwaad.example" not in mail.message
        assert "https://vindplaats.example/account/" in mail.message


def test_forgotten_password(client):
    user = factories.UserFactory()
    assert Page.of(client.post("/account/wachtwoord/vergeten/", {"email": user.email}, follow=True)).heading
    (mail,) = mails(user.email)
    page = Page.of(client.get(link_in(mail), follow=True))
    assert page.heading == "Nieuw wachtwoord kiezen"
    target = page.soup.select_one("main form")["action"]
    assert Page.of(client.post(target, {"password1": PASSWORD}, follow=True)).heading.startswith("Uw nieuwe wachtwoord")
    assert log_in(client, user.email, "geheim-geheim").status_code == 200
    assert log_in(client, user.email).status_code == 302
    assert mails(user.email)[-1].subject == "Uw wachtwoord is veranderd"
    again = Page.of(client.get(link_in(mail), follow=True))
    assert "werkt niet meer" in again.main


def test_change_of_password_asks_for_the_old_one_and_tells_it(client):
    user = factories.UserFactory()
    client.force_login(user)
    change = "/account/wachtwoord/"
    wrong = Page.of(client.post(change, {"oldpassword": "fout", "password1": PASSWORD}))
    assert "niet uw huidige wachtwoord" in wrong.main
    assert client.post(change, {"oldpassword": "geheim-geheim", "password1": PASSWORD}).status_code == 302
    user.refresh_from_db()
    assert user.check_password(PASSWORD)
    assert [mail.subject for mail in mails(user.email)] == ["Uw wachtwoord is veranderd"]


def test_change_of_address_once_the_new_one_is_confirmed(client):
    user = factories.UserFactory(email="oud@zorg.example")
    log_in(client, user.email, "geheim-geheim")
    client.post("/account/e-mailadres/", {"email": "nieuw@zorg.example", "action_add": ""})
    user.refresh_from_db()
    assert user.email == "oud@zorg.example"
    assert "nieuw@zorg.example" in Page.of(client.get("/account/")).main
    client.post(link_in(mails("nieuw@zorg.example")[0]))
    user.refresh_from_db()
    assert user.email == "nieuw@zorg.example"
    assert mails("oud@zorg.example")[-1].subject == "Uw e-mailadres is veranderd"


def test_name_and_language(client):
    user = factories.UserFactory()
    client.force_login(user)
    client.post("/account/", {"name": "Nieuwe Naam", "language": "en"})
    user.refresh_from_db()
    assert (user.name, user.language) == ("Nieuwe Naam", "en")
    page = Page.of(client.post("/account/", {"name": "", "language": "en"}))
    assert "Nieuwe Naam" in page.soup.select_one("header").text
    assert page.title.startswith("Fout: ")


@pytest.fixture
def with_app(client, django_capture_on_commit_callbacks):
    """Somebody who set up the app through the pages; returns user, secret and recovery codes."""
    user = factories.UserFactory()
    log_in(client, user.email, "geheim-geheim")
    page = Page.of(client.get("/account/tweede-stap/app/"))
    secret = page.soup.select_one(".vp-secret").text
    with django_capture_on_commit_callbacks(execute=True):
        shown = Page.of(client.post("/account/tweede-stap/app/", {"code": code(secret)}, follow=True))
    assert shown.heading == "Herstelcodes"
    client.post("/account/logout/")
    cache.clear()  # of the code that was just used
    return user, secret, [each.text for each in shown.soup.select(".vp-codes code")]


def test_app_is_asked_for_at_the_next_login(client, with_app):
    user, secret, _ = with_app
    assert Page.of(log_in(client, user.email, "geheim-geheim", follow=True)).heading == "Tweede stap"
    assert not who(client)
    assert "klopt niet" in Page.of(client.post("/account/tweede-stap/code/", {"code": "000000"})).main
    assert client.post("/account/tweede-stap/code/", {"code": code(secret)}).headers["Location"] == "/"
    assert who(client) == str(user.pk)
    assert mails(user.email)[0].subject == "Tweede stap aangezet"


def test_a_code_works_once(client, with_app):
    user, secret, _ = with_app
    used = code(secret)
    for later, expected in ((0, 302), (35, 200)):
        with time_machine.travel(timezone.now() + timezone.timedelta(seconds=later)):
            log_in(client, user.email, "geheim-geheim")
            assert client.post("/account/tweede-stap/code/", {"code": used}).status_code == expected
            client.post("/account/logout/")


def test_what_somebody_takes_along_holds_no_secret(with_app):
    user, secret, recovery = with_app
    held = collect(user)
    assert [step["type"] for step in held["second_steps"]] == ["totp", "recovery_codes"]
    assert "sessions" in held
    assert not [one for one in (secret, *recovery) if one in str(held)]


def test_secrets_are_unreadable_in_the_database(with_app):
    _, secret, recovery = with_app
    held = str(list(Authenticator.objects.values_list("data", flat=True)))
    assert Authenticator.objects.count() == 2
    assert not [one for one in (secret, *recovery) if one in held]


def test_recovery_code_works_once(client, with_app):
    user, _, recovery = with_app
    assert len(recovery) == 10
    for expected in (302, 200):
        log_in(client, user.email, "geheim-geheim")
        answer = client.post("/account/tweede-stap/code/", {"code": recovery[0]})
        assert answer.status_code == expected
        client.post("/account/logout/")


def test_codes_as_a_file_and_new_ones(client, with_app):
    user, secret, recovery = with_app
    log_in(client, user.email, "geheim-geheim")
    client.post("/account/tweede-stap/code/", {"code": code(secret)})
    file = client.get("/account/tweede-stap/herstelcodes/bestand/")
    assert file.content.decode().split() == recovery
    assert "attachment" in file.headers["Content-Disposition"]
    page = Page.of(client.post("/account/tweede-stap/herstelcodes/nieuw/", follow=True))
    assert not set(recovery) & {each.text for each in page.soup.select(".vp-codes code")}


def test_only_the_page_of_the_app_may_show_an_image_made_of_data(client):
    user = factories.UserFactory()
    log_in(client, user.email, "geheim-geheim")
    app = client.get("/account/tweede-stap/app/").headers["Content-Security-Policy"]
    assert re.search(r"img-src 'self' data:", app)
    assert "data:" not in client.get("/account/tweede-stap/").headers["Content-Security-Policy"]


def test_pages_of_passkeys(client):
    user = factories.UserFactory()
    log_in(client, user.email, "geheim-geheim")
    page = Page.of(client.get("/account/tweede-stap/passkeys/toevoegen/"))
    assert page.heading == "Passkey toevoegen"
    assert [script["src"] for script in page.soup.select("script[src]")][-3:] == [
        "/static/mfa/js/webauthn-json.js",
        "/static/mfa/js/webauthn.js",
        "/static/js/passkeys.js",
    ]
    assert Page.of(client.get("/account/tweede-stap/passkeys/")).heading == "Passkeys"


def test_logging_out_everywhere_else(client):
    from django.test import Client

    user = factories.UserFactory()
    elsewhere = Client(headers={"user-agent": "Andere telefoon"})
    log_in(elsewhere, user.email, "geheim-geheim")
    log_in(client, user.email, "geheim-geheim")
    assert "Andere telefoon" in Page.of(client.get("/account/apparaten/")).main
    client.post("/account/apparaten/")
    assert elsewhere.get("/account/").status_code == 302
    assert client.get("/account/").status_code == 200


def test_what_changes_the_lock_asks_who_you_are_when_that_is_long_ago(client):
    user = factories.UserFactory(second_factor=True)
    client.force_login(user)
    page = Page.of(client.get("/account/tweede-stap/app/uitzetten/", follow=True))
    assert page.heading == "Bent u het zelf?"
    assert page.link("Met een code uit uw app, of een herstelcode")
    for path in ("/account/toegang/", "/account/tweede-stap/toegang/"):
        assert Page.of(client.get(path)).heading == "Bent u het zelf?"
    client.post("/account/toegang/", {"password": "geheim-geheim"})
    assert Page.of(client.get("/account/tweede-stap/app/uitzetten/")).heading == "App uitzetten"
    client.post("/account/tweede-stap/app/uitzetten/")
    assert not Authenticator.objects.exists()
