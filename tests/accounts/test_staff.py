"""Moderators and administrators have a second step, or get nowhere."""

import pytest
from allauth.mfa.models import Authenticator

from tests import factories
from tests.pages import Page
from vindplaats import hooks

pytestmark = pytest.mark.django_db
WITHOUT = {"second_factor": False}


@pytest.mark.parametrize("role", ["moderator", "administrator"])
@pytest.mark.parametrize("path", ["/admin/", "/admin/projects/project/", "/", "/projecten/", "/en/lessen/"])
def test_without_one_every_page_leads_to_where_it_is_set_up(client, role, path):
    client.force_login(factories.UserFactory(**{role: True}, **WITHOUT))
    for answer in (client.get(path), client.post(path)):
        assert answer.status_code == 302
        assert answer.headers["Location"].endswith("/account/tweede-stap/")


def test_drafts_stay_unseen(client):
    draft = factories.ProjectFactory(title="Geheimtitel")
    client.force_login(factories.UserFactory(moderator=True, **WITHOUT))
    answer = client.get(draft.get_absolute_url())
    assert answer.status_code == 302
    assert "Geheimtitel" not in answer.content.decode()


def test_the_pages_to_set_it_up_are_open_and_say_why(client):
    client.force_login(factories.UserFactory(moderator=True, **WITHOUT))
    page = Page.of(client.get("/account/tweede-stap/"))
    assert "Voor uw rol is een tweede stap nodig" in page.main
    assert client.get("/account/").status_code == 200
    assert client.post("/account/logout/").status_code == 302


def test_recovery_codes_alone_are_none(client):
    user = factories.UserFactory(moderator=True, **WITHOUT)
    Authenticator.objects.create(user=user, type=Authenticator.Type.RECOVERY_CODES, data={})
    client.force_login(user)
    assert client.get("/admin/").status_code == 302


def test_with_one_all_is_open(client):
    client.force_login(factories.UserFactory(moderator=True))
    assert client.get("/admin/").status_code == 200


def test_members_need_none(client):
    client.force_login(factories.UserFactory())
    assert client.get("/").status_code == 200


def test_staff_keep_the_last_one(client):
    user = factories.UserFactory(moderator=True)
    client.force_login(user)
    client.post("/account/toegang/", {"password": "geheim-geheim"})
    page = Page.of(client.get("/account/tweede-stap/app/uitzetten/"))
    assert "Voor uw rol is een tweede stap nodig" in page.main
    client.post("/account/tweede-stap/app/uitzetten/")
    assert Authenticator.objects.filter(user=user).exists()


def test_passkey_of_staff_goes_only_when_another_is_left(client):
    user = factories.UserFactory(moderator=True, **WITHOUT)
    keys = [
        Authenticator.objects.create(user=user, type=Authenticator.Type.WEBAUTHN, data={"name": f"Sleutel {n}"})
        for n in range(2)
    ]
    client.force_login(user)
    client.post("/account/toegang/", {"password": "geheim-geheim"})
    for key in keys:
        client.post(f"/account/tweede-stap/passkeys/{key.pk}/weghalen/")
    assert [key.pk for key in Authenticator.objects.filter(user=user)] == [keys[1].pk]


def test_admin_has_no_form_of_its_own_to_log_in(client):
    assert client.get("/admin/login/?next=/admin/x/").headers["Location"] == "/account/login/?next=%2Fadmin%2Fx%2F"
    user = factories.UserFactory(administrator=True)
    answer = client.post("/admin/login/", {"username": user.email, "password": "geheim-geheim"})
    assert answer.headers["Location"].startswith("/account/login/")
    assert "_auth_user_id" not in client.session
    client.force_login(factories.UserFactory())
    assert client.get("/admin/login/").status_code == 403


def test_password_alone_never_opens_the_admin(client):
    user = factories.UserFactory(administrator=True)
    answer = client.post("/account/login/", {"login": user.email, "password": "geheim-geheim"})
    assert answer.headers["Location"] == "/account/tweede-stap/code/"
    assert client.get("/admin/").status_code == 302


def test_managers_are_asked_to_and_may_choose(client):
    user = factories.MembershipFactory(manager=True).user
    client.force_login(user)
    page = Page.of(client.get("/account/"))
    assert page.link("Tweede stap instellen") == "/account/tweede-stap/"
    assert client.get("/").status_code == 200
    client.force_login(factories.MembershipFactory().user)
    assert "Stel een tweede stap in" not in Page.of(client.get("/account/")).main


def test_advice_is_given_by_whoever_knows(monkeypatch):
    from vindplaats.accounts import second_factor

    assert not second_factor.is_advised(factories.UserFactory())
    monkeypatch.setattr(hooks, "second_factor_advised", lambda user: [False, True])
    assert second_factor.is_advised(factories.UserFactory())
