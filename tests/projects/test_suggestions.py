"""What a search box offers: kept equal to what is published, found by the beginning of a word, and near misses."""

import pytest

from projects.models import Institute, Lesson, Project, Theme
from projects.search.indexing import index
from projects.search.models import SearchSuggestion
from projects.search.suggestions import rebuild, suggest
from projects.search.suggestions.keeping import starts
from projects.services.projects import archive, publish, refresh
from projects.services.saving import delete, save
from projects.states import Status
from tests import factories

pytestmark = pytest.mark.django_db
ADDRESS = "/zoeken/suggesties"


def offered(typed, language="nl"):
    """Return the words that are offered."""
    return [one.text(language) for one in suggest(typed, language)]


def project(title="Dansen", **given):
    """Make a published project that can be found."""
    return factories.ProjectFactory(published=True, title=title, indexed=True, **given)


def test_name_is_found_by_each_telling_word():
    assert starts("De zorg voor Ouderen") == [
        ("de zorg voor ouderen", True),
        ("zorg voor ouderen", True),
        ("ouderen", False),
    ]


@pytest.mark.parametrize("typed", ["val", "VALPREV", "geria", "afdeling ger", "Válprev", " val ", '"valprev'])
def test_title_is_offered_while_one_types(typed):
    project("Valpreventie op de afdeling geriatrie")
    assert offered(typed) == ["Valpreventie op de afdeling geriatrie"]


@pytest.mark.parametrize("typed", ["", "v", "alpreventie", "xqz", "%", "__", "' OR 1=1", "🏥🏥", "de het een"])
def test_nothing_is_offered_for_what_nothing_begins_with(typed):
    project("Valpreventie op de afdeling geriatrie", institute__name="Zorghuis")
    assert offered(typed) == []


@pytest.mark.parametrize("status", [status for status in Status.values if status != Status.PUBLISHED])
def test_only_published_texts(status):
    theme = factories.ThemeFactory(name="Geheimthema")
    given = {"published_at": factories.projects.A_DAY} if status == Status.ARCHIVED else {}
    factories.ProjectFactory(
        status=status, title="Geheimtitel", institute__name="Geheiminstelling", themes=[theme], indexed=True, **given
    )
    rebuild()
    assert offered("geheim") == []


def test_a_project_brings_to_light_what_it_is_about():
    given = {
        "themes": [factories.ThemeFactory(name="Danskunst", parent=factories.ThemeFactory(name="Danskoepel"))],
        "conditions": [factories.ConditionFactory(name="Dansziekte", synonyms=["danskoorts"])],
        "target_groups": [factories.TargetGroupFactory(name="Dansers")],
        "technologies": [factories.TechnologyFactory(name="dansmat")],
        "applications": [factories.ApplicationFactory(name="Dansapp")],
    }
    one = factories.ProjectFactory(title="Dansproject", institute__name="Danshuis", **given)
    programme = factories.ProgrammeFactory(name="Dansprogramma")
    factories.ProjectProgrammeFactory(project=one, programme=programme, line=None)
    refresh(project=one)
    assert suggest("dans") == []
    one.status = Status.SUBMITTED
    one.save()
    publish(project=one, by=None)
    rows = SearchSuggestion.objects.values_list("kind", "label").distinct()
    assert {kind for kind, label in rows if label.lower().startswith("dans")} == {
        *("theme", "condition", "target_group", "technology", "application", "institute", "programme", "project")
    }
    assert len(suggest("dans")) == 8
    assert "danskoorts" in offered("danskoo")


def test_what_is_withdrawn_is_no_longer_offered():
    one = project("Dansproject", institute__name="Danshuis")
    assert offered("dans") == ["Danshuis", "Dansproject"]
    archive(project=one, by=None)
    assert offered("dans") == []


