"""The page of a case, for each kind: what it shows and what is decided there."""

import pytest
from django.urls import reverse

from projects.models import Project, Report, ReviewCase, Theme
from projects.services import revisions
from projects.services.review.projects import submit as submit_project
from projects.services.review.reports import report_page
from projects.services.review.terms import propose_term
from projects.states import Outcome, Status
from tests import factories
from tests.pages import Page
from tests.projects.moderating import do, page, said
from tests.projects.writing import member, published, submitted, write
from vindplaats.mail.models import Mail

pytestmark = pytest.mark.django_db


def reported(**more):
    return report_page(**{"path": "/over/", "reason": "wrong", "text": "Bel mij: 06-12345678", **more})


def test_shown_and_dealt_with(moderator_client):
    project = factories.ProjectFactory(published=True, title="Samen eten")
    report = reported(path=project.get_absolute_url(), email="lezer@post.example")
    reported(path=project.get_absolute_url(), reason="other")
    case = ReviewCase.objects.get(object_id=report.pk)
    shown = page(moderator_client, case)
    assert "Samen eten" in shown.heading or "Samen eten" in shown.title
    assert "06-12345678 Telefoonnummer in tekst" in shown.all("mark")[0].replace("Telefoon", " Telefoon").replace(
        "  ", " "
    )
    assert "Iets anders" in shown.text
    assert "lezer@post.example" not in shown.text
    response = do(moderator_client, "besluit:afhandelen", case, tekst="Het nummer is weg.")
    assert said(response) == ["Samen eten: Afgehandeld."]
    case.refresh_from_db()
    assert (case.outcome, case.reason) == (Outcome.APPROVED, "Het nummer is weg.")
    assert Mail.objects.get().to == ["lezer@post.example"]


def test_of_a_thing_that_is_gone(moderator_client):
    reported()
    Report.objects.all().delete()
    assert "Waar deze zaak over ging, is er niet meer." in page(moderator_client).text
    do(moderator_client, "besluit:niets-doen")
    assert ReviewCase.objects.waiting().exists()


def test_of_a_kind_that_nobody_knows(moderator_client):
    factories.ReviewCaseFactory(kind="vergadering", title="Iets van een ander")
    shown = page(moderator_client)
    assert "Iets van een ander" in shown.text
    assert "Bericht" not in shown.all("legend")


def propose(**more):
    user = member().user
    return propose_term(**{"kind": "theme", "name": "Rouwzorg", "explanation": "Missen we.", "by": user, **more})


def test_shown_with_what_is_like_it(moderator_client):
    factories.ConditionFactory(name="Rouwzorgen")
    factories.ProjectFactory(published=True, indexed=True, title="Rouwzorg thuis")
    propose()
    propose(name="rouwzorg")
    shown = page(moderator_client)
    assert "Rouwzorgen (Aandoening)" in shown.text
    assert "In 1 project op de site." in shown.text
    assert "Ook gevraagd door" in shown.text
    assert shown.soup.select_one("[name=opnemen-name]")["value"] == "rouwzorg"


def test_taken_in_under_a_parent(moderator_client):
    parent = factories.ThemeFactory(name="Palliatieve zorg")
    propose()
    sent = {"opnemen-name": "Rouw", "opnemen-name_en": "Grief", "opnemen-parent": parent.pk, "tekst": "Dank."}
    do(moderator_client, "besluit:opnemen", **sent)
    assert Theme.objects.values_list("name", "name_en", "parent__name").get(name="Rouw") == (
        "Rouw",
        "Grief",
        "Palliatieve zorg",
    )


def test_merged(moderator_client):
    term = factories.ConditionFactory(name="Rouw", synonyms=[])
    propose()
    assert "Selecteer een geldige keuze" in sent(moderator_client, "condition:onzin").text
    sent(moderator_client, f"condition:{term.slug}", **{"samenvoegen-as_other_word": "on"})
    term.refresh_from_db()
    assert term.synonyms == ["Rouwzorg"]
    assert not ReviewCase.objects.waiting().exists()


def sent(client, into, **more):
    return Page.of(do(client, "besluit:samenvoegen", **{"samenvoegen-into": into, **more}))


def test_what_was_typed_elsewhere_stays_and_is_not_checked(moderator_client):
    propose()
    shown = sent(moderator_client, "", **{"opnemen-name": "", "opnemen-name_en": "Grief", "tekst": "Bijna"})
    assert len(shown.soup.select(".errorlist")) == 1
    assert shown.soup.select_one("[name=opnemen-name_en]")["value"] == "Grief"
    assert shown.soup.select_one("[name=tekst]").text.strip() == "Bijna"


def test_a_name_that_is_there_already(moderator_client):
    propose()
    factories.ThemeFactory(name="Rouw")
    shown = Page.of(do(moderator_client, "besluit:opnemen", **{"opnemen-name": "Rouw", "tekst": "Dank u."}))
    assert "‘Rouw’ staat al in de lijst. Gebruik die term." in shown.text
    assert shown.soup.select_one("[name=opnemen-name]")["value"] == "Rouw"
    assert ReviewCase.objects.waiting().exists()


