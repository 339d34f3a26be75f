"""No dead ends: every page that the sitemap names leads on, to where there is something, in right words."""

import re
from urllib.parse import unquote, urlsplit

import pytest

from projects.search.indexing import index
from projects.states import LessonKind
from tests import factories
from tests.full_things import belongings, full_person, full_resource
from tests.gathered import kept
from tests.languages import catalogue
from tests.pages import Page, body_of

LOCATION = re.compile(r"<loc>([^<]+)</loc>")
NUMBER = re.compile(r"%\(n\)[sd]")
FORMS = {"/contact-redactie/", "/vergelijkbaar/", "/toegankelijkheid/", "/privacy/", "/lessen/vooruit/", "/api/"}
"""Pages that are a form or a text: what they lead to is what is filled in."""
HOME = ("/", "/en/")
"""Its examples of searches are fixed, whatever there is."""
FINDERS = ("/projecten/?", "/lessen/?", "/hulpmiddelen/?", "/keuzehulpen/?", "/zoeken/?", "/vragen/?", "/experts/?")


@pytest.fixture
def one_of_each(db):
    """One of everything with everything, and one of most with nothing."""
    assen = factories.GemeenteFactory(name="Assen")
    region = factories.RegionFactory(scheme__slug="provincie", gemeenten=[assen])
    factories.RegionFactory(scheme=region.scheme)
    theme = factories.ThemeFactory(parent=factories.ThemeFactory())
    institute = factories.InstituteFactory(verified=True, gemeente=assen)
    terms = {"themes": [theme], "sectors": [factories.SectorFactory()], "regions": [region], "gemeenten": [assen]}
    lists = {"conditions": [factories.ConditionFactory()], "target_groups": [factories.TargetGroupFactory()]}
    project = factories.ProjectFactory(published=True, institute=institute, **terms, **lists)
    for kind in LessonKind.values:
        factories.LessonFactory(project=project, kind=kind, themes=[theme])
    belongings(project)
    line = factories.ProgrammeLineFactory()
    factories.ProjectProgrammeFactory(project=project, programme=line.programme, line=line)
    full_resource(theme, {"institute": institute, **lists})
    full_person(theme, region, institute, project)
    question = factories.QuestionFactory(themes=[theme])
    stopped = factories.ProjectFactory(published=True, stopped=True)
    kept(line.programme, line)
    bare = factories.ProjectFactory(published=True, institute=None, phase="", start="")
    nothing = [factories.ThemeFactory, factories.SectorFactory, factories.ConditionFactory, factories.ProgrammeFactory]
    for make in (*nothing, factories.InstituteFactory):
        make()
    resource = factories.ResourceFactory(project=None, kind="video", url="", summary="", owner="")
    index("question", [question.pk])
    index("project", [project.pk, bare.pk, stopped.pk])
    index("resource", [resource.pk])


@pytest.fixture
def pages(client, one_of_each):
    """Every page that the sitemap names, in both languages."""
    lists = LOCATION.findall(client.get("/sitemap.xml").content.decode())
    named = [unquote(urlsplit(one).path) for each in lists for one in LOCATION.findall(_told(client, each))]
    answers = {path: client.get(path) for path in named}
    assert {path: one.status_code for path, one in answers.items() if one.status_code != 200} == {}
    assert len(answers) > 80
    return {path: Page.of(one) for path, one in answers.items()}


def _told(client, address):
    path, query = urlsplit(address).path, urlsplit(address.replace("&amp;", "&")).query
    return client.get(path, query_params=dict([query.split("=")]) if query else None).content.decode()


@pytest.mark.same_sql
def test_every_page_leads_on_in_right_words(client, pages):
    assert _few_ways(pages) == []
    assert _wrong_numbers(pages) == []
    assert _broken(client, pages) == {}


def _few_ways(pages):
    """Return the pages whose own part leads to fewer than two other pages."""
    found = {path: _ways(path, page) for path, page in pages.items() if path.removeprefix("/en") not in FORMS}
    return [path for path, ways in found.items() if len(ways) < 2]


def _ways(path, page):
    inside = {unquote(urlsplit(href).path) for href in page.hrefs("main a[href^='/']")}
    crumbs = {unquote(urlsplit(href).path) for href in page.hrefs("main nav[class*=breadcrumb] a[href^='/']")}
    return {one for one in inside - crumbs - {path} if not one.startswith(("/melden/", "/en/melden/"))}


def _wrong_numbers(pages):
    """Return where one thing is named as several, or several as one: by the plurals that the site has words for."""
    plurals = [entry for entry in catalogue() if entry.msgid_plural and NUMBER.search(entry.msgid_plural)]
    dutch = _wrong((entry.msgid, entry.msgid_plural) for entry in plurals)
    english = _wrong((entry.msgstr_plural[0], entry.msgstr_plural[1]) for entry in plurals)
    told = [(path, (english if path.startswith("/en/") else dutch).search(page.main)) for path, page in pages.items()]
    return [(path, found[0]) for path, found in told if found]


def _wrong(pairs):
    texts = set()
    for one, several in pairs:
        if one != several:
            texts |= {NUMBER.sub("1", several), *(NUMBER.sub(number, one) for number in ("0", "2", "3"))}
    plain = sorted((text.strip() for text in texts if re.fullmatch(r"[\d]+ [\w' -]+", text.strip())), key=len)
    return re.compile(r"(?<![\w.,-])(?:" + "|".join(map(re.escape, plain)) + r")(?![\w'-])")


def _broken(client, pages):
    """Return the links that lead nowhere: to no page, to no place on it, or to a list in which nothing is."""
    seen = dict(pages)
    broken = {}
    for path, page in pages.items():
        for href in page.hrefs("main a[href], footer a[href], header a[href]"):
            where = urlsplit(href)
            if where.scheme or where.netloc or href in broken:
                continue
            address = unquote(where.path or path) + (f"?{where.query}" if where.query else "")
            if address not in seen:
                seen[address] = _visited(client, address)
            if why := _fault(seen[address], where.fragment, href if path not in HOME else ""):
                broken[href] = (path, why)
    return broken


def _visited(client, address):
    """Return the page, None for what is no page, or the status of a fault."""
    response = client.get(address)
    if response.status_code >= 400:
        return response.status_code
    is_page = response.status_code == 200 and response["Content-Type"].startswith("text/html")
    if not is_page:
        body_of(response)
    return Page.of(response) if is_page else None


def _fault(there, fragment, href):
    if isinstance(there, int):
        return f"answers {there}"
    if there and fragment and not there.soup.find(id=unquote(fragment)):
        return "no such place on the page"
    is_list = href.removeprefix("/en").startswith(FINDERS)
    return "a list with nothing in it" if there and is_list and there.soup.select_one(".vp-empty") else ""
