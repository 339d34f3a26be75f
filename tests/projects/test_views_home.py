"""The front page: what this is, true numbers, and ways on."""

import pytest

from tests import factories

pytestmark = pytest.mark.django_db


def test_says_what_this_is_even_with_nothing_in_it(visit):
    page = visit("/")
    assert page.heading == "Wie heeft dit al eens gedaan?"
    assert page.soup.select_one('form[role=search][action="/projecten/"] input[name=q]')
    assert page.results == []
    assert "Nieuw op Vindplaats" not in page.text
    assert "Zoek per thema" not in page.text


def test_numbers_are_those_of_what_everyone_may_read(visit):
    factories.ProjectFactory(published=True, with_lessons=True, indexed=True)
    factories.ProjectFactory(with_lessons=True, indexed=True)
    factories.InstituteFactory(verified=True)
    numbers = visit("/").all(".vp-stats dt, .vp-stats dd")
    assert set(zip(numbers[1::2], numbers[::2], strict=True)) | set(zip(numbers[::2], numbers[1::2], strict=True)) >= {
        ("projecten", "1"),
        ("lessen", "3"),
        ("instellingen", "2"),
    }


def test_shows_the_newest_projects_first_and_no_more_than_a_screen(visit):
    made = factories.ProjectFactory.create_batch(6, published=True, indexed=True)
    shown = visit("/").results
    assert shown == [project.title for project in made[::-1]][: len(shown)]
    assert 3 <= len(shown) < 6


def test_shows_themes_that_have_projects(visit):
    used, child, unused = factories.ThemeFactory(), factories.ThemeFactory(child=True), factories.ThemeFactory()
    factories.ProjectFactory(published=True, themes=[used, child], indexed=True)
    factories.ProjectFactory(themes=[unused], indexed=True)
    page = visit("/")
    addresses = page.hrefs("main a[href]")
    assert f"/themas/{used.slug}/" in addresses
    assert f"/themas/{child.parent.slug}/" in addresses
    assert f"/themas/{unused.slug}/" not in addresses


def test_every_way_on_leads_somewhere(client, visit):
    theme = factories.ThemeFactory()
    factories.ProjectFactory(published=True, with_lessons=True, themes=[theme], indexed=True)
    for address in {href for href in visit("/").hrefs() if href.startswith("/")}:
        assert client.get(address).status_code == 200, address


def test_is_there_in_english(visit):
    theme = factories.ThemeFactory()
    factories.ProjectFactory(published=True, themes=[theme], indexed=True)
    page = visit("/en/")
    assert page.soup.html["lang"] == "en"
    assert theme.name_en in page.main
    assert theme.name not in page.main
    assert all(href.startswith("/en/") for href in page.hrefs("main a[href]"))
