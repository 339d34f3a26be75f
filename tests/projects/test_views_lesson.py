"""The page of one lesson."""

import json

import pytest

from projects.models import Lesson
from projects.models.lessons import RESERVED_LESSON_SLUGS
from projects.search.indexing import index
from projects.services.slugs import Slugs
from projects.states import LessonKind
from tests import factories
from tests.pages import words

pytestmark = pytest.mark.django_db


@pytest.fixture
def lesson():
    project = factories.ProjectFactory(
        published=True,
        title="Dansen tegen vallen",
        phase="pilot",
        institute__name="De Brink",
        themes=[factories.ThemeFactory(slug="valpreventie", name="Valpreventie")],
        sectors=[factories.SectorFactory(slug="vvt", name="Ouderenzorg")],
    )
    return factories.LessonFactory(
        project=project,
        title="Te laat geoefend",
        situation="Niemand **oefende**.",
        outcome="De apparaten bleven liggen.",
        advice="Oefen vooraf.",
    )


def test_tells_all_of_it_and_where_it_comes_from(lesson, visit):
    page = visit(lesson.get_absolute_url())
    assert page.heading == "Te laat geoefend"
    assert page.title == "Te laat geoefend – Vindplaats"
    for text in ("Niemand oefende", "De apparaten bleven liggen.", "Oefen vooraf.", "Ouderenzorg"):
        assert text in page.main
    assert page.link("De Brink") == lesson.project.institute.get_absolute_url()
    assert page.link("Valpreventie") == "/themas/valpreventie/"
    ahead = "/lessen/vooruit/?thema=valpreventie&sector=vvt&fase=pilot"
    assert page.link("Welke valkuilen liggen er nog meer voor u?") == ahead
    assert page.link("Stel een vraag") == f"/contact/nieuw/?project={lesson.project.slug}"
    assert page.link("Iets melden over deze pagina").startswith("/melden/?pagina=/lessen/")
    told = json.loads(page.soup.select_one('script[type="application/ld+json"]').string)
    assert told["isPartOf"]["name"] == "Dansen tegen vallen"


def test_its_own_phase_goes_before_that_of_the_project(lesson, visit):
    lesson.phase = "idea"
    lesson.save()
    page = visit(lesson.get_absolute_url())
    assert "Idee" in page.all(".vp-phase")
    assert page.link("Welke valkuilen liggen er nog meer voor u?").endswith("fase=idea")


@pytest.mark.parametrize("status", ["draft", "submitted", "archived"])
def test_of_a_project_that_is_not_public_is_not_there(client, lesson, status):
    type(lesson.project).objects.filter(pk=lesson.project_id).update(status=status)
    assert client.get(lesson.get_absolute_url()).status_code == 404


@pytest.mark.parametrize(
    ("marks", "said"),
    [
        ([], []),
        (["met", "met"], []),
        (["helped"], ["Eén lezer probeerde het elders. Daar hielp het."]),
        (["not_helped"], ["Eén lezer probeerde het elders. Daar hielp het niet."]),
        (["not_helped", "not_helped"], ["Hielp bij geen van de 2 die het elders probeerden."]),
        (["helped", "helped", "helped", "not_helped"], ["Hielp bij 3 van de 4 die het elders probeerden."]),
    ],
)
def test_how_often_it_worked_is_told_when_somebody_tried(lesson, visit, marks, said):
    for kind in marks:
        factories.MarkFactory(lesson=lesson, kind=kind)
    factories.MarkFactory(lesson=lesson, kind="helped", removed_at="2026-01-01T00:00:00Z")
    assert visit(lesson.get_absolute_url()).all(".vp-heard") == said


def test_one_person_counts_once_for_what_is_the_same(visit):
    tips = factories.LessonFactory.create_batch(2, kind=LessonKind.TIP)
    factories.LessonClusterFactory(lessons=tips)
    person = factories.UserFactory()
    for tip in tips:
        factories.MarkFactory(lesson=tip, kind="helped", user=person)
    factories.MarkFactory(lesson=tips[1], kind="not_helped")
    for tip in tips:
        assert visit(tip.get_absolute_url()).all(".vp-heard") == ["Hielp bij 1 van de 2 die het elders probeerden."]


def test_pairs_that_not_everybody_may_see_are_left_out(lesson, visit):
    hidden = factories.LessonFactory(kind=LessonKind.TIP, title="Geheime tip", project=factories.ProjectFactory())
    factories.LessonHelpFactory(helper=hidden, pitfall=lesson)
    turned = factories.LessonFactory(kind=LessonKind.PITFALL, title="Nu zelf een valkuil")
    factories.LessonHelpFactory(helper=turned, pitfall=lesson)
    page = visit(lesson.get_absolute_url())
    assert "Geheime tip" not in page.text
    assert "Nu zelf een valkuil" not in page.all(".vp-helps")


def test_alike_lessons_are_of_other_projects(lesson, visit):
    factories.LessonFactory(project=lesson.project, title="Ook hier: geoefend met apparaten")
    other = factories.LessonFactory(title="Geoefend met apparaten", situation="Niemand oefende met de apparaten.")
    factories.LessonFactory(title="Iets heel anders", situation="Vergunningen.", advice="Bel de gemeente.")
    index("project", [lesson.project_id, other.project_id])
    page = visit(lesson.get_absolute_url())
    section = page.soup.find(id="lijkt").find_parent("section")
    assert [words(link) for link in section.select("a")] == ["Geoefend met apparaten"]


def test_with_the_least_it_still_makes_sense(visit):
    bare = factories.LessonFactory(
        title="Kaal", situation="", advice="", project__institute=None, project__phase="", project__themes=[]
    )
    page = visit(bare.get_absolute_url())
    assert "Niemand heeft nog opgeschreven wat hielp." in page.main
    assert page.link("Welke valkuilen liggen er nog meer voor u?") == "/lessen/vooruit/"


@pytest.mark.parametrize("number", [1, 3])
def test_questions_do_not_grow(client, lesson, number, django_assert_num_queries):
    same = factories.LessonFactory.create_batch(number)
    factories.LessonClusterFactory(lessons=[lesson, *same], merged=factories.LessonFactory.create_batch(number))
    for one in same:
        helper = factories.LessonHelpFactory(pitfall=one).helper
        factories.LessonClusterFactory(lessons=[helper, factories.LessonFactory(kind=LessonKind.TIP)])
        factories.MarkFactory.create_batch(number, lesson=helper, kind="helped", line="Werkt.")
    other = factories.LessonFactory.create_batch(number, title="Te laat geoefend met wie er was")
    index("project", [lesson.project_id, *(one.project_id for one in [*same, *other])])
    client.get(lesson.get_absolute_url())
    with django_assert_num_queries(15):
        client.get(lesson.get_absolute_url())


@pytest.mark.parametrize("slug", ["vooruit", "gestopt", "feed"])
def test_words_of_the_site_are_no_slug_of_a_lesson(slug):
    (given,) = Slugs(Lesson, fallback="les", reserved=RESERVED_LESSON_SLUGS).allocate([slug])
    assert given == f"{slug}-2"
