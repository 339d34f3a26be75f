"""The page of one project, and who sees it in which status."""

import datetime

import pytest

from projects.states import FundingKind, Kept, LessonKind, MemberStatus, Status
from tests import factories
from tests.pages import Page

pytestmark = pytest.mark.django_db


def page_of(visit, project, language=""):
    return visit(f"{language}{project.get_absolute_url()}")


def inline_scripts(page):
    """Return the scripts that a browser would run from the page itself; structured data is none."""
    return [node for node in page.soup.select("script:not([src])") if node.get("type") != "application/ld+json"]


def test_with_the_least_there_can_be(visit):
    project = factories.ProjectFactory(
        published=True,
        title="Kaal",
        summary="Eén zin.",
        problem="",
        approach="",
        results="",
        phase="",
        start="",
        institute=None,
    )
    page = page_of(visit, project)
    assert page.heading == "Kaal"
    assert page.title == "Kaal – Vindplaats"
    assert "Eén zin." in page.main
    assert "Er zijn nog geen lessen van dit project vastgelegd." in page.main
    assert "Nog niet bevestigd door de instelling" in page.main
    for absent in (
        "Aanleiding",
        "Aanpak",
        "Resultaten",
        "Looptijd",
        "Partners",
        "Financiering",
        "Hulpmiddelen",
        "None",
    ):
        assert absent not in page.main


def test_with_all_there_can_be(visit):
    gemeente = factories.GemeenteFactory(name="Lindedorp")
    region = factories.RegionFactory(name="Oost", scheme__name="Zorgkantoorregio", gemeenten=[gemeente])
    terms = {
        "themes": factories.ThemeFactory(name="Valpreventie"),
        "sectors": factories.SectorFactory(name="Wijkverpleging"),
        "target_groups": factories.TargetGroupFactory(name="Kwetsbare ouderen"),
        "conditions": factories.ConditionFactory(name="Osteoporose"),
        "technologies": factories.TechnologyFactory(name="bewegingssensor"),
        "applications": factories.ApplicationFactory(name="Valwijzer"),
    }
    project = factories.ProjectFactory(
        published=True,
        confirmed_on=datetime.date(2026, 2, 3),
        stopped=True,
        start="2019-05",
        end="2021",
        national=True,
        kept=Kept.PARTLY,
        kept_explanation="De scholing bleef.",
        source_url="https://bron.example/artikel",
        source_accessed=datetime.date(2025, 1, 2),
        gemeenten=[gemeente],
        regions=[region],
        institute__name="Zorggroep De Linde",
        indexed=True,
        **{name: [term] for name, term in terms.items()},
    )
    factories.LessonFactory(project=project, title="Te laat begonnen", outcome="Niemand wist hoe het werkte.")
    factories.ResourceFactory(project=project, title="Werkboek", owner="De Linde", year=2021)
    factories.ProjectPartnerFactory(project=project, name="Huisarts De Brink")
    factories.ProjectFundingFactory(
        project=project, kind=FundingKind.SUBSIDY, name="Regeling Thuis", amount_eur=1234567
    )
    line = factories.ProgrammeLineFactory(name="Lijn Thuis", programme__name="Programma Morgen")
    factories.ProjectProgrammeFactory(project=project, programme=line.programme, line=line)
    main = page_of(visit, project).main
    for expected in (
        *(term.name for term in terms.values()),
        *("Zorggroep De Linde", "Huisarts De Brink", "Lindedorp", "Oost (zorgkantoorregio)", "Heel Nederland"),
        *("mei 2019 – 2021", "Gestopt", "Geld op of niet structureel", "De subsidie liep af"),
        *("Te laat begonnen", "Niemand wist hoe het werkte.", "Werkboek", "2021", "Programma Morgen : Lijn Thuis"),
        *("Regeling Thuis", "1.234.567", "De scholing bleef.", "3 februari 2026", "bron.example"),
    ):
        assert expected in main, expected


def test_lessons_are_set_apart_by_kind_with_what_helped(visit):
    project = factories.ProjectFactory(published=True)
    for position, kind in enumerate(LessonKind.values):
        factories.LessonFactory(
            project=project, kind=kind, title=f"Les {position}", advice=f"Advies {position}", position=position
        )
    page = page_of(visit, project)
    assert page.lessons == ["Valkuil : Les 0", "Succesfactor : Les 1", "Tip : Les 2"]
    assert page.soup.select_one("#les-" + project.lessons.first().slug)
    assert all(f"Advies {position}" in page.main for position in range(3))


