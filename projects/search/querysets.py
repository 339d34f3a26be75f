"""Questions about search documents. Outside this package nobody knows the table, only these words."""

from collections.abc import Iterable
from functools import reduce
from operator import add, or_
from typing import Self

from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db import models
from django.db.models import Case, F, FloatField, Q, Value, When

from projects.search.analysis import query_words

CONFIG = "dutch"
REGION = "regio"
NATIONAL = "landelijk"
"""The key of what covers the whole country; it counts in every region."""
# A document must hold at least this share of the words that were asked, else it is not an answer.
LEAST_COVERAGE = 0.5


class SearchDocumentQuerySet(models.QuerySet):
    """Chainable: `documents("project").with_any("thema", ["beeldzorg"]).matching("valpreventie").best_first()`."""

    def of_kind(self, kind: str) -> Self:
        """Keep documents of one kind of object."""
        return self.filter(kind=kind)

    def with_any(self, name: str, values: Iterable[str]) -> Self:
        """Keep documents with at least one of `values` of the facet `name`; all documents when there are none."""
        values = list(values)
        if not values:
            return self
        if name == REGION:
            return self.filter(regions__overlap=[*values, NATIONAL])
        return self.filter(facets__overlap=[f"{name}:{value}" for value in values])

    def matching(self, text: str) -> Self:
        """Keep documents that answer `text` and add `score`: rank times the share of words that are found.

        An empty text asks for everything. Words that PostgreSQL drops as stop words count for nothing.
        """
        terms = [_term(word) for word in query_words(text)]
        if not terms:
            # With a score, so that it can be ordered like any other answer.
            return self.annotate(score=Value(0.0)).none() if text.strip() else self
        coverage = reduce(add, map(_hit, terms)) / Value(float(len(terms)))
        any_term = reduce(or_, (Q(vector=term) for term in terms))
        rank = SearchRank(F("vector"), reduce(or_, terms), normalization=Value(1))
        found = self.filter(any_term).annotate(coverage=coverage)
        return found.filter(coverage__gte=LEAST_COVERAGE).annotate(score=rank * F("coverage"))

    def best_first(self) -> Self:
        """Order by score; needs `matching`."""
        return self.order_by("-score", "-published_at", "-object_id")

    def newest_first(self) -> Self:
        """Order by day of publication."""
        return self.order_by("-published_at", "-object_id")

    def recently_confirmed_first(self) -> Self:
        """Order by the day on which the institute confirmed it; never confirmed comes last."""
        return self.order_by(F("confirmed_on").desc(nulls_last=True), "-published_at", "-object_id")


def _hit(term: SearchQuery) -> Case:
    return Case(When(vector=term, then=Value(1.0)), default=Value(0.0), output_field=FloatField())


def _term(word: str) -> SearchQuery:
    """Return the query for one word: its stem, or from four letters on all that starts with it."""
    stem = SearchQuery(word, config=CONFIG, search_type="plain")
    if len(word) < 4 or not word.isalnum():
        return stem
    return stem | SearchQuery(f"{word}:*", config="simple", search_type="raw")
