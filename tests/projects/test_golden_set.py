"""The golden set itself: its measures, computed by hand, and that its files are whole."""

import json
from collections import Counter
from math import log2

import pytest

from projects.services.catalogue import PROJECTS
from tests.projects.golden import report
from tests.projects.golden.metrics import ndcg, recall, reciprocal_rank
from tests.projects.golden.reading import NONSENSE, Query, judged, queries

GRADES = {"a": 3, "b": 2, "c": 1, "d": 0}
IDEAL = 7 / 1 + 3 / log2(3) + 1 / 2
"""a, b, c at places 1, 2 and 3: 7 / log2(2) + 3 / log2(3) + 1 / log2(4)."""


class TestNdcg:
    """Places count less and less, and the best order is 1."""

    @pytest.mark.parametrize(
        ("found", "gain"),
        [
            (["a", "b", "c", "d"], IDEAL),
            (["a"], 7),
            (["b", "a"], 3 + 7 / log2(3)),
            (["d", "x", "a"], 7 / 2),
            (["x", "d"], 0),
            ([], 0),
        ],
    )
    def test_by_hand(self, found, gain):
        assert ndcg(found, GRADES) == pytest.approx(gain / IDEAL)

    def test_what_comes_after_the_depth_gains_nothing(self):
        assert ndcg(["x", "b", "a"], GRADES, depth=2) == pytest.approx((3 / log2(3)) / (7 + 3 / log2(3)))

    def test_more_good_ones_than_places_can_still_be_perfect(self):
        assert ndcg(list("abcdefghij"), dict.fromkeys("abcdefghijkl", 3)) == 1

    def test_nothing_worth_finding(self):
        with pytest.raises(ValueError, match="nothing was judged worth finding"):
            ndcg(["a"], {"a": 0})


class TestRecall:
    """What is useful and was found."""

    @pytest.mark.parametrize(
        ("found", "share"), [(["a", "b"], 1), (["c", "b"], 0.5), (["c", "d", "x"], 0), ([], 0), (["a", "a"], 0.5)]
    )
    def test_by_hand(self, found, share):
        assert recall(found, GRADES) == share

    def test_what_comes_after_the_depth_does_not_count(self):
        assert recall(["x", "a", "b"], GRADES, depth=2) == 0.5

    def test_nothing_useful(self):
        with pytest.raises(ValueError, match="nothing was judged useful"):
            recall(["c"], {"c": 1})


@pytest.mark.parametrize(("found", "expected"), [(["b", "a"], 1), (["c", "x", "a"], 1 / 3), (["c", "d"], 0), ([], 0)])
def test_reciprocal_rank_by_hand(found, expected):
    assert reciprocal_rank(found, GRADES) == pytest.approx(expected)


def test_table_tells_means_and_the_worst_first():
    good = report.Outcome(Query("K1", "keyword", "goed", GRADES), ["a", "b", "c"])
    bad = report.Outcome(Query("T1", "typo", "slehct", GRADES), ["x"])
    lines = report.table([good, bad]).splitlines()
    assert lines[1].split() == ["keyword", "1", "1.000", "1.000", "1.000", "0"]
    assert lines[2].split() == ["typo", "1", "0.000", "0.000", "0.000", "1"]
    assert lines[3].split() == ["all", "2", "0.500", "0.500", "0.500", "1"]
    assert lines[-2:] == ["T1 0.00 'slehct' found x:?", "K1 1.00 'goed' found a:3 b:2 c:1"]


@pytest.fixture(scope="module")
def golden():
    return queries()


class TestFiles:
    """Questions and judgements fit each other and the catalogue."""

    def test_ten_of_each_kind_that_matters(self, golden):
        kinds = Counter(query.kind for query in golden)
        assert {kind for kind, number in kinds.items() if number >= 10} == {
            "keyword", "synonym", "compound", "typo", "question", "plan",
        }  # fmt: skip
        assert kinds.keys() >= {"quoted", "excluding", NONSENSE}

    def test_every_question_is_there_once(self, golden):
        assert len({query.id for query in golden}) == len(golden)
        assert len({query.text for query in golden}) == len(golden)

    def test_every_judgement_is_of_a_question_and_a_shipped_record(self, golden):
        records = {json.loads(line)["id"] for line in PROJECTS.read_text(encoding="utf-8").splitlines()}
        named = {record for query in golden for record in (*query.grades, *query.without)}
        assert named <= records
        assert judged() <= {query.id for query in golden}

    def test_grades(self, golden):
        assert {grade for query in golden for grade in query.grades.values()} == {0, 1, 2, 3}

    def test_all_but_nonsense_have_something_useful_to_find(self, golden):
        without = {query.kind for query in golden if max(query.grades.values(), default=0) < 2}
        assert without == {NONSENSE}

    def test_what_is_forbidden_is_not_meant(self, golden):
        assert [query.id for query in golden if any(query.grades.get(record, 0) for record in query.without)] == []

    def test_plans_are_as_long_as_one_pastes(self, golden):
        lengths = [len(query.text.split()) for query in golden if query.kind == "plan"]
        assert min(lengths) >= 40
        assert max(lengths) <= 120