def test_a_new_project_is_shown_whole(moderator_client):
    submitted(problem="Mail naar a.b@zorg.example.")
    shown = page(moderator_client)
    assert "Een nieuw project. Dit is de hele tekst." in shown.text
    assert "Buurtbewoners koken elke week voor elkaar." in shown.text
    assert not shown.soup.select("ins, del")
    assert shown.all("mark")[0].startswith("a.b@zorg.example")
    assert "E-mailadres in tekst" in shown.all(".review-about .review-flag")
    # Who answers is for moderators, and is no personal data that went astray.
    assert "demi@linde.example" in shown.text
    assert len(shown.all("mark")) == 1


def test_accepted(moderator_client):
    revision = submitted()
    response = do(moderator_client, "besluit:goedkeuren", tekst="Mooi project.")
    assert said(response) == ["Samen eten in de wijk: Goedgekeurd."]
    assert Project.objects.get().status == Status.PUBLISHED
    mail = Mail.objects.filter(subject__startswith="Op de site").get()
    assert mail.to == [revision.created_by.email]
    assert "Mooi project." in mail.message


def test_returned_with_a_text(moderator_client):
    submitted()
    do(moderator_client, "besluit:terugsturen", tekst="Vul de resultaten aan.")
    assert Project.objects.get().status == Status.RETURNED
    assert ReviewCase.objects.get().reason == "Vul de resultaten aan."


def changed(**values):
    project = published()
    user = project.owner
    revision = write(revisions.begin_edit(project=project, by=user), user, **values)
    return revisions.submit(revision=revision, by=user)


def test_a_change_is_shown_word_for_word(moderator_client):
    changed(summary="Buurtbewoners eten elke week met elkaar.")
    shown = page(moderator_client)
    assert shown.all("del") == ["Weggehaald: koken", "Weggehaald: voor"]
    assert shown.all("ins") == ["Toegevoegd: eten", "Toegevoegd: met"]
    assert [words for words in shown.all(".review-fields dt") if words == "Fase"] == ["Fase"]  # in the whole text only


def test_what_others_changed_meanwhile_has_to_be_seen(moderator_client):
    revision = changed(summary="Anders gezegd.")
    Project.objects.update(results="De gemeente ging mee.")
    shown = page(moderator_client)
    assert "De gemeente ging mee." in shown.all(".review-meanwhile")[0]
    response = do(moderator_client, "besluit:goedkeuren")
    assert "Bekijk eerst wat er intussen veranderde" in Page.of(response).text
    do(moderator_client, "besluit:goedkeuren", **{"goedkeuren-gezien": "on"})
    revision.project.refresh_from_db()
    assert (revision.project.summary, revision.project.results) == ("Anders gezegd.", "De gemeente ging mee.")


def test_of_a_trusted_institute_it_is_looked_at_afterwards(moderator_client):
    who = member(institute__is_trusted=True)
    submitted(who)
    shown = page(moderator_client)
    assert "Staat al online" in shown.text
    assert "want de instelling is vertrouwd" in shown.text
    do(moderator_client, "besluit:akkoord")
    assert ReviewCase.objects.get().outcome == Outcome.APPROVED


def test_a_possible_double_is_shown_with_why(moderator_client):
    there = factories.ProjectFactory(published=True, indexed=True, title="Samen eten in de wijk")
    submitted()
    shown = page(moderator_client)
    assert "Mogelijk dubbel" in shown.all(".review-about .review-flag")
    assert "Dezelfde titel" in shown.all(".review-duplicates tbody tr")[0]
    assert there.get_absolute_url() in shown.hrefs(".review-duplicates a")


def test_what_does_not_fit_any_more_is_said(moderator_client):
    submitted()
    Theme.objects.all().delete()
    shown = Page.of(do(moderator_client, "besluit:goedkeuren", tekst="Mooi."))
    assert "De tekst is nog niet klaar." in shown.text
    assert "Thema" in shown.all(".errornote li")[0]
    assert shown.soup.select_one("[name=tekst]").text.strip() == "Mooi."
    assert ReviewCase.objects.waiting().exists()


def test_withdrawn_meanwhile(moderator_client):
    revision = submitted()
    case = ReviewCase.objects.get()
    revisions.withdraw(revision=revision, by=revision.created_by)
    shown = page(moderator_client, case)
    assert "Ingetrokken door" in shown.text
    assert not shown.soup.select("#besluit")
    do(moderator_client, "besluit:goedkeuren", case)
    assert Project.objects.get().status == Status.DRAFT


def test_what_staff_submits_waits_like_all_else(moderator_client):
    owner = factories.UserFactory()
    project = factories.ProjectFactory(owner=owner, title="Van de redactie")
    submit_project(project=project, by=None)
    assert "Van de redactie" in page(moderator_client).text
    do(moderator_client, "besluit:publiceren")
    project.refresh_from_db()
    assert project.status == Status.PUBLISHED
    assert Mail.objects.get().subject == "‘Van de redactie’ staat online"


def test_published_from_its_own_page_it_waits_no_longer(moderator_client):
    project = factories.ProjectFactory()
    decide = {name: reverse("admin:projects_project_decide", args=[project.pk, name]) for name in ("submit", "publish")}
    moderator_client.post(decide["submit"])
    assert ReviewCase.objects.waiting().get().kind == "project"
    moderator_client.post(decide["publish"])
    assert ReviewCase.objects.get().outcome == Outcome.APPROVED
