"""Pitfalls ahead, on a set that is small enough to count by hand."""

import pytest

from projects.forms.forecast import LookAheadForm
from projects.states import LessonKind, Phase
from projects.views.forecast import comparable_projects, count_pitfalls
from tests import factories
from tests.pages import words
from vindplaats.caches import latest_cache

pytestmark = pytest.mark.django_db
HERE = "/lessen/vooruit/"


def counted(phase="", **asked):
    """Return (bucket, how many, phase, titles' first lesson) of each pitfall, in order."""
    chosen = comparable_projects(**asked)
    found = count_pitfalls(chosen, phases=Phase.values, phase=phase, most=20)
    return [(one.bucket, one.number, one.phase, one.lessons[0]) for one in found]


@pytest.fixture
def hand():
    """Five projects on a theme (one by a theme below it) in two sectors, one of another theme, one not published.

    The pitfall "geld" is a cluster: A met it in the pilot (twice), B in the pilot, C when scaling, X (another theme)
    when scaling, and D, which nobody sees. "tijd" was met by B only, in the idea; "bril" by C only, with no phase but
    that of the project; "weg" by E only, and nobody knows when.
    """
    theme = factories.ThemeFactory(slug="thema")
    below = factories.ThemeFactory(slug="onder", parent=theme)
    sector, other = factories.SectorFactory(slug="sector"), factories.SectorFactory(slug="ander")

    def project(name, themes, sectors, day, **more):
        return factories.ProjectFactory(
            published=True,
            title=name,
            slug=name.lower(),
            themes=themes,
            sectors=sectors,
            published_at=f"2026-01-0{day}T12:00:00Z",
            phase=more.pop("phase", "pilot"),
            **more,
        )

    a = project("A", [theme], [sector], 1)
    b = project("B", [below], [sector], 2)
    c = project("C", [theme, below], [sector, other], 3, phase="implementation")
    e = project("E", [theme], [other], 4, phase="")
    f = project("F", [theme], [sector], 5)
    x = project("X", [factories.ThemeFactory()], [sector], 6)
    d = factories.ProjectFactory(title="D", themes=[theme], sectors=[sector])

    def pitfall(where, title, phase="", kind=LessonKind.PITFALL):
        return factories.LessonFactory(project=where, title=title, phase=phase, kind=kind)

    money = [pitfall(a, "geld"), pitfall(a, "geld ook", "pilot"), pitfall(b, "geld b")]
    money += [pitfall(c, "geld c", "scaling"), pitfall(x, "geld x", "scaling"), pitfall(d, "geld d", "idea")]
    factories.LessonClusterFactory(lessons=money)
    lessons = {"money": money[0], "time": pitfall(b, "tijd", "idea"), "glasses": pitfall(c, "bril")}
    lessons["gone"] = pitfall(e, "weg")
    pitfall(f, "geen valkuil", kind=LessonKind.SUCCESS)
    return {name: one.pk for name, one in lessons.items()}


def test_counts_on_the_theme_with_what_is_below_it(hand):
    assert counted(theme="thema") == [
        (0, 3, "pilot", hand["money"]),
        (0, 1, "", hand["gone"]),
        (0, 1, "implementation", hand["glasses"]),
        (0, 1, "idea", hand["time"]),
    ]


def test_counts_on_the_theme_below(hand):
    # Of B and C only: once in the pilot and once when scaling, of which the pilot is the earlier one.
    assert counted(theme="onder")[0][:3] == (0, 2, "pilot")
    assert len(counted(theme="onder")) == 3


def test_counts_on_theme_and_sector(hand):
    assert [one[1:] for one in counted(theme="thema", sector="sector")] == [
        (3, "pilot", hand["money"]),
        (1, "implementation", hand["glasses"]),
        (1, "idea", hand["time"]),
    ]
    assert [one[1] for one in counted(theme="thema", sector="ander")] == [1, 1, 1]


def test_counts_over_everything(hand):
    assert counted(phase="pilot")[0][:3] == (0, 4, "pilot"), "A and B in the pilot, C and X when scaling: the earlier"


def test_what_comes_in_the_phase_or_later_stands_first(hand):
    assert [one[0::3] for one in counted(theme="thema", phase="implementation")] == [
        (0, hand["glasses"]),
        (1, hand["money"]),
        (1, hand["time"]),
        (2, hand["gone"]),
    ]


