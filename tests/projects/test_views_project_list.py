"""The finder of projects as a page: its words, results, facets, chips and pages."""

import pytest

from projects.search import vocabulary
from projects.states import Phase
from tests import factories
from tests.pages import query

pytestmark = pytest.mark.django_db
LIST = "/projecten/"


def project(**given):
    return factories.ProjectFactory(published=True, indexed=True, **given)


def test_with_nothing_in_it_says_so(visit):
    page = visit(LIST)
    assert page.heading == "Zorgprojecten zoeken"
    assert page.title == "Geen projecten gevonden – Vindplaats"
    assert page.results == []
    assert page.soup.select_one("[role=status]").get_text(strip=True) == "Geen projecten gevonden"


def test_one(visit):
    one = project(title="Beeldbellen in de wijk", institute__name="Zorggroep De Linde", institute__place="Lindedorp")
    page = visit(LIST)
    assert page.results == ["Beeldbellen in de wijk"]
    assert page.title == "1 project gevonden – Vindplaats"
    assert page.link("Beeldbellen in de wijk") == f"/projecten/{one.slug}/"
    assert "Zorggroep De Linde, Lindedorp" in page.main
    assert "Nog niet bevestigd" in page.main
    assert not page.soup.select(".vp-pages")


def test_card_tells_what_helps_to_choose(visit):
    theme = factories.ThemeFactory(name="Valpreventie")
    project(themes=[theme], phase=Phase.STOPPED, phase_source_year=2024, with_lessons=True, confirmed=True)
    card = visit(LIST).soup.select_one(".vp-result").get_text(" ", strip=True)
    for expected in ("Valpreventie", "Gestopt", "volgens de bron, 2024", "3 lessen", "Bevestigd op"):
        assert expected in card


def test_many_come_in_pages_newest_first(visit):
    made = [one.title for one in factories.ProjectFactory.create_batch(45, published=True, indexed=True)][::-1]
    first, second, third = visit(LIST), visit(LIST, page=2), visit(LIST, page=3)
    assert [*first.results, *second.results, *third.results] == made
    assert first.title == "45 projecten gevonden – Vindplaats"
    assert second.title == "45 projecten gevonden – pagina 2 van 3 – Vindplaats"
    assert second.soup.select_one("ol.vp-list")["start"] == "21"
    assert "21 tot en met 40 van 45" in second.main
    assert [words for words in second.all("[aria-current=page]") if words.startswith("Pagina")] == ["Pagina 2"]


def test_a_page_that_is_not_there_gives_one_that_is(visit):
    factories.ProjectFactory.create_batch(41, published=True, indexed=True)
    for asked, shown in ((4, 3), (999, 3), (0, 1), (-1, 1), ("x", 1), ("", 1), ("1e400", 1)):
        page = visit(LIST, page=asked)
        assert f"pagina {shown} van 3" in page.title or (shown == 1 and "pagina" not in page.title), asked
        assert page.results, asked


def test_page_size_may_be_chosen_and_stays(visit):
    factories.ProjectFactory.create_batch(51, published=True, indexed=True)
    page = visit(LIST, pageSize=50, sort="confirmed")
    assert len(page.results) == 50
    assert query(page.hrefs("a[rel=next]")[0]) == [("page", "2"), ("pageSize", "50"), ("sort", "confirmed")]
    assert page.soup.select_one("select[name=pageSize] option[selected]")["value"] == "50"


def test_page_size_that_is_not_offered_is_the_usual_one(visit):
    factories.ProjectFactory.create_batch(21, published=True, indexed=True)
    for size in ("21", "0", "-50", "1000000", "x", "١٠٠"):
        assert len(visit(LIST, pageSize=size).results) == 20, size


def test_search_finds_shows_the_passage_and_keeps_what_was_typed(visit):
    project(title="Dansen tegen vallen", approach="Ouderen leren evenwicht houden door te **dansen** in de zaal.")
    project(title="Slimme pleister")
    page = visit(LIST, q="dansen")
    assert page.results == ["Dansen tegen vallen"]
    assert page.soup.select_one("input[name=q]")["value"] == "dansen"
    assert page.title == "dansen: 1 project gevonden – Vindplaats"
    assert "dansen" in [mark.lower() for mark in page.all("mark")]
    assert page.soup.select_one("meta[name=robots]")["content"] == "noindex, follow"


