"""What programs read: the Atom feed, the sitemap, structured data and the files of a result list."""

import csv
import io
import json
from datetime import timedelta
from xml.etree import ElementTree

import pytest
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from projects.views.exports import MOST_PROJECTS
from tests import factories
from tests.pages import Page, body_of

pytestmark = pytest.mark.django_db
ATOM, SITEMAP = "{http://www.w3.org/2005/Atom}", "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def parsed(response):
    """Read an answer as XML; what is not well formed fails."""
    assert response.status_code == 200
    return ElementTree.fromstring(body_of(response))  # noqa: S314 - it is our own


def project(**given):
    return factories.ProjectFactory(published=True, indexed=True, **given)


class TestFeed:
    """Atom 1.0 (RFC 4287): every entry has an id, a title, a moment and an author."""

    def test_with_nothing_in_it(self, client):
        feed = parsed(client.get("/projecten/feed.atom"))
        assert feed.findtext(f"{ATOM}title") == "Vindplaats: projecten"
        assert feed.findall(f"{ATOM}entry") == []
        assert parse_datetime(feed.findtext(f"{ATOM}updated"))

    def test_newest_first_with_what_a_reader_needs(self, client):
        theme = factories.ThemeFactory(name="Valpreventie")
        project(title="Eerste")
        project(title="Tweede", summary="Kort.", themes=[theme], institute__name="De Linde")
        response = client.get("/projecten/feed.atom")
        assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
        newest, oldest = parsed(response).findall(f"{ATOM}entry")
        assert (newest.findtext(f"{ATOM}title"), oldest.findtext(f"{ATOM}title")) == ("Tweede", "Eerste")
        assert newest.findtext(f"{ATOM}summary") == "Kort."
        assert newest.findtext(f"{ATOM}author/{ATOM}name") == "De Linde"
        assert newest.find(f"{ATOM}category").get("term") == "Valpreventie"
        assert newest.find(f"{ATOM}link").get("href").startswith("http://testserver/projecten/")
        assert parse_datetime(newest.findtext(f"{ATOM}published"))
        assert newest.findtext(f"{ATOM}id") != oldest.findtext(f"{ATOM}id")

    def test_is_of_the_question_in_its_address(self, client):
        project(title="Dansen")
        project(title="Zwemmen")
        feed = parsed(client.get("/projecten/feed.atom", {"q": "dansen", "sort": "confirmed"}))
        assert [title.text for title in feed.findall(f"{ATOM}entry/{ATOM}title")] == ["Dansen"]
        assert feed.findtext(f"{ATOM}title") == "Vindplaats: projecten over dansen"
        links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
        assert links["self"] == "http://testserver/projecten/feed.atom?q=dansen&sort=confirmed"
        assert links["alternate"] == "http://testserver/projecten/?q=dansen&sort=confirmed"

    def test_has_an_end(self, client):
        factories.ProjectFactory.create_batch(52, published=True, indexed=True)
        assert len(parsed(client.get("/projecten/feed.atom")).findall(f"{ATOM}entry")) == 50

    def test_signs_that_xml_refuses_do_not_break_it(self, client):
        project(title="a\x08b\ufffe", summary="<b> & ]]> \x1b", institute__name="x\x0cy")
        assert len(parsed(client.get("/projecten/feed.atom")).findall(f"{ATOM}entry")) == 1

    def test_is_told_on_the_page_of_the_list(self, visit):
        links = visit("/projecten/", q="dansen").soup.select('link[rel=alternate][type="application/atom+xml"]')
        assert [link["href"].partition("/projecten/")[2] for link in links] == ["feed.atom?q=dansen"]


