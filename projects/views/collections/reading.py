"""Collections to read: the list, one of them, and the same to print."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from projects.models import Collection
from projects.permissions import may_edit_collection
from projects.querysets.ordering import in_order
from projects.search.engine import Answer, Question
from projects.search.highlight import Sought
from projects.services.collections.things import Shown, shown_items
from projects.states import Sharing
from projects.views.caching import unless_unchanged
from projects.views.demand import note_demand
from projects.views.hits import Hit, text_of
from projects.views.paging import AnswerList, whole_number
from vindplaats.text import clean

LONGEST_QUERY = 200
PAGE_SIZE = 20
FEATURED_SHOWN = 6


@login_not_required
@require_safe
@unless_unchanged
def collection_list(request: HttpRequest) -> HttpResponse:
    """Show the public collections, newest first, those that the editors feature on top; `q` searches."""
    query = clean(request.GET.get("q", ""))[:LONGEST_QUERY].strip()
    number = whole_number(request.GET.get("page"), 1)
    public = Collection.objects.public()
    page = Paginator(AnswerList(Answer("collection", Question(query)), load_collections), PAGE_SIZE).get_page(number)
    page.object_list = list(page.object_list)
    note_demand(request, query, kind="collection", found=page.paginator.count, narrowed=False)
    is_start = not query and page.number == 1
    context = {
        "query": query,
        "page_obj": page,
        "total": page.paginator.count,
        "featured": list(public.filter(is_featured=True).for_card().newest()[:FEATURED_SHOWN]) if is_start else [],
    }
    return render(request, "projects/collections/list.html", context)


@login_not_required
@require_safe
@unless_unchanged
def collection_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one collection; what somebody may not see is not there."""
    context = _context(request, slug)
    context["may_edit"] = may_edit_collection(request.user, context["collection"])
    return render(request, "projects/collections/page.html", context)


@login_not_required
@require_safe
@unless_unchanged
def collection_print(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one collection on a page to print, with the whole address of each thing."""
    context = _context(request, slug)
    addresses = {item.pk: request.build_absolute_uri(item.url) for item in context["items"]}
    context |= {"lines": [(item, addresses[item.pk]) for item in context["items"]], "today": timezone.localdate()}
    return render(request, "projects/collections/print.html", context)


def load_collections(ids: list[int]) -> list[Collection]:
    """Return public collections as on a card."""
    return in_order(Collection.objects.public().for_card(), ids)


def of_collections(ids: list[int], what: Sought) -> list[Hit]:
    """Return collections as what was found."""
    return [
        Hit(one.title, one.get_absolute_url(), one.language, about=one.owner_name, text=text_of(what, one.text))
        for one in in_order(Collection.objects.public(), ids)
    ]


def _context(request: HttpRequest, slug: str) -> dict[str, Any]:
    visible = Collection.objects.visible_to(request.user).select_related("institute")
    collection = get_object_or_404(visible, slug=slug)
    items: list[Shown] = shown_items(collection)
    return {
        "collection": collection,
        "items": items,
        "is_public": collection.visibility == Sharing.PUBLIC,
        "page_url": request.build_absolute_uri(collection.get_absolute_url()),
    }
