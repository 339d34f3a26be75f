"""Neither address is anywhere but where its owner put it: each mail, page, file, log line and row of a whole flow."""

import io
import json
import logging
import zipfile

import pghistory.models
import pytest
import time_machine
from django.apps import apps
from post_office.models import Email

from peers.models import ContactRequest
from peers.services.contact.reminding import follow_time
from tests import factories
from tests.mailbox import mails
from tests.pages import body_of
from tests.peers.contacting import member, moment, project, turn

pytestmark = pytest.mark.django_db
ASKER, HANDLER, NEXT = (
    "kanarie-vrager@geheim.example",
    "kanarie-antwoord@geheim.example",
    "kanarie-later@geheim.example",
)
START = moment("2026-11-16 09:00")
OWN_ROWS = {"User", "UserEvent", "EmailAddress", "Email", "Mail", "ContactPerson", "ContactPersonEvent"}
"""Where an address is kept because it is somebody's, or because a mail went to it."""


VIEWS = (pghistory.models.Events, pghistory.models.MiddlewareEvents)


def local(address):
    return address.partition("@")[0]


@pytest.fixture
def people():
    about = project()
    asker = member("Vera Vrager", email=ASKER)
    handler, later = member("Anne Antwoord", email=HANDLER), member("Lars Later", email=NEXT)
    for position, user in enumerate((handler, later)):
        factories.ContactPersonFactory(
            institute=about.institute, project=about, user=user, name=user.name, email=user.email, position=position
        )
    return about, asker, handler, later


def post(client, user, path, **data):
    client.force_login(user)
    response = client.post(path, data, follow=True)
    assert response.status_code == 200, path
    return response


def flow(client, about, asker, handler, later):
    """Ask, be handed over, answer, talk, report and close; the clock goes along. Return the request."""
    with time_machine.travel(START, tick=False) as clock:
        asked_text = {"onderwerp": "Hoe kreeg u de wijk mee?", "vraag": "Wij beginnen met beeldzorg."}
        post(client, asker, f"/contact/nieuw/?project={about.slug}", **asked_text)
        request = ContactRequest.objects.get()
        path = request.get_absolute_url()
        for day in ("2026-11-20 09:30", "2026-11-26 09:30"):
            clock.move_to(moment(day))
            follow_time(now=moment(day))
        assert turn(request).user == later
        post(client, later, path, bericht="Begin klein.")
        post(client, asker, path, bericht="Dank, en daarna?")
        post(client, asker, f"{path}melden/", toelichting="Dit is een proef.")
        post(client, later, f"{path}afsluiten/")
        post(client, asker, f"{path}afsluiten/", veranderd="yes")
    return request


def as_sent(mail: Email) -> str:
    """Return all of a mail but its receiver: every header that a mail server sees, and both bodies."""
    message = mail.email_message().message()
    del message["To"]
    parts = [part.get_payload(decode=True).decode() for part in message.walk() if not part.is_multipart()]
    return "\n".join([*(f"{name}: {value}" for name, value in message.items()), *parts])


def test_no_mail_holds_an_address_but_that_of_its_receiver(client, people):
    about, asker, handler, later = people
    flow(client, about, asker, handler, later)
    sent = mails()
    assert {mail.to[0] for mail in sent} == {ASKER, HANDLER, NEXT}
    assert len(sent) > 8
    for mail in sent:
        assert (len(mail.to), mail.cc, mail.bcc) == (1, [], [])
        text = as_sent(mail)
        assert "kanarie" not in text.lower(), text
        assert "Reply-To: redactie@vindplaats.example" in text


