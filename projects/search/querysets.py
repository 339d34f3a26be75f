"""Questions about search documents. Outside this package nobody knows the table, only these words."""

from collections.abc import Iterable
from typing import Self

from django.db import models
from django.db.models import F, Value

from projects.search import ranking
from projects.search.concepts import Meaning, understand

REGION = "regio"
NATIONAL = "landelijk"
"""The key of what covers the whole country; it counts in every region."""


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

    def matching(self, text: str, *, kind: str = "project") -> Self:
        """Keep documents of `kind` that answer `text` and add `score`; an empty text asks for everything."""
        meaning = understand(text)
        return self.meaning(meaning, ranking.weigh(meaning, kind=kind)) if text.strip() else self

    def meaning(self, meaning: Meaning, concepts: list[ranking.Weighed]) -> Self:
        """Keep documents that hold enough of the concepts, all that is required and nothing that is excluded."""
        if not any(concept.forms for concept in concepts):
            # With a score, so that it can be ordered like any other answer.
            return self.annotate(score=Value(0.0)).none()
        found = self.filter(ranking.any_form(concepts))
        for phrase in meaning.required:
            found = found.filter(vector=ranking.query(phrase))
        for word in meaning.excluded:
            found = found.exclude(vector=ranking.query(word))
        found = found.annotate(coverage=ranking.coverage(concepts))
        found = found.filter(coverage__gte=ranking.least_coverage(concepts))
        return found.annotate(score=ranking.score(concepts) * (Value(0.5) + Value(0.5) * F("coverage")))

    def best_first(self) -> Self:
        """Order by score; needs `matching`."""
        return self.order_by("-score", "-published_at", "-object_id")

    def newest_first(self) -> Self:
        """Order by day of publication."""
        return self.order_by("-published_at", "-object_id")

    def recently_confirmed_first(self) -> Self:
        """Order by the day on which the institute confirmed it; never confirmed comes last."""
        return self.order_by(F("confirmed_on").desc(nulls_last=True), "-published_at", "-object_id")
