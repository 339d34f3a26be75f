"""Writing a project on the site: begin, fill in section by section, read over, send in."""

import pytest
from django.urls import reverse

from projects.models import Project, ReviewCase, Revision, TermProposal
from projects.services.revisions.sections import SECTIONS
from tests import factories
from tests.pages import Page
from tests.projects.writing import begun, member, write
from tests.projects.writing_pages import at, get, post

pytestmark = pytest.mark.django_db

WHAT = {"title": "Samen eten", "summary": "Koken voor elkaar.", "language": "nl", "phase": "pilot"}


def test_a_member_begins_a_project(client, writer):
    page = get(client, reverse("projects:submission_start"))
    assert "Begin met schrijven" in page.text
    response = client.post(
        reverse("projects:submission_start"), {"title": "Samen eten", "institute": writer.institute.pk}
    )
    assert response.url == reverse("projects:submission_section", args=["samen-eten", "wat"])
    assert Project.objects.get().institute == writer.institute


def test_a_project_does_not_begin_for_another_institute(client, writer):
    other = factories.InstituteFactory(verified=True)
    response = client.post(reverse("projects:submission_start"), {"title": "Samen eten", "institute": other.pk})
    assert response.status_code == 200
    assert not Project.objects.exists()


@pytest.mark.parametrize("section", SECTIONS)
def test_every_section_shows_what_was_written(client, writer, section):
    lessons = [{"kind": "pitfall", "title": "Te laat begonnen", "advice": "Begin eerder.", "slug": "les-a"}]
    revision = begun(writer, problem="Men at alleen.", lessons=lessons, partners=["Slagerij Smit"])
    page = get(client, at("section", revision, section))
    held = {
        "wat": "Buurtbewoners koken",
        "waarom": "Men at alleen.",
        "hoe": "Een kok en tien",
        "lessen": "Begin eerder.",
    }
    assert held.get(section, "") in page.text
    assert "Deel " in page.text


def test_a_section_is_saved_and_the_next_one_comes(client, writer):
    revision = begun(writer)
    response = post(client, revision, "wat", **{**WHAT, "start": "mei 2024", "end": "11-2025"})
    assert response.url == at("section", revision, "waarom")
    content = Revision.objects.get().content
    assert (content["title"], content["start"], content["end"]) == ("Samen eten", "2024-05", "2025-11")


def test_what_is_missing_is_asked_for_and_nothing_is_lost(client, writer):
    revision = begun(writer)
    response = post(
        client, revision, "wat", **{**WHAT, "title": "", "summary": "Wel een samenvatting.", "start": "heden"}
    )
    page = Page.of(response)
    assert "Geef het project een titel." in page.text
    assert "“heden” is geen jaar of maand." in page.text
    assert "Wel een samenvatting." in response.content.decode()
    assert Revision.objects.get().version == revision.version


def test_a_draft_is_kept_as_it_was_typed(client, writer):
    revision = begun(writer)
    response = post(
        client, revision, "wat", button="later", **{**WHAT, "title": "", "start": "heden", "summary": "x" * 2500}
    )
    assert response.url == at("overview", revision)
    content = Revision.objects.get().content
    assert (content["title"], content["start"], len(content["summary"])) == ("", "heden", 2500)
    assert "is geen jaar" in get(client, at("overview", revision)).text


def test_a_forged_choice_changes_nothing(client, writer):
    revision = begun(writer)
    post(client, revision, "wat", button="later", **{**WHAT, "phase": "verzonnen"})
    assert Revision.objects.get().content["phase"] == "pilot"


def test_one_more_lesson_without_a_script(client, writer):
    revision = begun(writer)
    first = {
        "lessons-aantal": "1",
        "lessons-0-kind": "pitfall",
        "lessons-0-title": "Te veel ineens",
        "lessons-0-advice": "Klein.",
    }
    response = client.post(at("section", revision, "lessen"), {"version": revision.version, "nog": "lessons", **first})
    assert response.url == at("section", revision, "lessen") + "?nog=lessons#groep-lessons-nieuw"
    page = client.get(response.url)
    assert [form.number for form in page.context["form"].groups[0].forms] == [1, 2]
    assert Revision.objects.get().content["lessons"][0]["title"] == "Te veel ineens"


def test_a_lesson_keeps_what_the_form_does_not_show_and_can_go(client, writer):
    lessons = [
        {"kind": "tip", "title": "A", "slug": "les-a", "themes": ["eenzaamheid"], "language": "fy"},
        {"kind": "tip", "title": "B"},
    ]
    revision = begun(writer, lessons=lessons)
    sent = {
        "lessons-aantal": "3",
        "lessons-0-kind": "tip",
        "lessons-0-title": "A2",
        "lessons-0-slug": "les-a",
        "lessons-1-kind": "tip",
        "lessons-1-title": "B",
        "lessons-1-weg": "on",
    }
    post(client, revision, "lessen", **sent)
    [lesson] = Revision.objects.get().content["lessons"]
    assert (lesson["title"], lesson["themes"], lesson["language"]) == ("A2", ["eenzaamheid"], "fy")


def test_a_lesson_without_a_title_is_told_with_its_number(client, writer):
    revision = begun(writer)
    page = Page.of(post(client, revision, "lessen", **{"lessons-aantal": "1", "lessons-0-advice": "Begin klein."}))
    assert "Les 1: Schrijf de les in één zin op." in page.text


def test_fifty_lessons_and_not_one_more(client, writer):
    revision = begun(writer, lessons=[{"kind": "tip", "title": f"Les {n}"} for n in range(50)])
    page = get(client, at("section", revision, "lessen"), nog="lessons")
    assert "Er passen er niet meer dan 50." in page.text
    sent = {"lessons-aantal": "900"} | {
        f"lessons-{n}-{name}": value for n in range(52) for name, value in (("kind", "tip"), ("title", f"L{n}"))
    }
    assert "Het mogen er niet meer dan 50 zijn." in Page.of(post(client, revision, "lessen", **sent)).text


