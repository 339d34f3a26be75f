"""Verdicts on what was measured, and its tables."""

import pytest

from benchmarks.searching import limits, tables
from benchmarks.searching.names import COUNTING, FTS5, FTS5_PLAIN, OURS, TANTIVY


def engine(*, ours: float, fts5: float, tantivy: float) -> dict:
    of_engine = {OURS: ours, COUNTING: ours, FTS5: fts5, FTS5_PLAIN: fts5, TANTIVY: tantivy}
    times = {name: {"median": one, "worst": 2 * one, "processor": one} for name, one in of_engine.items()}
    return {"short": times, "plan": times, "broad word": times}


def measured(**other: object) -> dict:
    pages = {name: {"first": 90.0, "median": 30.0, "worst": 50.0} for name in ("all", "short", "broad")}
    return {
        "engine": engine(ours=5, fts5=20, tantivy=1),
        "pages": pages,
        "suggestions": pages,
        "strange": {"100 kB": 100.0},
        "memory": {"pages": 120.0, "strange questions": 130.0},
        "one project": {"median": 10.0, "worst": 30.0, "processor": 9.0},
        "seconds": {"import": 500.0, "rebuild": 400.0},
        **other,
    }


def over(found: dict) -> list[str]:
    return [one.what for one in limits.of_size(found) if not one.kept]


class TestLimits:
    """What was measured beside what it may be."""

    def test_all_kept(self):
        assert over(measured(suggestions=None)) == []

    def test_as_fast_as_fts5_is_enough_for_short_questions_only(self):
        slower = measured(engine=engine(ours=5, fts5=5, tantivy=1), suggestions=None)
        assert over(slower) == [f"Engine, {sort}: multiple of {FTS5}" for sort in ("plan", "broad word")]

    def test_too_far_from_tantivy(self):
        slower = measured(engine=engine(ours=5, fts5=20, tantivy=0.4), suggestions=None)
        assert len(over(slower)) == 3

    def test_one_slow_page_is_too_many(self):
        pages = {**measured()["pages"], "broad": {"first": 90.0, "median": 121.0, "worst": 130.0}}
        assert over(measured(pages=pages, suggestions=None)) == ["Page of results, the slowest of the mix"]

    def test_slow_suggestions(self):
        assert over(measured()) == ["Suggestions, median"]

    @pytest.mark.parametrize(
        ("part", "worse"),
        [
            ("strange", {"100 kB": 501.0}),
            ("memory", {"pages": 201.0}),
            ("one project", {"median": 21.0}),
            ("seconds", {"rebuild": 601.0}),
        ],
    )
    def test_anything_else(self, part, worse):
        assert len(over(measured(suggestions=None, **{part: worse}))) == 1

    def test_quality_in_all_and_in_every_kind(self):
        found = limits.of_corpus({"all": (0.73, 0.72, 0.9), "plan": (0.54, 0.7, 0.9)})
        assert {one.what: one.kept for one in found} == {
            "nDCG@10 over all": True,
            "recall@20 over all": False,
            "nDCG@10 of plan": False,
        }

    def test_in_words(self):
        kept, passed, short = (
            str(limits.Limit("Page", found, bound, unit, at_least=at_least))
            for found, bound, unit, at_least in ((30, 40, "ms", False), (50, 40, "ms", False), (0.5, 0.72, "", True))
        )
        assert kept.split() == ["PASS", "Page", "30.0", "ms", "at", "most", "40.0", "ms"]
        assert passed.startswith("over")
        assert short.split() == ["under", "Page", "0.500", "at", "least", "0.720"]


class TestTables:
    """What somebody reads."""

    def test_a_column_for_each_size(self):
        shown = tables.growth({1_000: measured(), 100_000: measured()})
        assert "1,000     100,000" in shown
        assert "Suggestions, ms of the processor, median" in shown

    def test_without_suggestions(self):
        assert "this site has none; skipped" in tables.growth({1_000: measured(suggestions=None)})

    def test_quality(self):
        assert tables.quality({"all": (0.731, 0.757, 0.878)}).splitlines()[1].split() == [
            "all",
            "0.731",
            "0.757",
            "0.878",
        ]
