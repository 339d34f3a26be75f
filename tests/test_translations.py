"""English is complete: every text is translated, the catalogue is up to date, and no Dutch is left on English pages."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import polib
import pytest
from bs4 import BeautifulSoup, Comment

from projects.models import Gemeente, Institute, Project, Region, RegionScheme, Theme
from tests import factories
from tests.pages import Page, body_of, words
from tests.security.addresses import addresses, made_registry

ROOT = Path(__file__).resolve().parents[1]
CATALOGUE = ROOT / "locale" / "en" / "LC_MESSAGES" / "django.po"
PLACEHOLDER = re.compile(r"%\([a-z_]+\)[a-z]|%[sd]|<[^>]+>")


@pytest.fixture(scope="module")
def catalogue():
    return polib.pofile(str(CATALOGUE))


def key(entry):
    return entry.msgctxt, entry.msgid, entry.msgid_plural


def english(entry):
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]


def test_every_text_has_its_english(catalogue):
    assert [entry.msgid for entry in catalogue.untranslated_entries()] == []
    assert [entry.msgid for entry in catalogue.fuzzy_entries()] == []
    assert [entry.msgid for entry in catalogue.obsolete_entries()] == []


def test_the_english_keeps_what_is_filled_in(catalogue):
    for entry in catalogue:
        dutch = [entry.msgid, entry.msgid_plural] if entry.msgid_plural else [entry.msgid]
        for before, after in zip(dutch, english(entry), strict=True):
            assert sorted(PLACEHOLDER.findall(before)) == sorted(PLACEHOLDER.findall(after)), before
            assert before[:1].isspace() == after[:1].isspace(), before
            assert before[-1:].isspace() == after[-1:].isspace(), before


def test_what_is_compiled_is_what_is_written(catalogue):
    compiled = polib.mofile(str(CATALOGUE.with_suffix(".mo")))
    written = {key(entry): english(entry) for entry in catalogue}
    # polib and msgfmt differ in "" and None for what is not there.
    assert {(entry.msgctxt or None, entry.msgid, entry.msgid_plural or ""): english(entry) for entry in compiled} == {
        (context or None, text, plural or ""): value for (context, text, plural), value in written.items()
    }


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("xgettext"), reason="GNU gettext is missing: apt install gettext")
def test_the_catalogue_knows_every_text_of_code_and_templates(catalogue, tmp_path):
    for folder in ("vindplaats", "projects", "peers", "templates", "locale"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))
    subprocess.run([sys.executable, ROOT / ".ci" / "messages.py"], cwd=tmp_path, check=True)
    fresh = polib.pofile(str(tmp_path / CATALOGUE.relative_to(ROOT)))
    told = "run `make messages` and translate what is new"
    assert {key(entry) for entry in fresh} == {key(entry) for entry in catalogue}, told


# Words that are Dutch and not English. Factories give terms a Dutch name with "begrip" in it, and an English one.
DUTCH = """
aan aantal alles anders begrip bekijk bevestigd bij bijvoorbeeld dat deze dit een eerste ervan fase geen gekozen gelezen
gemeente gemeenten gevonden heeft hele het hier hoe hulp iets indeling instelling instellingen jaar kies klopt lessen
lijst meer misging naam naar niet nieuw nog om omschrijving ons onze ook projecten regio resultaten samenvatting sluiten
soort toon tot uit vanaf veel verder volgende volgens voor vorige waar waarom wat welke werkt wie wij wordt zijn zoek
zoeken zonder zorg zorgprojecten uw
"""
TELLTALE = re.compile(rf"\b(?:{'|'.join(DUTCH.split())})\b", re.IGNORECASE)
# Names that are Dutch on an English page as well.
NAMES = re.compile(
    r"Vindplaats|CBS Gebiedsindelingen|Kadaster|Centraal Bureau voor de Statistiek|Autoriteit Persoonsgegevens"
)
ATTRIBUTES = ("alt", "aria-label", "content", "data-again", "data-copied", "data-none", "data-offline", "data-search")
ATTRIBUTES += ("data-selected", "data-slow", "label", "placeholder", "title", "value")


def said(html: str) -> list[str]:
    """Return every text of an English page that is not marked as being in another language."""
    soup = BeautifulSoup(html, "html.parser")
    # What belongs to the text of a project in the head of the page cannot say its language; a citation is copied whole.
    head = ", title, meta[name=description], meta[property='og:title']" if soup.select("h1[lang]") else ""
    for other in soup.select(f"[lang]:not(html):not([lang=en]), script, style, #citaat{head}"):
        other.extract()
    texts = [str(text) for text in soup.find_all(string=True) if not isinstance(text, Comment)]
    # A value that is sent, and an address, are not read by anyone.
    read = [tag for tag in soup.find_all(True) if tag.name not in ("option", "input") or tag.get("type") == "submit"]
    texts += [tag[name] for tag in read for name in ATTRIBUTES if tag.has_attr(name) and "/" not in tag[name]]
    return [re.sub(r"\s+", " ", NAMES.sub("", text)).strip() for text in texts if text.strip()]


@pytest.fixture
def site(client, db):
    """A site whose names are English and whose texts are Dutch and say so; return a way to fetch a page."""
    registry = made_registry()
    for number, institute in enumerate(Institute.objects.all()):
        Institute.objects.filter(pk=institute.pk).update(name=f"Lime Care {number}", place="Ede")
    Theme.objects.update(description="Omschrijving", description_en="About it")
    Region.objects.update(name="Ede")
    RegionScheme.objects.update(name_en="Province", source="CBS")
    Gemeente.objects.filter(regions=registry.region).update(name="Ede")
    Project.objects.update(title="Wij zoeken het uit")
    factories.ResourceFactory(project=registry.published)
    factories.ProjectFundingFactory(project=registry.published, name="Fund")
    factories.ProjectFactory.create_batch(22, published=True, institute=registry.institute, indexed=True)
    registry.get = client.get
    return registry


STATES = ["", "?q=xqzvwk", "?weergave=tabel", "?weergave=kaart", "?fase=pilot&lessen=ja", "?thema=x&fase=y", "?page=2"]
PUBLIC = [one for one in addresses() if not one.is_admin and one.name not in ("logout", "projects:project_export")]


def pages(site):
    """Give the address and the HTML of every page in English, in every state that a visitor may meet."""
    paths = [f"/en{one.path(site)}" for one in PUBLIC]
    paths += [f"/en/{finder}/{state}" for finder in ("projecten", "lessen") for state in STATES]
    paths += ["/en/bestaat-niet/", "/en/projecten/?q=%00", "/en/instellingen/?q=xqzvwk", "/en/projecten/feed.atom?q=a"]
    for path in paths:
        response = site.get(path)
        if response.get("Content-Type", "").startswith("text/html"):
            yield path, body_of(response).decode()


def test_no_dutch_word_is_left_on_an_english_page(site):
    left = {(path, text) for path, html in pages(site) for text in said(html) if TELLTALE.search(text)}
    assert left == set()


def test_no_dutch_text_is_shown_where_its_english_belongs(site, catalogue):
    dutch = {entry.msgid for entry in catalogue if entry.msgid not in english(entry)}
    dutch -= {translated for entry in catalogue for translated in english(entry)}
    left = {(path, text) for path, html in pages(site) for text in said(html) if text in dutch}
    assert left == set()


def test_no_english_stands_where_a_page_says_dutch(site, catalogue):
    known = {text for entry in catalogue for text in english(entry)} - {entry.msgid for entry in catalogue}
    for path, html in pages(site):
        for part in BeautifulSoup(html, "html.parser").select("[lang=nl]"):
            assert not known & {str(text).strip() for text in part.find_all(string=True)}, path


def test_the_feed_is_english_as_well(site):
    feed = body_of(site.get("/en/projecten/feed.atom")).decode()
    head = feed.partition("<entry")[0]
    assert 'xml:lang="en"' in head
    assert not TELLTALE.search(NAMES.sub("", re.sub(r"<[^>]+>|http\S+", " ", head)))


def test_dates_and_numbers_are_those_of_the_language(client, db):
    project = factories.ProjectFactory(published=True, confirmed_on="2026-02-03", start="2019-05", end="2021")
    factories.ProjectFundingFactory(project=project, amount_eur=1_234_567)
    dutch, in_english = (Page.of(client.get(prefix + project.get_absolute_url())).main for prefix in ("", "/en"))
    assert ("3 februari 2026" in dutch, "mei 2019" in dutch, "1.234.567" in dutch) == (True, True, True)
    assert ("3 February 2026" in in_english, "May 2019" in in_english, "1,234,567" in in_english) == (True, True, True)


def test_every_page_names_itself_in_the_other_language(site):
    for one in PUBLIC:
        response = site.get(one.path(site), {"q": "zorg"})
        if not response.get("Content-Type", "").startswith("text/html"):
            continue
        page = Page.of(response)
        for link in page.soup.select("header a[hreflang=en]"):
            other = Page.of(site.get(link["href"]))
            assert other.soup.html["lang"] == "en"
            (back,) = other.soup.select("header a[hreflang=nl]")
            assert back["href"] == response.request["PATH_INFO"] + "?q=zorg", one.name
            assert words(back) == "Nederlands"
        assert {tag["hreflang"] for tag in page.soup.select("link[rel=alternate][hreflang]")} >= {"en"}, one.name
