"""What the pages of all finders have in common."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest

from projects.filters.finder import FinderFilterSet
from projects.filters.panel import Panel
from projects.views.paging import answer_page, page_sizes


def finder_context(
    request: HttpRequest, filterset: FinderFilterSet, load: Callable[[list[int]], list[Any]]
) -> dict[str, Any]:
    """Return the context of a finder's template; `load` turns ids into objects in the same order."""
    answer, panel = filterset.answer, Panel(request, filterset)
    page = answer_page(request, answer, load)
    return {
        "facets": panel.facets(),
        "query": answer.question.text,
        "chips": panel.chips(),
        "page_obj": page,
        "total": min(answer.counts.total, page.paginator.count),
        "total_is_lower_bound": answer.counts.capped,
        "sort_options": panel.sort_options(),
        "page_sizes": page_sizes(page),
        "correction": None,
        "selected_count": sum(map(len, answer.choices.values())),
        "clear_url": panel.url(**dict.fromkeys(filterset.facet_names)),
        "suggestions": panel.suggestions() if not answer.counts.total else [],
        "unknown": filterset.unknown,
    }
