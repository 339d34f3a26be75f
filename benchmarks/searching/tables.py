"""What was measured, as tables: a row for each thing, a column for each size."""

from collections.abc import Iterable, Mapping
from typing import Any

NAME, NUMBER = 56, 12
FIGURES = {"median": "median", "worst": "worst question", "processor": "median of the work of processors"}


def growth(found: Mapping[int, dict[str, Any]]) -> str:
    """Return all that was measured at each size."""
    sorts = next(iter(found.values()))["engine"]
    parts = [
        *(part for sort in sorts for part in _of_sort(found, sort)),
        table("Page, ms of the processor, median", _each(found, "pages", "median")),
        table("Page, ms of the processor, slowest request", _each(found, "pages", "worst")),
        table("Page, ms, the first time", _each(found, "pages", "first")),
        *_suggestions(found),
        table("Strange question, ms, its page, worst", {size: one["strange"] for size, one in found.items()}),
        table("One changed project, ms", {size: one["one project"] for size, one in found.items()}),
        table("Seconds", {size: one["seconds"] for size, one in found.items()}),
        table("Peak of a worker, MB, after", {size: one["memory"] for size, one in found.items()}),
    ]
    return "\n\n".join(parts)


def table(title: str, columns: Mapping[int, Mapping[str, float]]) -> str:
    """Return one table."""
    rows = next(iter(columns.values()))
    head = f"{title:<{NAME}}" + "".join(f"{size:>{NUMBER},}" for size in columns)
    return "\n".join([head, *(_row(name, [column[name] for column in columns.values()]) for name in rows)])


def quality(by_kind: Mapping[str, tuple[float, float, float]]) -> str:
    """Return nDCG@10, recall@20 and MRR for each kind of question."""
    head = f"{'kind':<14}{'nDCG@10':>9}{'recall@20':>11}{'MRR':>7}"
    rows = [f"{kind:<14}{ndcg:>9.3f}{recall:>11.3f}{mrr:>7.3f}" for kind, (ndcg, recall, mrr) in by_kind.items()]
    return "\n".join([head, *rows])


def _row(name: str, numbers: Iterable[float]) -> str:
    return f"  {name:<{NAME - 2}}" + "".join(f"{number:>{NUMBER},.1f}" for number in numbers)


def _each(found: Mapping[int, dict[str, Any]], part: str, figure: str) -> dict[int, dict[str, float]]:
    return {size: {name: times[figure] for name, times in one[part].items()} for size, one in found.items()}


def _of_sort(found: Mapping[int, dict[str, Any]], sort: str) -> list[str]:
    return [
        table(
            f"Engine, {sort}, ms, {shown}",
            {size: {name: times[figure] for name, times in one["engine"][sort].items()} for size, one in found.items()},
        )
        for figure, shown in FIGURES.items()
    ]


def _suggestions(found: Mapping[int, dict[str, Any]]) -> list[str]:
    if any(one["suggestions"] is None for one in found.values()):
        return ["Suggestions while typing: this site has none; skipped."]
    return [table("Suggestions, ms of the processor, median", _each(found, "suggestions", "median"))]
