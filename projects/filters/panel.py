"""What a finder shows around its results: facets with counts, chips of what is chosen, and ways on."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from projects.filters.finder import FinderFilterSet
from projects.search.analysis import words
from projects.search.coverage import REGION
from projects.search.facets import BY_NAME, Option, known_regions

MOST_OPTIONS = 60
MOST_WIDER = 5
VIEWS = {"lijst": _("Lijst"), "tabel": _("Tabel"), "kaart": _("Kaart")}
OPEN_FACETS = (
    "thema",
    "sector",
    "fase",
    "les",
    "wie",
    "aanbod",
    "ruimte",
    "stand",
    "onbeantwoord",
    "hulpmiddel",
    "voor",
)
BY_COUNT = frozenset({"doelgroep", "aandoening", "programma", "toepassing", "technologie"})


@dataclass
class ShownOption:
    """An option of a facet on the page."""

    value: str
    label: str
    count: int
    selected: bool
    children: list["ShownOption"] = field(default_factory=list)

    @property
    def open(self) -> bool:
        """Whether to unfold what is below it."""
        return any(child.selected for child in self.children)


@dataclass
class ShownFacet:
    """A facet on the page."""

    name: str
    label: Promise | str
    options: list[ShownOption]
    selected_count: int
    open: bool
    long: bool


class Panel:
    """Everything around the results of one finder, in the words that its templates use."""

    def __init__(self, request: HttpRequest, filterset: FinderFilterSet) -> None:
        self.request, self.filterset = request, filterset
        self.counts = filterset.answer.counts

    def url(self, **changes: Any) -> str:
        """Return this page's address with some parameters changed (a list for several values, None to drop)."""
        params = self.request.GET.copy()
        for name in ("page", *changes):
            params.pop(name, None)
        for name, value in changes.items():
            params.setlist(name, value if isinstance(value, list) else [value] if value else [])
        encoded = params.urlencode()
        return f"{self.request.path}?{encoded}" if encoded else self.request.path

    def facets(self) -> list[ShownFacet]:
        """Return the facets that have something to choose or are chosen."""
        shown = [self._facet(name) for name in self.filterset.facet_names]
        return [facet for facet in shown if facet.options]

    def chips(self) -> list[dict[str, Any]]:
        """Return what is chosen, each with the address without it."""
        return [self._chip(name, value) for name, values in self.filterset.choices.items() for value in values]

    def sort_options(self) -> list[dict[str, Any]]:
        """Return the orders there are; relevance only when there is a text."""
        question = self.filterset.answer.question
        sorts = self.filterset.sorts
        names = [name for name in sorts if name != "relevance" or question.text.strip()]
        return [{"value": name, "label": sorts[name], "selected": name == question.order} for name in names]

    def scheme_options(self) -> list[dict[str, Any]]:
        """Return the ways to divide the country that the facet for regions may be shown in."""
        current = self.filterset.scheme
        schemes = self.filterset.schemes
        return [{"value": one.slug, "label": one.label, "selected": one.slug == current} for one in schemes]

    def view_options(self) -> list[dict[str, Any]]:
        """Return the ways to look at the results, each with its address."""
        return [
            {"value": name, "label": label, "url": self.url(weergave=name), "selected": name == self.view}
            for name, label in VIEWS.items()
        ]

    @property
    def view(self) -> str:
        """The way to look at the results that is asked for."""
        asked = self.request.GET.get("weergave", "")
        return asked if asked in VIEWS else next(iter(VIEWS))

    def correction(self) -> dict[str, str] | None:
        """Return what was searched instead of a misspelt text, and the address that searches it literally."""
        typed, read_as = self.filterset.answer.question.text, self.filterset.answer.read_as
        if not read_as:
            return None
        return {"text": " ".join(read_as.get(word, word) for word in words(typed)), "url": self.url(letterlijk="ja")}

    def offer(self) -> dict[str, str] | None:
        """Return another spelling that may have been meant, and the address that searches it."""
        typed, offered = self.filterset.answer.question.text, self.filterset.answer.offered
        if not offered:
            return None
        text = " ".join(offered.get(word, word) for word in words(typed))
        return {"text": text, "url": self.url(q=text)}

    def wider(self) -> list[dict[str, Any]]:
        """Return, when several words together find nothing, each of them that finds something by itself."""
        alone = self.filterset.answer.alone()
        if len(self.filterset.answer.concepts) < 2:
            return []
        found = sorted(alone.items(), key=lambda item: item[1])[:MOST_WIDER]
        return [{"label": word, "url": self.url(q=word), "count": number} for word, number in found]

    def suggestions(self) -> list[dict[str, Any]]:
        """Return, when nothing was found, the same search without one of its filters, most answers first."""
        without = sorted(self.counts.without.items(), key=lambda item: -item[1])
        return [
            {"label": self._label(name), "url": self.url(**{name: None}), "count": number}
            for name, number in without
            if number
        ]

    def _facet(self, name: str) -> ShownFacet:
        chosen = self.filterset.choices.get(name, [])
        options = self._tree(name, self._offered(name), chosen)
        return ShownFacet(
            name=name,
            label=self._label(name),
            options=options,
            selected_count=len(chosen),
            open=bool(chosen) or name in OPEN_FACETS,
            long=len(options) > 12,
        )

    def _offered(self, name: str) -> list[Option]:
        """Return what there is to choose; chosen regions of another scheme than is shown stay to be seen and sent."""
        options = self.filterset.options[name]
        if name != REGION or not self._regions:
            return options
        shown = {option.value for option in options}
        return [*(Option(*one) for one in self._regions.items() if one[0] not in shown), *options]

    @cached_property
    def _regions(self) -> dict[str, str]:
        """Slug and name of the chosen regions."""
        chosen = self.filterset.choices.get(REGION)
        return known_regions(chosen) if chosen else {}

    def _tree(self, name: str, options: list[Option], chosen: list[str]) -> list[ShownOption]:
        shown = {option.value: self._option(name, option, chosen) for option in options}
        kept = {value: one for value, one in shown.items() if one.count or one.selected}
        for option in options:
            if option.value in kept and option.parent in kept:
                kept[option.parent].children.append(kept[option.value])
        top = [kept[option.value] for option in options if option.value in kept and option.parent not in kept]
        if name in BY_COUNT or len(top) > MOST_OPTIONS:
            top.sort(key=lambda one: (not one.selected, -one.count))
        return top[:MOST_OPTIONS]

    def _option(self, name: str, option: Option, chosen: list[str]) -> ShownOption:
        return ShownOption(option.value, option.label, self.counts.of(name, option.value), option.value in chosen)

    def _chip(self, name: str, value: str) -> dict[str, Any]:
        left = [other for other in self.filterset.choices[name] if other != value]
        return {
            "label": self._option_labels(name).get(value, value),
            "facet_label": self._label(name),
            "remove_url": self.url(**{name: left}),
        }

    def _option_labels(self, name: str) -> dict[str, str]:
        if name == REGION:
            return self._regions
        return {option.value: option.label for option in self.filterset.options[name]}

    def _label(self, name: str) -> Promise | str:
        return self.filterset.filters[name].label if name == REGION else BY_NAME[name].label