class TestSitemap:
    """The pages that a search engine should read, in both languages."""

    def test_index_names_a_list_for_each_kind(self, client):
        parts = [node.text for node in parsed(client.get("/sitemap.xml")).iter(f"{SITEMAP}loc")]
        assert {part.rpartition("/")[2] for part in parts} >= {"sitemap-projects.xml", "sitemap-pages.xml"}
        for part in parts:
            parsed(client.get(part.removeprefix("http://testserver")))

    def test_every_address_in_it_is_a_page(self, client):
        theme = factories.ThemeFactory(child=True)
        project(themes=[theme])
        addresses = set()
        for kind in ("pages", "projects", "themes", "institutes", "regions"):
            addresses |= {node.text for node in parsed(client.get(f"/sitemap-{kind}.xml")).iter(f"{SITEMAP}loc")}
        assert len(addresses) > 20
        for address in addresses:
            assert client.get(address.removeprefix("http://testserver")).status_code == 200, address

    def test_holds_each_region_in_force_once(self, client):
        today = timezone.localdate()
        newer, older = factories.RegionSchemeFactory(valid_from=today), factories.RegionSchemeFactory()
        gone = factories.RegionSchemeFactory(valid_from=today - timedelta(days=9), valid_to=today - timedelta(days=1))
        for scheme in (newer, older):
            factories.RegionFactory(slug="regio-noord", scheme=scheme)
        factories.RegionFactory(slug="regio-weg", scheme=gone)
        found = [node.text for node in parsed(client.get("/sitemap-regions.xml")).iter(f"{SITEMAP}loc")]
        assert [one.partition("testserver")[2] for one in found] == ["/regios/regio-noord/", "/en/regios/regio-noord/"]

    def test_holds_what_is_public_only(self, client):
        shown, hidden = project(), factories.ProjectFactory()
        text = body_of(client.get("/sitemap-projects.xml")).decode()
        assert shown.slug in text
        assert f"/en/projecten/{shown.slug}/" in text
        assert hidden.slug not in text
        assert hidden.institute.slug not in body_of(client.get("/sitemap-institutes.xml")).decode()


class TestStructuredData:
    """What a page says of itself in the words of schema.org."""

    def data(self, page):
        (script,) = page.soup.select('script[type="application/ld+json"]')
        return json.loads(script.string)

    def test_of_a_project(self, visit):
        made = project(title="</script><b>", summary="Kort & goed", institute__name="De Linde")
        data = self.data(visit(made.get_absolute_url()))
        assert data["@context"] == "https://schema.org"
        assert (data["name"], data["abstract"]) == ("</script><b>", "Kort & goed")
        assert data["url"] == f"http://testserver{made.get_absolute_url()}"
        assert data["inLanguage"] == "nl"
        assert data["creator"]["name"] == "De Linde"

    def test_of_the_least_there_can_be(self, visit):
        made = project(institute=None, themes=[], source_url="")
        data = self.data(visit(made.get_absolute_url()))
        assert not {"creator", "keywords", "isBasedOn", "spatialCoverage"} & set(data)


class TestFiles:
    """A result list to take along."""

    @pytest.mark.parametrize(("format_", "kind"), [("csv", "text/csv"), ("jsonl", "ndjson"), ("xlsx", "spreadsheetml")])
    def test_come_as_a_file_with_a_name(self, client, format_, kind):
        project()
        response = client.get(f"/projecten/export.{format_}")
        assert response.status_code == 200
        assert body_of(response)
        assert kind in response["Content-Type"]
        assert response["Content-Disposition"].startswith('attachment; filename="vindplaats-projecten-')
        assert response["Content-Disposition"].endswith(f'.{format_}"')

    def test_hold_the_answers_to_the_question(self, client):
        project(title="Dansen")
        project(title="Zwemmen")
        text = body_of(client.get("/projecten/export.csv", {"q": "dansen"})).decode("utf-8-sig")
        assert [row["title"] for row in csv.DictReader(io.StringIO(text))] == ["Dansen"]

    def test_no_cell_is_a_formula(self, client):
        for title in ("=1+1", "+1", "-1", "@sum", "\t=1", "=HYPERLINK(1)"):
            project(title=title)
        text = body_of(client.get("/projecten/export.csv")).decode("utf-8-sig")
        cells = [cell for row in csv.reader(io.StringIO(text)) for cell in row]
        assert [cell for cell in cells if cell[:1] in ("=", "+", "-", "@", "\t", "\r")] == []

    def test_an_empty_result_is_an_empty_file_not_an_error(self, client):
        assert body_of(client.get("/projecten/export.jsonl", {"q": "xqzvwk"})) == b""
        for format_ in ("csv", "xlsx"):
            response = client.get(f"/projecten/export.{format_}", {"q": "xqzvwk"})
            body_of(response)
            assert response.status_code == 200

    def test_too_many_are_refused_in_words(self, client, monkeypatch):
        monkeypatch.setattr("projects.views.exports.MOST_PROJECTS", 2)
        factories.ProjectFactory.create_batch(3, published=True, indexed=True)
        response = client.get("/projecten/export.csv")
        assert response.status_code == 400
        assert "2 projecten" in Page.of(response).main
        assert MOST_PROJECTS > 1_000

    def test_another_format_is_not_there(self, client):
        for format_ in ("exe", "CSV", "json", "csv.gz"):
            assert client.get(f"/projecten/export.{format_}").status_code == 404
