"""A pasted or sent plan, the projects that are comparable to it, and what is told and kept of it."""

import logging
import tempfile
from urllib.parse import urlsplit

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from projects.search.indexing import index
from projects.search.similar import Comparable
from projects.states import LessonKind, Phase
from projects.views import comparable
from tests import factories
from tests.documents import samples
from tests.pages import Page, query

pytestmark = pytest.mark.django_db
HERE = "/vergelijkbaar/"
PLAN = "Ouderen vallen minder door dansles in het buurthuis. Xylofonistisch is een woord dat alleen hier staat."


@pytest.fixture
def send(client):
    """Send the form and read the page that comes back."""

    def send(address=HERE, **data) -> Page:
        response = client.post(address, data)
        assert response.status_code == 200
        assert response["Cache-Control"] == "no-store"
        assert not response.cookies
        return Page.of(response)

    return send


@pytest.fixture
def dancing():
    """Two projects on dancing, with lessons and institutes."""
    theme, sector = factories.ThemeFactory(slug="valpreventie", name="Valpreventie"), factories.SectorFactory()
    both = {"published": True, "themes": [theme], "sectors": [sector]}
    first = factories.ProjectFactory(title="Dansles voor ouderen", phase=Phase.PILOT, **both)
    second = factories.ProjectFactory(title="Dansen in het buurthuis", phase=Phase.SCALING, **both)
    factories.LessonFactory(project=first, kind=LessonKind.TIP, title="Vraag een dansschool")
    factories.LessonFactory(project=first, kind=LessonKind.PITFALL, title="De zaal was glad", advice="Leg een mat.")
    factories.LessonFactory(project=second, kind=LessonKind.PITFALL, title="Geen vervoer", phase=Phase.PILOT)
    factories.LessonFactory(project=second, kind=LessonKind.SUCCESS, title="Muziek van vroeger")
    index("project", [first.pk, second.pk])
    return first, second


def test_the_form_is_empty_and_sets_no_cookie(client):
    response = client.get(HERE)
    page = Page.of(response)
    form = page.soup.select_one("main form")
    assert (form["method"], form["enctype"], form["action"]) == ("post", "multipart/form-data", HERE)
    assert page.heading == "Vergelijkbare projecten bij uw plan"
    assert not response.cookies
    assert page.soup.select_one("textarea[name=tekst]").get_text(strip=True) == ""
    assert page.soup.select_one("input[type=file][name=bestand]")["accept"] == ".txt,.docx,.pdf"


def test_tells_what_is_comparable_without_showing_the_plan(send, dancing):
    page = send(tekst=PLAN)
    assert set(page.results) == {"Dansles voor ouderen", "Dansen in het buurthuis"}
    assert page.title == "2 projecten gevonden – Vindplaats"
    assert "Xylofonistisch" not in str(page.soup)
    assert "buurthuis. Xylo" not in str(page.soup)
    assert page.soup.select_one("meta[name=robots]")["content"] == "noindex, follow"


@pytest.mark.parametrize(
    ("name", "content"),
    [("plan.docx", samples.docx(PLAN)), ("plan.pdf", samples.pdf(PLAN)), ("plan.txt", PLAN.encode("cp1252"))],
)
def test_reads_a_file(send, dancing, name, content):
    assert len(send(bestand=SimpleUploadedFile(name, content)).results) == 2


def test_reads_a_file_that_is_larger_than_what_is_usually_kept_in_memory(send, dancing, monkeypatch, tmp_path):
    def refuse(*args, **kwargs):
        raise AssertionError("a file was made")

    monkeypatch.setattr(tempfile, "NamedTemporaryFile", refuse)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    large = samples.docx(PLAN) + bytes(4_000_000)
    page = send(bestand=SimpleUploadedFile("plan.docx", large))
    assert page.title.startswith(("Fout:", "2 projecten"))
    assert list(tmp_path.iterdir()) == []


