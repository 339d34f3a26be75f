"""What the finders of projects and lessons have in common: one FilterSet serves page, export, feed and API."""

from functools import cached_property
from typing import Any

import django_filters
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from projects.filters.fields import FacetFilter, TextFilter
from projects.models import RegionScheme
from projects.search import generation
from projects.search.coverage import REGION
from projects.search.engine import Answer, Question
from projects.search.facets import KEPT_SECONDS, Option, known_regions, options_of
from projects.search.models import SearchDocument
from vindplaats.caches import process_cache as cache

DEFAULT_SCHEME = "provincie"
SORTS: dict[str, Promise] = {
    "relevance": _("Meest relevant"),
    "newest": _("Nieuwste eerst"),
    "confirmed": _("Laatst bevestigd"),
}


class FinderFilterSet(django_filters.FilterSet):
    """A question in an address: `q`, the facets, `sort`, and the scheme that regions are shown in (`indeling`)."""

    kind = ""
    """The kind of search document that is asked for."""
    order: tuple[str, ...] = ()
    """The facets in the order of the page."""
    sorts: dict[str, Promise] = SORTS
    """The orders that the page offers."""
    fixed: dict[str, list[str]] = {}
    """What the finder itself chooses, whatever is asked."""

    q = TextFilter(label=_("Zoekwoorden"))
    regio = FacetFilter(field_name="regio", label=_("Regio"))
    letterlijk = django_filters.CharFilter(method="leave")
    sort = django_filters.CharFilter(method="leave")
    indeling = django_filters.CharFilter(method="leave")

    class Meta:
        model = SearchDocument
        fields: list[str] = []

    def leave(self, qs: Any, name: str, value: str) -> Any:
        """Change nothing: the parameter orders or shows, it does not filter."""
        return qs

    @cached_property
    def cleaned(self) -> dict:
        """What could be read; no parameter of a finder can make the whole of it invalid."""
        self.form.is_valid()
        return self.form.cleaned_data

    @cached_property
    def facet_names(self) -> list[str]:
        """The facets of this finder, in the order of the page."""
        return [name for name in self.order if isinstance(self.filters[name], FacetFilter)]

    @cached_property
    def scheme(self) -> str:
        """The slug of the scheme in which regions are shown: as asked, or that of a chosen region."""
        schemes = [scheme.slug for scheme in self.schemes]
        asked = [self.cleaned.get("indeling"), *(value.partition("-")[0] for value in self.cleaned.get(REGION) or [])]
        return next((slug for slug in asked if slug in schemes), DEFAULT_SCHEME)

    @cached_property
    def schemes(self) -> list[RegionScheme]:
        """The ways to divide the country that are in force today; kept as long as the index."""
        today = timezone.localdate()
        key = f"search-schemes:{generation.current()}:{today}"
        return cache.get_or_set(key, lambda: list(RegionScheme.objects.valid_on(today)), KEPT_SECONDS)

    @cached_property
    def options(self) -> dict[str, list[Option]]:
        """What there is to choose, for each facet."""
        return options_of(self.facet_names, scheme=self.scheme)

    @cached_property
    def choices(self) -> dict[str, list[str]]:
        """The chosen values that exist, for each facet with a choice."""
        known = {name: self._known(name) for name in self.facet_names}
        return {name: values for name, values in known.items() if values}

    @cached_property
    def unknown(self) -> list[str]:
        """Chosen values that do not exist: told to the visitor and left out."""
        chosen = [(name, value) for name in self.facet_names for value in self.cleaned.get(name) or []]
        return [value for name, value in chosen if value not in self.choices.get(name, [])]

    @cached_property
    def answer(self) -> Answer:
        """The documents that answer."""
        return Answer(self.kind, self.question)

    @property
    def question(self) -> Question:
        """What is asked, with what the finder itself chooses."""
        choices = {**self.choices, **self.fixed}
        literal = bool(self.cleaned.get("letterlijk"))
        return Question(self.cleaned.get("q") or "", choices, self.sort_asked, literal=literal)

    @classmethod
    def sharpened(cls, question: Question) -> Question:
        """Return the question as this finder asks it of the index, once it looked at the words."""
        return question

    @property
    def sort_asked(self) -> str:
        """The order that is asked for; empty for one that this finder does not have."""
        asked = self.cleaned.get("sort") or ""
        return asked if asked in self.sorts else ""

    def let_go(self) -> None:
        """Forget the answer once it was used.

        A filter set and its filters hold each other, so that Python only clears them up when it looks for such rings;
        an answer among them would be megabytes for each page until then.
        """
        self.__dict__.pop("answer", None)

    def _known(self, name: str) -> list[str]:
        values = self.cleaned.get(name) or []
        if not values:
            return []
        known = known_regions(values) if name == REGION else {option.value for option in self.options[name]}
        return [value for value in values if value in known]
