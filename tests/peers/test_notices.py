"""What somebody is told on the site and by mail, as they chose, and how they stop it without logging in."""

import datetime

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from peers.forms.notices import KINDS
from peers.models import Notice, NoticeSetting
from peers.services.notice_keeping import forget_read
from peers.services.notices import choose_frequencies, tell
from peers.services.sentences import SENTENCES
from peers.services.unsubscribing import unsubscribe_page
from peers.states import Frequency, NoticeKind
from tests import factories
from tests.mailbox import mails
from tests.pages import Page

PATH = "/projecten/"


@pytest.fixture
def person(client, db):
    user = factories.UserFactory()
    client.force_login(user)
    return user


def tell_of_a_reaction(user):
    return tell(user=user, code="reaction", title="Beeldzorg", path=PATH)


def test_every_sentence_names_what_it_is_about():
    for code, sentence in SENTENCES.items():
        assert "Beeldzorg" in sentence.text % {"title": "Beeldzorg"}, code


def test_mailed_at_once_to_who_wants_that(person):
    choose_frequencies(user=person, chosen={NoticeKind.REACTION: Frequency.AT_ONCE})
    notice = tell_of_a_reaction(person)
    mail = mails(person.email)[0]
    assert mail.subject == "Er is een reactie op ‘Beeldzorg’."
    assert reverse("peers:notice", args=[notice.pk]) in mail.message
    assert mail.headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert mail.headers["List-Unsubscribe"].startswith("<https://vindplaats.example/afmelden/")
    assert notice.mailed_at


@pytest.mark.parametrize("frequency", [Frequency.WEEKLY, Frequency.DAILY, Frequency.NEVER])
def test_not_mailed_at_once_to_others(person, frequency):
    choose_frequencies(user=person, chosen={NoticeKind.REACTION: frequency})
    notice = tell_of_a_reaction(person)
    assert not mails(person.email)
    assert (notice.frequency, notice.mailed_at) == (frequency, None)


def test_account_that_is_switched_off_is_not_mailed(person):
    choose_frequencies(user=person, chosen={NoticeKind.REACTION: Frequency.AT_ONCE})
    person.is_active = False
    person.save()
    tell_of_a_reaction(person)
    assert not mails(person.email)


def test_list_shows_ones_own_only_and_what_is_new(client, person):
    tell_of_a_reaction(person)
    tell(user=factories.UserFactory(), code="reaction", title="Geheim", path=PATH)
    shown = Page.of(client.get(reverse("peers:notices")))
    assert "U hebt 1 ongelezen bericht." in shown.main
    assert "Geheim" not in shown.main


def test_opening_by_the_button_leads_on_and_notes_it_looking_does_not(client, person):
    notice = tell_of_a_reaction(person)
    address = reverse("peers:notice", args=[notice.pk])
    assert client.get(address).headers["Location"] == PATH
    assert Notice.objects.get().read_at is None
    assert client.post(address).headers["Location"] == PATH
    assert Notice.objects.get().read_at
    assert client.post(f"/en{address}").headers["Location"] == f"/en{PATH}"


def test_notice_of_another_is_not_there(client, person):
    notice = tell_of_a_reaction(factories.UserFactory())
    address = reverse("peers:notice", args=[notice.pk])
    assert client.get(address).status_code == client.post(address).status_code == 404
    client.post(reverse("peers:notices_read"))
    assert Notice.objects.get().read_at is None


def test_all_read(client, person):
    tell_of_a_reaction(person)
    client.post(reverse("peers:notices_read"))
    assert "U hebt alles gelezen." in Page.of(client.get(reverse("peers:notices"))).main


def test_settings_start_as_usual_and_keep_what_is_chosen(client, person):
    address = reverse("peers:notice_settings")
    form = client.get(address).context["form"]
    assert form.initial["contact"] == Frequency.AT_ONCE
    chosen = dict.fromkeys(NoticeKind.values, "never") | {"contact": "daily"}
    client.post(address, chosen)
    assert NoticeSetting.objects.get(user=person, kind="contact").frequency == "daily"
    assert client.get(address).context["form"].initial["question"] == "never"


def test_nothing_chosen_says_what_to_do(client, person):
    response = client.post(reverse("peers:notice_settings"), {})
    assert len(response.context["form"].errors) == len(KINDS)


def test_what_waits_for_a_digest_follows_the_choice(person):
    notice = tell_of_a_reaction(person)
    choose_frequencies(user=person, chosen={NoticeKind.REACTION: Frequency.NEVER})
    notice.refresh_from_db()
    assert notice.frequency == Frequency.NEVER


def test_one_click_without_login_cookie_or_token(person):
    address = unsubscribe_page(f"notice:reaction:{person.pk}")().removeprefix("https://vindplaats.example")
    program = Client(enforce_csrf_checks=True)
    asked = Page.of(program.get(address))
    assert "Wilt u geen mail meer over: Reacties op uw projecten, en bedankjes?" in asked.main
    assert not NoticeSetting.objects.exists()
    for _again in range(2):
        done = program.post(address, {"List-Unsubscribe": "One-Click"})
        assert (done.status_code, dict(done.cookies)) == (200, {})
    assert NoticeSetting.objects.get().frequency == Frequency.NEVER


@pytest.mark.parametrize("forged", ["x", "notice:reaction:1", "a:b:c"])
def test_forged_address_stops_nothing(client, db, forged):
    answer = client.post(reverse("peers:unsubscribe", args=[forged]))
    assert answer.status_code == 404
    assert Page.of(answer).heading == "Hier valt niets af te melden"
    assert not NoticeSetting.objects.exists()


def test_address_of_an_account_that_is_gone(client, person):
    address = unsubscribe_page("notice:reaction:2000000000")().removeprefix("https://vindplaats.example")
    for ask in (client.get, client.post):
        page = Page.of(ask(address))
        assert page.heading == "U bent afgemeld"
        assert "U was al afgemeld" in page.main


@pytest.mark.parametrize("count", [1, 3])
def test_list_asks_as_often_however_many(client, person, count, django_assert_num_queries):
    factories.NoticeFactory.create_batch(count, user=person)
    client.get(reverse("peers:notices"))
    with django_assert_num_queries(NOTICES):
        client.get(reverse("peers:notices"))


NOTICES = 5


def test_mine_shows_the_newest(client, person):
    tell_of_a_reaction(person)
    assert "Er is een reactie op ‘Beeldzorg’." in Page.of(client.get(reverse("mine"))).main


def test_what_was_read_a_year_ago_goes_and_what_was_not_read_stays(db):
    now = timezone.now()
    old = now - datetime.timedelta(days=370)
    factories.NoticeFactory(created_at=old, read_at=old)
    unread = factories.NoticeFactory(created_at=old)
    recent = factories.NoticeFactory(created_at=old, read_at=now - datetime.timedelta(days=300))
    assert forget_read(now=now) == 1
    assert set(Notice.objects.all()) == {unread, recent}
