"""Anyone tells that something is wrong with a page: at most six times a minute, and no program."""

import pytest
from django.core.cache import cache
from django.urls import reverse

from projects.models import Report, ReviewCase
from tests import factories
from tests.pages import Page

pytestmark = pytest.mark.django_db
FORM, DONE = reverse("projects:report"), reverse("projects:report_done")


@pytest.fixture
def project():
    return factories.ProjectFactory(published=True, title="Samen eten", indexed=True)


def sent(**more):
    return {"pagina": "/over/", "reden": "wrong", "toelichting": "Het telefoonnummer klopt niet.", **more}


def test_from_a_page_to_the_queue(client, project):
    page = Page.of(client.get(project.get_absolute_url()))
    address = page.link("Iets melden over deze pagina")
    assert address == f"{FORM}?pagina={project.get_absolute_url()}"
    form = Page.of(client.get(address))
    assert "Uw melding gaat over: Samen eten" in form.main
    hidden = form.soup.select_one("input[name=pagina]")["value"]
    response = client.post(FORM, sent(pagina=hidden, reden="personal", email="lezer@post.example"), follow=True)
    assert response.redirect_chain == [(DONE, 302)]
    assert Page.of(response).heading == "Uw melding is verstuurd"
    report = Report.objects.get()
    assert (report.path, report.reason, report.email, report.language) == (
        project.get_absolute_url(),
        "personal",
        "lezer@post.example",
        "nl",
    )
    assert ReviewCase.objects.get().title == "Samen eten"


def test_institutes_have_the_link_and_english_readers_are_answered_in_english(client):
    institute = factories.InstituteFactory(verified=True)
    here = institute.get_absolute_url()
    page = Page.of(client.get(f"/en{here}"))
    address = page.link("Report something about this page")
    assert address == f"/en{FORM}?pagina=/en{here}"
    client.post(address, sent(pagina=f"/en{here}"))
    assert Report.objects.get().language == "en"
    assert ReviewCase.objects.get().institute == institute


def test_without_a_page_the_address_is_asked(client):
    for address in (FORM, f"{FORM}?pagina=https://ander.example/x", f"{FORM}?pagina={'a' * 9000}"):
        page = Page.of(client.get(address))
        assert page.soup.select_one("input[name=pagina]")["type"] == "text"


def test_what_is_wrong_is_told_and_what_was_typed_stays(client):
    page = Page.of(client.post(FORM, {"pagina": "/bestaat-niet/", "toelichting": "Zo is het.", "email": "geen"}))
    assert page.title.startswith("Fout:")
    assert [message.removeprefix("Fout: ") for message in page.all(".vp-errors li")] == [
        "Dit is geen pagina van deze site. Kopieer het adres uit de adresbalk.",
        "Kies wat er aan de hand is.",
        "Voer een geldig e-mailadres in.",
    ]
    assert page.soup.select_one("textarea").text.strip() == "Zo is het."
    assert not Report.objects.exists()


def test_a_program_is_thanked_and_nothing_is_kept(client):
    response = client.post(FORM, sent(onderwerp="Goedkope pillen"))
    assert response.headers["Location"] == DONE
    assert not Report.objects.exists()


def test_six_a_minute_for_an_address(client):
    cache.clear()
    for _count in range(6):
        assert client.post(FORM, sent()).status_code == 302
    response = client.post(FORM, sent(toelichting="De zevende."))
    assert response.status_code == 429
    page = Page.of(response)
    assert "Wacht een minuut en verstuur deze dan opnieuw." in page.text
    assert page.soup.select_one("textarea").text.strip() == "De zevende."
    assert Report.objects.count() == 6
    assert client.post(FORM, sent(), REMOTE_ADDR="10.0.0.9").status_code == 302


def test_the_title_of_a_draft_is_not_told(client):
    draft = factories.ProjectFactory(title="Geheimtitel")
    page = Page.of(client.get(FORM, {"pagina": draft.get_absolute_url()}))
    assert "Geheimtitel" not in page.text


def test_a_draft_has_no_link(moderator_client):
    draft = factories.ProjectFactory()
    assert FORM not in moderator_client.get(draft.get_absolute_url()).content.decode()
