"""What a moderator types in the admin is kept, checked, and found by the search at once."""

import pytest
from django.urls import reverse

from projects.models import Institute, Lesson, Project, ProjectProgramme, Resource, Theme
from projects.states import Status
from tests.factories import (
    ContactPersonFactory,
    GemeenteFactory,
    InstituteFactory,
    LessonFactory,
    ProgrammeFactory,
    ProgrammeLineFactory,
    ProjectFactory,
    RegionFactory,
    SectorFactory,
    TechnologyFactory,
    ThemeFactory,
)
from tests.projects.admin_forms import refused, save
from tests.searching import found, indexed, keys, regions


def change(thing):
    return reverse(f"admin:{thing._meta.app_label}_{thing._meta.model_name}_change", args=[thing.pk])


def add(model):
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_add")


@pytest.fixture
def project(db):
    return ProjectFactory(
        published=True, institute__name="Zorghuis Ooievaar", with_lessons=True, themes=[ThemeFactory()], indexed=True
    )


def test_index_in_dutch(moderator_client):
    page = moderator_client.get("/admin/").content.decode()
    assert "Vindplaats beheer" in page
    assert '<html lang="nl"' in page
    assert "Regio-indelingen" in page


def test_new_project_is_a_draft_of_the_moderator_with_an_address(moderator_client, moderator):
    save(moderator_client, add(Project), title="Één zorgpad voor COPD", summary="Kort.", slug="")
    project = Project.objects.get()
    assert (project.status, project.slug, project.created_by) == (Status.DRAFT, "een-zorgpad-voor-copd", moderator)
    assert not indexed()


def test_saved_text_is_found_at_once(moderator_client, project):
    save(moderator_client, change(project), approach="Met een zorgrobot op de kamer.")
    assert found("zorgrobot") == {project.pk}


def test_links_and_belongings_are_found_at_once(moderator_client, project):
    theme, sector, technology = ThemeFactory(child=True), SectorFactory(), TechnologyFactory(name="Domotica")
    save(moderator_client, change(project), themes=[theme.pk], sectors=[sector.pk], technologies=[technology.pk])
    assert {f"thema:{theme.slug}", f"thema:{theme.parent.slug}", f"sector:{sector.slug}"} <= set(keys())
    assert found("domotica") == {project.pk}
    assert list(project.themes.all()) == [theme]
    assert Theme.objects.count() == 3  # none was made by typing


def test_lesson_in_an_inline_gets_an_address_and_is_found(moderator_client, project):
    save(
        moderator_client,
        change(project),
        **{
            "lessons-TOTAL_FORMS": 4,
            "lessons-3-kind": "tip",
            "lessons-3-title": "Vraag eerst de nachtdienst",
            "lessons-3-language": "nl",
            "lessons-3-position": 3,
        },
    )
    lesson = Lesson.objects.get(slug="vraag-eerst-de-nachtdienst")
    assert found("nachtdienst", "lesson") == {lesson.pk}
    assert found("nachtdienst") == {project.pk}


def test_deleted_lesson_is_not_found_any_more(moderator_client, project):
    gone = LessonFactory(project=project, title="Verdwijntruc")
    save(moderator_client, change(project))
    save(moderator_client, change(project), **{"lessons-3-DELETE": "on"})
    assert not Lesson.objects.filter(pk=gone.pk).exists()
    assert found("verdwijntruc") == found("verdwijntruc", "lesson") == set()


def test_control_characters_are_stripped(moderator_client, project):
    save(moderator_client, change(project), title="Slim\x0b pleister\x00project")
    project.refresh_from_db()
    assert project.title == "Slim pleisterproject"


def test_status_cannot_be_typed(moderator_client, project):
    save(moderator_client, change(project), status=Status.ARCHIVED, published_at_0="2000-01-01", external_id="anders")
    changed = Project.objects.get()
    assert (changed.status, changed.published_at) == (Status.PUBLISHED, project.published_at)
    assert (changed.external_id, changed.slug) == (project.external_id, project.slug)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"slug": "vergelijken"}, "Dit kenmerk is al een adres van de site."),
        ({"start": "2024", "end": "2023"}, "Het einde ligt vóór het begin."),
        ({"start": "2024-13"}, "Vul een jaar in, zoals 2024"),
        ({"phase": "pilot", "stop_reasons": ["funding"]}, "Alleen een gestopt project heeft redenen om te stoppen."),
        ({"source_url": "ftp://zorg.example"}, "Een adres begint met http:// of https://."),
        ({"title": ""}, "Dit veld is verplicht."),
        ({"stop_reasons": ["verzonnen"]}, "Selecteer een geldige keuze."),
        ({"themes": ["nieuw thema"]}, "is geen geldige waarde"),
        ({"phase_source_year": "-1"}, "deze waarde minstens 0 is"),
    ],
)
def test_refused_with_a_reason(moderator_client, changes, message):
    project = ProjectFactory()
    assert message in refused(moderator_client, change(project), **changes)
    assert Project.objects.get().title == project.title


def test_line_of_another_programme_is_refused(moderator_client, project):
    programme, line = ProgrammeFactory(), ProgrammeLineFactory()
    row = {"programme_links-TOTAL_FORMS": 1, "programme_links-0-programme": programme.pk}
    page = refused(moderator_client, change(project), **row, **{"programme_links-0-line": line.pk})
    assert "Deze lijn hoort bij een ander programma." in page
    assert not ProjectProgramme.objects.exists()


