"""What a search finds, in which order, and what it shows of it."""

import datetime

import pytest

from projects.search.analysis import words
from projects.search.concepts import MOST_WORDS, understand
from projects.search.coverage import RegionLookup, RegionMap
from projects.search.engine import Answer, Question
from projects.search.highlight import mark, passage, sought
from projects.search.indexing import forget, index, rebuild
from projects.search.models import SearchDocument, SearchEdition
from projects.states import Status
from tests import factories

pytestmark = pytest.mark.django_db
EMPTY = dict.fromkeys(("problem", "approach", "results"), "")


def project(title, summary="Iets anders.", **given):
    return factories.ProjectFactory(published=True, indexed=True, title=title, summary=summary, **{**EMPTY, **given})


def found(text, sort="", **choices):
    """Return the titles that answer, in order."""
    made = {one.pk: one.title for one in factories.ProjectFactory._meta.model.objects.all()}
    return [made[pk] for pk in Answer("project", Question(text, choices, sort)).ids(0, 50)]


class TestFinds:
    """What answers a text."""

    @pytest.mark.parametrize(
        ("text", "typed"),
        [
            ("Beeldbellen in de wijk", "beeldbellen"),
            ("Beeldbellen in de wijk", "BEELDBELLEN"),
            ("Beeldbellen in de wijk", "beeld"),
            ("Eén aanspreekpunt", "een aanspreekpunt"),
            ("Coördinatie van zorg", "coordinatie"),
            ("Coordinatie van zorg", "coördinatie"),
            ("Medicatieveiligheid", "medicatieveiligheid?"),
            ("Patiënten vertellen", "patiënt"),
            ("Gesprekken met naasten", "gesprek"),
            ("Zorg in Súdwest-Fryslân", "sudwest-fryslan"),
            ("Covid-19 thuis", "covid-19"),
            ("Thuismeten bij hartfalen", "wat werkt bij thuismeten van hartfalen?"),
        ],
    )
    def test_words_in_another_form(self, text, typed):
        project(text)
        project("Heel iets anders")
        assert found(typed) == [text]

    @pytest.mark.parametrize("field", ["title", "summary", "problem", "approach", "results", "kept_explanation"])
    def test_each_text_of_a_project(self, field):
        one = project(**{"title": "Een", field: "Met een rollator"})
        assert found("rollator") == [one.title]

    def test_what_is_linked_to_a_project(self):
        one = factories.ProjectFactory(
            published=True,
            title="Een",
            institute__name="Zorggroep Kastanje",
            institute__place="Kastanjedorp",
            themes=[factories.ThemeFactory(name="Valpreventie", name_en="Fall prevention")],
            sectors=[factories.SectorFactory(name="Wijkverpleging")],
            conditions=[factories.ConditionFactory(name="Osteoporose", synonyms=["botontkalking"])],
            technologies=[factories.TechnologyFactory(name="bewegingssensor")],
            applications=[factories.ApplicationFactory(name="Valwijzer")],
            gemeenten=[factories.GemeenteFactory(name="Lindedorp")],
        )
        factories.LessonFactory(project=one, title="Schoenen", advice="Begin met schoeisel.")
        factories.ProjectPartnerFactory(project=one, name="Fysiotherapie Beuk")
        factories.ProjectProgrammeFactory(project=one, programme__name="Programma Esdoorn")
        index("project", [one.pk])
        telling = (
            "kastanje kastanjedorp valpreventie prevention wijkverpleging osteoporose botontkalking bewegingssensor"
        )
        for word in f"{telling} valwijzer lindedorp schoeisel fysiotherapie esdoorn".split():
            assert found(word) == ["Een"], word

    def test_nothing_for_nonsense(self):
        project("Beeldbellen")
        assert found("xqzvwk blorp") == []

    def test_nothing_when_most_words_are_absent(self):
        project("Dansen in de zaal")
        assert found("dansen astronaut maanlanding raketbrandstof") == []

    @pytest.mark.parametrize("typed", ["", "   ", "\t\n"])
    def test_everything_for_nothing_typed(self, typed):
        project("Beeldbellen")
        assert found(typed) == ["Beeldbellen"]

    @pytest.mark.parametrize("typed", ["!!!", "-", "?", "'", "&|!()<->:*", "\\", "%"])
    def test_nothing_for_signs_alone(self, typed):
        project("Beeldbellen")
        assert found(typed) == []

    @pytest.mark.parametrize(
        "typed", ["beeldbellen & !wijk", "beeldbellen:*", "'beeldbellen", "beeldbellen <-> zorg", "(beeldbellen"]
    )
    def test_signs_of_a_query_language_mean_nothing(self, typed):
        project("Beeldbellen")
        assert found(typed) == ["Beeldbellen"]

    def test_lessons_by_their_own_texts(self):
        lesson = factories.LessonFactory(title="Te laat", situation="", advice="Vraag de apotheker.")
        factories.LessonFactory(project=lesson.project, title="Anders", situation="", advice="Niets.")
        index("project", [lesson.project.pk])
        assert Answer("lesson", Question("apotheker")).ids(0, 10) == [lesson.pk]


