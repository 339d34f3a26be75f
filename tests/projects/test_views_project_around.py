"""What stands around a project's texts: its timeline, its place on the map, and the ways to share and cite it."""

import datetime
from urllib.parse import parse_qs, urlsplit

import pytest
import time_machine

from projects.states import Scope
from projects.views.project_citation import citation
from projects.views.project_timeline import timeline
from tests import factories

pytestmark = pytest.mark.django_db
DAY = datetime.date


def moments(project, history=()):
    return [(moment["when"], moment["text"]) for moment in timeline(project, history)]


def test_timeline_is_in_time_order_however_exact_the_dates_are():
    project = factories.ProjectFactory(
        published=True, start="2019-05", end="2021", source_accessed=DAY(2021, 3, 4), confirmed_on=DAY(2025, 3, 14)
    )
    changed = {"day": DAY(2025, 3, 14), "parts": ["aanpak", "resultaten"]}
    assert moments(project, [changed]) == [
        ("mei 2019", "Start van het project"),
        ("4 maart 2021", "Bron gelezen door de redactie"),
        ("2021", "Einde van het project"),
        ("14 maart 2025", "Op Vindplaats gezet"),
        ("14 maart 2025", "Gewijzigd: aanpak, resultaten"),
        ("14 maart 2025", "Bevestigd door de instelling"),
    ]


def test_timeline_starts_before_it_ends_within_one_year():
    project = factories.ProjectFactory(start="2020", end="2020")
    assert [text for _, text in moments(project)] == ["Start van het project", "Einde van het project"]


def test_timeline_of_nothing_known_is_not_shown(visit):
    assert moments(factories.ProjectFactory(start="")) == []
    shown = visit(factories.ProjectFactory(published=True, start="").get_absolute_url())
    assert shown.all(".vp-steps li") == ["14 maart 2025 Op Vindplaats gezet"]


@pytest.mark.parametrize(
    ("title", "name", "expected"),
    [
        ("Thuis meten", "De Linde", "De Linde (2025). Thuis meten. Vindplaats. Bekeken op 2 mei 2026 via https://x/"),
        ("Wie helpt?", "", "Vindplaats (2025). Wie helpt? Bekeken op 2 mei 2026 via https://x/"),
    ],
)
@time_machine.travel("2026-05-02T12:00:00+00:00", tick=False)
def test_citation_names_author_year_title_day_and_address(title, name, expected):
    institute = factories.InstituteFactory(name=name) if name else None
    project = factories.ProjectFactory(published=True, title=title, institute=institute)
    assert citation(project, "https://x/") == expected


def test_page_can_be_copied_mailed_and_cited_without_javascript(visit):
    project = factories.ProjectFactory(published=True, title="Zorg & welzijn: 100%?")
    page = visit(project.get_absolute_url())
    link = f"http://testserver{project.get_absolute_url()}"
    assert page.soup.select_one("#deel-link")["value"] == link
    assert page.soup.select_one("#deel-link").has_attr("readonly")
    (mail,) = page.hrefs('a[href^="mailto:"]')
    assert parse_qs(urlsplit(mail).query) == {"subject": [project.title], "body": [link]}
    assert link in page.all("#citaat")[0]
    assert all(button.find_parent(class_="vp-js") or "vp-js" in button["class"] for button in page.soup.main("button"))


def test_list_shares_the_question_in_its_address(visit):
    factories.ProjectFactory(published=True, themes=[factories.ThemeFactory(slug="val")], indexed=True)
    page = visit("/projecten/", thema="val", sort="title")
    assert page.soup.select_one("#deel-link")["value"] == "http://testserver/projecten/?thema=val&sort=title"


def test_map_fills_areas_and_the_whole_country_for_a_national_project(visit):
    gemeente = factories.GemeenteFactory(code="GM0363", name="Amsterdam")
    local = visit(factories.ProjectFactory(published=True, gemeenten=[gemeente]).get_absolute_url())
    assert len(local.soup.select(".vp-cover__area")) == 1
    assert not local.soup.select(".vp-cover__land--all")
    assert "Amsterdam" in local.main
    national = visit(factories.ProjectFactory(published=True, scope=Scope.NATIONAL).get_absolute_url())
    assert national.soup.select_one(".vp-cover__land--all")
    assert "Heel Nederland" in national.main
    assert not visit(factories.ProjectFactory(published=True).get_absolute_url()).soup.select(".vp-cover")


def test_map_of_an_institute_has_its_seat_and_all_its_projects(visit):
    seat, other = factories.GemeenteFactory(code="GM0363"), factories.GemeenteFactory(code="GM0599", name="Rotterdam")
    institute = factories.InstituteFactory(gemeente=seat)
    factories.ProjectFactory(published=True, institute=institute, gemeenten=[other])
    factories.ProjectFactory(institute=institute, gemeenten=[factories.GemeenteFactory(code="GM0014")])
    page = visit(institute.get_absolute_url())
    assert len(page.soup.select(".vp-cover__point")) == 1
    assert len(page.soup.select(".vp-cover__area")) == 1
    assert "Rotterdam" in page.all(".vp-facts dd")


def test_map_of_a_region_draws_it_when_its_outline_ships(visit):
    drawn = factories.RegionFactory(code="PV20", scheme__slug="provincie")
    assert len(visit(f"/regios/{drawn.slug}/").soup.select(".vp-cover__area")) == 1
    unknown = factories.RegionFactory(code="X1", scheme__slug="eigen")
    assert not visit(f"/regios/{unknown.slug}/").soup.select(".vp-cover")
