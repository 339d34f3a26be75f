"""What two people say to each other: who reads it, who is told, and what each of them can do."""

import pytest

from peers.models import ContactMessage, ContactReport, ContactRequest, Notice
from peers.services.contact.blocking import block
from peers.services.contact.ending import close, decline, pass_on, withdraw
from peers.services.contact.refusals import Ended, NotNow, NotYourTurn, TooManyMessages
from peers.services.contact.writing import write
from peers.states import HandlingEnd
from projects.models import ReviewCase
from tests import factories
from tests.mailbox import mails
from tests.pages import Page
from tests.peers.contacting import answered, asked, contact_person, member, project, turn

pytestmark = pytest.mark.django_db


def page(client, user, request, tail=""):
    client.force_login(user)
    return client.get(request.get_absolute_url() + tail)


def codes(user):
    return list(Notice.objects.filter(user=user).order_by("pk").values_list("code", flat=True))


def test_only_the_two_read_it(client):
    request = answered()
    outsiders = [member(), factories.MembershipFactory(institute=request.project.institute, manager=True).user]
    outsiders.append(factories.UserFactory(moderator=True))
    for user in outsiders:
        assert page(client, user, request).status_code == 404
        assert client.post(request.get_absolute_url(), {"bericht": "Mag ik erbij?"}).status_code == 404
    for user in (request.asker, turn(request).user):
        assert "Begin klein." in page(client, user, request).content.decode()
    assert request.messages.count() == 1


def test_answer_by_the_page(client):
    about = project()
    handler = contact_person(about)
    request = asked(about)
    client.force_login(handler)
    response = client.post(request.get_absolute_url(), {"bericht": "Begin met één team."}, follow=True)
    assert "Uw bericht is verstuurd." in response.content.decode()
    request.refresh_from_db()
    assert (request.status, turn(request).answered_at) == ("talking", request.first_answer_at)
    assert request.first_answer_at is not None
    (mail,) = mails(request.asker.email)
    assert "Begin met één team." in mail.message
    assert mail.subject == "Anne Antwoord schreef u: Hoe kreeg u de wijk mee?"


def test_both_ways(client):
    request = answered()
    handler = turn(request).user
    write(request=request, by=request.asker, text="Dank! En daarna?")
    assert codes(request.asker) == ["contact_answer"]
    assert codes(handler) == ["contact_asked", "contact_message"]
    assert Page.of(page(client, handler, request)).all(".vp-said__text") == [
        "Wij beginnen met beeldzorg.",
        "Begin klein.",
        "Dank! En daarna?",
    ]


def test_the_same_words_twice_are_one_message():
    request = answered()
    for _click in range(2):
        write(request=request, by=request.asker, text="Dank!")
    assert ContactMessage.objects.filter(text="Dank!").count() == 1


def test_so_many_messages_are_no_conversation():
    request = answered()
    factories.ContactMessageFactory.create_batch(60, request=request)
    with pytest.raises(TooManyMessages):
        write(request=request, by=request.asker, text="Nog een")


def test_declining_says_why_and_goes_to_the_next(client):
    about = project()
    first, second = contact_person(about, "Een", position=1), contact_person(about, "Twee", position=2)
    request = asked(about)
    client.force_login(first)
    client.post(f"{request.get_absolute_url()}doorgeven/", {"reden": "Ik weet dit niet."})
    assert turn(request).user == second
    assert request.handlings.get(user=first).ended_by == HandlingEnd.DECLINED
    assert codes(request.asker) == ["contact_moved"]
    assert "Ik weet dit niet." in page(client, request.asker, request).content.decode()
    assert "Ik weet dit niet." in page(client, second, request).content.decode()
    # Who only declined never took part in the conversation.
    assert page(client, first, request).status_code == 404


def test_declining_asks_why(client):
    request = asked(project(owner=member()))
    client.force_login(turn(request).user)
    told = client.post(f"{request.get_absolute_url()}doorgeven/", {"reden": ""}).content.decode()
    assert "Schrijf in een paar woorden waarom." in told
    assert request.handlings.count() == 1


