"""The resources that somebody's institutes sent in."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from projects.models import Resource
from projects.states import Status
from projects.views.paging import whole_number
from projects.views.writing.listing import institutes_of

PER_PAGE = 25
MOST_OPEN = 100


@never_cache
@require_safe
def my_resources(request: HttpRequest) -> HttpResponse:
    """Show what still has to be done, what waits for a moderator, and what is on the site."""
    mine = Resource.objects.sent_in_by(request.user)
    todo = Q(status__in=[Status.DRAFT, Status.RETURNED]) | Q(change__is_submitted=False)
    waiting = Q(status=Status.SUBMITTED) | Q(change__is_submitted=True)
    number = whole_number(request.GET.get("page"), 1)
    # Broken links first: those are for the institute to mend.
    public = mine.filter(status__in=[Status.PUBLISHED, Status.ARCHIVED]).select_related("link_check")
    page = Paginator(public.order_by("-link_check__broken_since", "-published_at", "-pk"), PER_PAGE).get_page(number)
    context: dict[str, Any] = {
        "todo": list(mine.filter(todo)[:MOST_OPEN]),
        "waiting": list(mine.filter(waiting)[:MOST_OPEN]),
        "page_obj": page,
        "total": page.paginator.count,
        "institutes": institutes_of(request.user),
    }
    return render(request, "projects/my_resources.html", context)
