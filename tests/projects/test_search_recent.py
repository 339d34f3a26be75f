"""What a process keeps of the index: it saves questions to the database, and never changes an answer."""

import threading

import pytest
from django.db import connection, connections, transaction
from django.test.utils import CaptureQueriesContext

from projects.models import Project
from projects.search import indexing, lists, vocabulary, writing
from projects.search.engine import Answer, Question
from projects.search.indexing import forget, index, rebuild
from projects.search.pending import Pending
from projects.search.recent import recent
from projects.search.shelf import shelf
from projects.states import Status
from tests import factories
from vindplaats.remembering import remembering

pytestmark = pytest.mark.django_db
EMPTY = dict.fromkeys(("problem", "approach", "results"), "")


@pytest.fixture(autouse=True)
def _begin_empty():
    recent.clear()


def project(title="Wandelen", summary="Iets anders.", **given):
    return factories.ProjectFactory(published=True, indexed=True, title=title, summary=summary, **{**EMPTY, **given})


def ask(text="rollator"):
    """Return the ids and scores of the answers, as one request finds them."""
    return remembering(lambda _request: [(one.object_id, one.score) for one in answer(text).hits(0, 50)])(None)


def answer(text):
    return Answer("project", Question(text))


def found(text="rollator"):
    return {pk for pk, _score in ask(text)}


def known(typed, stem, held=None):
    """Return the words that are like what was typed and the stems of longer words, both in order of the alphabet."""
    held = held or shelf("project")
    return sorted(vocabulary.nearest(typed, held)), sorted(vocabulary.longer([stem], held)[stem])


def retold(one, summary):
    """Change a text and index it, as a service does."""
    Project.objects.filter(pk=one.pk).update(summary=summary)
    index("project", [one.pk])


def elsewhere(act):
    """Return what `act` gives in a thread with a connection of its own."""
    told = []

    def run():
        try:
            told.append(act())
        finally:
            connections.close_all()

    thread = threading.Thread(target=run)
    thread.start()
    thread.join(timeout=30)
    return told[0]


def lists_asked_for(monkeypatch):
    """Return where it is noted which posting lists are read from the database: they come past Django's own cursor."""
    asked, ask = [], lists.ask_in_bytes

    def read(statement, held, **given):
        asked.append(given["terms"])
        return ask(statement, held, **given)

    monkeypatch.setattr(lists, "ask_in_bytes", read)
    return asked


class TestSaves:
    """What is asked again comes from memory."""

    @pytest.mark.parametrize("text", ["rollator", "rollator wandelen", "rolator", "valpreventie met een rollator"])
    def test_the_same_question_only_asks_whether_anything_changed(self, text, monkeypatch):
        for number in range(8):
            project(f"Wandelen {number}", "Met een rollator, tegen vallen.")
        first, read = ask(text), lists_asked_for(monkeypatch)
        with CaptureQueriesContext(connection) as queries:
            assert ask(text) == first
        assert (len(queries), read) == (1, [])
        recent.clear()
        assert ask(text) == first

    def test_a_word_that_stands_nowhere_is_remembered_too(self):
        project()
        assert lists.numbers(shelf("project"), ["nergens"]) == {}
        held = shelf("project")
        with CaptureQueriesContext(connection) as queries:
            assert lists.numbers(held, ["nergens"]) == {}
        assert not queries


