"""`/zoeken/`: one question to everything that can be found."""

import pytest

from projects.search.indexing import index
from tests import factories
from tests.pages import query, words

pytestmark = pytest.mark.django_db
PAGE = "/zoeken/"


def project(title, *lessons, **given):
    """Make a published project with these lessons, which can be found."""
    one = factories.ProjectFactory(published=True, title=title, **given)
    for lesson in lessons:
        factories.LessonFactory(project=one, title=lesson)
    index("project", [one.pk])
    return one


def found(page):
    """Return the titles in each section, by the id of its heading."""
    sections = page.soup.select(".vp-hits")
    return {one.h2["id"]: [words(title) for title in one.select(".vp-hit__title")] for one in sections}


def test_before_a_question_says_what_there_is_to_search(visit):
    project("Dansen", "Te laat begonnen")
    page = visit(PAGE)
    assert page.heading == "Zoek in alles"
    assert page.title == "Zoek in alles – Vindplaats"
    assert page.hrefs("main .vp-links a")[:2] == ["/projecten/", "/lessen/"]
    assert found(page) == {}


def test_with_nothing_in_the_registry(visit):
    assert found(visit(PAGE)) == found(visit(PAGE, q="dansen")) == {}


def test_each_kind_has_its_own_section_with_its_number(visit):
    project("Dansen tegen vallen", "Dansen vraagt een zaal", institute__name="De Linde", institute__place="Assen")
    project("Dansen op muziek")
    page = visit(PAGE, q="dansen")
    sections = found(page)
    assert sorted(sections["projecten"]) == ["Dansen op muziek", "Dansen tegen vallen"]
    assert "Dansen vraagt een zaal" in sections["lessen"]
    assert page.all("#projecten") == ["Projecten 2"]
    assert "De Linde, Assen" in page.main
    assert page.title.startswith("dansen: ")
    assert set(page.hrefs(".vp-hits__kinds a")) == {f"#{name}" for name in sections}


def test_shows_the_best_and_leads_to_all(visit):
    for number in range(6):
        project(f"Dansen {number}")
    page = visit(PAGE, q="dansen & zo")
    assert len(found(page)["projecten"]) == 4
    url = page.link("Alle projecten bekijken")
    assert url.startswith("/projecten/?")
    assert query(url) == [("q", "dansen & zo")]


def test_passage_is_marked(visit):
    project("Bewegen", summary="Elke week **dansen** in de zaal.")
    assert visit(PAGE, q="dansen").all(".vp-hit__text mark") == ["dansen"]


def test_markup_of_others_is_text(visit):
    project("<b>Dansen</b>", summary="<script>alert(1)</script> dansen")
    page = visit(PAGE, q="dansen")
    assert not page.soup.select(".vp-hit b, .vp-hit script")


def test_one_kind_comes_in_pages(visit):
    project("Zalen", *[f"Dansen {number}" for number in range(25)])
    first, second = (visit(PAGE, q="dansen", soort="lessen", page=number) for number in (1, 2))
    shown = [title for page in (first, second) for title in found(page)["lessen"]]
    assert len(shown) == len(set(shown)) == 25
    assert "pagina 2 van 2" in second.title
    assert query(first.link("Zoek in alles", within=".vp-hits")) == [("q", "dansen")]


def test_an_unknown_kind_is_everything(visit):
    project("Dansen", "Dansen")
    assert found(visit(PAGE, q="dansen", soort="weg")) == found(visit(PAGE, q="dansen"))


def test_what_was_misspelt_is_told_once(visit):
    project("Palliatieve zorg", "Palliatieve zorg vraagt rust")
    page = visit(PAGE, q="pallatieve")
    assert page.main.count("Gezocht op palliatieve") == 1
    assert query(page.link("Zoek letterlijk op ‘pallatieve’")) == [("letterlijk", "ja"), ("q", "pallatieve")]
    literal = visit(PAGE, q="pallatieve", letterlijk="ja")
    assert "Gezocht op" not in literal.main


