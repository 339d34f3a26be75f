"""What the search must reach at 100,000 projects on two cores, and whether it did."""

from dataclasses import dataclass
from statistics import median
from typing import Any

from benchmarks.searching.names import FTS5, OURS, TANTIVY

SIZE = 100_000
SHARE_OF_FTS5 = {"short": 1.0, "plan": 1 / 3, "broad word": 1 / 3}
TIMES_TANTIVY = 10.0
PAGE_MEDIAN, PAGE_WORST, SUGGESTIONS, ONE_PROJECT, STRANGE = 40.0, 120.0, 10.0, 20.0, 500.0
"""Milliseconds; of the processor for pages and suggestions, else by the clock."""
REBUILD, MEGABYTES = 600.0, 200.0
NDCG, RECALL, ANY_KIND = 0.72, 0.73, 0.55


@dataclass(frozen=True)
class Limit:
    """A figure that was measured, and the most (or the least) that it may be."""

    what: str
    found: float
    bound: float
    unit: str = "ms"
    at_least: bool = False

    @property
    def kept(self) -> bool:
        """Whether the figure is good enough."""
        return self.found >= self.bound if self.at_least else self.found <= self.bound

    def __str__(self) -> str:
        verdict = "PASS" if self.kept else "over" if not self.at_least else "under"
        digits = ".3f" if self.unit == "" else ".2f" if self.unit == "x" else ".1f"
        bound = f"{'at least' if self.at_least else 'at most'} {self.bound:{digits}} {self.unit}"
        return f"{verdict:<6}{self.what:<62}{self.found:>10{digits}} {self.unit:<3} {bound}".rstrip()


def of_size(found: dict[str, Any]) -> list[Limit]:
    """Return how what was measured at one size compares with every limit."""
    pages, suggestions = found["pages"], found["suggestions"]
    return [
        *_of_engine(found["engine"]),
        Limit("Page of results, median", _middle(pages), PAGE_MEDIAN),
        Limit("Page of results, the slowest of the mix", _slowest(pages), PAGE_WORST),
        *([Limit("Suggestions, median", _middle(suggestions), SUGGESTIONS)] if suggestions else []),
        Limit("Strangest question, its page by the clock", max(found["strange"].values()), STRANGE),
        Limit("One changed project, median by the clock", found["one project"]["median"], ONE_PROJECT),
        Limit("Rebuild of the whole index", found["seconds"]["rebuild"], REBUILD, "s"),
        *(Limit(f"Worker that served {what}, peak", most, MEGABYTES, "MB") for what, most in found["memory"].items()),
    ]


def of_corpus(by_kind: dict[str, tuple[float, float, float]]) -> list[Limit]:
    """Return how nDCG@10, recall@20 and MRR by kind ('all' among them) compare with what they must be."""
    ndcg, recall, _mrr = by_kind["all"]
    whole = [
        Limit("nDCG@10 over all", ndcg, NDCG, "", at_least=True),
        Limit("recall@20 over all", recall, RECALL, "", at_least=True),
    ]
    kinds = [Limit(f"nDCG@10 of {kind}", one[0], ANY_KIND, "", at_least=True) for kind, one in by_kind.items()]
    return [*whole, *(one for one in kinds if not one.what.endswith(" all"))]


def _of_engine(engine: dict[str, dict[str, dict[str, float]]]) -> list[Limit]:
    found = []
    for sort, times in engine.items():
        ours = times[OURS]["median"]
        against_fts5 = ours / times[FTS5]["median"]
        found.append(Limit(f"Engine, {sort}: multiple of {FTS5}", against_fts5, SHARE_OF_FTS5[sort], "x"))
        found.append(
            Limit(f"Engine, {sort}: multiple of {TANTIVY}", ours / times[TANTIVY]["median"], TIMES_TANTIVY, "x")
        )
    return found


def _middle(pages: dict[str, dict[str, float]]) -> float:
    return median(one["median"] for one in pages.values())


def _slowest(pages: dict[str, dict[str, float]]) -> float:
    return max(one["median"] for one in pages.values())