def test_who_with_terms_new_technology_and_partners(client, writer):
    theme, group = factories.ThemeFactory(child=True), factories.TargetGroupFactory()
    factories.TechnologyFactory(name="Beeldbellen")
    line = factories.ProgrammeLineFactory(name="Lijn 1")
    linked = {"name": "De Beuk", "institute": {"name": "De Beuk", "slug": "de-beuk"}}
    revision = begun(writer, partners=[linked])
    programme = line.programme.external_id
    post(
        client,
        revision,
        "wie",
        themes=[theme.slug],
        target_groups=[group.slug],
        technologies=["Beeldbellen"],
        other_technologies="bakfiets\n\nbakfiets",
        partners="De Beuk\nSlagerij Smit",
        programmes=[f"{programme}|Lijn 1"],
    )
    content = Revision.objects.get().content
    assert content["themes"] == [theme.slug]
    assert content["technologies"] == ["Beeldbellen", "bakfiets"]
    assert content["partners"] == [linked, "Slagerij Smit"]
    assert content["programmes"] == [{"id": programme, "line": "Lijn 1"}]
    page = client.get(at("section", revision, "wie"))
    rows = {row["field"].name: row for row in page.context["form"].rows()}
    assert rows["themes"]["chosen"] == rows["programmes"]["chosen"] == 1
    assert "bakfiets" in str(rows["other_technologies"]["field"].value())


def test_a_term_that_is_gone_from_the_list_stays_in_sight(client, writer):
    revision = begun(writer, themes=["weg"])
    page = get(client, at("section", revision, "wie"))
    assert "Eerder gekozen, niet meer in de lijst" in page.text
    post(client, revision, "wie", themes=["weg"])
    assert Revision.objects.get().content["themes"] == ["weg"]


def test_where_by_province(client, writer):
    gemeente = factories.GemeenteFactory(name="Assen")
    region = factories.RegionFactory(scheme__slug="provincie", name="Drenthe", gemeenten=[gemeente])
    revision = begun(writer)
    page = client.get(at("section", revision, "waar"))
    rows = {row["field"].name: row for row in page.context["form"].rows()}
    assert [(group.label, group.options[0].label) for group in rows["gemeenten"]["groups"]] == [("Drenthe", "Assen")]
    key = f"{region.slug}@{region.scheme.valid_from.isoformat()}"
    post(client, revision, "waar", gemeenten=["Assen"], regions=[key], scope="local")
    content = Revision.objects.get().content
    assert (content["gemeenten"], content["regions"], content["scope"]) == (["Assen"], [key], "local")


def test_contact_is_a_colleague_or_a_name_with_an_address(client, writer):
    colleague = member(institute=writer.institute).user
    outsider = member().user
    revision = begun(writer)
    sent = {
        "contact-aantal": "2",
        "contact-0-user": colleague.pk,
        "contact-1-name": "Noor",
        "contact-1-email": "noor@linde.example",
    }
    post(client, revision, "contact", **sent)
    assert Revision.objects.get().content["contact"] == [
        {"name": colleague.name, "role": "", "user": colleague.pk},
        {"name": "Noor", "role": "", "email": "noor@linde.example"},
    ]
    page = Page.of(post(client, revision, "contact", **{"contact-aantal": "1", "contact-0-user": outsider.pk}))
    assert "Persoon 1" in page.text
    page = Page.of(post(client, revision, "contact", **{"contact-aantal": "1", "contact-0-name": "Noor"}))
    assert "Vul een e-mailadres in, of kies iemand van uw instelling." in page.text


def test_the_second_writer_sees_both_texts_and_decides(client, writer):
    revision = begun(writer)
    shown = client.get(at("section", revision, "waarom"))
    colleague = member(institute=writer.institute).user
    write(revision, colleague, problem="De tekst van een collega.")
    sent = {
        "version": shown.context["revision"].version,
        "gezien": shown.context["seen"],
        "verder": "1",
        "problem": "Mijn tekst.",
    }
    response = client.post(at("section", revision, "waarom"), sent)
    assert response.status_code == 409
    page = Page.of(response)
    assert "Een collega was u voor" in page.text
    assert "De tekst van een collega." in page.text
    assert "Mijn tekst." in response.content.decode()
    again = {**sent, "version": response.context["revision"].version, "gezien": response.context["seen"]}
    assert client.post(at("section", revision, "waarom"), again).status_code == 302
    assert Revision.objects.get().content["problem"] == "Mijn tekst."


def test_a_missing_term_is_proposed_and_shown(client, writer):
    revision = begun(writer)
    sent = {
        "themes": ["eenzaamheid"],
        "voorstel-kind": "theme",
        "voorstel-name": "Samen koken",
        "voorstel-explanation": "",
    }
    response = post(client, revision, "wie", button="voorstel", **sent)
    assert response.url == at("section", revision, "wie")
    assert TermProposal.objects.get().project == revision.project
    assert ReviewCase.objects.get().kind == "term"
    assert "voorgesteld, de redactie kijkt ernaar" in get(client, response.url).text


def test_a_term_that_is_in_the_list_is_pointed_at(client, writer):
    revision = begun(writer)
    sent = {"themes": ["eenzaamheid"], "voorstel-kind": "theme", "voorstel-name": "eenzaamheid"}
    response = post(client, revision, "wie", button="voorstel", **sent)
    assert response.status_code == 200
    assert not TermProposal.objects.exists()
    assert "Eenzaamheid" in Page.of(response).text
