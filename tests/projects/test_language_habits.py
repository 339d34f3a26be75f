"""Dates, numbers, plurals and alphabetical order, as readers of Dutch and of British English expect them."""

import datetime

import pytest
from django.template.loader import render_to_string
from django.utils.formats import date_format, localize
from django.utils.translation import override

from projects.models import Technology
from projects.models.regions import by_name
from projects.models.terms import in_reading_order
from projects.views.project_facts import period
from tests import factories
from vindplaats.text import alphabetical, uncapitalised

DAY = datetime.date(2026, 5, 5)
MOMENT = datetime.datetime(2026, 5, 5, 14, 30, tzinfo=datetime.UTC)


@pytest.mark.parametrize(
    ("language", "long", "short", "number"),
    [("nl", "5 mei 2026", "5-5-2026", "1.234,5"), ("en", "5 May 2026", "05/05/2026", "1,234.5")],
)
def test_dates_and_numbers_without_a_format_of_their_own(language, long, short, number):
    with override(language):
        assert date_format(DAY) == long
        assert date_format(DAY, "SHORT_DATE_FORMAT") == short
        assert date_format(MOMENT, "DATETIME_FORMAT") == f"{long} 14:30"
        assert localize(1234.5) == number


@pytest.mark.parametrize(
    ("language", "total", "words"),
    [
        ("nl", 0, "Geen projecten gevonden"),
        ("nl", 1, "1 project gevonden"),
        ("nl", 1234, "1.234 projecten gevonden"),
        ("en", 0, "No projects found"),
        ("en", 1, "1 project found"),
        ("en", 1234, "1,234 projects found"),
    ],
)
def test_counts(language, total, words):
    context = {"total": total}
    with override(language):
        assert render_to_string("projects/_project_count.html", context).strip() == words


@pytest.mark.parametrize(
    ("language", "start", "end", "words"),
    [
        ("nl", "2019-05", "2021", "mei 2019 – 2021"),
        ("nl", "2019-05", "", "vanaf mei 2019"),
        ("en", "2019-05", "2021", "May 2019 – 2021"),
        ("en", "2019-05", "", "from May 2019"),
        ("en", "", "2021-10", "until October 2021"),
    ],
)
def test_periods(language, start, end, words):
    with override(language):
        assert period(start, end) == words


@pytest.mark.parametrize(
    ("prefix", "confirmed", "amount", "start"),
    [
        ("", "Bevestigd door de instelling op 5 mei 2026", "€ 50.000", "mei 2019"),
        ("/en", "Confirmed by the organisation on 5 May 2026", "€50,000", "May 2019"),
    ],
)
def test_a_project_page(visit, prefix, confirmed, amount, start):
    project = factories.ProjectFactory(published=True, confirmed_on=DAY, start="2019-05")
    factories.ProjectFundingFactory(project=project)
    page = visit(f"{prefix}/projecten/{project.slug}/")
    assert confirmed in page.main
    assert amount in page.main
    assert page.all(".vp-steps__own time") == [start]


@pytest.mark.parametrize(
    ("language", "names"), [("nl", ["beeldbellen", "Één app", "sensor"]), ("en", ["alarm", "sensor", "video calls"])]
)
def test_terms_without_a_place_stand_by_their_name_in_the_language_of_the_page(db, language, names):
    for name, name_en in (("sensor", "sensor"), ("Één app", "alarm"), ("beeldbellen", "video calls")):
        factories.TechnologyFactory(name=name, name_en=name_en)
    with override(language):
        assert [term.label for term in in_reading_order(Technology.objects.all())] == names


@pytest.mark.parametrize(
    ("prefix", "names"), [("", ["Zorg", "Appels", "Beweging"]), ("/en", ["Care", "Apples", "Movement"])]
)
def test_themes_stand_as_editors_placed_them_and_then_by_name(visit, prefix, names):
    factories.ThemeFactory(name="Beweging", name_en="Movement", position=2)
    factories.ThemeFactory(name="Appels", name_en="Apples", position=2)
    factories.ThemeFactory(name="Zorg", name_en="Care", position=1)
    assert visit(f"{prefix}/themas/").all(".vp-theme h2 a") == names


