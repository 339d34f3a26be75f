"""Who may do what: every address x every role x GET and POST, as the table in rights.py says."""

import pytest
from django.urls import reverse

from tests import factories
from tests.pages import body_of
from tests.security.addresses import addresses
from tests.security.people import ROLES, person
from tests.security.rights import TABLE

pytestmark = pytest.mark.same_sql
ADDRESSES = addresses()


def test_every_address_has_a_row():
    assert [address.name for address in ADDRESSES if address.name not in TABLE] == []


def test_every_row_has_an_address():
    assert set(TABLE) - {address.name for address in ADDRESSES} == set()


def test_names_are_unique():
    names = [address.name for address in ADDRESSES]
    assert sorted(names) == sorted(set(names))


def answers(client, registry, role, method, chosen):
    """Return, a line each, where the answer is not the one of the table."""
    user, wrong = person(role, registry), []
    for address in chosen:
        if user:
            client.force_login(user)
        expected = TABLE[address.name][method][ROLES.index(role)]
        response = client.generic(method, address.path(registry))
        body_of(response)
        if response.status_code != expected:
            wrong.append(f"{method} {address.name}: {response.status_code}, not {expected}")
    return "\n".join(wrong)


@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize("role", ROLES)
def test_pages(client, registry, role, method):
    assert answers(client, registry, role, method, [one for one in ADDRESSES if not one.is_admin]) == ""


@pytest.mark.slow
@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize("role", ROLES)
def test_admin(client, registry, role, method):
    assert answers(client, registry, role, method, [one for one in ADDRESSES if one.is_admin]) == ""


SEES_DRAFTS = {"colleague", "manager", "moderator", "administrator"}


@pytest.mark.parametrize("role", ROLES)
def test_a_draft_is_there_for_its_own_people_only(client, registry, role):
    if user := person(role, registry):
        client.force_login(user)
    response = client.get(reverse("projects:project_detail", args=[registry.draft.slug]))
    assert response.status_code == (200 if role in SEES_DRAFTS else 404)
    assert ("Geheimtitel" in response.content.decode()) == (role in SEES_DRAFTS)


@pytest.mark.parametrize("role", ROLES)
def test_an_institute_without_a_page_is_not_there(client, registry, role):
    if user := person(role, registry):
        client.force_login(user)
    hidden = factories.InstituteFactory(name="Geheiminstelling")
    assert client.get(reverse("projects:institute_detail", args=[hidden.slug])).status_code == 404


@pytest.mark.parametrize("role", [role for role in ROLES if role not in ("moderator", "administrator")])
def test_no_answer_of_the_admin_tells_anything_to_who_may_not_enter(client, registry, role):
    """A page that redirects must not hold what it protects, and must not tell whether a number exists."""
    user = person(role, registry)
    for address in [one for one in ADDRESSES if "<path:object_id>" in one.route and not one.name.endswith(">/]")]:
        if user:
            client.force_login(user)
        there = client.get(address.path(registry))
        absent = client.get(address.path(registry, object_id=2_000_000_000))
        assert there.status_code == absent.status_code == 302
        assert "Geheimtitel" not in there.content.decode()
        assert "login" in there.headers["Location"]
