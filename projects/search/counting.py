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

    @property
    def capped(self) -> bool:
        """Whether there is more than was counted."""
        return self.total > EXACT_UP_TO

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

    Without a text and without choices everything is counted exactly and kept until the index changes: it is the page
    that most people see first, and at 100,000 projects the one count that takes long.
    """
    if documents.query.is_empty():
        return Counts()
    if text or any(choices.values()):
        return _count(documents, choices, limit=EXACT_UP_TO + 1)
    return cache.get_or_set(
        f"search-counts:{kind}:{generation.current()}", lambda: _count(documents, {}, limit=None), KEPT_SECONDS
    )


def _count(documents: SearchDocumentQuerySet, choices: Choices, limit: int | None) -> Counts:
    chosen = [name for name, values in choices.items() if values]
    branches = [("", narrow(documents, choices))]
    branches += [(name, narrow(documents, choices, but=name)) for name in chosen]
    return _collect(_rows(branches, limit), chosen)


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
