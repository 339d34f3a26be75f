"""What editors tune is in force at once, in every process, and gone again when it is rolled back."""

import threading

import pytest
from django.db import IntegrityError, connection, connections, transaction
from django.test.utils import CaptureQueriesContext

from projects.search import generation, synonyms, tuning
from projects.search.analysis import FILLER, STOP_WORDS
from projects.search.concepts import understand
from projects.search.engine import Answer, Question
from projects.search.models import Boost, StopWord, Synonym, SynonymGroup
from projects.services.reference import load_reference
from tests import factories
from vindplaats.audit import acting
from vindplaats.remembering import remembering

pytestmark = pytest.mark.django_db
EMPTY = dict.fromkeys(("problem", "approach", "results"), "")


def project(title, **given):
    given = {"published": True, "indexed": True, "title": title, "summary": "Iets anders.", **EMPTY, **given}
    return factories.ProjectFactory(**given)


def found(text, kind="project"):
    return Answer(kind, Question(text)).ids(0, 20)


def group(*terms):
    return factories.SynonymGroupFactory(terms=terms)


class TestSource:
    """Where the words come from."""

    def test_what_ships_holds_before_it_is_loaded(self):
        now = tuning.current()
        assert (now.number, now.stop, now.filler) == (0, STOP_WORDS, FILLER)
        assert now.synonyms[("ggz",)][("geestelijke", "gezondheidszorg")] == "equal"
        assert now.synonyms[("ggz",)][("psychiatrie",)] == "related"

    def test_loaded_it_is_the_same(self):
        before = tuning.current()
        load_reference()
        after = tuning.current()
        assert after.number > 0
        assert after.synonyms == before.synonyms
        assert (after.stop, after.filler | STOP_WORDS) == (before.stop, before.filler | STOP_WORDS)

    def test_the_table_is_the_only_source_from_then_on(self):
        group("ouderenzorg", "seniorenzorg")
        assert tuning.current().synonyms == {
            ("ouderenzorg",): {("seniorenzorg",): "equal"},
            ("seniorenzorg",): {("ouderenzorg",): "equal"},
        }

    def test_an_emptied_table_is_as_one_that_was_never_filled(self):
        group("een", "twee")
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("TRUNCATE search_synonymgroup, search_synonym CASCADE")
        assert tuning.current().number == 0

    def test_loading_again_keeps_what_editors_did(self):
        load_reference()
        ggz = SynonymGroup.objects.get(code="syn-001")
        with acting(user=factories.UserFactory()):
            ggz.synonyms.filter(term="GGZ").update(is_active=False)
            ggz.synonyms.filter(term="psychiatrie").delete()
            SynonymGroup.objects.get(code="syn-002").delete()
            StopWord.objects.filter(word="project").delete()
        own = factories.SynonymFactory(group=ggz, term="geestzorg")
        loaded = load_reference()
        assert not any(table.touched for table in loaded.values())
        terms = dict(ggz.synonyms.values_list("term", "is_active"))
        assert terms["GGZ"] is False
        assert "psychiatrie" not in terms
        assert Synonym.objects.get(pk=own.pk).origin == "own"
        assert not SynonymGroup.objects.filter(code="syn-002").exists()
        assert "project" not in tuning.current().filler

    def test_words_that_are_loaded_do_not_rebuild_the_index(self, monkeypatch):
        load_reference()
        project("Dansen")
        Synonym.objects.all()._raw_delete("default")
        Synonym.pgh_event_model.objects.all().delete()
        monkeypatch.setattr("projects.services.reference.rebuild", lambda progress: pytest.fail("rebuilt"))
        assert load_reference()["synonyms"].touched


