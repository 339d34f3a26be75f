"""The pages about the site, and the small files that browsers and researchers ask for."""

import datetime
from xml.etree import ElementTree

import pytest

from tests.pages import Page, body_of

ABOUT = {"over": "Over", "toegankelijkheid": "Toegankelijkheid", "privacy": "Privacy", "contact-redactie": "redactie"}


@pytest.mark.django_db
@pytest.mark.parametrize("path", ABOUT)
@pytest.mark.parametrize("prefix", ["", "/en"])
def test_pages_about_the_site(client, path, prefix, settings):
    settings.EDITORS_EMAIL = "redactie@voorbeeld.example"
    page = Page.of(client.get(f"{prefix}/{path}/"))
    assert page.heading
    assert page.title.endswith(" – Vindplaats")
    assert len(page.main.split()) > 80
    if not prefix:
        assert ABOUT[path].lower() in page.heading.lower()
    addresses = {href for href in page.hrefs("main a") if href.startswith("mailto:")}
    assert addresses <= {"mailto:redactie@voorbeeld.example"}


@pytest.mark.django_db
def test_every_page_leads_to_them(client):
    footer = Page.of(client.get("/")).hrefs("footer a")
    assert {f"/{path}/" for path in ABOUT} <= set(footer)


@pytest.mark.django_db
@pytest.mark.parametrize("path", ABOUT)
def test_links_within_them_lead_somewhere(client, path):
    for href in Page.of(client.get(f"/{path}/")).hrefs("main a"):
        if href.startswith("/"):
            # Pages of one person lead to the login page, which exists too.
            assert client.get(href, follow=True).status_code == 200, href


def test_security_txt_is_as_rfc_9116_asks(client, settings):
    settings.SECURITY_EMAIL = "veilig@voorbeeld.example"
    response = client.get("/.well-known/security.txt")
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    fields = dict(line.split(": ", 1) for line in response.content.decode().splitlines() if line)
    assert fields["Contact"] == "mailto:veilig@voorbeeld.example"
    assert fields["Canonical"] == "http://testserver/.well-known/security.txt"
    left = datetime.datetime.fromisoformat(fields["Expires"]) - datetime.datetime.now(datetime.UTC)
    assert datetime.timedelta(days=30) < left < datetime.timedelta(days=366)


def test_robots_are_told_what_to_leave_and_where_the_list_is(client):
    lines = client.get("/robots.txt").content.decode().splitlines()
    assert "Disallow: /admin/" in lines
    assert "Sitemap: http://testserver/sitemap.xml" in lines
    assert not [line for line in lines if line == "Disallow: /"]


@pytest.mark.django_db
def test_opensearch_describes_the_search_box(client):
    response = client.get("/opensearch.xml")
    assert response["Content-Type"].startswith("application/opensearchdescription+xml")
    text = body_of(response).decode()
    assert text.startswith("<?xml"), "nothing may stand before the declaration"
    space = "{http://a9.com/-/spec/opensearch/1.1/}"
    description = ElementTree.fromstring(text.encode())  # noqa: S314 - it is our own
    templates = [url.get("template") for url in description.iter(f"{space}Url")]
    assert "http://testserver/projecten/?q={searchTerms}" in templates
    assert len(description.findtext(f"{space}ShortName")) <= 16
    assert (
        client.get(templates[0].removeprefix("http://testserver").replace("{searchTerms}", "zorg")).status_code == 200
    )