def test_tells_why(send, dancing, monkeypatch):
    first, second = dancing
    facets = ("thema:valpreventie", f"sector:{first.sectors.get().slug}", "fase:pilot", "jaar:2023", "thema:weg")
    found = [Comparable(first.pk, 2.0, ("dansles", "ouderen"), facets), Comparable(second.pk, 1.0)]
    monkeypatch.setattr(comparable, "comparable_to_text", lambda text, *, most: found)
    page = send(tekst=PLAN)
    assert page.results == [first.title, second.title]
    (why,) = page.all(".vp-why")
    assert "Past bij deze woorden uit uw plan: dansles , ouderen ." in why
    for expected in ("Thema: Valpreventie", f"Sector: {first.sectors.get().name}", "Fase: Pilot"):
        assert expected in why
    assert "2023" not in why
    assert "weg" not in why.split()


def test_tells_the_lessons_by_phase_with_how_many_projects_met_them(send, dancing):
    page = send(tekst=PLAN)
    assert page.all(".vp-stage__head") == ["Pilot 3 lessen, uit 2 projecten", "Opschaling 1 les, uit 1 project"]
    pilot = page.soup.select(".vp-stage")[0]
    titles = [node.get_text(" ", strip=True) for node in pilot.select(".vp-lesson__title")]
    assert [title.split(" : ")[0] for title in titles] == ["Valkuil", "Valkuil", "Tip"]
    assert "Leg een mat." in pilot.get_text()


def test_tells_whom_to_ask(send, dancing):
    asked = send(tekst=PLAN).soup.select_one("section:has(> #vragen)")
    for project in dancing:
        assert asked.select_one(f'a[href="{project.institute.get_absolute_url()}"]')
        assert project.title in asked.get_text()


def test_the_overview_can_be_shared_and_holds_nothing_of_the_plan(send, visit, dancing):
    address = send(tekst=PLAN).soup.select_one("#deel-link")["value"]
    assert {name for name, _ in query(address)} == {"p"}
    shared = visit(urlsplit(address).path + "?" + urlsplit(address).query)
    assert set(shared.results) == {project.title for project in dancing}
    assert shared.all(".vp-stage__head") == ["Pilot 3 lessen, uit 2 projecten", "Opschaling 1 les, uit 1 project"]
    assert shared.soup.select_one("#deel-link")["value"] == address
    assert shared.soup.select(".vp-why") == []
    assert "uw plan lijken" not in shared.main


def test_a_shared_overview_keeps_its_order_and_tells_what_is_gone(visit, dancing):
    first, second = dancing
    hidden = factories.ProjectFactory(title="Geheimtitel")
    page = visit(f"{HERE}?p={second.slug}&p={hidden.slug}&p=weg&p={first.slug}&p={first.slug}")
    assert page.results == [second.title, first.title]
    assert "2 projecten uit dit overzicht staan niet meer op Vindplaats." in page.main
    assert "Geheimtitel" not in page.text


def test_a_shared_overview_of_nothing_leads_on(visit):
    page = visit(f"{HERE}?p=weg")
    assert "Geen project gevonden dat hierop lijkt" in page.main
    assert page.link("Beschrijf uw plan opnieuw") == HERE


def test_no_more_than_twenty_are_shared(visit):
    made = factories.ProjectFactory.create_batch(22, published=True)
    page = visit(HERE + "?" + "&".join(f"p={one.slug}" for one in made))
    assert page.results == [one.title for one in made[:20]]


def test_nothing_comparable_is_told(send):
    page = send(tekst="xqzvwk")
    assert "Geen project gevonden dat hierop lijkt" in page.main
    assert "Delen en printen" not in page.main