class TestSynonyms:
    """What leads to what."""

    def test_finds_at_once_and_no_more_when_it_is_gone(self):
        one = project("Kamerzorg")
        words = group("nestzorg", "kamerzorg")
        assert found("nestzorg") == [one.pk]
        words.delete()
        assert found("nestzorg") == []

    def test_phrases(self):
        one = project("Zorg op afstand voor ouderen")
        group("wegzorg", "zorg op afstand")
        assert found("wegzorg") == [one.pk]

    def test_a_related_word_counts_for_less(self):
        words = group("valpreventie")
        factories.SynonymFactory(group=words, term="evenwicht", strength="related")
        assert tuning.current().synonyms[("valpreventie",)] == {("evenwicht",): "related"}

    def test_a_careful_word_is_found_but_leads_nowhere(self):
        words = group("amyotrofie")
        factories.SynonymFactory(group=words, term="ALS", careful=True)
        assert tuning.current().synonyms == {("amyotrofie",): {("als",): "equal"}}

    @pytest.mark.parametrize("off", ["word", "group"])
    def test_what_is_switched_off(self, off):
        words = group("nestzorg", "kamerzorg")
        thing = words if off == "group" else words.synonyms.first()
        type(thing).objects.filter(pk=thing.pk).update(is_active=False)
        assert not tuning.current().synonyms

    def test_a_word_stands_in_a_group_once(self):
        words = group("GGZ")
        with pytest.raises(IntegrityError):
            factories.SynonymFactory(group=words, term="ggz")

    def test_own_words_come_before_what_ships(self):
        words = group("kamerzorg")
        factories.SynonymFactory(group=words, term="zorgkamer", origin="shipped")
        group("kamerzorg", "nestzorg")
        assert list(tuning.current().synonyms[("kamerzorg",)]) == [("nestzorg",), ("zorgkamer",)]

    def test_signs_only_are_no_word(self):
        group("kamerzorg", "???")
        assert tuning.current().synonyms == {}

    def test_a_long_synonym_still_leads_to_the_words_it_is_short_for(self):
        rows = [synonyms.Row(1, "wkkgz", "equal", False), synonyms.Row(1, "a b c d e f g", "equal", False)]
        assert synonyms.expand(rows)[("wkkgz",)] == {tuple("abcdefg"): "equal"}


class TestStopWords:
    """What is left out of a question, and what counts for little."""

    def test_is_left_out(self):
        one = project("Dansen")
        assert found("dansen slagwoord") == [one.pk]
        factories.StopWordFactory(word="Slagwoord")
        assert [concept.word for concept in understand("dansen slagwoord").concepts] == ["dansen"]

    def test_is_still_sought_when_there_is_nothing_else(self):
        one = project("Slagwoord")
        factories.StopWordFactory(word="slagwoord")
        assert found("slagwoord") == [one.pk]

    def test_filler_counts_for_less(self):
        factories.StopWordFactory(word="traject", kind="filler")
        assert [concept.weight for concept in understand("dansen traject").concepts] == [1.0, 0.3]

    def test_switched_off(self):
        factories.StopWordFactory(word="traject", is_active=False)
        assert "traject" not in tuning.current().stop

    def test_what_is_never_indexed_is_always_left_out(self):
        factories.StopWordFactory(word="van", kind="filler")
        assert "van" in tuning.current().stop


class TestAtOnce:
    """A change is seen by whoever sees it committed, and costs nothing when there is none."""

    def test_rolled_back_it_never_was(self):
        group("een", "twee")
        before = tuning.current()
        with transaction.atomic():
            group("drie", "vier")
            assert ("drie",) in tuning.current().synonyms
            transaction.set_rollback(True)
        assert tuning.current() == before
        group("vijf", "zes")
        assert tuning.current().synonyms.keys() == {("een",), ("twee",), ("vijf",), ("zes",)}

    @pytest.mark.parametrize("model", [SynonymGroup, Synonym, StopWord, Boost])
    def test_bulk_changes_count(self, model):
        thing = {factory._meta.model: factory for factory in vars(factories).values() if hasattr(factory, "_meta")}[
            model
        ]()
        number = tuning.current().number
        model.objects.filter(pk=thing.pk).update(is_active=False)
        assert tuning.current().number > number

    def test_unchanged_it_is_read_from_memory(self):
        group("een", "twee")
        first = tuning.current()
        with CaptureQueriesContext(connection) as queries:
            assert tuning.current() is first
        assert len(queries) == 1

    def test_a_request_asks_once(self, rf):
        def ask(request):
            return [tuning.current(), generation.current(), tuning.current()]

        with CaptureQueriesContext(connection) as queries:
            remembering(ask)(rf.get("/"))
        assert len(queries) == 1

    def test_a_request_that_changes_something_looks_again(self, rf):
        def change(request):
            before = tuning.current().number
            group("een", "twee")
            generation.look_again()
            return tuning.current().number - before

        assert remembering(change)(rf.get("/")) > 0

    @pytest.mark.django_db(transaction=True)
    def test_another_process_sees_it_when_it_is_committed(self):
        seen = []

        def look():
            seen.append(("een",) in tuning.current().synonyms)
            connections.close_all()

        def elsewhere():
            thread = threading.Thread(target=look)
            thread.start()
            thread.join()

        with transaction.atomic():
            group("een", "twee")
            elsewhere()
        elsewhere()
        assert seen == [False, True]


def test_every_table_of_editors_is_audited():
    for model in (SynonymGroup, Synonym, StopWord, Boost):
        assert model.pgh_event_model
