"""One's own contact: what waits stands first, at the same number of questions however many there are."""

import pytest

from peers.services.contact.ending import close
from peers.services.contact.writing import write
from tests import factories
from tests.pages import Page
from tests.peers.contacting import answered, asked, contact_person, member, moment, project

pytestmark = pytest.mark.django_db


def listed(client, user, which):
    client.force_login(user)
    return Page.of(client.get(f"/mijn/contact/?lijst={which}"))


@pytest.mark.parametrize("which", ["gevraagd", "beantwoord"])
@pytest.mark.parametrize("many", [1, 3])
def test_questions(client, django_assert_num_queries, which, many):
    person, about = member(), project()
    contact_person(about, user=person)
    for number in range(many):
        if which == "gevraagd":
            answered(by=person)
        else:
            request = asked(about)
            factories.ContactMessageFactory(request=request, created_at=moment(f"2026-11-{number + 10} 09:00"))
    client.force_login(person)
    client.get("/mijn/contact/")
    with django_assert_num_queries(6):
        assert client.get(f"/mijn/contact/?lijst={which}").content.decode().count("C-") >= many


@pytest.mark.parametrize("many", [1, 3])
def test_questions_of_a_thread(client, django_assert_num_queries, many):
    request = answered()
    for number in range(many):
        write(request=request, by=request.asker, text=f"Bericht {number}")
    client.force_login(request.asker)
    with django_assert_num_queries(8):
        client.get(request.get_absolute_url())


def test_what_waits_stands_first(client):
    person = member()
    waits = answered(by=person)
    factories.ContactRequestFactory(asker=person, title="Wacht op een ander")
    done = answered(by=person)
    close(request=done, by=person, plan_changed="no")
    page = listed(client, person, "gevraagd")
    assert page.all(".vp-contacts a")[0] == waits.title
    assert page.all(".vp-contacts strong") == ["U hebt antwoord"]
    assert "Door u gevraagd (1 wacht)" in page.all(".vp-tabs a")


def test_two_lists_hold_what_is_in_them(client):
    about = project()
    handler = contact_person(about)
    request = asked(about, title="Over de wijk")
    asked(title="Iets van een ander")
    assert listed(client, handler, "beantwoord").all(".vp-contacts a") == ["Over de wijk"]
    assert listed(client, handler, "beantwoord").all(".vp-contacts strong") == ["Wacht op uw antwoord"]
    assert listed(client, handler, "gevraagd").all(".vp-contacts a") == []
    write(request=request, by=handler, text="Begin klein.")
    assert listed(client, handler, "beantwoord").all(".vp-contacts strong") == []
    write(request=request, by=request.asker, text="En dan?")
    assert listed(client, handler, "beantwoord").all(".vp-contacts strong") == ["Wacht op uw antwoord"]


def test_pages(client):
    person = member()
    factories.ContactRequestFactory.create_batch(21, asker=person)
    assert len(listed(client, person, "gevraagd").all(".vp-contacts li")) == 20
    assert len(Page.of(client.get("/mijn/contact/?lijst=gevraagd&page=2")).all(".vp-contacts li")) == 1


def test_empty(client):
    assert "U hebt nog niets gevraagd" in listed(client, member(), "gevraagd").main
    assert "Er ligt niets bij u" in listed(client, member(), "beantwoord").main


def test_panel(client):
    about = project()
    handler = contact_person(about)
    request = asked(about, title="Over de wijk")
    client.force_login(handler)
    page = Page.of(client.get("/mijn/"))
    assert "Over de wijk" in page.all(".vp-panel--waits a")
    write(request=request, by=handler, text="Begin klein.")
    assert "Over de wijk" not in Page.of(client.get("/mijn/")).all(".vp-panel--waits a")
    client.force_login(request.asker)
    assert "Over de wijk" in Page.of(client.get("/mijn/")).all(".vp-panel--waits a")
