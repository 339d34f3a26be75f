"""The newsletter: double opt-in with proof, no page that tells who gets it, once to each, archive, one-click stop."""

import datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from peers.models import Delivery, Edition, Subscriber
from peers.services.newsletter import sending, subscribing
from peers.services.newsletter.as_mail import as_mail
from peers.states import EditionStatus
from tests import factories
from tests.jobs import jobs
from tests.mailbox import link_in, mails
from vindplaats.mail.models import FailingAddress

pytestmark = pytest.mark.django_db
PAGE, ADDRESS = "/nieuwsbrief/", "kanarie@zorg.example"


def ask(client, email=ADDRESS, **given):
    return client.post(PAGE, {"email": email, "taal": "nl", "akkoord": "on", **given})


class TestAsking:
    """Double opt-in."""

    def test_counts_only_after_the_button_behind_the_link(self, client):
        assert ask(client, "Kanarie@Zorg.example").url == "/nieuwsbrief/aangevraagd/"
        one = Subscriber.objects.get()
        assert (one.email, one.confirmed_at) == (ADDRESS, None)
        assert "één klik" in one.consent_text
        link = link_in(mails(ADDRESS)[0])
        assert "Nieuwsbrief bevestigen" in client.get(link).text
        one.refresh_from_db()
        assert one.confirmed_at is None
        assert "U krijgt de nieuwsbrief" in client.post(link).text
        one.refresh_from_db()
        moment = one.confirmed_at
        assert moment >= one.asked_at
        client.post(link)
        one.refresh_from_db()
        assert one.confirmed_at == moment

    def test_a_known_address_gets_the_same_page_and_one_mail(self, client):
        factories.SubscriberFactory(email=ADDRESS)
        known, new = ask(client), ask(client, "nieuw@zorg.example")
        assert (known.status_code, known.url) == (new.status_code, new.url)
        assert "krijgt de nieuwsbrief van Vindplaats al" in mails(ADDRESS)[0].subject
        assert len(mails(ADDRESS)) == len(mails("nieuw@zorg.example")) == 1

    def test_asks_the_database_as_often(self, client):
        factories.SubscriberFactory(email=ADDRESS)
        ask(client, "eerder@zorg.example")
        counts = []
        for email in (ADDRESS, "nieuw@zorg.example"):
            with CaptureQueriesContext(
                connection,
            ) as asked:
                ask(client, email)
            counts.append(len(asked))
        assert abs(counts[0] - counts[1]) <= 3

    def test_the_link_works_seven_days_and_then_the_address_goes(self, client, time_machine):
        time_machine.move_to("2026-11-02T12:00+01:00", tick=False)
        ask(client)
        link = link_in(mails(ADDRESS)[0])
        time_machine.move_to("2026-11-09T11:59+01:00", tick=False)
        assert client.get(link).status_code == 200
        assert subscribing.clean_up(now=timezone.now()) == 0
        time_machine.move_to("2026-11-09T12:01+01:00", tick=False)
        assert client.get(link).status_code == 404
        assert client.post(link).status_code == 404
        factories.SubscriberFactory()
        assert subscribing.clean_up(now=timezone.now()) == 1
        assert Subscriber.objects.get().confirmed_at

    @pytest.mark.parametrize("wrong", [{"email": "geen adres"}, {"akkoord": ""}, {"taal": "fr"}])
    def test_says_what_is_wrong_and_keeps_what_was_typed(self, client, wrong):
        answer = ask(client, **{"email": "mijn@zorg.example", **wrong})
        assert "<title>Fout:" in answer.text
        assert wrong.get("email", "mijn@zorg.example") in answer.text
        assert not Subscriber.objects.exists()

    def test_a_program_that_fills_in_everything_gets_nothing(self, client):
        assert ask(client, onderwerp="x").status_code == 302
        assert not Subscriber.objects.exists()

    def test_limits(self, client):
        assert [ask(client).status_code for _ in range(6)] == [302] * 5 + [429]
        assert len(mails(ADDRESS)) == 5

    def test_the_address_stands_on_no_page(self, client, moderator_client):
        factories.SubscriberFactory(email=ADDRESS)
        edition = factories.EditionFactory(sent=True)
        factories.DeliveryFactory(edition=edition, subscriber=Subscriber.objects.get())
        pages = [
            PAGE,
            edition.get_absolute_url(),
            f"/admin/peers/edition/{edition.pk}/versturen/",
            "/nieuwsbrief/aangevraagd/",
        ]
        assert all(ADDRESS not in moderator_client.get(path).text for path in pages)


