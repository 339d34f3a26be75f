"""Filters that the finders share: a search text, and a facet of which any value may be chosen."""

from collections.abc import Iterable
from typing import Any

import django_filters
from django import forms
from django.db.models import QuerySet

from vindplaats.text import CleanCharField, clean

# More than anyone chooses by hand; an address with more is not made by this site.
MAX_VALUES = 60
MAX_LENGTH = 120


class ValuesField(forms.Field):
    """A list of short values from a repeated parameter; what is too long or too much is left out."""

    widget = forms.SelectMultiple

    def clean(self, value: Any) -> list[str]:
        """Return each value once, in the order of the address."""
        values = [clean(item).strip() for item in value or []][:MAX_VALUES]
        return list(dict.fromkeys(item for item in values if 0 < len(item) <= MAX_LENGTH))


class FacetFilter(django_filters.Filter):
    """At least one of the chosen values of one facet; the search engine narrows, not a queryset."""

    field_class = ValuesField

    def filter(self, qs: QuerySet, value: Iterable[str]) -> QuerySet:
        """Leave `qs` as it is."""
        return qs


class TextFilter(django_filters.CharFilter):
    """What somebody typed; the search engine answers it, not a queryset."""

    field_class = CleanCharField

    def filter(self, qs: QuerySet, value: str) -> QuerySet:
        """Leave `qs` as it is."""
        return qs