def test_no_page_of_the_other_holds_it(client, people):
    about, asker, handler, later = people
    with time_machine.travel(START, tick=False):
        pages = {asker: (HANDLER, NEXT), handler: (ASKER, NEXT), later: (ASKER, HANDLER), None: (ASKER, HANDLER, NEXT)}
        request = flow(client, about, asker, handler, later)
    path = request.get_absolute_url()
    paths = [
        path,
        *(f"{path}{tail}/" for tail in ("delen", "doorgeven", "collega", "afsluiten", "melden", "blokkeren")),
    ]
    paths += ["/mijn/", "/mijn/contact/", "/mijn/contact/?lijst=beantwoord", "/mijn/contact/geblokkeerd/"]
    paths += ["/mijn/berichten/", about.get_absolute_url(), about.institute.get_absolute_url(), "/projecten/feed.atom"]
    paths += [f"/api/v1/projecten/{about.slug}", "/projecten/export.csv", f"/contact/nieuw/?project={about.slug}"]
    with time_machine.travel(moment("2026-11-26 10:00"), tick=False):
        for user, hidden in pages.items():
            client.logout()
            if user:
                client.force_login(user)
            for one in paths:
                for prefix in ("", "/en") if not one.startswith("/api") else ("",):
                    text = body_of(client.get(prefix + one)).decode(errors="replace")
                    assert not [address for address in hidden if local(address) in text], (one, user)


def test_no_file_of_the_other_holds_it(client, people):
    about, asker, handler, later = people
    flow(client, about, asker, handler, later)
    for user, hidden in ((asker, NEXT), (later, ASKER)):
        client.force_login(user)
        client.post("/account/toegang/", {"password": "geheim-geheim"})
        archive = zipfile.ZipFile(io.BytesIO(client.post("/mijn/gegevens/ophalen/").content))
        text = "".join(archive.read(name).decode("utf-8-sig") for name in archive.namelist())
        told = json.loads(archive.read("gegevens.json"))
        assert local(hidden) not in text
        assert told["contact-berichten"]
        # What the other wrote is the other's.
        assert ("Begin klein." in text) == (user == later)


def test_no_log_line_holds_it(client, people, caplog):
    with caplog.at_level(logging.DEBUG):
        flow(client, *people)
    lines = [record.getMessage() for record in caplog.records if not record.name.startswith("django.db")]
    assert lines
    assert not [line for line in lines if "kanarie" in line]


def test_no_row_or_audit_or_notice_holds_it(client, people):
    flow(client, *people)
    found = set()
    for model in apps.get_models():
        if model._meta.managed and model not in VIEWS and model.__name__ not in OWN_ROWS:
            found |= {model.__name__ for row in model._base_manager.values() if "kanarie" in str(row)}
    assert found == set()


def test_shared_address_is_on_the_page_of_the_other_only_and_until_it_is_taken_back(client, people):
    about, asker, handler, later = people
    with time_machine.travel(START, tick=False):
        post(client, asker, f"/contact/nieuw/?project={about.slug}", onderwerp="Hoe?", vraag="Wij beginnen.")
        path = ContactRequest.objects.get().get_absolute_url()
        # Nobody shares before there is a conversation.
        post(client, asker, f"{path}delen/")
        assert ContactRequest.objects.get().asker_shares_at is None
        post(client, handler, path, bericht="Begin klein.")
        client.force_login(asker)
        assert ASKER in client.get(f"{path}delen/").content.decode()
        post(client, asker, f"{path}delen/")
        for user, shown in ((handler, True), (asker, False), (factories.UserFactory(moderator=True), False)):
            client.force_login(user)
            assert (ASKER in client.get(path).content.decode()) == shown
        # That one shares does not show the other's.
        client.force_login(asker)
        assert HANDLER not in client.get(path).content.decode()
        post(client, handler, f"{path}delen/")
        client.force_login(asker)
        assert HANDLER in client.get(path).content.decode()
        post(client, asker, f"{path}delen/", stop="1")
        client.force_login(handler)
        assert ASKER not in client.get(path).content.decode()
    assert not [mail for mail in mails() if "kanarie" in as_sent(mail).lower()]


def test_nameless_account_is_not_called_by_its_address(client, people):
    about, _asker, handler, later = people
    nameless = member("", email="kanarie-naamloos@geheim.example")
    request = flow(client, about, nameless, handler, later)
    assert request.asker_name == "Een lid"
    assert not [mail for mail in mails() if mail.to[0] != nameless.email and "naamloos" in as_sent(mail)]