def test_nothing_found_says_so_and_keeps_facets_and_words(visit):
    theme = factories.ThemeFactory()
    project(themes=[theme])
    page = visit(LIST, q="xqzvwk")
    assert "Er is geen project dat hierbij past" in page.main
    assert page.title == "xqzvwk: Geen projecten gevonden – Vindplaats"
    assert page.soup.select_one("input[name=q]")["value"] == "xqzvwk"
    assert page.soup.select_one("details.vp-filters")


@pytest.mark.parametrize("typed", ["!!!", "-", "😀", "‮"])
def test_signs_alone_find_nothing(visit, typed):
    project()
    page = visit(LIST, q=typed)
    assert page.results == []
    assert page.soup.select_one("input[name=q]")["value"] == typed


def test_nothing_found_tells_which_filter_to_drop(visit):
    theme, other = factories.ThemeFactory(name="Beeldzorg"), factories.ThemeFactory(name="Wondzorg")
    project(themes=[theme], phase=Phase.PILOT)
    project(themes=[other], phase=Phase.IDEA)
    page = visit(LIST, thema=theme.slug, fase="idea")
    assert "Zonder een van de filters vindt u wel iets:" in page.main
    first = ".vp-empty ul:first-of-type li a"
    suggestions = dict(zip(page.all(first), page.hrefs(first), strict=True))
    assert query(suggestions["Thema"]) == [("fase", "idea")]
    assert query(suggestions["Fase"]) == [("thema", theme.slug)]
    for href in suggestions.values():
        assert visit(href).results


def test_nothing_found_tells_of_other_ways(visit):
    project(title="Beeldbellen in de wijk")
    page = visit(LIST, q="beeldbellen astronaut maanlanding raketbrandstof")
    assert "Met minder woorden vindt u wel iets:" in page.main
    assert visit(page.hrefs(".vp-empty ul:first-of-type li a")[0]).results
    assert [href.split("?")[0] for href in page.hrefs(".vp-empty ul:last-of-type li a")] == [
        "/mijn/zoekopdrachten/volgen/",
        "/vragen/stellen/",
        "/vergelijkbaar/",
        "/contact-redactie/",
        "/projecten/feed.atom",
    ]


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("beeldbellen", "‘beeldbellen’ staat erin"),
        ("beeldbelen", "‘beeldbellen’ staat erin; zo lazen wij ‘beeldbelen’"),
        ("wijkzorg", "De delen van ‘wijkzorg’ staan er los in (wijk + zorg)"),
        ("ggz", "‘geestelijke gezondheidszorg’ staat erin, een ander woord voor ‘ggz’"),
        ("beeldbellen rolstoel", "Niet gevonden: rolstoel"),
    ],
)
def test_each_result_says_why_it_is_there(visit, typed, told):
    project(title="Beeldbellen in de wijk", summary="Voor geestelijke gezondheidszorg.")
    assert told in visit(LIST, q=typed).all(".vp-because")[0]


def test_another_spelling_is_offered_when_it_is_not_near_enough(visit, monkeypatch):
    monkeypatch.setattr(vocabulary, "CERTAIN", 0.9)
    project(title="Eenzaamheid aan zee")
    page = visit(LIST, q="eenzamheit")
    assert "Bedoelde u" in page.main
    assert "eenzaamheid" in page.main


def test_each_choice_is_a_chip_that_takes_only_itself_away(visit):
    one, two = factories.ThemeFactory(name="Beeldzorg"), factories.ThemeFactory(name="Valpreventie")
    project(title="Met filters", themes=[one, two], phase=Phase.PILOT)
    asked = {"thema": [one.slug, two.slug], "fase": "pilot", "q": "filters", "sort": "newest", "page": "1"}
    chips = visit(LIST, **asked).chips
    kept = [("q", "filters"), ("sort", "newest")]
    assert {label: query(href) for label, href in chips.items()} == {
        "Beeldzorg": sorted([*kept, ("fase", "pilot"), ("thema", two.slug)]),
        "Valpreventie": sorted([*kept, ("fase", "pilot"), ("thema", one.slug)]),
        "Pilot": sorted([*kept, ("thema", one.slug), ("thema", two.slug)]),
    }