class TestOrders:
    """What comes first."""

    def test_title_before_summary_before_body(self):
        project("Body", approach="Wij dansen.")
        project("Samenvatting", summary="Wij dansen.")
        project("Dansen")
        assert found("dansen") == ["Dansen", "Samenvatting", "Body"]

    def test_all_words_before_some(self):
        project("Dansen voor ouderen")
        project("Dansen voor ouderen met hartfalen")
        assert found("dansen hartfalen")[0] == "Dansen voor ouderen met hartfalen"

    def test_newest_first_and_recently_confirmed_first(self):
        for number, confirmed in ((1, None), (2, datetime.date(2026, 1, 1)), (3, None), (4, datetime.date(2026, 2, 1))):
            published = datetime.datetime(2025, 1, number, tzinfo=datetime.UTC)
            project(f"P{number}", published_at=published, confirmed_on=confirmed)
        assert found("") == ["P4", "P3", "P2", "P1"]
        assert found("", sort="newest") == ["P4", "P3", "P2", "P1"]
        assert found("", sort="confirmed") == ["P4", "P2", "P3", "P1"]

    @pytest.mark.parametrize("sort", ["relevance", "bestaat-niet", "-published_at", "title"])
    def test_an_order_that_is_not_there_is_the_usual_one(self, sort):
        project("Oud", published_at=datetime.datetime(2024, 1, 1, tzinfo=datetime.UTC))
        project("Nieuw")
        assert found("", sort=sort) == ["Nieuw", "Oud"]


class TestFollows:
    """Documents follow the registry."""

    @pytest.mark.parametrize("status", [status for status in Status.values if status != Status.PUBLISHED])
    def test_only_what_is_published_has_a_document(self, status):
        made = factories.ProjectFactory(**{} if status == Status.DRAFT else {status: True}, with_lessons=True)
        index("project", [made.pk])
        assert not SearchDocument.objects.exists()

    def test_what_is_no_longer_published_loses_it_with_its_lessons(self):
        made = factories.ProjectFactory(published=True, with_lessons=True, indexed=True)
        assert SearchDocument.objects.exclude(kind="institute").count() == 4
        type(made).objects.filter(pk=made.pk).update(status=Status.ARCHIVED)
        index("project", [made.pk])
        assert not SearchDocument.objects.exists()

    def test_indexing_twice_is_the_same(self):
        made = factories.ProjectFactory(published=True, with_lessons=True, indexed=True)
        before = list(SearchDocument.objects.order_by("kind", "object_id").values())
        index("project", [made.pk])
        assert list(SearchDocument.objects.order_by("kind", "object_id").values()) == before

    def test_rebuilding_makes_what_is_missing_and_removes_what_is_left_over(self):
        made = factories.ProjectFactory(published=True, with_lessons=True)
        gone = factories.ProjectFactory(published=True, indexed=True)
        type(gone).objects.filter(pk=gone.pk).update(status=Status.ARCHIVED)
        done = []
        assert rebuild(done.append) == sum(done) == 1
        serving = SearchDocument.objects.filter(edition=SearchEdition.objects.get(state="active").pk)
        documents = set(serving.exclude(kind="institute").values_list("kind", "object_id"))
        assert documents == {("project", made.pk), *(("lesson", lesson.pk) for lesson in made.lessons.all())}

    def test_what_is_forgotten_is_not_found(self):
        made = project("Beeldbellen")
        forget("project", [made.pk])
        assert found("beeldbellen") == []

    def test_a_text_of_a_megabyte_can_be_indexed(self):
        made = project("Lang", approach=" ".join(f"woord{number}" for number in range(120_000)))
        assert found("woord7") == [made.title]