def test_passing_on_to_a_colleague_and_to_nobody_else(client):
    about = project()
    handler = contact_person(about)
    factories.MembershipFactory(user=handler, institute=about.institute)
    colleague = factories.MembershipFactory(institute=about.institute, user__name="Cora Collega").user
    stranger = factories.MembershipFactory().user
    request = asked(about)
    address = f"{request.get_absolute_url()}collega/"
    assert "Cora Collega" in page(client, handler, request, "collega/").content.decode()
    assert "Kies een collega uit de lijst." in client.post(address, {"collega": stranger.pk}).content.decode()
    client.post(address, {"collega": colleague.pk})
    assert (turn(request).user, turn(request).name) == (colleague, "Cora Collega")
    assert page(client, handler, request).status_code == 404


def test_former_handler_reads_up_to_the_end_of_the_turn(client):
    about = project()
    first, second = contact_person(about, "Een", position=1), contact_person(about, "Twee", position=2)
    request = asked(about)
    write(request=request, by=first, text="Eerst dit.")
    pass_on(request=request, by=first, to=second)
    write(request=request, by=second, text="Later dat.")
    told = page(client, first, request).content.decode()
    assert "Eerst dit." in told
    assert "Later dat." not in told
    assert client.post(request.get_absolute_url(), {"bericht": "Nog iets"}).status_code == 200
    assert not ContactMessage.objects.filter(text="Nog iets").exists()


def test_message_to_what_left_the_desk_meanwhile_stays_on_the_page(client):
    about = project()
    first, second = contact_person(about, "Een", position=1), contact_person(about, "Twee", position=2)
    request = asked(about)
    write(request=request, by=first, text="Eerst dit.")
    pass_on(request=request, by=first, to=second)
    client.force_login(first)
    told = client.post(request.get_absolute_url(), {"bericht": "Mijn lange antwoord."}).content.decode()
    assert "Dit verzoek ligt intussen bij iemand anders." in told
    assert "Mijn lange antwoord." in told


def test_withdrawing(client):
    request = asked(project(owner=member()))
    handler = turn(request).user
    client.force_login(request.asker)
    client.post(f"{request.get_absolute_url()}intrekken/")
    request.refresh_from_db()
    assert (request.status, request.handlings.current().exists()) == ("withdrawn", False)
    assert codes(handler) == ["contact_asked", "contact_withdrawn"]
    with pytest.raises(Ended):
        write(request=request, by=request.asker, text="Toch nog iets")


def test_what_is_answered_is_not_withdrawn():
    with pytest.raises(NotNow):
        withdraw(request=(request := answered()), by=request.asker)


def test_closing_asks_one_thing(client):
    request = answered()
    client.force_login(request.asker)
    address = f"{request.get_absolute_url()}afsluiten/"
    assert "Heeft dit uw plan veranderd?" in client.get(address).content.decode()
    assert "Kies een antwoord" in client.post(address).content.decode()
    client.post(address, {"veranderd": "partly"})
    request.refresh_from_db()
    assert (request.status, request.plan_changed) == ("closed", "partly")


def test_closing_without_an_answer_and_telling_later(client):
    request = answered()
    client.force_login(request.asker)
    address = f"{request.get_absolute_url()}afsluiten/"
    client.post(address, {"over": "1"})
    assert "Heeft het uw plan veranderd?" in client.get(request.get_absolute_url()).content.decode()
    client.post(address, {"veranderd": "yes"})
    request.refresh_from_db()
    assert (request.status, request.plan_changed) == ("closed", "yes")


def test_handler_closes_and_the_asker_is_asked(client):
    request = answered()
    client.force_login(turn(request).user)
    client.post(f"{request.get_absolute_url()}afsluiten/")
    assert codes(request.asker)[-1] == "contact_closed_ask"


