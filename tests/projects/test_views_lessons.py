"""The finder of lessons."""

import pytest

from projects.search.indexing import index
from projects.states import LessonKind
from tests import factories
from tests.pages import query

pytestmark = pytest.mark.django_db
LIST = "/lessen/"


def lessons(*titles, kind=LessonKind.PITFALL, **given):
    """Make a published project with these lessons, which can be found."""
    project = factories.ProjectFactory(published=True, **given)
    for title in titles:
        factories.LessonFactory(project=project, title=title, kind=kind)
    index("project", [project.pk])
    return project


def titles(page):
    return [title.partition(": ")[2] for title in page.lessons]


def test_with_nothing_in_it_says_so(visit):
    page = visit(LIST)
    assert page.heading == "Lessen uit zorgprojecten"
    assert page.title == "Geen lessen gevonden – Vindplaats"
    assert page.lessons == []


def test_one_names_its_project_and_leads_to_it(visit):
    project = lessons("Te laat begonnen", title="Beeldbellen")
    page = visit(LIST)
    assert titles(page) == ["Te laat begonnen"]
    assert page.title == "1 les gevonden – Vindplaats"
    assert page.link("Beeldbellen") == f"{project.get_absolute_url()}#les-{project.lessons.get().slug}"


def test_many_come_in_pages(visit):
    for number in range(3):
        lessons(*[f"Les {number}-{place}" for place in range(15)])
    pages = [visit(LIST, page=number) for number in (1, 2, 3)]
    shown = [title for page in pages for title in titles(page)]
    assert len(shown) == len(set(shown)) == 45
    assert pages[1].title == "45 lessen gevonden – pagina 2 van 3 – Vindplaats"


def test_kind_is_a_facet(visit):
    lessons("Valt tegen")
    lessons("Gaat goed", kind=LessonKind.SUCCESS)
    page = visit(LIST, les="success")
    assert titles(page) == ["Gaat goed"]
    assert page.counts("les") == {"pitfall": "1", "success": "1"}
    assert query(page.chips["Succesfactor"]) == []


def test_facets_of_the_project_count_for_its_lessons(visit):
    theme = factories.ThemeFactory()
    lessons("Hoort erbij", "Ook", themes=[theme])
    lessons("Hoort er niet bij")
    page = visit(LIST, thema=theme.slug)
    assert sorted(titles(page)) == ["Hoort erbij", "Ook"]
    assert page.counts("thema") == {theme.slug: "2"}


def test_search_reads_what_happened_and_what_helped(visit):
    project = lessons("Eerste")
    factories.LessonFactory(project=project, title="Tweede", advice="Betrek de **apotheker** vroeg.")
    index("project", [project.pk])
    assert titles(visit(LIST, q="apotheker")) == ["Tweede"]


def test_nothing_found_says_so(visit):
    lessons("Iets")
    page = visit(LIST, q="xqzvwk")
    assert "Er is geen les die hierbij past" in page.main
    assert page.lessons == []


def test_is_there_in_english(visit):
    lessons("Te laat begonnen")
    page = visit(f"/en{LIST}")
    assert page.soup.html["lang"] == "en"
    card = page.soup.select_one(".vp-lesson")
    assert {text["lang"] for text in card.select("[lang]")} == {"nl"}
    assert "Te laat begonnen" in card.select_one(".vp-lesson__title [lang=nl]").text
    assert not card.select_one(".vp-lesson__kind").find_parent(lang="nl")