def test_what_is_deleted_is_no_longer_offered():
    one = project("Dansproject", institute__name="Danshuis", themes=[factories.ThemeFactory(name="Danskunst")])
    Lesson.objects.filter(project=one).delete()
    delete(things=Project.objects.filter(pk=one.pk), by=None)
    assert offered("dans") == ["Danskunst"], "until the next rebuild"
    rebuild()
    assert offered("dans") == []
    delete(things=Theme.objects.all(), by=None)
    assert not SearchSuggestion.objects.exists()


@pytest.mark.parametrize(
    ("make", "changed"),
    [
        (lambda: project("Vroeger"), {"title": "Tegenwoordig"}),
        (lambda: project("X", institute__name="Vroeger").institute, {"name": "Tegenwoordig"}),
        (lambda: _themed("Vroeger"), {"name": "Tegenwoordig"}),
        (lambda: _with_technology("Vroeger"), {"aliases": ["Tegenwoordig"], "name": "Y"}),
    ],
)
def test_a_new_name_is_offered_at_once(make, changed):
    thing = make()
    assert offered("vroeg") == ["Vroeger"]
    for name, value in changed.items():
        setattr(thing, name, value)
    save(thing=thing, by=None)
    assert offered("vroeg") == []
    assert offered("tegen") == ["Tegenwoordig"]


def _themed(name):
    theme = factories.ThemeFactory(name=name)
    project("X", themes=[theme])
    return theme


def _with_technology(name):
    technology = factories.TechnologyFactory(name=name, aliases=[])
    project("X", technologies=[technology])
    return technology


def test_what_did_not_change_is_not_written_again():
    one = project("Dansen", themes=[factories.ThemeFactory()])
    before = set(SearchSuggestion.objects.values_list("pk", flat=True))
    index("project", [one.pk])
    rebuild()
    assert set(SearchSuggestion.objects.values_list("pk", flat=True)) == before


def test_rebuild_counts_and_clears_up():
    theme = _themed("Danskunst")
    for _turn in range(2):
        project("Y", themes=[theme])
    SearchSuggestion.objects.create(
        kind="weg", object_id=1, number=0, tier=0, start="weg", is_first=True, label="Weg", language="nl", slug="weg"
    )
    done = []
    assert rebuild(done.append) == sum(done)
    assert set(SearchSuggestion.objects.filter(kind="theme").values_list("weight", flat=True)) == {3}
    assert not SearchSuggestion.objects.filter(kind="weg").exists()


def test_terms_come_first_the_busiest_before_others_and_titles_last():
    busy, quiet = factories.ThemeFactory(name="Zorg B"), factories.ThemeFactory(name="Zorg A")
    project("Zorgproject", themes=[busy, quiet], institute__name="Zorghuis")
    project("Palliatieve zorg", themes=[busy], institute__name="Ander huis")
    rebuild()
    assert offered("zorg") == ["Zorg B", "Zorg A", "Zorghuis", "Zorgproject", "Palliatieve zorg"]


def test_no_more_than_eight_and_some_of_each():
    themes = [factories.ThemeFactory(name=f"Zorg {number}") for number in range(12)]
    for number in range(12):
        project(f"Zorgproject {number}", themes=themes, institute__name=f"Zorghuis {number}")
    assert [one.kind for one in suggest("zorg")] == ["theme"] * 4 + ["institute"] * 2 + ["project"] * 2


def test_same_word_is_offered_once():
    project(
        "X", themes=[factories.ThemeFactory(name="Dansen")], technologies=[factories.TechnologyFactory(name="dansen")]
    )
    assert offered("dans") == ["Dansen"]


def test_goes_on_after_what_was_typed():
    project("X", target_groups=[factories.TargetGroupFactory(name="Ouderen")])
    assert offered("valpreventie oud") == ["valpreventie ouderen"]


@pytest.mark.parametrize("typed", ["palliatve", "palliatieev", "paliatieve zorg", "eenzamheid"])
def test_nearest_name_when_nothing_begins_so(typed):
    project("X", themes=[factories.ThemeFactory(name="Palliatieve zorg"), factories.ThemeFactory(name="Eenzaamheid")])
    assert len(offered(typed)) == 1