def test_markdown_is_shown_and_nothing_dangerous_is(visit):
    project = factories.ProjectFactory(
        published=True,
        title="<script>alert(1)</script>",
        summary="**vet** <script>alert(2)</script> [klik](javascript:alert(3)) ![](https://volg.example/pixel.png)",
        problem="# Kop\n\n[goed](https://zorg.example)\n\n<iframe src=//kwaad.example></iframe>\n\n<svg onload=x()>",
        approach="| a | b |\n|---|---|\n| 1 | 2 |",
    )
    page = page_of(visit, project)
    assert page.heading == "<script>alert(1)</script>"
    assert page.soup.select_one("main strong").get_text() == "vet"
    assert page.soup.select_one('main a[href="https://zorg.example"]')["rel"] == ["nofollow", "ugc", "noopener"]
    assert page.soup.select_one("main table th[scope=col]")
    assert inline_scripts(page) == []
    assert not page.soup.select('main iframe, main svg[onload], main img[src*="volg"], [href^="javascript"]')


def test_markdown_is_text_where_no_html_can_stand(visit):
    project = factories.ProjectFactory(
        published=True, summary="Een **vet** woord en [een link](https://zorg.example/)."
    )
    page = page_of(visit, project)
    assert page.soup.select_one("meta[name=description]")["content"] == "Een vet woord en een link."
    assert (
        '"abstract": "Een vet woord en een link."' in page.soup.select_one("script[type='application/ld+json']").string
    )


def test_structured_data_cannot_end_its_own_element(visit):
    project = factories.ProjectFactory(published=True, title="</script><script>alert(1)</script>")
    page = page_of(visit, project)
    assert page.heading == "</script><script>alert(1)</script>"
    assert inline_scripts(page) == []


def test_a_text_in_another_language_says_so(visit):
    project = factories.ProjectFactory(published=True, language="en", title="Robotic pets")
    assert page_of(visit, project).soup.h1["lang"] == "en"
    english = page_of(visit, project, "/en")
    assert english.soup.html["lang"] == "en"
    assert not english.soup.h1.has_attr("lang")


def test_contact_persons_are_never_named_with_their_address(visit):
    project = factories.ProjectFactory(published=True, with_contact=True)
    person = project.contact_persons.get()
    assert person.email not in str(page_of(visit, project).soup)


def test_comparable_projects_are_shown(visit):
    themes = [factories.ThemeFactory(), factories.ThemeFactory()]
    one = factories.ProjectFactory(published=True, themes=themes, indexed=True)
    like = factories.ProjectFactory(published=True, themes=themes, indexed=True)
    draft = factories.ProjectFactory(themes=themes, indexed=True)
    others = [
        factories.ProjectFactory(published=True, themes=[theme], title=f"Tuin {n}", summary=f"Groen {n}", indexed=True)
        for n, theme in enumerate(factories.ThemeFactory.create_batch(9))
    ]
    shown = page_of(visit, one).main
    assert like.title in shown
    assert not [other for other in (draft, *others) if other.title in shown]


STATUSES = [status for status in Status.values if status != Status.PUBLISHED]


@pytest.mark.parametrize("status", STATUSES)
def test_what_is_not_published_is_not_there(client, status):
    project = factories.ProjectFactory(**{} if status == Status.DRAFT else {status: True})
    outsider = factories.MembershipFactory().user
    for user in (None, factories.UserFactory(), outsider):
        if user:
            client.force_login(user)
        response = client.get(project.get_absolute_url())
        assert response.status_code == 404
        assert project.title not in response.content.decode()


@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize("manager", [False, True])
def test_an_institute_sees_its_own(client, status, manager):
    project = factories.ProjectFactory(**{} if status == Status.DRAFT else {status: True})
    client.force_login(factories.MembershipFactory(institute=project.institute, manager=manager).user)
    assert Page.of(client.get(project.get_absolute_url())).heading == project.title


@pytest.mark.parametrize("status", [MemberStatus.REQUESTED, MemberStatus.INVITED, MemberStatus.ENDED])
def test_a_membership_that_does_not_count_shows_nothing(client, status):
    project = factories.ProjectFactory()
    client.force_login(factories.MembershipFactory(institute=project.institute, status=status).user)
    assert client.get(project.get_absolute_url()).status_code == 404


def test_a_partner_of_a_draft_does_not_see_it(client):
    project = factories.ProjectFactory()
    partner = factories.ProjectPartnerFactory(project=project, institute=factories.InstituteFactory(verified=True))
    client.force_login(factories.MembershipFactory(institute=partner.institute).user)
    assert client.get(project.get_absolute_url()).status_code == 404
