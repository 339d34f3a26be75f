"""The page of a case: who looks at it, what is decided with which text, and what the second of two moderators sees."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from projects.models import CaseNote, ReviewCase
from projects.services import revisions
from projects.services.review.reports import dismiss_report, report_page
from projects.states import Outcome
from tests import factories
from tests.pages import Page
from tests.projects.moderating import do, page, said, sent_along, url
from tests.projects.writing import submitted
from vindplaats.mail.models import Mail

pytestmark = pytest.mark.django_db


def reported(**more):
    return report_page(**{"path": "/over/", "reason": "wrong", "text": "Bel mij: 06-12345678", **more})


def test_take_up_let_go_and_take_over(moderator_client, moderator):
    reported()
    assert "Niemand bekijkt dit nog." in page(moderator_client).text
    assert "U bekijkt dit sinds" in Page.of(do(moderator_client, "oppakken")).text
    assert "Niemand bekijkt dit nog." in Page.of(do(moderator_client, "loslaten")).text
    other = factories.UserFactory(moderator=True, name="Sven Visser")
    do(moderator_client, "overdragen", wie=other.pk)
    assert "Sven Visser bekijkt dit sinds" in page(moderator_client).text
    do(moderator_client, "oppakken")
    assert ReviewCase.objects.get().assigned_to == moderator


def test_to_nobody_is_asked_again(moderator_client):
    reported()
    response = do(moderator_client, "overdragen", wie=factories.UserFactory().pk)
    assert said(response) == ["Kies aan welke collega u de zaak geeft."]
    assert ReviewCase.objects.get().assigned_to is None


def test_notes_are_for_colleagues(moderator_client, moderator):
    reported()
    assert "Dit veld is verplicht." in Page.of(do(moderator_client, "notitie", notitie=" ")).text
    shown = Page.of(do(moderator_client, "notitie", notitie="Ik bel\nmorgen."))
    assert "Ik bel morgen." in shown.text
    assert str(moderator) in shown.all(".review-note")[0]
    assert CaseNote.objects.get().author == moderator
    assert not Mail.objects.exists()


def test_a_standard_text_is_put_behind_what_was_typed(moderator_client):
    reported()
    reply = factories.ReplyTemplateFactory(title="Bedankt", text="Dank voor uw melding.", kind="report")
    factories.ReplyTemplateFactory(title="Anders", kind="revision")
    assert page(moderator_client).all("#antwoord option") == ["Kies een tekst", "Bedankt"]
    shown = Page.of(do(moderator_client, "invullen", antwoord=reply.pk, tekst="Beste lezer,"))
    assert shown.soup.select_one("[name=tekst]").text.strip() == "Beste lezer,\n\nDank voor uw melding."
    assert shown.all("#antwoord option[selected]") == ["Bedankt"]
    assert not shown.soup.select(".errorlist")
    assert ReviewCase.objects.waiting().exists()


def test_without_a_choice_nothing_is_lost(moderator_client):
    reported()
    shown = Page.of(do(moderator_client, "invullen", antwoord="x", tekst="Beste lezer,"))
    assert shown.soup.select_one("[name=tekst]").text.strip() == "Beste lezer,"


def test_what_needs_a_text_asks_for_it(moderator_client):
    reported()
    shown = Page.of(do(moderator_client, "besluit:afhandelen", tekst="  "))
    assert "Schrijf op waarom, of kies een standaardtekst." in shown.text
    assert ReviewCase.objects.waiting().exists()


@pytest.mark.parametrize("what", ["besluit:onzin", "besluit:", "onzin", ""])
def test_nonsense_shows_the_page(moderator_client, what):
    reported()
    assert do(moderator_client, what).status_code == 200
    assert ReviewCase.objects.waiting().exists()


def test_the_second_sees_who_decided_what_and_keeps_what_was_typed(moderator_client):
    other = factories.UserFactory(moderator=True, name="Sven Visser")
    revision = submitted()
    revisions.return_with_reason(revision=revision, by=other, reason="Vul de resultaten aan.")
    shown = Page.of(moderator_client.post(url(), {"doe": "besluit:goedkeuren", "tekst": "Heel mooi project."}))
    assert "Teruggestuurd door Sven Visser op" in shown.text
    assert "Vul de resultaten aan." in shown.text
    assert shown.soup.select_one("#getypt").text.strip() == "Heel mooi project."


def test_decided_while_the_page_was_open(moderator_client):
    other = factories.UserFactory(moderator=True, name="Sven Visser")
    report = reported()
    read = sent_along(moderator_client)
    dismiss_report(report=report, by=other, reason="Klopt gewoon.")
    sent = {"doe": "besluit:afhandelen", "tekst": "Aangepast, met dank.", **read}
    shown = Page.of(moderator_client.post(url(), sent))
    assert "Hierover is intussen al besloten" in shown.all(".errornote")[0]
    assert "Niets veranderd door Sven Visser op" in shown.all(".errornote")[0]
    assert "Klopt gewoon." in shown.all(".errornote")[0]
    assert shown.soup.select_one("[name=tekst]").text.strip() == "Aangepast, met dank."
    assert shown.soup.select("#besluit button[disabled]")
    assert ReviewCase.objects.get(object_id=report.pk).outcome == Outcome.DECLINED


def test_nobody_decides_on_what_they_have_not_read(moderator_client, moderator):
    revision = submitted()
    read = sent_along(moderator_client)
    revisions.save_section(
        revision=revision, section="hoe", values={"approach": "Anders."}, version=revision.version, by=moderator
    )
    shown = Page.of(moderator_client.post(url(), {"doe": "besluit:goedkeuren", "tekst": "Mooi.", **read}))
    assert "Dit is intussen veranderd." in shown.all(".errornote")[0]
    assert "Anders." in shown.text
    assert shown.soup.select_one("[name=tekst]").text.strip() == "Mooi."
    assert ReviewCase.objects.waiting().exists()
    do(moderator_client, "besluit:goedkeuren")
    assert not ReviewCase.objects.waiting().exists()


def test_a_page_of_before_does_not_decide_on_what_was_submitted_again(moderator_client):
    revision = submitted()
    case, read = ReviewCase.objects.get(), sent_along(moderator_client)
    revision = revisions.withdraw(revision=revision, by=revision.created_by)
    revisions.submit(revision=revision, by=revision.created_by)
    shown = Page.of(moderator_client.post(url(case), {"doe": "besluit:goedkeuren", **read}))
    assert "Hierover is intussen al besloten" in shown.all(".errornote")[0]
    assert "Ingetrokken door" in shown.all(".errornote")[0]
    assert ReviewCase.objects.waiting().exists()


def test_as_many_queries_for_much_as_for_little(moderator_client):
    def count(case):
        moderator_client.get(url(case))
        with CaptureQueriesContext(connection) as queries:
            assert moderator_client.get(url(case)).status_code == 200
        return len(queries)

    def made(number):
        lessons = [{"kind": "tip", "title": f"Les {one}", "themes": ["eenzaamheid"]} for one in range(number)]
        title = f"Heel eigen titel {number * 7919}"
        submitted(title=title, lessons=lessons, partners=[f"Partner {one}" for one in range(number)])
        case = ReviewCase.objects.latest("pk")
        for _note in range(number):
            factories.CaseNoteFactory(case=case, author=factories.UserFactory())
        return count(case)

    for_one = made(1)
    assert made(3) == for_one
    assert made(30) == for_one