def test_contact_person_needs_an_address(moderator_client, project):
    row = {"contact_persons-TOTAL_FORMS": 1, "contact_persons-0-institute": project.institute_id}
    row |= {"contact_persons-0-name": "Balie", "contact_persons-0-position": 0}
    assert "Vul een e-mailadres in of kies een gebruiker." in refused(moderator_client, change(project), **row)


def test_renamed_institute_is_found_by_its_new_name_only(moderator_client, project):
    save(moderator_client, change(project.institute), name="Zorghuis Kievitsheide")
    assert found("kievitsheide") == {project.pk}
    assert found("ooievaar") == set()


def test_institute_twice_in_a_place_is_refused(moderator_client, db):
    InstituteFactory(name="De Brug", place="Lindedorp")
    page = refused(moderator_client, add(Institute), name="de BRUG", place="Lindedorp")
    assert "Er is al een instelling met deze naam in deze plaats." in page


def test_renamed_and_moved_theme(moderator_client, project):
    theme, parent = project.themes.get(), ThemeFactory()
    save(moderator_client, change(theme), name="Zwerfzorg", parent=parent.pk)
    assert found("zwerfzorg") == {project.pk}
    assert f"thema:{parent.slug}" in keys()


def test_theme_with_children_cannot_become_a_child(moderator_client, db):
    parent, other = ThemeFactory(child=True).parent, ThemeFactory()
    assert "Onder dit thema vallen andere" in refused(moderator_client, change(parent), parent=other.pk)


def test_theme_of_the_second_level_cannot_be_a_parent(moderator_client, db):
    child, other = ThemeFactory(child=True), ThemeFactory()
    assert f'<option value="{child.pk}"' not in moderator_client.get(change(other)).content.decode()
    refused(moderator_client, change(other), parent=child.pk)


def test_region_that_gets_a_gemeente_is_found(moderator_client):
    gemeente, region = GemeenteFactory(), RegionFactory()
    ProjectFactory(published=True, gemeenten=[gemeente], indexed=True)
    row = {"gemeente_links-TOTAL_FORMS": 1, "gemeente_links-0-gemeente": gemeente.pk}
    save(moderator_client, change(region), **row)
    assert region.slug in regions()


def test_region_that_loses_a_gemeente_is_not_found(moderator_client):
    region = RegionFactory(gemeenten=[GemeenteFactory()])
    ProjectFactory(published=True, gemeenten=list(region.gemeenten.all()), indexed=True)
    assert region.slug in regions()
    save(moderator_client, change(region), **{"gemeente_links-0-DELETE": "on"})
    assert regions() == []


def test_resource_without_a_project(moderator_client, db):
    save(moderator_client, add(Resource), title="Keuzekaart", kind="decision_aid", slug="")
    assert Resource.objects.get().slug == "keuzekaart"


def test_autocomplete_names_the_scheme_of_a_region(moderator_client):
    region = RegionFactory(name="Flevoland")
    query = {"term": "flevo", "app_label": "projects", "model_name": "project", "field_name": "regions"}
    results = moderator_client.get(reverse("admin:autocomplete"), query).json()["results"]
    assert results == [{"id": str(region.pk), "text": f"Flevoland ({region.scheme.name})"}]


def test_autocomplete_of_tags(moderator_client):
    theme = ThemeFactory(name="Valpreventie")
    query = {"term": "valpr", "app_label": "projects", "model_name": "project", "field_name": "themes"}
    results = moderator_client.get(reverse("admin:autocomplete"), query).json()["results"]
    assert results == [{"id": str(theme.pk), "text": "Valpreventie"}]


def test_search_and_filters_of_the_list(moderator_client):
    theme = ThemeFactory(child=True)
    wanted = ProjectFactory(published=True, confirmed=True, themes=[theme], institute__name="Zorghuis Kievit")
    ProjectFactory(published=True, themes=[ThemeFactory()])
    url = reverse("admin:projects_project_changelist")
    queries = ["q=kievit", f"q={wanted.external_id}", f"thema={theme.parent.slug}", "bevestigd=jaar"]
    for query in queries:
        shown = moderator_client.get(f"{url}?{query}").context["cl"].result_list
        assert [project.pk for project in shown] == [wanted.pk], query
    assert moderator_client.get(f"{url}?thema=bestaat-niet").context["cl"].result_list.count() == 0


def test_list_takes_the_same_queries_for_one_and_three(moderator_client, django_assert_num_queries):
    for more in (1, 2):
        ProjectFactory.create_batch(more, published=True, with_lessons=True)
        with django_assert_num_queries(6):
            moderator_client.get(reverse("admin:projects_project_changelist"))


def test_project_page_takes_the_same_queries_for_one_and_three_of_all(moderator_client, django_assert_num_queries):
    project = ProjectFactory(published=True, with_lessons=True)
    moderator_client.get(change(project))  # from here on the kinds of content are known to this process
    for more in (1, 2):
        LessonFactory.create_batch(more, project=project)
        ContactPersonFactory.create_batch(more, project=project, institute=project.institute)
        project.regions.add(*RegionFactory.create_batch(more))
        project.themes.add(*ThemeFactory.create_batch(more))
        with django_assert_num_queries(22):
            moderator_client.get(change(project))
