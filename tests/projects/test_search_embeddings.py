"""The search by meaning: off by default, never in the way, and a help where it is on."""

import datetime
import logging
from importlib.util import find_spec

import numpy as np
import pytest
from django.core.checks import run_checks
from django.core.management import call_command

from projects.search.embeddings import encoder, fusing, making
from projects.search.embeddings.matrix import matrix
from projects.search.engine import Answer, Question
from projects.search.indexing import forget, index
from projects.search.models import SearchEmbedding
from projects.states import Status
from tests import factories
from vindplaats.remembering import remembering

pytestmark = pytest.mark.django_db
EMPTY = dict.fromkeys(("problem", "approach", "results"), "")
TOPICS = {"valpreventie": 0, "struikelen": 0, "muziek": 1, "zingen": 1, "robot": 2, "voeding": 3}


class Fake:
    """A model that knows some topics and nothing else, and counts what it is asked."""

    def __init__(self):
        self.read = []

    def query(self, texts):
        return self.passage(texts)

    def passage(self, texts):
        self.read += texts
        return np.stack([self._vector(text) for text in texts])

    @staticmethod
    def _vector(text):
        vector = np.full(encoder.SIZE, 0.1, np.float32)
        for word, place in TOPICS.items():
            vector[place] += word in text.lower()
        return vector / np.linalg.norm(vector)


@pytest.fixture
def model(settings, monkeypatch):
    fake = Fake()
    monkeypatch.setattr(encoder, "encoder", lambda: fake)
    monkeypatch.setattr(encoder, "obstacle", lambda: "")
    settings.SEARCH_EMBEDDINGS = True
    return fake


@pytest.fixture
def project(django_capture_on_commit_callbacks):
    def project(title, summary="Iets anders.", **given):
        with django_capture_on_commit_callbacks(execute=True):
            given = {"published": True, "indexed": True, **EMPTY, **given}
            return factories.ProjectFactory(title=title, summary=summary, **given)

    return project


@pytest.fixture
def others(project, monkeypatch):
    """Projects about something else, so that being alike stands out; of so few, not by two standard deviations."""
    monkeypatch.setattr(fusing, "FLOOR", 1.0)
    return [project(f"Plan {number}", "Over voeding.") for number in range(5)]


@pytest.fixture
def musical(project, others):
    """Projects that name what the tests ask for, each with something else beside it."""
    return {project("Muziek en voeding").pk, project("Muziek en een robot").pk}


def found(text, sort="", **more):
    return Answer("project", Question(text, sort=sort, **more)).ids(0, 50)


def renewed(capture, one):
    with capture(execute=True):
        index("project", [one.pk])


class TestOff:
    """Nothing of it happens unless somebody switches it on."""

    def test_is_off_by_default(self, settings):
        assert settings.SEARCH_EMBEDDINGS is False

    def test_nothing_is_made_or_asked(self, model, settings, project):
        settings.SEARCH_EMBEDDINGS = False
        project("Zingen")
        call_command("rebuild_search", "--if-needed")
        assert (found("muziek"), model.read, SearchEmbedding.objects.count()) == ([], [], 0)

    def test_on_without_the_package_warns_and_stays_off(self, settings, monkeypatch):
        monkeypatch.setattr(encoder, "find_spec", lambda name: None)
        monkeypatch.setattr(encoder, "obstacle", encoder.obstacle.__wrapped__)
        settings.SEARCH_EMBEDDINGS = True
        (warning,) = [one for one in run_checks() if one.id == "search.W001"]
        assert "requirements-embeddings.txt" in warning.hint
        assert not encoder.is_on()

    def test_on_with_a_processor_that_cannot_warns(self, settings, monkeypatch, tmp_path):
        (tmp_path / "cpuinfo").write_text("flags : sse4_2 avx fma")
        monkeypatch.setattr(encoder, "find_spec", lambda name: object())
        monkeypatch.setattr(encoder, "PROCESSOR", tmp_path / "cpuinfo")
        monkeypatch.setattr(encoder, "obstacle", encoder.obstacle.__wrapped__)
        settings.SEARCH_EMBEDDINGS = True
        (warning,) = [one for one in run_checks() if one.id == "search.W001"]
        assert "lacks avx2" in warning.msg
        assert "VINDPLAATS_EMBEDDINGS=off" in warning.hint

    def test_no_warning_otherwise(self, model):
        assert [one for one in run_checks() if one.id == "search.W001"] == []


