"""The page of a case: who looks at it, what is decided with which text, and what the second of two moderators sees."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from projects.models import CaseNote, ReviewCase
from projects.services import revisions
from projects.services.review.reports import report_page
from projects.states import Outcome
from tests import factories
from tests.pages import Page
from tests.projects.writing import submitted
from vindplaats.mail.models import Mail

pytestmark = pytest.mark.django_db


def url(case=None):
    return reverse("admin_case", args=[(case or ReviewCase.objects.latest("pk")).pk])


def page(client, case=None):
    return Page.of(client.get(url(case)))


def do(client, what, case=None, **more):
    return client.post(url(case), {"doe": what, **more}, follow=True)


def said(response):
    return [str(message) for message in response.context["messages"]]


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


def test_decided_while_the_page_was_open(moderator_client, monkeypatch):
    """The colleague is faster by less than it takes to read the case."""
    from projects.review import reports as kind
    from projects.services.review import reports

    other = factories.UserFactory(moderator=True, name="Sven Visser")
    report = reported()
    slow = kind.services.resolve_report

    def faster(*, report, by, reason):
        reports.dismiss_report(report=report, by=other, reason="Klopt gewoon.")
        return slow(report=report, by=by, reason=reason)

    monkeypatch.setattr(kind.services, "resolve_report", faster)
    shown = Page.of(do(moderator_client, "besluit:afhandelen", tekst="Aangepast, met dank."))
    assert "Hierover is intussen al besloten" in shown.all(".errornote")[0]
    assert "Niets veranderd door Sven Visser op" in shown.all(".errornote")[0]
    assert "Klopt gewoon." in shown.all(".errornote")[0]
    assert shown.soup.select_one("[name=tekst]").text.strip() == "Aangepast, met dank."
    assert shown.soup.select("#besluit button[disabled]")
    assert ReviewCase.objects.get(object_id=report.pk).outcome == Outcome.DECLINED


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
