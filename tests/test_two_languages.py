"""The pages in both languages: nothing of the other language shows, and each page names its twin."""

import datetime
import xml.etree.ElementTree as ET
from collections.abc import Sequence
from types import SimpleNamespace
from urllib.parse import urlencode

import pytest
from bs4 import BeautifulSoup
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import override

from projects.forms.registrations import STEPS
from projects.states import LessonKind
from projects.views import institutes, paging
from tests import factories
from tests.full_things import belongings, full_person, full_resource
from tests.gathered import kept
from tests.languages import foreign_words, telltales, whole_texts, words
from tests.pages import Page
from tests.security.addresses import Address, addresses
from tests.security.rights import TABLE

pytestmark = [pytest.mark.django_db, pytest.mark.same_sql]
LANGUAGES = pytest.mark.parametrize("language", ["nl", "en"])
NO_PAGES = {"logout", "opensearch", "media", "projects:institute_names", "projects:project_export"}
NO_PAGES |= {"projects:project_feed", "projects:lesson_feed", "projects:suggestions", "peers:question_feed"}
NO_PAGES |= {"projects:programme_feed", "projects:resource_feed", "projects:resource_file", "peers:profile_feed"}
ERRORS = ["400.html", "403.html", "403_csrf.html", "404.html", "500.html", "503.html"]
FINDER = [
    "q=lindehof",
    "q=xqzvwk",
    "q=beeldbelen",
    "weergave=kaart",
    "weergave=tabel",
    "thema=weg&fase=weg",
    "sort=newest",
    "page=2",
]
ATOM = "{http://www.w3.org/2005/Atom}"
QUERIES = {
    "projects:project_list": [
        *FINDER,
        "thema=thema&fase=pilot&regio=provincie-drenthe&sector=sector",
        "lessen=ja&q=xqz",
    ],
    "projects:project_compare": ["p=weg"],
    "projects:comparable": ["p=weg"],
    "projects:lesson_list": ["q=lindehof", "q=xqzvwk", "les=pitfall", "thema=weg", "page=2"],
    "projects:lesson_forecast": ["thema=ouder&sector=sector&fase=pilot", "thema=weg", "fase=idea"],
    "projects:stopped_list": ["reden=funding", "thema=weg", "thema=thema"],
    "projects:resource_list": ["q=vilans", "q=xqzvwk", "hulpmiddel=decision_aid", "voor=weg"],
    "projects:decision_aids": ["q=vilans", "q=xqzvwk", "doelgroep=weg"],
    "projects:search_all": ["q=lindehof", "q=xqzvwk", "q=lindehof&soort=lessen", "q=xqzvwk&soort=lessen"],
    "peers:profile_list": ["q=apotheker", "q=xqzvwk", "wie=experience", "ruimte=ja&thema=weg"],
    "projects:region_list": ["indeling=weg"],
    "projects:programme_list": ["q=xqzvwk", "stand=afgelopen"],
    "projects:collection_list": ["q=xqzvwk", "q=zonmw"],
    "projects:programme_report": ["van=2026-01-01&tot=2026-12-31", "van=weg"],
    "projects:institute_list": ["q=xqzvwk", "q=linde"],
    "projects:institute_detail": ["page=2"],
    "projects:theme_detail": ["page=2"],
    "projects:sector_detail": ["page=2"],
    "projects:condition_detail": ["page=2"],
    "projects:condition_list": ["q=xqzvwk"],
    "projects:region_detail": ["page=2"],
}
"""What else to ask of a page; the page itself is always asked."""


def public_pages(language: str) -> list[Address]:
    """Return the addresses of the pages that have a language, found from the URL patterns."""
    with override(language):
        prefix = reverse("home")
        found = [one for one in addresses() if f"/{one.route}".startswith(prefix) and one.name not in NO_PAGES]
        others = {"healthz", "readyz", "robots_txt", "security_txt", "sitemap_index"}
        pages = [one for one in found if not (one.is_admin or one.is_api or one.name in others or ".xml" in one.route)]
        return [one for one in pages if TABLE[one.name]["GET"][0] == 200]


