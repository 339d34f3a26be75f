"""The themes, and the page of one theme."""

import pytest

from tests import factories

pytestmark = pytest.mark.django_db


def number_at(page, theme):
    """Return the number of projects that stands behind a theme's name."""
    (link,) = page.soup.select(f'main a[href$="/themas/{theme.slug}/"]')
    return int(link.find_next("small").get_text().split()[0])


def test_list_with_nothing_in_it_says_so(visit):
    assert "Er zijn nog geen thema's." in visit("/themas/").main


def test_list_counts_published_projects_and_a_parent_includes_its_children(visit):
    child = factories.ThemeFactory(child=True)
    other = factories.ThemeFactory(child=True, parent=child.parent)
    factories.ProjectFactory(published=True, themes=[child, other], indexed=True)
    factories.ProjectFactory(published=True, themes=[child.parent], indexed=True)
    factories.ProjectFactory(themes=[child], indexed=True)
    page = visit("/themas/")
    assert number_at(page, child.parent) == 2
    assert number_at(page, child) == 1
    assert number_at(page, other) == 1


def test_list_shows_the_order_of_the_editors(visit):
    last, first = factories.ThemeFactory(position=2, name="Aaa"), factories.ThemeFactory(position=1, name="Zzz")
    page = visit("/themas/")
    assert page.hrefs("main h2 a") == [f"/themas/{theme.slug}/" for theme in (first, last)]


def test_one_theme(visit):
    theme = factories.ThemeFactory(name="Valpreventie", description="Voorkomen dat mensen vallen.")
    project = factories.ProjectFactory(published=True, themes=[theme], with_lessons=True, indexed=True)
    factories.ProjectFactory(published=True, indexed=True)
    page = visit(f"/themas/{theme.slug}/")
    assert page.heading == "Valpreventie"
    assert page.title == "Valpreventie – Vindplaats"
    assert "Voorkomen dat mensen vallen." in page.main
    assert page.results == [project.title]
    assert len(page.lessons) == 3
    assert f"/projecten/?thema={theme.slug}" in page.hrefs("main a")


def test_a_parent_shows_the_projects_of_its_children(visit):
    child = factories.ThemeFactory(child=True)
    project = factories.ProjectFactory(published=True, themes=[child], indexed=True)
    page = visit(f"/themas/{child.parent.slug}/")
    assert page.results == [project.title]
    assert f"/themas/{child.slug}/" in page.hrefs("main a")
    assert f"/themas/{child.parent.slug}/" in visit(f"/themas/{child.slug}/").hrefs("nav.vp-crumbs a")


def test_a_theme_without_projects_says_so(visit):
    theme = factories.ThemeFactory()
    factories.ProjectFactory(themes=[theme], with_lessons=True, indexed=True)
    page = visit(f"/themas/{theme.slug}/")
    assert page.results == []
    assert page.lessons == []
    assert "Er zijn nog geen projecten bij dit thema." in page.main


def test_many_come_in_pages(visit):
    theme = factories.ThemeFactory()
    factories.ProjectFactory.create_batch(25, published=True, themes=[theme], indexed=True)
    page = visit(f"/themas/{theme.slug}/", page=2)
    assert len(page.results) == 5
    assert page.title == f"{theme.name} – pagina 2 van 2 – Vindplaats"


def test_a_theme_that_is_not_there(client):
    assert client.get("/themas/bestaat-niet/").status_code == 404


def test_are_there_in_english(visit):
    theme = factories.ThemeFactory(description="Nederlands", description_en="In English")
    assert theme.name_en in visit("/en/themas/").main
    page = visit(f"/en/themas/{theme.slug}/")
    assert page.heading == theme.name_en
    assert "In English" in page.main