class TestHighlight:
    """The passage that is shown, with the words marked."""

    @pytest.mark.parametrize(
        ("text", "typed", "expected"),
        [
            ("Wij dansen graag", "dansen", "Wij <mark>dansen</mark> graag"),
            ("Wij Dánsen graag", "dansen", "Wij <mark>Dánsen</mark> graag"),
            ("Medicijnen en medicijn", "medicijnen", "<mark>Medicijnen</mark> en <mark>medicijn</mark>"),
            ("Niets hier", "dansen", "Niets hier"),
            ("<b>dansen</b> & meer", "dansen", "&lt;b&gt;<mark>dansen</mark>&lt;/b&gt; &amp; meer"),
            ("a < b", "", "a &lt; b"),
        ],
    )
    def test_marks_the_words_and_escapes_the_rest(self, text, typed, expected):
        assert mark(text, sought(typed)) == expected

    def test_passage_is_the_stretch_with_most_words(self):
        before, after = "voor " * 60, " na" * 60
        shown = passage([f"dansen {before}", f"{before}dansen met ouderen{after}"], sought("dansen ouderen"))
        assert "<mark>dansen</mark> met <mark>ouderen</mark>" in shown
        assert shown.startswith("… ")
        assert shown.endswith(" …")

    def test_passage_drops_the_signs_of_markdown(self):
        assert (
            passage(["**Dansen** met [ouderen](https://zorg.example)"], sought("dansen"))
            == "<mark>Dansen</mark> met ouderen"
        )

    @pytest.mark.parametrize("typed", ["", "   ", "<script>", "de het een"])
    def test_no_passage_without_a_word_to_find(self, typed):
        assert passage(["Wij dansen graag."], sought(typed)) == ""

    @pytest.mark.parametrize("evil", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "{{ 7|add:7 }}"])
    def test_nothing_that_was_typed_or_written_becomes_html(self, evil):
        shown = passage([f"{evil} dansen {evil}"], sought(f"dansen {evil}"))
        rest = shown.replace("<mark>", "").replace("</mark>", "")
        assert "dansen" in rest
        assert not set("<>\"'") & set(rest)


class TestAnalysis:
    """From a text to words."""

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("Beeldbellen, in de Wijk!", ["beeldbellen", "in", "de", "wijk"]),
            ("covid-19 o.a. 's-Gravenhage", ["covid", "19", "o", "a", "s", "gravenhage"]),
            ("Café Zoë", ["cafe", "zoe"]),
            ("a_b", ["a", "b"]),
            ("\x00\x08 😀 ‮", []),
        ],
    )
    def test_words(self, text, expected):
        assert words(text) == expected

    def test_words_of_a_question_come_once_and_without_stop_words(self):
        assert [concept.word for concept in understand("Hoe kan ik dansen met dansen?").concepts] == ["dansen"]

    def test_a_long_text_is_cut(self):
        assert len(understand(" ".join(f"w{n}" for n in range(1000))).concepts) == MOST_WORDS


@pytest.mark.django_db
def test_a_few_objects_get_the_regions_that_many_get():
    gemeente = factories.GemeenteFactory()
    covered = factories.RegionFactory(gemeenten=[gemeente, factories.GemeenteFactory()])
    beside = factories.RegionFactory(gemeenten=[gemeente])
    ended = factories.RegionFactory(
        gemeenten=[gemeente], scheme__valid_from=datetime.date(2019, 1, 1), scheme__valid_to=datetime.date(2020, 1, 1)
    )
    for given in (
        {"gemeenten": [gemeente.pk], "regions": [], "national": False},
        {"gemeenten": [], "regions": [covered], "national": True},
        {"gemeenten": [], "regions": [ended], "national": False},
        {"gemeenten": [], "regions": [], "national": False},
    ):
        assert RegionLookup().slugs(**given) == RegionMap().slugs(**given), given
    assert beside.slug in RegionLookup().slugs(gemeenten=[], regions=[covered], national=False)