@pytest.fixture
def registry(db, monkeypatch) -> SimpleNamespace:
    """One of everything: Dutch texts that say so, names that are of neither language, terms in both, many pages."""
    for module in (paging, institutes):
        monkeypatch.setattr(module, "PAGE_SIZES", (2, 50))
    assen = factories.GemeenteFactory(name="Assen", code="GM0106")
    scheme = factories.RegionSchemeFactory(
        slug="provincie", name="Indeling", name_en="Division", source="Bron van kaarten"
    )
    region = factories.RegionFactory(
        scheme=scheme, name="Drenthe", slug="provincie-drenthe", code="PV22", gemeenten=[assen]
    )
    parent = factories.ThemeFactory(slug="ouder", description="Alles hierover.", description_en="All about it.")
    theme = factories.ThemeFactory(slug="thema", parent=parent)
    institute = factories.InstituteFactory(
        name="Lindehof",
        place="Assen",
        gemeente=assen,
        description="Wij zijn er voor iedereen.",
        website="https://l.example/",
    )
    with_all = {
        "institute": institute,
        "themes": [theme, factories.ThemeFactory(parent=parent)],
        "sectors": [factories.SectorFactory(slug="sector")],
        "target_groups": [factories.TargetGroupFactory()],
        "conditions": [factories.ConditionFactory()],
        "technologies": [factories.TechnologyFactory()],
        "applications": [factories.ApplicationFactory()],
        "gemeenten": [assen],
        "regions": [region],
    }
    published = _project(
        with_all, confirmed_on=datetime.date(2026, 5, 5), source_url="https://b.example/", start="2019-05"
    )
    for kind in LessonKind.values:
        factories.LessonFactory(
            project=published, kind=kind, title="ZonMw", outcome="Niemand wist waar ze waren.", themes=[theme]
        )
    belongings(published)
    line = factories.ProgrammeLineFactory(programme=factories.ProgrammeFactory(), name="Lijn van het begin")
    factories.ProjectProgrammeFactory(project=published, programme=line.programme, line=line)
    stopped = _project(with_all, stopped=True, start="2019", end="2021", source_url="https://b.example/")
    national = _project({"institute": institute, "national": True, "start": "", "phase": ""}, end="2024-02")
    made = {"region": region, "theme": theme, "institute": institute, "published": published}
    made |= {"profile": full_person(theme, region, institute, published), "resource": full_resource(theme, with_all)}
    made |= {name: with_all[f"{name}s"][0] for name in ("sector", "condition")}
    made |= {**kept(line.programme, line), **_asked(theme), **_joining(institute)}
    return SimpleNamespace(**made, projects=[published, stopped, national])


def _asked(theme):
    """Return a question with an answer that helped, and a newsletter."""
    question = factories.QuestionFactory(title="Vilans, ZonMw?", text="Vilans.", themes=[theme], asker__name="Demi")
    told = {"author_name": "Demi", "accepted_at": question.created_at, "text": "ZonMw."}
    factories.AnswerFactory(question=question, **told)
    return {"question": question, "edition": factories.EditionFactory(sent=True, title="2026-11", text="Vilans")}


def _joining(institute):
    """Return who comes in: registrations in every stage with a page of its own, a member, an invitation."""
    filled = {"name": "Lindehof", "place": "Assen", "manager_name": "Demi", "gemeente": institute.gemeente}
    return {
        "registration": factories.RegistrationFactory(**filled),
        "drafts": [
            factories.RegistrationFactory(status=stage, **filled) for stage in ("draft", "declined", "accepted")
        ],
        "membership": factories.MembershipFactory(institute=institute),
        "invitation": factories.InvitationFactory(institute=institute),
    }


def _project(fields: dict, **more):
    texts = {"title": "Samen beslissen bij vallen", "summary": "Wij zien dat cliënten niet meer vallen."}
    return factories.ProjectFactory(
        published=True, indexed=True, kept_explanation="Het team bleef.", **texts, **fields, **more
    )


def asked(language: str, registry: SimpleNamespace) -> list[str]:
    """Return every address to ask, with the variants of QUERIES and the page of each project."""
    found = []
    for address in public_pages(language):
        path = address.path(registry)
        found += [path, *(f"{path}?{query}" for query in QUERIES.get(address.name, []))]
    with override(language):
        found += [one.get_absolute_url() for one in [*registry.projects, registry.collection]]
        found += [f"{reverse('projects:claim_institute', args=[registry.institute.slug])}"]
        found += [draft.get_absolute_url() for draft in registry.drafts[1:]]
        steps = [*(step.slug for step in STEPS), "bestaat-al", "controleren"]
        found += [f"{registry.drafts[0].get_absolute_url()}{step}/" for step in steps]
        slugs = [project.slug for project in registry.projects]
        found += [f"{reverse('projects:project_compare')}?{urlencode({'p': slugs[:n]}, doseq=True)}" for n in (1, 2, 3)]
        found.append(f"{reverse('projects:comparable')}?{urlencode({'p': slugs}, doseq=True)}")
        found.append(f"{reverse('projects:project_list')}?{urlencode({'vergelijk': slugs[:2]}, doseq=True)}")
    return list(dict.fromkeys(found))


def mixed_up(response, content: Sequence[str] = ()) -> list[str]:
    """Return what betrays another language on a page."""
    return foreign_words(Page.of(response).soup, content)


