"""What stands in a search document is renewed when it is saved or deleted, and only then."""

import pytest
from django.core.exceptions import PermissionDenied

from projects.models import Institute, Lesson, Project, RegionGemeente, Sector, Theme
from projects.search import indexing
from projects.services import saving
from projects.services.institutes import save_institute
from projects.services.refusals import ThemeLevelRefused
from projects.services.themes import save_theme
from tests import factories
from tests.factories import (
    GemeenteFactory,
    InstituteFactory,
    LessonFactory,
    MembershipFactory,
    ProjectFactory,
    RegionFactory,
    SectorFactory,
    ThemeFactory,
    UserFactory,
)
from tests.searching import found, keys, regions


@pytest.fixture
def indexed(monkeypatch):
    """The lists of projects that were indexed."""
    calls = []

    def index(kind, pks):
        pks = list(pks)
        if kind == "project":
            calls.append(pks)
        indexing.index(kind, pks)

    monkeypatch.setattr(saving, "index", index)
    return calls


@pytest.mark.parametrize(
    ("field", "factory"),
    [
        ("sectors", SectorFactory),
        ("target_groups", factories.TargetGroupFactory),
        ("conditions", factories.ConditionFactory),
        ("applications", factories.ApplicationFactory),
        ("technologies", factories.TechnologyFactory),
        ("gemeenten", GemeenteFactory),
        ("themes", ThemeFactory),
    ],
)
def test_renamed_term_is_found_by_its_new_name_only(db, field, factory):
    term = factory(name="Kwartelzorg")
    project = ProjectFactory(published=True, indexed=True, **{field: [term]})
    ProjectFactory(published=True, indexed=True)
    assert found("kwartelzorg") == {project.pk}
    term.name = "Fazantzorg"
    saving.save(thing=term, by=None)
    assert found("fazantzorg") == {project.pk}
    assert found("kwartelzorg") == set()


def test_renamed_programme(db):
    link = factories.ProjectProgrammeFactory(project__published=True, programme__name="Kwartelprogramma")
    link.programme.name = "Fazantprogramma"
    saving.save(thing=link.programme, by=None)
    assert found("fazantprogramma") == {link.project_id}


def test_renamed_institute_in_more_than_one_batch(db, monkeypatch):
    monkeypatch.setattr(indexing, "BATCH", 2)
    institute = InstituteFactory(name="Kwartelhuis")
    projects = ProjectFactory.create_batch(5, published=True, institute=institute, indexed=True)
    institute.name = "Fazanthof"
    save_institute(institute=institute, by=None)
    assert found("fazanthof") == {project.pk for project in projects}
    assert found("kwartelhuis") == set()


def test_what_no_document_holds_renews_nothing(db, indexed):
    institute = InstituteFactory()
    ProjectFactory(published=True, institute=institute)
    institute.description = "Een nieuw verhaal."
    institute.website = "https://zorg.example"
    save_institute(institute=institute, by=None)
    assert Institute.objects.get().description == "Een nieuw verhaal."
    assert indexed == []


def test_new_term_can_be_chosen_at_once(db, indexed):
    saving.save(thing=Sector(name="Nieuw", slug="nieuw"), by=None)
    assert indexed == [[]]  # no project, but the lists of choices are read again


def test_new_address_of_a_parent_theme_reaches_the_projects_of_its_children(db):
    child = ThemeFactory(child=True)
    ProjectFactory(published=True, themes=[child], indexed=True)
    child.parent.slug = "nieuw-adres"
    save_theme(theme=child.parent, by=None)
    assert "thema:nieuw-adres" in keys()


def test_region_in_another_scheme_through_a_shared_gemeente(db):
    gemeente = GemeenteFactory()
    covered, later = RegionFactory(gemeenten=[gemeente]), RegionFactory()
    ProjectFactory(published=True, regions=[covered], indexed=True)
    link = saving.save(thing=RegionGemeente(region=later, gemeente=gemeente), by=None)
    assert regions() == sorted([covered.slug, later.slug])
    saving.delete(things=RegionGemeente.objects.filter(pk=link.pk), by=None)
    assert regions() == [covered.slug]


def test_region_that_moves_out_of_a_scheme_in_force(db):
    region = RegionFactory(gemeenten=[GemeenteFactory()])
    ProjectFactory(published=True, gemeenten=list(region.gemeenten.all()), indexed=True)
    region.scheme.valid_to = region.scheme.valid_from
    saving.save(thing=region.scheme, by=None)
    assert regions() == []


def test_lesson_saved_and_deleted_on_its_own(db):
    lesson = LessonFactory(title="Kwartelles")
    saving.save(thing=lesson, by=None)
    assert found("kwartelles", "lesson") == {lesson.pk}
    saving.delete(things=Lesson.objects.filter(pk=lesson.pk), by=None)
    assert found("kwartelles", "lesson") == found("kwartelles") == set()


def test_deleted_projects_leave_nothing_to_find(db):
    gone = ProjectFactory.create_batch(2, published=True, with_lessons=True, indexed=True)
    kept = ProjectFactory(published=True, with_lessons=True, indexed=True)
    saving.delete(things=Project.objects.filter(pk__in=[project.pk for project in gone]), by=None)
    assert found("", "project") == {kept.pk}
    assert found("", "lesson") == {lesson.pk for lesson in kept.lessons.all()}


def test_deleted_theme_is_no_facet_any_more(db):
    theme = ThemeFactory()
    ProjectFactory(published=True, themes=[theme], indexed=True)
    saving.delete(things=Theme.objects.filter(pk=theme.pk), by=None)
    assert not [key for key in keys() if key.startswith("thema:")]


@pytest.mark.parametrize("person", [UserFactory, lambda: MembershipFactory(manager=True).user])
def test_only_moderators_save_and_delete(db, person):
    lesson = LessonFactory(title="Blijft")
    lesson.title = "Gekaapt"
    with pytest.raises(PermissionDenied):
        saving.save(thing=lesson, by=person())
    with pytest.raises(PermissionDenied):
        saving.delete(things=Lesson.objects.all(), by=person())
    assert Lesson.objects.get().title == "Blijft"


def test_moderator_does_not_delete_what_stands_on_its_own(db):
    theme = ThemeFactory()
    with pytest.raises(PermissionDenied):
        saving.delete(things=Theme.objects.all(), by=UserFactory(moderator=True))
    assert Theme.objects.get() == theme


def test_who_saved_and_deleted_is_kept(db):
    administrator, sector = UserFactory(administrator=True), SectorFactory()
    sector.name = "Anders"
    saving.save(thing=sector, by=administrator)
    saving.delete(things=Sector.objects.all(), by=administrator)
    events = Sector.pgh_event_model.objects.filter(pgh_label__in=["update", "delete"])
    assert [event.pgh_context.metadata["user"] for event in events] == [administrator.pk] * 2


def test_third_level_of_themes_is_refused(db):
    child, other = ThemeFactory(child=True), ThemeFactory()
    other.parent = child
    with pytest.raises(ThemeLevelRefused, match="Er zijn twee niveaus"):
        save_theme(theme=other, by=None)
    parent = child.parent
    parent.parent = ThemeFactory()
    with pytest.raises(ThemeLevelRefused, match="Onder dit thema vallen andere"):
        save_theme(theme=parent, by=None)
    own = ThemeFactory()
    own.parent = own
    with pytest.raises(ThemeLevelRefused, match="bij zichzelf"):
        save_theme(theme=own, by=None)
    assert Theme.objects.filter(parent__parent__isnull=False).count() == 0
