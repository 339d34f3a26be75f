"""How many answers there are, and how many each choice would leave: one statement for all facets together."""

from dataclasses import dataclass, field

from django.core.cache import cache
from django.db import connection

from projects.search import generation
from projects.search.querysets import NATIONAL, REGION, SearchDocumentQuerySet

# Counting more costs time that nobody's question is worth: beyond this it says "more than".
EXACT_UP_TO = 5_000
KEPT_SECONDS = 3600
Choices = dict[str, list[str]]


@dataclass
class Counts:
    """`total` answers, and for each facet and value how many; above EXACT_UP_TO both are lower bounds."""

    total: int = 0
    facets: dict[str, dict[str, int]] = field(default_factory=dict)
    without: dict[str, int] = field(default_factory=dict)
    """For each chosen facet: how many answers there would be without that choice."""

    exact: set[str] = field(default_factory=set)
    """Facets that were counted to the end whatever their number; '' for the total."""

    @property
    def capped(self) -> bool:
        """Whether there is more than was counted."""
        return "" not in self.exact and self.total > EXACT_UP_TO

    def is_lower_bound(self, name: str) -> bool:
        """Whether the counts of a facet may be too low, since not all of its documents were looked at."""
        return name not in self.exact and self.without.get(name, self.total) > EXACT_UP_TO

    def of(self, name: str, value: str) -> int:
        """Return the number of answers with this value; a region also counts what is national."""
        counted = self.facets.get(name, {})
        return counted.get(value, 0) + (counted.get(NATIONAL, 0) if name == REGION else 0)


def narrow(documents: SearchDocumentQuerySet, choices: Choices, *, but: str = "") -> SearchDocumentQuerySet:
    """Apply the choices, of one facet OR and between facets AND, except those of the facet `but`."""
    for name, values in choices.items():
        if name != but:
            documents = documents.with_any(name, values)
    return documents


def count(documents: SearchDocumentQuerySet, choices: Choices, *, kind: str, text: str = "") -> Counts:
    """Count the answers and every facet; a facet's own choice does not narrow its own counts.

    `documents` are those that answer `text`, before any choice.
    """
    if documents.query.is_empty():
        return Counts()
    chosen = [name for name, values in choices.items() if values]
    if not text and not chosen:
        return whole(documents, kind=kind)
    # With one choice and no text, what that facet would give without its choice is everything: already counted.
    known = {chosen[0]: whole(documents, kind=kind)} if not text and len(chosen) == 1 else {}
    branches = [("", narrow(documents, choices))]
    branches += [(name, narrow(documents, choices, but=name)) for name in chosen if name not in known]
    counts = _collect(_rows(branches, EXACT_UP_TO + 1), chosen)
    for name, everything in known.items():
        counts.facets[name] = everything.facets.get(name, {})
        counts.without[name] = everything.total
        counts.exact.add(name)
    return counts


def whole(documents: SearchDocumentQuerySet, *, kind: str) -> Counts:
    """Count everything exactly, and keep that until the index changes.

    It is the page that most people see first, and at 100,000 projects the one count that takes long.
    """
    key = f"search-counts:{kind}:{generation.current()}"
    return cache.get_or_set(key, lambda: _count_whole(documents), KEPT_SECONDS)


def _count_whole(documents: SearchDocumentQuerySet) -> Counts:
    counts = _collect(_rows([("", documents)], None), [])
    counts.exact = {*counts.facets, ""}
    return counts


def _rows(branches: list[tuple[str, SearchDocumentQuerySet]], limit: int | None) -> list[tuple[str, str, int]]:
    ctes, selects, params = [], [], []
    for number, (name, documents) in enumerate(branches):
        sql, bound = documents.order_by().values("facets", "regions")[:limit].query.sql_with_params()
        # The queryset writes the inner statement, with its own parameters; nothing typed is put into the text.
        ctes.append(f"hits{number} AS MATERIALIZED ({sql})")
        params += bound
        selects.append(SELECT.format(number=number, branch=name))
    with connection.cursor() as cursor:
        cursor.execute(f"WITH {', '.join(ctes)} {' UNION ALL '.join(selects)}", params)  # noqa: S608
        return cursor.fetchall()


# One branch per chosen facet, in which that facet does not narrow; names of branches are names of facets.
SELECT = """
SELECT '{branch}', key, count(*) FROM hits{number}, unnest(facets) key GROUP BY key
UNION ALL SELECT '{branch}', 'regio:' || key, count(*) FROM hits{number}, unnest(regions) key GROUP BY key
UNION ALL SELECT '{branch}', '', count(*) FROM hits{number}
"""


def _collect(rows: list[tuple[str, str, int]], chosen: list[str]) -> Counts:
    counts = Counts()
    for branch, key, number in rows:
        name, _, value = key.partition(":")
        if not key:
            counts.without[branch] = number
        elif branch == (name if name in chosen else ""):
            counts.facets.setdefault(name, {})[value] = number
    counts.total = counts.without.pop("")
    return counts