@pytest.mark.parametrize(
    ("data", "field", "told"),
    [
        ({}, "tekst", "Plak de tekst van uw plan, of kies een bestand."),
        ({"tekst": " \n "}, "tekst", "Plak de tekst van uw plan, of kies een bestand."),
        ({"tekst": "zorg " * 20_001}, "tekst", "Er passen er 100.000."),
        ({"bestand": SimpleUploadedFile("plan.doc", samples.OLD_WORD)}, "bestand", "ouder soort Word-bestand"),
        ({"bestand": SimpleUploadedFile("plan.pdf", b"")}, "bestand", "Dit bestand is leeg."),
        ({"bestand": SimpleUploadedFile("plan.pdf", b"a" * 6_000_000)}, "bestand", "groter dan 5 MB"),
        ({"tekst": PLAN, "bestand": SimpleUploadedFile("a.exe", b"MZ")}, "bestand", "Dit soort bestand"),
        ({"tekst": PLAN, "bestand": SimpleUploadedFile("a.pdf", samples.pdf(""))}, "bestand", "Is het een scan"),
    ],
)
def test_says_what_is_wrong_beside_the_field_and_keeps_what_was_pasted(send, data, field, told):
    for file in (value for value in data.values() if not isinstance(value, str)):
        file.seek(0)
    page = send(**data)
    assert page.title.startswith("Fout:")
    control = page.soup.select_one(f"[name={field}]")
    assert control["aria-invalid"] == "true"
    assert told in page.soup.find(id=f"id_{field}-fout-1").get_text()
    assert page.soup.select_one(f'[role=alert] a[href="#id_{field}"]')
    assert page.soup.select_one("textarea").get_text().strip() == data.get("tekst", "").strip()


@pytest.mark.parametrize("how", ["multipart", "urlencoded"])
def test_a_text_of_megabytes_is_no_error_of_ours(client, how):
    body = {"tekst": "zorg " * 1_000_000}
    kind = {} if how == "multipart" else {"content_type": "application/x-www-form-urlencoded"}
    response = client.post(HERE, body if how == "multipart" else "tekst=" + body["tekst"], **kind)
    assert response.status_code == 200
    page = Page.of(response)
    assert "Uw tekst is veel te lang om te lezen." in page.soup.find(id="id_tekst-fout-1").get_text()


def test_many_files_at_once_are_too_large_together(client):
    files = [SimpleUploadedFile(f"{number}.txt", b"a" * 3_000_000) for number in range(3)]
    page = Page.of(client.post(HERE, {"bestand": files}))
    assert page.title.startswith("Fout:")


def test_a_long_file_is_read_in_part_and_that_is_told(send, dancing):
    page = send(bestand=SimpleUploadedFile("plan.txt", (PLAN + " zorg" * 30_000).encode()))
    assert "Wij hebben de eerste 100.000 tekens gelezen." in page.main


def test_nothing_of_the_plan_is_logged(send, dancing, caplog, capfd):
    caplog.set_level(logging.DEBUG)
    logging.getLogger("django.db.backends").setLevel(logging.INFO)
    send(tekst=PLAN)
    send(bestand=SimpleUploadedFile("Xylofonistisch.pdf", samples.pdf(PLAN)))
    send(bestand=SimpleUploadedFile("Xylofonistisch.pdf", samples.pdf(PLAN)[:90]))
    told = caplog.text + "".join(capfd.readouterr())
    assert "Xylofonistisch" not in told
    assert "buurthuis" not in told


def test_questions_do_not_grow_with_what_is_found(client, monkeypatch):
    theme = factories.ThemeFactory(slug="valpreventie")
    counts = []
    for number in (1, 3, 9):
        made = factories.ProjectFactory.create_batch(number, published=True, with_lessons=True, themes=[theme])
        found = [Comparable(one.pk, 1.0, ("dansles",), ("thema:valpreventie",)) for one in made]
        monkeypatch.setattr(comparable, "comparable_to_text", lambda text, *, most, found=found: found)
        client.post(HERE, {"tekst": PLAN})
        with CaptureQueriesContext(connection) as queries:
            client.post(HERE, {"tekst": PLAN})
            client.get(HERE + "?" + "&".join(f"p={one.slug}" for one in made))
        counts.append(len(queries))
    assert counts[0] == counts[1] == counts[2] < 22


def test_in_english(client, dancing):
    response = client.post("/en/vergelijkbaar/", {"tekst": PLAN})
    page = Page.of(response)
    assert page.heading == "Projects like your plan"
    assert page.all(".vp-stage__head")[0] == "Pilot 3 lessons, from 2 projects"
    address = page.soup.select_one("#deel-link")["value"]
    assert urlsplit(address).path == "/en/vergelijkbaar/"