class TestMaking:
    """Which projects have an embedding, and of which text."""

    def test_follows_the_text_after_the_change(self, model, project, django_capture_on_commit_callbacks):
        one = project("Zingen", "Met een koor.")
        assert model.read == ["Zingen. Met een koor."]
        renewed(django_capture_on_commit_callbacks, one)
        assert len(model.read) == 1
        one.title = "Dansen"
        one.save()
        renewed(django_capture_on_commit_callbacks, one)
        assert model.read[1:] == ["Dansen. Met een koor."]
        assert SearchEmbedding.objects.get().object_id == one.pk

    def test_reads_only_the_beginning(self, model, project):
        project("Zingen", "Kort.", approach="woord " * 500)
        assert len(model.read[0].split()) == making.WORDS

    def test_goes_with_the_project(self, model, project, django_capture_on_commit_callbacks):
        withdrawn, gone = project("Zingen"), project("Robot")
        type(withdrawn).objects.filter(pk=withdrawn.pk).update(status=Status.DRAFT, published_at=None)
        renewed(django_capture_on_commit_callbacks, withdrawn)
        forget("project", [gone.pk])
        assert not SearchEmbedding.objects.exists()

    def test_many_at_once_are_left_to_the_command(self, model, django_capture_on_commit_callbacks):
        made = [factories.ProjectFactory(published=True) for _ in range(making.FEW + 1)]
        with django_capture_on_commit_callbacks(execute=True):
            index("project", [one.pk for one in made])
        assert not SearchEmbedding.objects.exists()
        call_command("rebuild_search", "--if-needed")
        assert SearchEmbedding.objects.count() == len(made)
        call_command("rebuild_search", "--if-needed")
        assert len(model.read) == len(made)

    def test_another_model_makes_all_again(self, model, project, monkeypatch):
        project("Zingen")
        monkeypatch.setattr(encoder, "MODEL", "another")
        assert not len(matrix().ids)
        assert making.complete(lambda _: None) == 1
        assert SearchEmbedding.objects.get().model == "another"

    def test_the_command_removes_what_is_gone(self, model, project):
        project("Zingen")
        SearchEmbedding.objects.create(kind="project", object_id=0, vector=b"", text_hash="", model="")
        making.complete(lambda _: None)
        assert not SearchEmbedding.objects.filter(object_id=0).exists()

    def test_a_failing_model_keeps_nothing_from_being_saved(self, model, project, monkeypatch):
        def fail(texts):
            raise RuntimeError

        monkeypatch.setattr(model, "passage", fail)
        one = project("Zingen")
        assert found("zingen") == [one.pk]