def test_nothing_found_leads_on(visit):
    project("Dansen", themes=[factories.ThemeFactory(name="Palliatieve zorg")])
    page = visit(PAGE, q="xqzvwk")
    assert "Niets gevonden voor ‘xqzvwk’" in page.main
    assert page.title == "xqzvwk: Niets gevonden – Vindplaats"
    assert {"/themas/", "/projecten/", "/instellingen/", "/contact-redactie/"} <= set(page.hrefs(".vp-empty a"))


def test_nothing_found_of_one_kind_leads_to_everything(visit):
    project("Dansen")
    page = visit(PAGE, q="dansen", soort="lessen")
    assert "Geen lessen gevonden" in page.main
    assert page.link("Zoek in alles") == "/zoeken/?q=dansen"


def test_nothing_found_offers_the_nearest_names(visit):
    project("Dansen", themes=[factories.ThemeFactory(name="Logeerzorghuizen")])
    page = visit(PAGE, q="logerzorghuizn", letterlijk="ja")
    assert page.link("Logeerzorghuizen") == "/zoeken/?q=Logeerzorghuizen"


@pytest.mark.parametrize("list_page", ["/projecten/", "/lessen/"])
def test_lists_of_one_kind_lead_here(visit, list_page):
    project("Dansen", "Dansen")
    page = visit(list_page, q="dansen & zo")
    (url,) = page.hrefs(".vp-elsewhere a")
    assert query(url) == [("q", "dansen & zo")]
    assert not visit(list_page).soup.select(".vp-elsewhere")


def test_drafts_are_not_there(visit):
    factories.ProjectFactory(title="Dansen geheim", with_lessons=True, indexed=True)
    assert found(visit(PAGE, q="dansen")) == {}


def test_search_engines_do_not_keep_it(visit):
    assert visit(PAGE).soup.select_one("meta[name=robots]")["content"] == "noindex, follow"


def test_in_english_texts_say_they_are_dutch(visit):
    project("Dansen", "Dansen vraagt een zaal")
    page = visit(f"/en{PAGE}", q="dansen")
    assert page.heading == "Search everything"
    assert {one["lang"] for one in page.soup.select(".vp-hit__title")} == {"nl"}


@pytest.mark.parametrize(
    "text",
    ["zorg " * 20_000, "z" * 100_000, "a & | ! ( ) <-> :* \\ 'b", '"open', "de het een", "- - -", "مرحبا", "' OR 1=1"],
)
def test_takes_anything(visit, text):
    project("Dansen", "Dansen")
    visit(PAGE, q=text)
    visit(PAGE, q=text, soort="lessen", page="9" * 30)


def test_refuses_nul(client):
    assert client.get(f"{PAGE}?q=a%00b").status_code == 400


def test_all_other_kinds_are_there_too(visit):
    one = project("Iets anders", institute__name="Danshuis", institute__place="Assen")
    poster = factories.ResourceFactory(project=one, title="Dansposter")
    own = factories.ResourceFactory(project=None, title="Danskaart", owner="Dansbond", year=2024)
    programme = factories.ProgrammeFactory(name="Dansprogramma")
    index("project", [one.pk])
    index("resource", [own.pk])
    index("programme", [programme.pk])
    page = visit(PAGE, q="dans")
    sections = found(page)
    assert sorted(sections.pop("hulpmiddelen")) == ["Danskaart", "Dansposter"]
    assert sections == {"instellingen": ["Danshuis"], "programmas": ["Dansprogramma"]} | {
        name: titles for name, titles in sections.items() if name in ("projecten", "lessen")
    }
    assert page.link("Dansposter") == poster.get_absolute_url()
    assert page.link("Danskaart") == own.get_absolute_url()
    assert page.link("Danshuis") == one.institute.get_absolute_url()
    assert page.link("Dansprogramma") == f"/programmas/{programme.slug}/"
    assert "Dansbond, 2024" in page.main


def test_asks_whether_another_word_was_meant(visit, monkeypatch):
    from projects.search.engine import Answer

    project("Dansen")
    monkeypatch.setattr(Answer, "offered", {"danssen": "dansen"})
    page = visit(PAGE, q="danssen xqzvwk", soort="lessen")
    assert page.link("dansen xqzvwk") == "/zoeken/?q=dansen+xqzvwk"
