"""What the pages of all finders have in common."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, QueryDict
from django.utils import timezone

from projects import hooks
from projects.filters import finders
from projects.filters.finder import FinderFilterSet
from projects.filters.panel import Panel
from projects.filters.saved import kept
from projects.models import Region
from projects.models.regions import by_name
from projects.search import generation
from projects.search.demand import KINDS
from projects.views.demand import note_demand
from projects.views.paging import answer_page, page_sizes
from projects.views.picks import PICK
from projects.views.region_map import map_context


def finder_context(
    request: HttpRequest, filterset: FinderFilterSet, load: Callable[[list[int]], list[Any]]
) -> dict[str, Any]:
    """Return the context of a finder's template; `load` turns ids into objects in the same order."""
    answer, panel = filterset.answer, Panel(request, filterset)
    page = answer_page(request, answer, load)
    narrowed = bool(answer.choices or filterset.unknown)
    if answer.kind in KINDS:
        # Not where people are looked for: a name that was typed is nobody's business.
        note_demand(request, answer.question.text, kind=answer.kind, found=answer.counts.total, narrowed=narrowed)
    context = {
        "facets": panel.facets,
        "query": answer.question.text,
        "chips": panel.chips(),
        "page_obj": page,
        "total": answer.counts.total,
        "sort_options": panel.sort_options(),
        "page_sizes": page_sizes(page),
        "correction": panel.correction(),
        "selected_count": sum(map(len, answer.choices.values())),
        # Without a filter it would lead to where one is.
        "clear_url": panel.url(**dict.fromkeys(filterset.facet_names)) if narrowed else "",
        "offer": panel.offer(),
        "suggestions": panel.suggestions() if not answer.counts.total else [],
        "wider": panel.wider() if not answer.counts.total else [],
        "unknown": filterset.unknown,
        "scheme": filterset.scheme,
        "schemes": panel.scheme_options(),
        "views": panel.view_options(),
        "view": panel.view,
        "map": _map(panel) if panel.view == "kaart" else None,
        "index_version": generation.current(),
        "query_string": _question(request),
        "ways_on": ways_on(filterset),
        "page_url": request.build_absolute_uri(),
    }
    filterset.let_go()
    return context


def _question(request: HttpRequest) -> str:
    """Return the question alone, for feed and files, without what is chosen to compare."""
    params = request.GET.copy()
    params.pop(PICK, None)
    return params.urlencode()


def ways_on(filterset: FinderFilterSet) -> list[tuple[str, str]]:
    """Return what else can be done with the question: each a label and an address."""
    finder = finders.of(filterset)
    if finder is None:
        return []
    return [way for ways in hooks.ways_on(QueryDict(kept(filterset)), finder.name) for way in ways]


def _map(panel: Panel) -> dict[str, Any] | None:
    scheme = panel.filterset.scheme
    regions = Region.objects.in_force(timezone.localdate()).of_scheme(scheme)
    return map_context(by_name(regions), scheme, panel.counts, lambda slug: panel.url(regio=[slug], weergave=None))