class TestSending:
    """Editors in the admin, and the worker."""

    def test_begin_with_what_is_new(self, moderator_client):
        project = factories.ProjectFactory(published=True, published_at=timezone.now(), title="Nieuw *project*")
        factories.ProjectFactory(published=True, title="Oud project")
        factories.ProjectFactory(submitted=True, title="Verborgen project")
        answer = moderator_client.post("/admin/peers/edition/beginnen/")
        edition = Edition.objects.get()
        assert answer.url == f"/admin/peers/edition/{edition.pk}/change/"
        assert f"- [Nieuw \\*project\\*](https://vindplaats.example{project.get_absolute_url()})" in edition.text
        assert "Oud project" not in edition.text
        assert "Verborgen" not in edition.text
        moderator_client.post("/admin/peers/edition/beginnen/")
        assert Edition.objects.count() == 2

    def test_preview_test_and_send_after_saying_it_is_sure(self, moderator_client, moderator):
        edition = factories.EditionFactory(text="## Kop\n\n**Vet** en [link](https://vindplaats.example/projecten/)")
        factories.SubscriberFactory.create_batch(2)
        factories.SubscriberFactory(confirmed_at=None)
        page = f"/admin/peers/edition/{edition.pk}/versturen/"
        assert "<strong>Vet</strong>" in moderator_client.get(page).text
        moderator_client.post(page, {"what": "test"})
        [trial] = mails(moderator.email)
        assert trial.subject == f"[Proef] {edition.title}"
        assert "link: https://vindplaats.example/projecten/" in trial.message
        moderator_client.post(page, {"what": "send"})
        assert Edition.objects.get().status == EditionStatus.DRAFT
        moderator_client.post(page, {"what": "send", "sure": "1"})
        moderator_client.post(page, {"what": "send", "sure": "1"})
        assert jobs(sending.TASK) == [{"edition": edition.pk}]
        assert sending.send_waiting(edition_pk=edition.pk) == 2
        edition.refresh_from_db()
        assert edition.status == EditionStatus.SENT
        assert "<td>2</td>" in moderator_client.get(page).text

    def test_once_each_however_often_it_is_cut_off(self, monkeypatch):
        edition = factories.EditionFactory()
        subscribers = factories.SubscriberFactory.create_batch(5)
        sending.send(edition=edition, by=factories.UserFactory(moderator=True))
        late = factories.SubscriberFactory(confirmed_at=timezone.now() + datetime.timedelta(minutes=1))
        monkeypatch.setattr(sending, "BATCH", 2)
        mail, left = sending._mail, [3]

        def dies(*given):
            left[0] -= 1
            if left[0] < 0:
                raise KeyboardInterrupt
            mail(*given)

        monkeypatch.setattr(sending, "_mail", dies)
        with pytest.raises(KeyboardInterrupt):
            sending.send_waiting(edition_pk=edition.pk)
        monkeypatch.setattr(sending, "_mail", mail)
        assert Delivery.objects.count() == 2
        sending.send_waiting(edition_pk=edition.pk)
        assert sorted(mail.to[0] for mail in mails()) == sorted(one.email for one in subscribers)
        assert not mails(late.email)
        assert sending.sending() == []

    def test_mails_hold_no_pixel_and_no_address_elsewhere(self):
        edition = factories.EditionFactory(
            text="[Elders](https://elders.example/?u=1) ![](https://elders.example/p.gif)"
        )
        factories.SubscriberFactory(email=ADDRESS)
        sending.send(edition=edition, by=factories.UserFactory(moderator=True))
        sending.send_waiting(edition_pk=edition.pk)
        [mail] = mails(ADDRESS)
        assert "<img" not in mail.html_message
        assert 'href="https://elders' not in mail.html_message
        assert ADDRESS not in mail.message

    def test_one_click_stops_it_and_the_number_stays(self, client):
        one = factories.SubscriberFactory(email=ADDRESS)
        edition = factories.EditionFactory()
        sending.send(edition=edition, by=factories.UserFactory(moderator=True))
        sending.send_waiting(edition_pk=edition.pk)
        header = mails(ADDRESS)[0].headers["List-Unsubscribe"]
        path = header.strip("<>").removeprefix("https://vindplaats.example")
        answer = Client(enforce_csrf_checks=True).post(path, {"List-Unsubscribe": "One-Click"})
        assert answer.status_code == 200
        assert not Subscriber.objects.filter(pk=one.pk).exists()
        assert sending.numbers(edition)["queued"] == 1

    def test_addresses_that_fail_are_left_out(self):
        one = factories.SubscriberFactory(email=ADDRESS)
        now = timezone.now()
        FailingAddress.objects.create(address=one.email, since=now, last_at=now)
        edition = factories.EditionFactory()
        sending.send(edition=edition, by=factories.UserFactory(moderator=True))
        sending.send_waiting(edition_pk=edition.pk)
        assert not mails(ADDRESS)

    def test_what_was_sent_cannot_change(self, moderator_client):
        edition = factories.EditionFactory(sent=True, title="Verstuurd")
        moderator_client.post(
            f"/admin/peers/edition/{edition.pk}/change/", {"title": "Anders", "slug": "x", "text": "y"}
        )
        assert Edition.objects.get().title == "Verstuurd"


class TestArchive:
    """What everyone reads."""

    def test_sent_ones_only(self, client):
        sent, draft = factories.EditionFactory(sent=True), factories.EditionFactory(title="Nog niet klaar")
        shown = client.get(PAGE).text
        assert sent.title in shown
        assert draft.title not in shown
        assert client.get(sent.get_absolute_url()).status_code == 200
        assert client.get(draft.get_absolute_url()).status_code == 404
        assert client.get(f"/en{PAGE}").status_code == 200

    def test_footer_leads_there(self, client):
        assert f'href="{PAGE}"' in client.get("/over/").text


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("## Kop\n\n* een\n* twee", "Kop\n\n- een\n- twee"),
        ("[Tekst](https://a.example/)", "Tekst: https://a.example/"),
        ("**vet** en *schuin* en 2*3*4", "vet en schuin en 2*3*4"),
        ("[A \\[b\\] \\*c](https://a.example/)", "A [b] *c: https://a.example/"),
    ],
)
def test_as_mail(markdown, text):
    assert as_mail(markdown) == text
