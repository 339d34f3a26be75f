"""Who leaves takes along what they wrote and their name; texts go six months after the end; the rows stay."""

import datetime

import pghistory.models
import pytest
import time_machine
from django.apps import apps

from peers.models import Block, ContactMessage, ContactRequest, Handling, Notice
from peers.services.contact.asking import ask
from peers.services.contact.blocking import block
from peers.services.contact.ending import close
from peers.services.contact.reporting import report
from peers.services.contact.subjects import Subject
from peers.services.contact.writing import write
from peers.states import HandlingEnd
from peers.tasks.contact import forget_contact_texts
from tests import factories
from tests.peers.contacting import answered, asked, contact_person, member, moment, project, turn
from vindplaats.mine.erasing import erase

pytestmark = pytest.mark.django_db
SECRET = "Zeewierzalf"
"""What is written by who leaves."""


def tables_with(*words):
    """Return the models of which a row holds one of the words; mails are kept thirty days and stay out."""
    found = set()
    for model in apps.get_models():
        if not model._meta.managed or model in (pghistory.models.Events, pghistory.models.MiddlewareEvents):
            continue
        found |= {model.__name__ for row in model._base_manager.values() if any(word in str(row) for word in words)}
    return found - {"Email", "Mail"}


def test_asker_leaves():
    about = project()
    handler, asker = contact_person(about), member("Xaviera Vertrekt", email="xaviera@weg.example")
    request = asked(about, asker, title=f"{SECRET} één", text=f"{SECRET} twee", plan_text=f"{SECRET} drie")
    write(request=request, by=handler, text="Begin klein.")
    write(request=request, by=asker, text=f"{SECRET} vier")
    report(request=request, by=asker, text=f"{SECRET} vijf")
    block(request=asked(project(owner=member()), asker), by=asker)
    erase(user=asker)
    assert tables_with(SECRET, "Xaviera", "xaviera") == set()
    request.refresh_from_db()
    assert (request.status, request.asker, request.first_answer_at is None) == ("closed", None, False)
    # What the other wrote is the other's.
    assert ContactMessage.objects.filter(text="Begin klein.").exists()
    assert Notice.objects.filter(user=handler).latest("pk").code == "contact_asker_gone"
    assert not Block.objects.exists()


def test_asker_leaves_before_an_answer():
    about = project()
    handler = contact_person(about)
    request = asked(about)
    erase(user=request.asker)
    request.refresh_from_db()
    assert (request.status, Handling.objects.current().exists()) == ("withdrawn", False)
    assert Notice.objects.filter(user=handler, code="contact_asker_gone").exists()


def test_handler_leaves_and_the_next_one_has_it():
    about = project()
    first = contact_person(about, "Xaviera Vertrekt", position=1, user=member("Xaviera Vertrekt"))
    second = contact_person(about, "Twee", position=2)
    request = asked(about)
    write(request=request, by=first, text=f"{SECRET} eerst")
    erase(user=first)
    assert tables_with(SECRET, "Xaviera") == set()
    assert turn(request).user == second
    old = Handling.objects.exclude(pk=turn(request).pk).get()
    assert (old.ended_by, old.name, old.user) == (HandlingEnd.GONE, "", None)
    # It still counts that somebody answered.
    assert old.answered_at is not None


def test_expert_leaves():
    profile = factories.ProfileFactory(name="Xaviera Vertrekt", user=member("Xaviera Vertrekt"))
    asker = member()
    request = ask(asker=asker, subject=Subject(profile=profile), title="Hoe?", text="Wij beginnen.")
    erase(user=profile.user)
    # The audit of the profile itself is emptied with the profile.
    assert tables_with("Xaviera") <= {"ProfileEvent"}
    request.refresh_from_db()
    assert (request.profile, request.subject_title, turn(request).is_editors) == (None, "", True)


def test_thread_without_a_person_is_still_read(client):
    request = answered()
    handler = turn(request).user
    erase(user=request.asker)
    client.force_login(handler)
    page = client.get(request.get_absolute_url()).content.decode()
    assert "Iemand die niet meer meedoet" in page
    assert "Deze tekst is verwijderd." in page
    assert "iemand die niet meer meedoet" in client.get("/mijn/contact/?lijst=beantwoord").content.decode()


def test_texts_go_six_months_after_the_end():
    with time_machine.travel(moment("2026-01-15 12:00"), tick=False):
        request = answered()
        write(request=request, by=request.asker, text=f"{SECRET}")
        ContactRequest.objects.update(title=f"{SECRET}", text=f"{SECRET}", plan_text=f"{SECRET}")
        close(request=request, by=request.asker, plan_changed="yes")
        still_open = answered()
    runs = []
    for day in ("2026-07-15 05:00", "2026-07-16 05:00", "2026-07-17 05:00"):
        with time_machine.travel(moment(day), tick=False):
            runs.append(forget_contact_texts(timestamp=0))
    assert runs == [0, 1, 0]
    request.refresh_from_db()
    assert (request.title, request.text, request.plan_text, request.messages.count()) == ("", "", "", 0)
    assert (request.plan_changed, request.handlings.get().answered_at is not None) == ("yes", True)
    assert SECRET not in str(list(ContactRequest.pgh_event_model.objects.filter(pgh_obj_id=request.pk).values()))
    still_open.refresh_from_db()
    # Quiet for three months, so it was closed; the six months begin there.
    assert (still_open.status, still_open.text == "") == ("closed", False)


def test_what_was_emptied_is_shown_as_such_and_is_not_opened_again(client):
    with time_machine.travel(moment("2026-01-15 12:00"), tick=False):
        request = answered()
        close(request=request, by=request.asker, plan_changed="yes")
    with time_machine.travel(moment("2026-08-15 12:00"), tick=False):
        forget_contact_texts(timestamp=0)
        client.force_login(request.asker)
        page = client.get(request.get_absolute_url()).content.decode()
        assert "De teksten van dit gesprek zijn verwijderd op 15 augustus 2026." in page
        assert "Bericht versturen" not in page
        client.post(request.get_absolute_url(), {"bericht": "Nog iets"})
    assert not ContactMessage.objects.exists()
    assert datetime.date(2026, 8, 15) == request.__class__.objects.get().texts_removed_at.date()