@pytest.mark.parametrize(("name_en", "prefix", "language"), [("", "/en", "nl"), ("Flood", "/en", None), ("", "", None)])
def test_a_term_without_a_name_in_english_says_that_it_is_dutch(visit, name_en, prefix, language):
    theme = factories.ThemeFactory(name="Vloed", name_en=name_en, slug="vloed")
    child = factories.ThemeFactory(name="Springvloed", name_en=name_en, slug="springvloed", parent=theme)
    sector = factories.SectorFactory(name="Dijkzorg", name_en=name_en, slug="dijkzorg")
    application = factories.ApplicationFactory(name="Dijkapp", slug="dijkapp")
    project = factories.ProjectFactory(
        published=True, indexed=True, themes=[theme, child], sectors=[sector], applications=[application]
    )
    page, list_, detail = (
        visit(prefix + address) for address in (project.get_absolute_url(), "/themas/", "/themas/vloed/")
    )
    assert [
        found.get("lang")
        for found in (
            page.soup.select_one(".vp-tags a[href*=springvloed]"),
            page.soup.select_one(".vp-facts a[href*=dijkzorg]"),
            list_.soup.select_one("h2 a[href*=vloed]"),
            list_.soup.select_one("li a[href*=springvloed]"),
            detail.soup.select_one("h1"),
            detail.soup.select_one("main .vp-tags a[href*=springvloed]"),
        )
    ] == [language] * 6
    assert page.soup.select_one(".vp-facts a[href*=dijkapp]").get("lang") is None


def test_a_facet_stands_in_the_order_of_its_own_language(visit):
    for name, name_en in (("ouderdom", "age"), ("armoede", "poverty")):
        group = factories.TargetGroupFactory(name=name, name_en=name_en)
        factories.ProjectFactory(published=True, indexed=True, target_groups=[group])
    assert list(visit("/projecten/").labels("doelgroep").values()) == ["armoede", "ouderdom"]
    assert list(visit("/en/projecten/").labels("doelgroep").values()) == ["age", "poverty"]


def test_a_chosen_region_is_named_in_the_language_of_the_page(visit):
    scheme = factories.RegionSchemeFactory(slug="provincie", name="Provincie", name_en="Province")
    region = factories.RegionFactory(scheme=scheme, name="Drenthe", slug="provincie-drenthe")
    factories.ProjectFactory(published=True, indexed=True, regions=[region])
    assert list(visit("/projecten/", regio=region.slug).chips) == ["Drenthe (Provincie)"]
    assert list(visit("/en/projecten/", regio=region.slug).chips) == ["Drenthe (Province)"]


def test_places_stand_by_name_whatever_sign_or_accent_they_have(db):
    names = ["Zwolle", "'t Gooi", "Tiel", "Súdwest-Fryslân", "Sneek", "'s-Hertogenbosch", "Urk"]
    places = [factories.GemeenteFactory(name=name) for name in names]
    assert [place.name for place in by_name(places)] == [
        *("'s-Hertogenbosch", "Sneek", "Súdwest-Fryslân", "'t Gooi", "Tiel", "Urk", "Zwolle")
    ]


@pytest.mark.parametrize(
    ("name", "key"), [("‘t Gooi", "t gooi"), ("Één", "een"), ("(Thuis)zorg", "thuis)zorg"), ("", "")]
)
def test_alphabetical(name, key):
    assert alphabetical(name) == key


@pytest.mark.parametrize(
    ("label", "within"),
    [("Province", "province"), ("COROP-gebied", "COROP-gebied"), ("GGD-regio", "GGD-regio"), ("", "")],
)
def test_uncapitalised(label, within):
    assert uncapitalised(label) == within
