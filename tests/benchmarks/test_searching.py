"""`make bench-search`: the engines find what they should, and everything that is measured can be."""

import json
import subprocess
import sys

import pytest
from django.test import Client

from benchmarks.searching import asking, filling, memory, pages, questions, rivals, strange, writing
from benchmarks.searching.__main__ import main
from projects.search.engine import Answer, Question
from projects.services.reference import load_reference

TEXTS = ["zorg thuis thuis zorg", "zorg huis", "rolstoel huis", "fiets"]


@pytest.mark.parametrize("engine", [rivals.Fts5, rivals.Tantivy])
class TestRivals:
    """Both engines find what holds any of the words."""

    def test_any_of_the_words_the_best_first(self, engine):
        assert engine(TEXTS).ask(["thuis", "zorg"]) == [1, 2]

    def test_a_word_that_nobody_wrote(self, engine):
        assert engine(TEXTS).ask(["xqzw"]) == []

    def test_no_more_than_a_page(self, engine):
        assert len(engine(["zorg"] * 50).ask(["zorg"])) == rivals.FIRST

    def test_nothing_there(self, engine):
        assert engine([]).ask(["zorg"]) == []


@pytest.fixture
def filled(db):
    load_reference()
    filling.fill(25)


@pytest.mark.slow
@pytest.mark.usefixtures("filled")
class TestMeasuring:
    """Everything that is measured in one database, on a few projects."""

    def test_the_broadest_words_stand_in_most_projects(self):
        broad = questions.broad(5)
        assert len(set(broad)) == 5
        assert all(Answer("project", Question(word)).counts.total > 12 for word in broad)

    def test_engines(self, monkeypatch):
        monkeypatch.setattr(asking, "TURNS", 1)
        found = asking.measure(25)
        assert list(found) == ["short", "plan", "broad word"]
        assert all(0 < one["median"] <= one["worst"] for times in found.values() for one in times.values())

    def test_others_hold_the_stems_that_ours_holds(self):
        indexed = list(asking._indexed())
        assert len(indexed) == 25
        assert all(len(text.split()) > 100 for text in indexed)

    def test_pages(self, monkeypatch):
        monkeypatch.setattr(pages, "TURNS", 1)
        assert set(pages.measure()) == set(pages.addresses())
        assert set(pages.suggestions()) == set(pages.BEGINNINGS)

    def test_no_suggestions(self, monkeypatch):
        monkeypatch.setattr(pages, "SUGGESTIONS", "/nergens/")
        assert pages.suggestions() is None

    def test_strange_questions_have_an_answer(self):
        client = Client()
        assert all(pages.ask_strange(client, text).clock > 0 for text in strange.texts().values())

    def test_an_error_is_not_measured(self, monkeypatch):
        monkeypatch.setattr(pages, "LIST", "/nergens/")
        with pytest.raises(RuntimeError, match="answers 404"):
            pages.measure()

    def test_writing(self, monkeypatch):
        monkeypatch.setattr(writing, "CHANGED", 3)
        assert writing.one()["median"] > 0
        assert writing.rebuild().processor > 0
        assert Answer("project", Question()).counts.total == 25


def test_a_process_does_not_count_the_memory_of_its_parent():
    ballast = bytearray(300_000_000)
    code = "from benchmarks.searching.memory import peak_megabytes; print(peak_megabytes())"
    own = float(subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout)
    assert 5 < own < 100 < memory.peak_megabytes()
    assert len(ballast) == 300_000_000


@pytest.mark.benchmark
class TestWhole:
    """The whole of it, as a person starts it."""

    def test_a_small_size(self, monkeypatch, capfd):
        monkeypatch.delenv("SEARCH_CORPUS", raising=False)
        assert main([200], strict=True) == 0
        shown = capfd.readouterr().out
        assert "Limits, for 100,000, at 200" in shown
        assert "SEARCH_CORPUS names no folder" in shown

    def test_graded_questions_that_are_given(self, tmp_path, monkeypatch, capfd):
        given = {
            "corpus.jsonl": [{"id": "a", "title": "Rolstoel", "text": "Over een rolstoel\u2028in de wijk."}],
            "queries.jsonl": [{"qid": "1", "kind": "keyword", "text": "rolstoel"}],
        }
        for name, rows in given.items():
            (tmp_path / name).write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows))
        (tmp_path / "eval.py").write_text(
            "def load():\n    return [{'qid': '1', 'kind': 'keyword', 'text': 'rolstoel'}], {'1': {'a': 3}}\n"
            "def report(run, split, by_kind, questions, grades):\n"
            "    one = float(run == {'1': ['a']})\n"
            "    return {'all': (one, one, one, 1), 'keyword': (one, one, one, 1)}\n"
        )
        from benchmarks.searching import __main__ as benchmark

        monkeypatch.setenv("SEARCH_CORPUS", str(tmp_path))
        assert benchmark._quality()
        assert "PASS  nDCG@10 of keyword" in capfd.readouterr().out