@pytest.mark.parametrize("by_asker", [True, False])
def test_new_message_opens_it_again(by_asker):
    request = answered()
    handler = turn(request).user
    close(request=request, by=request.asker, plan_changed="no")
    write(request=request, by=request.asker if by_asker else handler, text="Nog één ding.")
    request.refresh_from_db()
    assert (request.status, request.closed_at, turn(request).user) == ("talking", None, handler)
    assert request.handlings.count() == 1


def test_block_ends_what_runs_and_tells_nobody_why(client):
    request = answered()
    handler, asker = turn(request).user, request.asker
    other = asked(project(owner=asker), by=handler)
    apart = asked(by=asker)
    block(request=request, by=handler)
    for one in (request, other):
        one.refresh_from_db()
        assert one.status == "closed"
    apart.refresh_from_db()
    assert apart.status == "waiting"
    assert codes(asker)[-1] == "contact_closed"
    assert not any("blok" in mail.message.lower() for mail in mails(asker.email))
    told = page(client, asker, request).content.decode()
    assert "afgesloten" in told.lower()
    assert "Bericht versturen" not in told
    with pytest.raises(Ended):
        write(request=request, by=asker, text="Hallo?")


def test_block_is_undone(client):
    request = answered()
    handler = turn(request).user
    made = block(request=request, by=handler)
    client.force_login(member())
    assert client.post("/mijn/contact/geblokkeerd/", {"blokkade": made.pk}).status_code == 404
    client.force_login(handler)
    assert "Vera Vrager" in client.get("/mijn/contact/geblokkeerd/").content.decode()
    client.post("/mijn/contact/geblokkeerd/", {"blokkade": made.pk})
    write(request=request, by=request.asker, text="Dank dat het weer kan.")
    request.refresh_from_db()
    assert request.status == "talking"


def test_report_lets_moderators_in_and_both_know(client):
    request = answered()
    handler, moderator = turn(request).user, factories.UserFactory(moderator=True)
    client.force_login(request.asker)
    client.post(f"{request.get_absolute_url()}melden/", {"toelichting": "Wil mij iets verkopen."})
    case, report = ReviewCase.objects.get(), ContactReport.objects.get()
    assert (case.kind, case.object_id) == ("contact_report", report.pk)
    for user in (request.asker, handler):
        assert "Een moderator leest mee" in page(client, user, request).content.decode()
    assert "Begin klein." in page(client, moderator, request).content.decode()
    # Reading along is not taking part.
    client.post(request.get_absolute_url(), {"bericht": "Ik ben moderator."})
    assert not ContactMessage.objects.filter(text="Ik ben moderator.").exists()
    shown = client.get(f"/admin/wachtrij/{case.pk}/")
    assert "Wil mij iets verkopen." in shown.content.decode()
    assert "Begin klein." in shown.content.decode()
    data = {
        "doe": "besluit:afhandelen",
        "tekst": "Wij spraken diegene aan.",
        "versie": "0",
        "afhandelen-ends_thread": "on",
    }
    client.post(f"/admin/wachtrij/{case.pk}/", data)
    request.refresh_from_db()
    assert request.status == "closed"
    assert page(client, moderator, request).status_code == 404
    assert any("Wij spraken diegene aan." in mail.message for mail in mails(request.asker.email))
    assert not any("Wij spraken" in mail.message for mail in mails(handler.email))


def test_declining_what_one_does_not_have():
    request = asked(project(owner=member()))
    with pytest.raises(NotYourTurn):
        decline(request=request, by=member(), reason="Nee")


def test_colleague_who_got_it_reads_no_address_that_was_shared_before(client):
    request = answered()
    first = turn(request).user
    client.force_login(request.asker)
    client.post(f"{request.get_absolute_url()}delen/")
    assert request.asker.email in page(client, first, request).content.decode()
    second = member("Tweede")
    pass_on(request=request, by=first, to=second)
    assert request.asker.email not in page(client, second, request).content.decode()
    assert request.asker.email not in page(client, first, request).content.decode()
    assert ContactRequest.objects.get().asker_shares_at is None
