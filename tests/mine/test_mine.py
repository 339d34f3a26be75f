"""One's own pages: what waits, the data to take along, and leaving."""

import csv
import io
import json
import zipfile

import pghistory.models
import pytest
from django.apps import apps
from post_office.models import Email

from projects.models import ContactPerson, Project
from tests import factories
from vindplaats.accounts.models import User
from vindplaats.mine.erasing import erase


@pytest.fixture
def person(db):
    return factories.UserFactory(name="=Demi Voorbeeld", email="demi@zorg.example")


@pytest.fixture
def logged_in(client, person):
    client.force_login(person)
    return client


@pytest.fixture
def mine(logged_in, person):
    """A client whose person showed a moment ago who it is."""
    logged_in.post("/account/toegang/", {"password": "geheim-geheim"})
    return logged_in


def unpacked(response):
    archive = zipfile.ZipFile(io.BytesIO(response.content))
    return {name: archive.read(name).decode("utf-8-sig") for name in archive.namelist()}


@pytest.mark.parametrize("path", ["/mijn/", "/mijn/gegevens/", "/mijn/account-verwijderen/", "/en/mijn/"])
def test_visitor_logs_in_first(client, db, path):
    response = client.get(path)
    assert response.status_code == 302
    assert "/account/login/" in response.url


def test_empty_page(mine):
    page = mine.get("/mijn/").content.decode()
    assert "Welkom, =Demi Voorbeeld." in page
    assert "Dit wacht op u" not in page


def test_project_to_confirm_waits(mine, person):
    member = factories.MembershipFactory(user=person)
    project = factories.ProjectFactory(
        published=True, institute=member.institute, owner=person, confirm_every=3, title="Slimme sloten"
    )
    page = mine.get("/mijn/").content.decode()
    assert "Dit wacht op u" in page
    assert page.count(f"/mijn/projecten/{project.slug}/bijhouden/") == 1


def test_data(mine, person):
    ContactPerson.objects.create(institute=factories.InstituteFactory(), user=person, name="Demi")
    factories.ContactPersonFactory(name="Een ander")
    files = unpacked(mine.post("/mijn/gegevens/ophalen/"))
    told = json.loads(files["gegevens.json"])
    assert told["account"][0]["email"] == "demi@zorg.example"
    assert [one["name"] for one in told["contactpersoon"]] == ["Demi"]
    assert "Een ander" not in str(files)
    (row,) = csv.DictReader(io.StringIO(files["account.csv"]))
    assert row["name"] == "'=Demi Voorbeeld"
    assert "password" not in str(files)


def test_data_by_get_is_refused(mine):
    assert mine.get("/mijn/gegevens/ophalen/").status_code == 405


@pytest.mark.parametrize("path", ["/mijn/gegevens/ophalen/", "/mijn/account-verwijderen/"])
def test_screen_that_was_left_open_is_not_enough(logged_in, path):
    response = logged_in.post(path, {"email": "demi@zorg.example"})
    assert response.status_code == 302
    assert response.url.startswith("/account/toegang/")
    assert User.objects.exists()


def test_data_come_after_showing_who_it_is(logged_in):
    asked = logged_in.post("/mijn/gegevens/ophalen/")
    response = logged_in.post(asked.url, {"password": "geheim-geheim"})
    assert response["Content-Type"] == "application/zip"


def test_leaving_asks_for_the_address(mine):
    for typed in ("", "ander@zorg.example"):
        page = mine.post("/mijn/account-verwijderen/", {"email": typed})
        assert page.status_code == 200
        assert "vp-field__error" in page.content.decode()
    assert User.objects.exists()


def test_leaving(mine, person):
    page = mine.post("/mijn/account-verwijderen/", {"email": "Demi@zorg.example "}, follow=True)
    assert "Uw account is verwijderd" in page.content.decode()
    assert not User.objects.exists()
    assert mine.get("/mijn/").status_code == 302
    assert Email.objects.get().to == ["demi@zorg.example"]


def test_knowledge_stays_and_the_person_goes(person):
    member = factories.MembershipFactory(user=person)
    project = factories.ProjectFactory(
        published=True, indexed=True, institute=member.institute, owner=person, created_by=person
    )
    ContactPerson.objects.create(institute=member.institute, project=project, user=person, name="Demi Voorbeeld")
    update = factories.StatusUpdateFactory(project=project, author=person)
    erase(user=person)
    project.refresh_from_db()
    update.refresh_from_db()
    assert (project.owner, project.created_by, update.author) == (None, None, None)
    assert not ContactPerson.objects.exists()
    assert Project.objects.get() == project


def test_no_table_holds_the_name_or_address_afterwards(person):
    """Every text column of every table is looked through, audit included; the last mail is the one exception."""
    member = factories.MembershipFactory(user=person)
    ContactPerson.objects.create(institute=member.institute, user=person, name="=Demi Voorbeeld", email=person.email)
    erase(user=person)
    found = set()
    for model in apps.get_models():
        if model in (pghistory.models.Events, pghistory.models.MiddlewareEvents) or not model._meta.managed:
            continue
        for row in model._base_manager.values():
            if "demi@zorg.example" in str(row) or "Demi Voorbeeld" in str(row):
                found.add(model.__name__)
    assert found <= {"Email", "Mail"}


def test_failing_app_keeps_the_account(person, monkeypatch):
    from vindplaats import hooks  # noqa: PLC0415 - to break it

    def broken(user):
        raise RuntimeError

    monkeypatch.setattr(hooks, "forget_person", broken)
    with pytest.raises(RuntimeError):
        erase(user=person)
    assert User.objects.filter(pk=person.pk).exists()