def test_english_names_lead_to_dutch_ones():
    project("X", themes=[factories.ThemeFactory(name="Valpreventie", name_en="Falls prevention")])
    (dutch,) = suggest("falls")
    assert (dutch.text("nl"), dutch.explanation("nl")) == ("Valpreventie", "Falls prevention")
    (english,) = suggest("valpr", "en")
    assert (english.text("en"), english.explanation("en")) == ("Falls prevention", "Valpreventie")


def test_address_answers_words_kinds_and_where_they_lead(client):
    one = project(
        "Dansproject",
        institute__name="Danshuis",
        themes=[factories.ThemeFactory(name="Danskunst", slug="dans")],
        sectors=[factories.SectorFactory(name="Danssector", slug="sector")],
    )
    answer = client.get(ADDRESS, {"q": "dans"})
    assert answer.json() == {
        "suggestions": [
            {"text": "Danskunst", "kind": "Thema", "query": "Danskunst"},
            {"text": "Danssector", "kind": "Sector", "url": "/projecten/?sector=sector"},
            {"text": "Danshuis", "kind": "Instelling", "url": one.institute.get_absolute_url()},
            {"text": "Dansproject", "kind": "Project", "url": one.get_absolute_url()},
        ],
        "message": "4 suggesties. Kies met de pijltjestoetsen.",
    }
    assert client.get(ADDRESS, {"q": "xqz"}).json() == {"suggestions": [], "message": ""}


def test_address_in_english_leads_to_filters_and_tells_what_is_dutch(client):
    one = project(
        "Dansproject", institute=None, themes=[factories.ThemeFactory(name="Danskunst", name_en="Art", slug="dans")]
    )
    assert client.get(f"/en{ADDRESS}", {"q": "dans"}).json()["suggestions"] == [
        {"text": "Art", "also": "Danskunst", "kind": "Theme", "url": "/en/projecten/?thema=dans"},
        {"text": "Dansproject", "lang": "nl", "kind": "Project", "url": f"/en/projecten/{one.slug}/"},
    ]


def test_address_may_be_kept_for_a_minute_and_sets_no_cookie(client):
    answer = client.get(ADDRESS, {"q": "dans"})
    assert answer["Cache-Control"] == "public, max-age=60"
    assert not answer.cookies


@pytest.mark.parametrize(
    "typed", ["zorg " * 20_000, "z" * 100_000, "a & | ! ( ) <-> :* 'b", "'" * 500, "\ufffe\ud83c", "de en het", "１２"]
)
def test_address_takes_anything(client, typed):
    project("Dansen")
    assert client.get(ADDRESS, {"q": typed.encode("utf-8", "surrogatepass")}).status_code == 200


def test_address_refuses_nul_and_writing(client):
    assert client.get(f"{ADDRESS}?q=a%00b").status_code == 400
    assert client.post(ADDRESS).status_code == 405


@pytest.mark.parametrize(
    ("typed", "questions"), [("dans", 2), ("dansproject", 1), ("xqzvwk", 2), ("d", 0), ("xq zv", 3)]
)
def test_questions_to_the_database(django_assert_num_queries, client, typed, questions):
    for number in range(12):
        project(f"Dansproject {number}", institute__name=f"Danshuis {number}")
    with django_assert_num_queries(questions):
        client.get(ADDRESS, {"q": typed})


def test_a_change_asks_a_fixed_number_of_questions(django_assert_max_num_queries):
    from projects.search.suggestions import renew

    themes = factories.ThemeFactory.create_batch(3)
    projects = [project(f"Dans {number}", themes=themes) for number in range(5)]
    Institute.objects.update(website="")
    with django_assert_max_num_queries(4):
        renew("project", [one.pk for one in projects])