class TestAnswers:
    """What it changes in the answers."""

    def test_finds_other_words_for_the_same(self, model, project, musical):
        meaning = project("Zingen in een koor")
        assert set(found("muziek")) == {*musical, meaning.pk}

    def test_the_card_says_that_it_is_alike(self, model, project, musical, visit):
        meaning = project("Zingen in een koor")
        page = visit("/projecten/", q="muziek")
        (card,) = [card for card in page.all(".vp-result") if meaning.title in card]
        assert "Lijkt op uw zoekvraag, in andere woorden" in card

    def test_the_card_says_so_in_this_search_only(self, model, project, musical, visit):
        meaning = project("Zingen in een koor")
        for path, asked in (("/projecten/", {}), ("/projecten/", {"q": "muziek"}), ("/projecten/", {})):
            (card,) = [card for card in visit(path, **asked).all(".vp-result") if meaning.title in card]
            assert ("in andere woorden" in card) == bool(asked)

    def test_who_asks_for_words_gets_words(self, model, project, musical):
        project("Zingen in een koor")
        assert set(found('"muziek"')) == set(found("muziek -koor")) == set(found("muziek", literal=True)) == musical

    def test_orders_by_meaning_as_well(self, model, project, others):
        about = project("Samen oefenen", "Tegen vallen: valpreventie.")
        project("Samen oefenen", "Tegen kou: een jas.", published_at=about.published_at + datetime.timedelta(days=1))
        assert found("samen oefenen struikelen")[0] == about.pk

    def test_nonsense_finds_nothing(self, model, project, others):
        project("Zingen")
        assert found("xqzzyk wrrblt") == []
        assert found("muziek") == []  # the words find nothing, so there is nothing to go by

    def test_adds_no_more_than_the_words_found(self, model, project, musical):
        for number in range(len(musical) + 1):
            project(f"Zingen {number}")
        assert len(found("muziek")) == 2 * len(musical)

    def test_the_same_answers_in_each_order(self, model, project, musical):
        project("Zingen")
        assert len(found("muziek")) == 3
        assert set(found("muziek")) == set(found("muziek", "newest")) == set(found("muziek", "confirmed"))

    def test_a_project_without_an_embedding_is_found_by_its_words(self, model, project, others):
        one, two = project("Muziek in huis"), project("Muziek buiten")
        SearchEmbedding.objects.filter(object_id=one.pk).delete()
        assert set(found("muziek")) == {one.pk, two.pk}

    def test_without_any_embedding_words_find_what_they_found(self, model, project):
        one = project("Muziek")
        SearchEmbedding.objects.all().delete()
        assert found("muziek") == [one.pk]
        assert model.read[1:] == []

    def test_lessons_are_found_by_words(self, model, project):
        factories.LessonFactory(project=project("Zingen"), title="Muziek")
        assert Answer("lesson", Question("zingen")).ids(0, 5) == []
        assert len(model.read) == 1

    def test_a_question_is_read_once_a_request_and_then_forgotten(self, model, project, musical):
        read = len(model.read)
        for _request in range(2):
            remembering(lambda request: found("muziek") + found("muziek", "newest"))(None)
        assert model.read[read:] == ["muziek", "muziek"]

    def test_beyond_its_size_it_stays_off_and_says_so_once(self, model, project, others, monkeypatch, caplog):
        one, _ = project("Muziek"), project("Zingen")
        monkeypatch.setattr(fusing, "MOST", 3)
        monkeypatch.setattr(making, "MOST", 3)
        fusing._say_so.cache_clear()
        with caplog.at_level(logging.WARNING):
            assert found("muziek") == found("muziek") == [one.pk]
        assert len([line for line in caplog.messages if line.startswith("Embeddings are off")]) == 1
        assert making.complete(lambda _: None) == 0


class TestMatrix:
    """What a process holds."""

    def test_is_read_again_only_after_a_change(self, model, project, django_assert_num_queries):
        project("Zingen")
        held = matrix()
        with django_assert_num_queries(1):  # the number of the index
            assert matrix() is held
        project("Robot")
        assert len(matrix().ids) == 2


@pytest.mark.skipif(not find_spec(encoder.PACKAGE), reason=f"{encoder.PACKAGE} is not installed")
def test_the_real_model_knows_what_texts_mean(settings):
    settings.SEARCH_EMBEDDINGS = True
    if encoder.obstacle():
        pytest.skip(encoder.obstacle())
    texts = encoder.of_texts(["Samen zingen met mensen met dementie", "Een app voor het plannen van operaties"])
    assert texts.shape == (2, encoder.SIZE)
    assert np.allclose(np.linalg.norm(texts, axis=1), 1, atol=0.01)
    alike = texts @ encoder.of_question("muziek bij geheugenproblemen")
    assert alike[0] > alike[1]
