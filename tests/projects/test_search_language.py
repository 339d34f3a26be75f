"""Dutch care language, word by word: stems, compounds, synonyms, spelling, quotes and minus."""

import pytest

from projects.search.analysis import analyse, stem
from projects.search.compounds import parts
from projects.search.concepts import understand
from projects.search.engine import Answer, Question
from projects.search.highlight import mark, sought
from projects.search.tuning import current
from tests import factories

pytestmark = pytest.mark.django_db
EMPTY = dict.fromkeys(("problem", "approach", "results"), "")


def project(title, **given):
    return factories.ProjectFactory(
        **{"published": True, "indexed": True, "title": title, "summary": "Iets anders.", **EMPTY, **given}
    )


def found(text, **given):
    titles = {one.pk: one.title for one in factories.ProjectFactory._meta.model.objects.all()}
    return [titles[pk] for pk in Answer("project", Question(text, **given)).ids(0, 50)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("huis", "huizen"),
        ("fiets", "fietsen"),
        ("huisarts", "huisartsen"),
        ("ziekenhuis", "ziekenhuizen"),
        ("client", "clienten"),
        ("verpleegkundige", "verpleegkundigen"),
        ("sensor", "sensoren"),
        ("robot", "robots"),
        ("eenzaam", "eenzame"),
    ],
)
def test_singular_and_plural_are_one(one, other):
    assert stem(one) == stem(other)


@pytest.mark.parametrize(("one", "other"), [("arts", "art"), ("zorg", "zerk"), ("wijk", "wiek"), ("baby", "baan")])
def test_other_words_stay_apart(one, other):
    assert stem(one) != stem(other)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("medicatieveiligheid", ("medicatie", "veiligheid")),
        ("beddencapaciteit", ("bedden", "capaciteit")),
        ("logeerzorg", ("logeer", "zorg")),
        ("patientveiligheid", ("patient", "veiligheid")),
        ("mantelzorgondersteuning", ("mantelzorg", "ondersteuning")),
        ("incontinentiemateriaal", ("incontinentie", "materiaal")),
        ("slaapstoornis", ("slaap", "stoornis")),
        ("beeldbellen", ("beeld", "bellen")),
    ],
)
def test_compounds_are_taken_apart(word, expected):
    assert parts(word) == expected


@pytest.mark.parametrize(
    "word",
    [
        "zorg",
        "palliatieve",
        "revalidatie",
        "eenzaamheid",
        "gemeente",
        "covid19",
        "xqzvwkblorp",
        "",
        "de",
        "behandeling",
    ],
)
def test_what_is_no_compound_stays_whole(word):
    assert parts(word) == ()


def test_a_vector_holds_stems_with_places_and_parts_with_less_weight():
    assert analyse({"A": "De logeerzorg", "C": "Zorg"}).vector == f"{stem('logeerzorg')}:2A logeer:2B zorg:2B,13C"


def test_a_word_to_be_careful_with_is_not_expanded():
    assert ("als",) not in current().synonyms
    assert ("ggz",) in current().synonyms


class TestFinds:
    """The same, as somebody who searches meets it."""

    @pytest.mark.parametrize(
        ("text", "typed"),
        [
            ("Hulp in ziekenhuizen", "ziekenhuis"),
            ("Logeerzorg voor ouderen", "logeer zorg"),
            ("Veilige zorg voor patiënten", "patiëntveiligheid"),
            ("Geestelijke gezondheidszorg dichtbij", "ggz"),
            ("GGZ in de wijk", "geestelijke gezondheidszorg"),
            ("Palliatieve zorg thuis", "pallatieve zorg"),
            ("Revalidatie na een val", "revaldatie"),
        ],
    )
    def test_another_word_for_the_same(self, text, typed):
        project(text)
        project("Rolstoeldansen")
        assert found(typed) == [text]

    def test_a_misspelt_word_is_told_and_can_be_searched_literally(self):
        project("Palliatieve zorg thuis")
        assert Answer("project", Question("pallatieve")).read_as == {"pallatieve": "palliatieve"}
        assert found("pallatieve") == ["Palliatieve zorg thuis"]
        assert found("pallatieve", literal=True) == []

    def test_a_known_word_is_never_read_as_another(self):
        project("Wonen")
        project("Zonen")
        assert found("zonen") == ["Zonen"]

    def test_words_of_drafts_are_never_suggested(self):
        project("Palliatieve zorg", published=False, indexed=False)
        assert Answer("project", Question("pallatieve")).read_as == {}

    def test_a_phrase_in_quotes_stands_together(self):
        project("Zorg in de wijk")
        project("Wijk zonder zorg")
        assert found('"zorg in de wijk"') == ["Zorg in de wijk"]

    def test_a_word_after_a_minus_is_not_there(self):
        project("Dansen met ouderen")
        project("Dansen met kinderen")
        assert found("dansen -kinderen") == ["Dansen met ouderen"]

    def test_a_rare_word_weighs_more_than_a_common_one(self):
        for number in range(5):
            project(f"Zorg {number}")
        project("Iets met robots", summary="Een robot helpt.")
        assert found("zorg robot")[0] == "Iets met robots"

    @pytest.mark.parametrize(
        "typed", ['"', '"open', "-", "--", "-- -", '""', "a" * 10_000, "😀", "中文", "'; DROP TABLE"]
    )
    def test_strange_texts_give_an_answer(self, typed):
        project("Zorg")
        assert isinstance(found(typed), list)


def test_marks_reach_inside_compounds_and_synonyms():
    assert mark("Onze logeerzorg helpt", sought("zorg")) == "Onze <mark>logeerzorg</mark> helpt"
    assert mark("De GGZ helpt", sought("geestelijke gezondheidszorg")) == "De <mark>GGZ</mark> helpt"


def test_concepts_are_bounded():
    assert all(len(one.variants) <= 10 for one in understand("zorg ggz dementie ouderen wijk").concepts)
