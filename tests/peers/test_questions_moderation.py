"""What moderators do: take down and put back with a reason, merge, close; what the queue shows; reports."""

import pytest
from django.apps import apps
from django.urls import reverse

from peers.models import Answer, FollowUp, Notice, Question, Thanks
from peers.services.questions import accepting, merging, moderating
from peers.services.questions.asking import ask
from peers.services.questions.refusals import MergeRefused
from projects.models import Report, ReviewCase
from projects.services.refusals import AlreadyDecided, ReasonMissing
from tests import factories
from tests.mailbox import mails
from tests.pages import Page
from tests.peers.asking import answered, question
from tests.searching import found, indexed

pytestmark = pytest.mark.django_db
REASON = "Hier staat reclame in."


@pytest.fixture
def by():
    return factories.UserFactory(moderator=True)


@pytest.fixture
def moderating_client(client, by):
    client.force_login(by)
    return client


def codes(user):
    return list(Notice.objects.filter(user=user).order_by("pk").values_list("code", flat=True))


def case_path(case):
    return reverse("admin_case", args=[case.pk])


def decide(client, thing, name, **given):
    path = f"/admin/peers/{thing._meta.model_name}/{thing.pk}/besluit/{name}/"
    return client.post(path, given, follow=True)


def test_a_question_goes_and_comes_back(client, by):
    made = answered(question__title="Een vraag over beweegmatten", text="Neem blauwe matten.")
    asked = made.question
    moderating.take_down(thing=asked, by=by, reason=REASON)
    assert client.get(asked.get_absolute_url()).status_code == 404
    assert found("beweegmatten", "question") == set()
    (mail,) = mails(asked.asker.email)
    assert REASON in mail.message
    event = apps.get_model("peers", "QuestionEvent").objects.filter(pgh_obj_id=asked.pk).latest("pgh_id")
    assert event.pgh_context.metadata["reason"] == REASON
    moderating.put_back(thing=asked, by=by)
    assert client.get(asked.get_absolute_url()).status_code == 200
    assert found("matten", "question") == {asked.pk}
    assert codes(asked.asker) == ["question_removed", "text_put_back"]


def test_an_answer_that_helped_goes_and_the_question_is_open_again(client, by):
    made = answered()
    accepting.accept(answer=made, by=made.question.asker)
    moderating.take_down(thing=made, by=by, reason=REASON)
    asked = Question.objects.get()
    assert (asked.status, asked.first_answer_at) == ("open", None)
    assert made.text not in client.get(asked.get_absolute_url()).content.decode()
    assert "answer_removed" in codes(made.author)
    moderating.put_back(thing=Answer.objects.get(), by=by)
    assert made.text in client.get(asked.get_absolute_url()).content.decode()


def test_a_reaction_goes(client, by):
    made = answered()
    reaction = factories.FollowUpFactory(answer=made, text="Een onaardige reactie.")
    moderating.take_down(thing=reaction, by=by, reason=REASON)
    assert reaction.text not in client.get(made.question.get_absolute_url()).content.decode()
    assert codes(reaction.author) == ["reaction_removed"]


def test_never_without_a_reason_nor_twice(by):
    asked = question()
    with pytest.raises(ReasonMissing):
        moderating.take_down(thing=asked, by=by, reason=" ")
    moderating.take_down(thing=asked, by=by, reason=REASON)
    with pytest.raises(AlreadyDecided):
        moderating.take_down(thing=Question.objects.get(), by=by, reason=REASON)


def test_from_the_admin(moderating_client):
    made = answered()
    asked = made.question
    change = moderating_client.get(f"/admin/peers/question/{asked.pk}/change/").content.decode()
    assert "Van de site halen" in change
    assert "Samenvoegen" in change
    page = decide(moderating_client, made, "weghalen", reason="").content.decode()
    assert "Schrijf op waarom, zodat de schrijver het begrijpt." in page
    decide(moderating_client, made, "weghalen", reason=REASON)
    assert Answer.objects.get().removed_at
    decide(moderating_client, made, "terugzetten")
    assert not Answer.objects.get().removed_at
    decide(moderating_client, asked, "sluiten")
    assert Question.objects.get().status == "closed"
    assert "Dat kan nu niet (meer)." in decide(moderating_client, asked, "sluiten").content.decode()
    decide(moderating_client, asked, "heropenen")
    assert Question.objects.get().status == "open"


def test_merging_from_the_admin_by_address(moderating_client):
    gone, into = question(title="De ene vraag"), question(title="Iets heel anders")
    page = decide(moderating_client, gone, "samenvoegen", into="", address="/vragen/bestaat-niet/").content.decode()
    assert "Kies een vraag, of plak het adres" in page
    decide(
        moderating_client,
        gone,
        "samenvoegen",
        into="",
        address=f"https://vindplaats.example/en{into.get_absolute_url()}",
    )
    gone.refresh_from_db()
    assert gone.merged_into == into