@LANGUAGES
def test_no_page_shows_the_other_language(client, registry, language):
    content = [text for one in (registry.published, registry.resource) for text in (one.title, one.summary)]
    content.append(registry.line.name)
    content += [text for one in registry.published.lessons.all() for text in (one.title, one.situation)]
    pages = asked(language, registry)
    assert len(pages) > 25
    found = {page: mixed_up(client.get(page), content) for page in pages}
    assert {page: wrong for page, wrong in found.items() if wrong} == {}


@LANGUAGES
def test_nor_does_a_site_without_content(client, db, language):
    found = {
        page.name: mixed_up(client.get(f"/{page.route}")) for page in public_pages(language) if "<" not in page.route
    }
    assert len(found) > 8
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


@LANGUAGES
@pytest.mark.parametrize("template", ERRORS)
def test_nor_does_a_page_about_an_error(language, template):
    with override(language):
        soup = BeautifulSoup(render_to_string(template), "html.parser")
    assert soup.html["lang"] == language
    assert foreign_words(soup) == []


@LANGUAGES
def test_nor_do_pages_that_only_some_people_get(client, registry, moderator, language, monkeypatch):
    with override(language):
        login, projects, csv = (
            reverse("login"),
            reverse("projects:project_list"),
            reverse("projects:project_export", args=["csv"]),
        )
    assert mixed_up(client.post(login, {"login": "", "password": ""})) == []
    assert mixed_up(client.post(login, {"login": "x@y.example", "password": "x"})) == []
    assert mixed_up(client.get(f"{projects}weg/")) == []
    assert mixed_up(client.get(projects, {"q": "\0"})) == []
    with override(language):
        plan = reverse("projects:comparable")
    assert mixed_up(client.post(plan)) == []
    assert mixed_up(client.post(plan, {"tekst": "cliënten vallen"}), (registry.published.title,)) == []
    monkeypatch.setattr("projects.views.exports.MOST_PROJECTS", 1)
    assert mixed_up(client.get(csv)) == []
    client.force_login(moderator)
    assert mixed_up(client.get(projects), (registry.published.title,)) == []


@LANGUAGES
def test_every_page_tells_its_language_and_names_its_twin(client, registry, language):
    for address in asked(language, registry):
        soup = Page.of(client.get(address)).soup
        path = address.partition("?")[0]
        bare = path.removeprefix("/en")
        host = "http://testserver"
        assert soup.html["lang"] == language, address
        links = soup.select("link[rel=alternate][hreflang]")
        assert [(link["hreflang"], link["href"]) for link in links] == [
            ("nl", host + bare),
            ("en", f"{host}/en{bare}"),
            ("x-default", host + bare),
        ], address
        assert soup.select_one("link[rel=canonical]")["href"] == host + path, address
        assert client.get(f"/en{bare}" if language == "nl" else bare).status_code == 200


@pytest.mark.parametrize(("language", "other", "name"), [("nl", "en", "English"), ("en", "nl", "Nederlands")])
def test_the_menu_leads_to_the_same_question_in_the_other_language(client, registry, language, other, name):
    for page in public_pages(language):
        path = page.path(registry)
        there = Page.of(client.get(path, {"q": "x y"})).link(name, within="header")
        twin = Page.of(client.get(there))
        assert twin.soup.html["lang"] == other
        assert twin.soup.select_one(f"header a[hreflang={language}]")["href"] == f"{path}?q=x+y"


def test_the_feed_of_a_list_has_a_language_as_well(client, registry):
    with override("en"):
        feed = ET.fromstring(client.get(reverse("projects:project_feed")).content)  # noqa: S314 - our own
    assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == "en"
    assert feed.findtext(f"{ATOM}title") == "Vindplaats: projects"
    assert words(feed.findtext(f"{ATOM}subtitle")) & telltales("en") == set()


def test_what_is_marked_as_dutch_is_not_our_english(client, registry):
    ours = whole_texts("nl")
    for page in asked("en", registry):
        for node in Page.of(client.get(page)).soup.select("[lang=nl]"):
            assert not ours & {str(text).strip() for text in node.find_all(string=True)}, page


def test_a_page_that_does_not_exist_has_no_twin_but_a_way_to_the_other_language(client):
    page = Page.of(client.get("/en/bestaat-niet/"))
    assert page.soup.select("link[hreflang]") == []
    assert page.link("Nederlands", within="header") == "/"
    assert Page.of(client.get("/bestaat-niet/")).link("English", within="header") == "/en/"


@pytest.mark.parametrize(("prefix", "description"), [("", "Zorgprojecten"), ("/en", "Care projects")])
def test_a_browser_is_offered_the_search_of_the_same_language(client, prefix, description):
    address = Page.of(client.get(f"{prefix}/over/")).hrefs("link[rel=search]")[0]
    answer = client.get(address).content.decode()
    assert f"<Description>{description}" in answer
    assert f'template="http://testserver{prefix}/projecten/?q={{searchTerms}}"' in answer