def test_page_tells_the_numbers(hand, visit):
    page = visit(HERE, thema="thema", fase="pilot")
    first = page.soup.select_one(".vp-ahead__one")
    assert words(first.select_one(".vp-ahead__facts")).startswith("3 van 5 projecten meestal in de fase")
    assert "%" not in page.main, "five projects are too few for a share"
    assert "Dit komt uit 5 projecten" in page.main
    assert "Daarvan schreven 5 projecten lessen op." in page.main
    assert "ze zeggen niet hoe groot de kans is" in page.main
    assert page.all("h2")[:3] == [
        "Wat u nu of later kunt tegenkomen",
        "Wat meestal eerder komt",
        "Waarvan niet bekend is wanneer het komt",
    ]
    assert {words(link) for link in first.select(".vp-ahead__from a")} == {"A", "B", "C"}


def test_ten_projects_are_enough_for_a_share(hand, visit):
    factories.ProjectFactory.create_batch(7, published=True, themes=[factories.ThemeFactory(slug="nog")])
    theme = factories.ThemeFactory(slug="tien")
    projects = factories.ProjectFactory.create_batch(10, published=True, themes=[theme])
    factories.LessonFactory(project=projects[0])
    page = visit(HERE, thema="tien")
    assert "1 van 10 projecten (10%)" in page.main
    assert "Lees de aantallen als ‘minstens zoveel’" in page.main


def test_nothing_asked_explains_and_offers_the_choices(visit):
    theme = factories.ThemeFactory(slug="thema", name="Beeldzorg")
    factories.ProjectFactory(published=True, themes=[theme], indexed=True)
    nothing = factories.ThemeFactory(slug="niets")
    page = visit(HERE)
    assert not page.soup.select(f'option[value="{nothing.slug}"]')
    assert page.heading == "Valkuilen vooruit"
    assert "Een van de drie is genoeg" in page.main
    assert page.soup.select_one(f'select[name=thema] option[value="{theme.slug}"]').text == "Beeldzorg"


def test_nobody_to_compare_with_says_so(visit):
    factories.ThemeFactory(slug="leeg")
    page = visit(HERE, thema="leeg")
    assert "Er is nog geen project op Vindplaats dat hierbij past." in page.main


def test_what_does_not_exist_is_told(visit):
    page = visit(HERE, thema="weg", fase="pilot")
    assert "Een keuze uit dit adres bestaat niet (meer) en telt niet mee." in page.main


def test_a_theme_with_others_below_it_can_be_chosen_itself():
    parent = factories.ThemeFactory(slug="boven", name="Boven", position=0)
    factories.ThemeFactory(slug="onder", name="Onder", parent=parent, position=1)
    alone = factories.ThemeFactory(slug="los", name="Los", position=2)
    factories.ProjectFactory(published=True, themes=[alone], indexed=True)
    (select,) = LookAheadForm({"thema": "onder"}).selects("thema")
    assert [(group["label"], [one["value"] for one in group["options"]]) for group in select["groups"]] == [
        ("Boven", ["boven", "onder"]),
        ("", ["los"]),
    ]
    assert [one["value"] for group in select["groups"] for one in group["options"] if one["selected"]] == ["onder"]


def test_what_helped_stands_with_it_and_how_often(hand, visit):
    tip = factories.LessonFactory(kind=LessonKind.TIP, title="Vraag het vroeg")
    factories.LessonHelpFactory(helper=tip, pitfall_id=hand["money"])
    for kind in ("helped", "helped", "helped", "not_helped"):
        factories.MarkFactory(lesson=tip, kind=kind)
    factories.MarkFactory(lesson=tip, kind="helped", removed_at="2026-01-01T00:00:00Z")
    page = visit(HERE, thema="thema")
    assert page.link("Vraag het vroeg") == tip.get_absolute_url()
    assert page.all(".vp-heard") == ["Hielp bij 3 van de 4 die het elders probeerden."]


@pytest.mark.parametrize("number", [1, 3])
def test_questions_do_not_grow(client, number, django_assert_num_queries):
    theme = factories.ThemeFactory(slug="thema")
    for _count in range(number):
        project = factories.ProjectFactory(published=True, themes=[theme])
        lessons = factories.LessonFactory.create_batch(number, project=project)
        factories.LessonClusterFactory(lessons=[lessons[0], factories.LessonFactory(project__themes=[theme])])
        factories.LessonHelpFactory(pitfall=lessons[0])
    client.get(HERE, {"thema": "thema"})
    # What it counted is kept until something changes.
    with django_assert_num_queries(3):
        client.get(HERE, {"thema": "thema"})
    latest_cache.clear()
    with django_assert_num_queries(12):
        client.get(HERE, {"thema": "thema"})