def test_all_that_was_said_comes_along(client, by):
    gone, into = answered(text="Dit hielp mij.").question, question()
    given = gone.answers.get()
    reaction, thanks = factories.FollowUpFactory(answer=given), factories.ThanksFactory(answer=given)
    accepting.accept(answer=given, by=gone.asker)
    earlier = factories.QuestionFactory(status="merged", merged_into=gone)
    merging.merge(gone=gone, into=into, by=by)
    for address in (gone.get_absolute_url(), earlier.get_absolute_url()):
        response = client.get(address)
        assert (response.status_code, response.url) == (301, into.get_absolute_url())
    page = Page.of(client.get(into.get_absolute_url())).text
    for text in (given.text, reaction.text, gone.title, "1 keer bedankt", "Dit antwoord hielp de vrager"):
        assert text in page
    assert Thanks.objects.get() == thanks
    into.refresh_from_db()
    assert (into.status, into.first_answer_at) == ("answered", given.created_at)
    assert indexed("question") == {into.pk}
    assert codes(gone.asker)[-1] == "question_merged"


def test_who_follows_one_follows_the_other(by):
    gone, into = question(), question()
    both, one = factories.UserFactory.create_batch(2)
    for user, asked in ((both, gone), (both, into), (one, gone)):
        factories.FollowFactory(user=user, kind="question", question=asked, query="", name=asked.title)
    merging.merge(gone=gone, into=into, by=by)
    assert set(into.follows.values_list("user", flat=True)) == {both.pk, one.pk}
    assert not gone.follows.exists()


def test_one_answer_that_helped_is_left(by):
    gone, into = (answered().question for _one in range(2))
    for one in (gone, into):
        accepting.accept(answer=one.answers.get(), by=one.asker)
    merging.merge(gone=gone, into=into, by=by)
    assert into.answers.filter(accepted_at__isnull=False).count() == 1


def test_what_cannot_be_merged(by):
    one, other = question(), question()
    with pytest.raises(MergeRefused):
        merging.merge(gone=one, into=one, by=by)
    moderating.take_down(thing=other, by=by, reason=REASON)
    with pytest.raises(MergeRefused):
        merging.merge(gone=one, into=other, by=by)


def test_the_queue_shows_what_may_be_double_and_merges(moderating_client):
    other = question(title="Hoe kreeg u de nachtdienst mee met beeldbellen?")
    asked = ask(
        asker=factories.UserFactory(name="Vrager Voorbeeld"), title="Hoe kreeg je de nachtdienst mee met beeldbellen?"
    )
    case = ReviewCase.objects.get()
    page = moderating_client.get(case_path(case)).content.decode()
    for text in (other.title, "Vrager Voorbeeld", "Mogelijk dubbel", "Laten staan"):
        assert text in page
    moderating_client.post(
        case_path(case),
        {"doe": "besluit:samenvoegen", "versie": "0", "samenvoegen-into": other.slug, "into": other.slug},
    )
    asked.refresh_from_db()
    case.refresh_from_db()
    assert (asked.merged_into, case.outcome) == (other, "declined")


def test_left_as_it_is_from_the_queue(moderating_client):
    ask(asker=factories.UserFactory(), title="Wie neemt op bij 088-1234567?")
    case = ReviewCase.objects.get()
    moderating_client.post(case_path(case), {"doe": "besluit:laten-staan", "versie": "0"})
    case.refresh_from_db()
    assert case.outcome == "approved"
    assert Question.objects.get().removed_at is None


def test_a_report_leads_to_the_question(client, moderating_client):
    asked = question(title="Een vraag die niet klopt")
    page = Page.of(moderating_client.get(f"/melden/?pagina={asked.get_absolute_url()}"))
    assert asked.title in page.text
    given = {"pagina": asked.get_absolute_url(), "reden": "wrong", "toelichting": "Dit is reclame."}
    reasons = [one["value"] for one in page.soup.select('[name="reden"]')]
    moderating_client.post("/melden/", given | {"reden": reasons[0]})
    assert Report.objects.exists()
    case = ReviewCase.objects.get()
    assert case.title == asked.title
    assert f"/admin/peers/question/{asked.pk}/change/" in moderating_client.get(case_path(case)).content.decode()


def test_of_what_was_taken_down_the_report_form_tells_no_title(client, by):
    asked = question(title="Een geheime vraag")
    moderating.take_down(thing=asked, by=by, reason=REASON)
    assert asked.title not in client.get(f"/melden/?pagina={asked.get_absolute_url()}").content.decode()


def test_nobody_else(client):
    made = answered()
    reaction = factories.FollowUpFactory(answer=made)
    client.force_login(made.question.asker)
    for thing in (made, made.question, reaction):
        assert client.get(f"/admin/peers/{thing._meta.model_name}/{thing.pk}/change/").status_code == 302
        assert decide(client, thing, "weghalen", reason=REASON).redirect_chain
    assert not Answer.objects.filter(removed_at__isnull=False).exists()
    assert not FollowUp.objects.filter(removed_at__isnull=False).exists()