class TestStaysTrue:
    """After any change the answers are those of a process that kept nothing."""

    def test_a_new_project_is_found(self):
        first = project(summary="Met een rollator.")
        assert found() == {first.pk}
        second = project("Fietsen", "Met een rollator.")
        assert found() == {first.pk, second.pk}

    def test_a_text_that_changed_is_found_by_its_new_words_only(self):
        one, other = project(summary="Met een rollator."), project(summary="Met een rollator.")
        assert (found(), found("tandem")) == ({one.pk, other.pk}, set())
        retold(one, "Met een tandem.")
        assert (found(), found("tandem")) == ({other.pk}, {one.pk})

    def test_how_much_a_word_counts_follows_too(self):
        one = project(summary="Met een rollator.")
        before = ask()
        retold(one, "Met een rollator. " + "Er is nog veel meer dat wij erover vertellen willen. " * 20)
        after = ask()
        recent.clear()
        assert after == ask() != before

    @pytest.mark.parametrize("leave", ["forget", "archive"])
    def test_what_is_gone_is_not_found(self, leave):
        one, other = project(summary="Met een rollator."), project(summary="Met een rollator.")
        assert found() == {one.pk, other.pk}
        if leave == "forget":
            forget("project", [one.pk])
        else:
            Project.objects.filter(pk=one.pk).update(status=Status.ARCHIVED)
            index("project", [one.pk])
        assert found() == {other.pk}

    def test_a_rebuilt_index_is_read_anew(self):
        one = project(summary="Met een rollator.")
        assert found() == {one.pk}
        Project.objects.filter(pk=one.pk).update(summary="Met een tandem.")
        rebuild(lambda _number: None)
        assert (found(), found("tandem")) == (set(), {one.pk})

    def test_a_word_that_was_learned_is_known_at_once(self):
        project(summary="Een rollatorgroep.")
        assert known("rolators", "rollator") == (["rollatorgroep"], ["rollatorgroep"])
        project(summary="Een rollator.")
        project(summary="Een rollatorclub.")
        assert known("rolators", "rollator") == (
            ["rollator", "rollatorclub", "rollatorgroep"],
            ["rollatorclub", "rollatorgroep"],
        )

    def test_a_word_that_was_learned_and_rolled_back_is_not_known(self):
        project(summary="Een rollatorgroep.")
        early = shelf("project")
        with transaction.atomic():
            project(summary="Een rollatorclub.")
            for held in (early, shelf("project")):
                assert len(known("rolators", "rollator", held)[1]) == 2
            transaction.set_rollback(True)
        assert known("rolators", "rollator") == (["rollatorgroep"], ["rollatorgroep"])

    def test_what_was_rolled_back_leaves_nothing(self):
        one = project(summary="Met een rollator.")
        before = ask()
        with transaction.atomic():
            retold(one, "Met een tandem.")
            assert (found(), found("tandem")) == (set(), {one.pk})
            transaction.set_rollback(True)
        assert (ask(), found("tandem")) == (before, set())

    def test_a_question_from_before_a_change_that_is_rolled_back_leaves_nothing(self):
        """It is asked under the old versions and reads the new lists: nobody may find those under the old versions."""
        one = project(summary="Met een rollator.")
        early = answer("rollator"), answer("tandem")
        with transaction.atomic():
            retold(one, "Met een tandem.")
            for question in early:
                question.hits(0, 10)
            transaction.set_rollback(True)
        assert (found(), found("tandem")) == ({one.pk}, set())

    def test_a_question_from_before_a_new_project_still_answers(self):
        one = project(summary="Met een rollator.")
        early = answer("rollator")
        project("Fietsen", "Met een rollator.")
        assert early.ids(0, 10) == [one.pk]
        assert len(found()) == 2

    def test_a_version_that_was_rolled_back_is_never_used_again(self):
        one, seen = project(summary="Met een rollator."), []
        for letter in "abc":
            seen.append(shelf("project").version)
            with transaction.atomic():
                retold(one, f"Met een nieuw woord{letter}ding.")
                seen.append(shelf("project").version)
                transaction.set_rollback(True)
        assert seen[0] == seen[2] == seen[4]
        assert len({seen[0], seen[1], seen[3], seen[5]}) == 4

    def test_what_is_read_halfway_a_change_leaves_nothing(self, monkeypatch):
        """Whoever is asked for documents may search: what it reads is neither of the old index nor of the new one."""
        one, halfway = project(summary="Met een rollator."), []
        write = writing.write

        def look(*given, **more):
            new = write(*given, **more)
            next(one for one in given if isinstance(one, Pending)).send()
            halfway.append((found(), found("tandem")))
            return new

        monkeypatch.setattr(indexing, "write", look)
        with transaction.atomic():
            retold(one, "Met een tandem.")
            transaction.set_rollback(True)
        assert halfway[0] == (set(), {one.pk})
        assert (found(), found("tandem")) == ({one.pk}, set())
        monkeypatch.setattr(indexing, "write", lambda *given, **more: (found("tandem"), write(*given, **more))[1])
        retold(one, "Met een tandem.")
        assert (found(), found("tandem")) == (set(), {one.pk})

    def test_a_quotation_is_looked_up_in_the_new_texts(self):
        one = project(summary="Samen wandelen met een rollator.")
        assert found('"samen wandelen"') == {one.pk}
        with transaction.atomic():
            retold(one, "Wandelen doen zij samen met een rollator.")
            assert found('"samen wandelen"') == set()
            transaction.set_rollback(True)
        assert found('"samen wandelen"') == {one.pk}
        retold(one, "Wandelen doen zij samen met een rollator.")
        assert found('"samen wandelen"') == set()


@pytest.mark.django_db(transaction=True)
class TestOthers:
    """Other threads, with transactions of their own, in the same memory."""

    def test_a_change_is_seen_when_it_is_committed_and_not_before(self):
        one = project(summary="Met een rollator.")
        assert elsewhere(found) == {one.pk}
        with transaction.atomic():
            retold(one, "Met een tandem.")
            assert (found(), found("tandem")) == (set(), {one.pk})
            assert elsewhere(lambda: (found(), found("tandem"))) == ({one.pk}, set())
        assert elsewhere(lambda: (found(), found("tandem"))) == (set(), {one.pk})

    def test_what_is_rolled_back_was_never_there_for_others(self):
        one = project(summary="Met een rollator.")
        with transaction.atomic():
            retold(one, "Met een tandem.")
            assert found("tandem") == {one.pk}
            assert elsewhere(lambda: found("tandem")) == set()
            transaction.set_rollback(True)
        retold(one, "Met een driewieler.")
        assert elsewhere(lambda: (found("tandem"), found("driewieler"))) == (set(), {one.pk})

    def test_many_at_once_while_a_text_changes_to_and_fro(self):
        """Every answer is that of a moment: the project has one of two words, never both nor neither afterwards."""
        one, wrong, stop = project(summary="Met een rollator."), [], threading.Event()

        def look():
            while not stop.is_set():
                with transaction.atomic(), connection.cursor() as cursor:
                    cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
                    summary = Project.objects.get(pk=one.pk).summary
                    if not found("tandem" if "tandem" in summary else "rollator"):
                        wrong.append(summary)
                    if found("rollator" if "tandem" in summary else "tandem"):
                        wrong.append(summary)
            connections.close_all()

        threads = [threading.Thread(target=look) for _ in range(3)]
        for thread in threads:
            thread.start()
        for number in range(12):
            with transaction.atomic():
                retold(one, "Met een tandem." if number % 2 == 0 else "Met een rollator.")
        stop.set()
        for thread in threads:
            thread.join(timeout=30)
        assert not wrong