def test_clearing_takes_all_filters_away_and_keeps_the_words(visit):
    theme = factories.ThemeFactory()
    project(title="Dansen", themes=[theme])
    page = visit(LIST, thema=theme.slug, fase="pilot", lessen="ja", q="dansen", sort="newest")
    assert query(page.link("Alle filters wissen", within=".vp-chips")) == [("q", "dansen"), ("sort", "newest")]


def test_no_chips_without_choices(visit):
    project()
    page = visit(LIST, q="", sort="newest")
    assert page.chips == {}
    assert "Alle filters wissen" not in page.main


def test_where_nothing_is_found_no_way_leads_to_the_same_page(visit):
    project()
    page = visit(LIST, q="xqzwvblorp")
    assert "Alle filters wissen" not in page.main
    # One that is not there any more can be taken away too.
    assert query(visit(LIST, q="xqzwvblorp", thema="bestaat-niet").link("Alle filters wissen")) == [("q", "xqzwvblorp")]


def test_how_many_are_chosen_stands_at_each_facet(visit):
    one, two = factories.ThemeFactory(), factories.ThemeFactory()
    project(themes=[one, two], phase=Phase.PILOT)
    page = visit(LIST, thema=[one.slug, two.slug], fase="pilot")
    assert page.all("#gekozen-thema") == ["2 gekozen"]
    assert page.all("#gekozen-fase") == ["1 gekozen"]
    assert page.all("#gekozen") == ["3 gekozen"]
    assert page.ticked("thema") == [one.slug, two.slug]


def test_relevance_is_offered_only_with_words(visit):
    project(title="Dansen")

    def offered(page):
        return [option["value"] for option in page.soup.select("select[name=sort] option")]

    assert offered(visit(LIST)) == ["newest", "confirmed"]
    assert offered(visit(LIST, q="dansen")) == ["relevance", "newest", "confirmed"]
    assert visit(LIST, q="dansen").soup.select_one("select[name=sort] option[selected]")["value"] == "relevance"


def test_too_long_words_and_a_long_title_are_there_whole(visit):
    word = "Hottentottententententoonstellingsbouwvakkersvereniging"
    title = f"{word} {'lang ' * 20}einde"
    project(title=title, institute__name=f"Stichting {word * 3}")
    page = visit(LIST)
    assert page.results == [title]
    assert f"Stichting {word * 3}" in page.main


def test_texts_of_people_are_escaped(visit):
    project(title="<script>alert(1)</script>", summary="<img src=x onerror=alert(1)> {{ 7|add:7 }}")
    page = visit(LIST, q="<script>alert(1)</script> script")
    assert page.results == ["<script>alert(1)</script>"]
    assert not page.soup.main.find("script")
    assert not page.soup.main.select("img[onerror]")
    assert "{{ 7 add:7 }}" in page.main


def test_a_title_in_another_language_says_so(visit):
    project(title="Robotic pets", language="en")
    assert visit(LIST).soup.select_one(".vp-result__title a")["lang"] == "en"
    assert not visit(f"/en{LIST}").soup.select_one(".vp-result__title a").has_attr("lang")


def test_is_there_in_english(visit):
    theme = factories.ThemeFactory()
    project(themes=[theme])
    page = visit(f"/en{LIST}", thema=theme.slug)
    assert page.soup.html["lang"] == "en"
    assert page.labels("thema") == {theme.slug: theme.name_en}
    assert list(page.chips) == [theme.name_en]
    assert page.labels("fase")["pilot"] == "Pilot"
    assert all(href.startswith("/en/") for href in page.hrefs(".vp-result__title a"))


def test_other_language_is_the_same_question(visit):
    theme = factories.ThemeFactory()
    project(themes=[theme])
    address = visit(LIST, thema=theme.slug, q="a b").link("English", within="header")
    assert address.startswith("/en/projecten/?")
    assert query(address) == [("q", "a b"), ("thema", theme.slug)]
