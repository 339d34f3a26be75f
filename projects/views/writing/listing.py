"""The projects of my institutes: what is being written, and what is on the site."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from projects.models import Institute, Project, Revision
from projects.states import Stage, Status
from projects.views.paging import whole_number

PER_PAGE = 25
MOST_TEXTS = 200


@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """Show both lists; what waits for the writers first."""
    texts = list(Revision.objects.in_the_making_by(request.user)[:MOST_TEXTS])
    published = Project.objects.of_members(request.user).filter(status__in=[Status.PUBLISHED, Status.ARCHIVED])
    page = Paginator(published.order_by("-published_at", "-pk"), PER_PAGE).get_page(
        whole_number(request.GET.get("page"), 1)
    )
    context: dict[str, Any] = {
        "waiting": [shown(text) for text in texts if text.status != Stage.SUBMITTED],
        "submitted": [shown(text) for text in texts if text.status == Stage.SUBMITTED],
        "page_obj": page,
        "total": page.paginator.count,
        "institutes": institutes_of(request.user),
    }
    return render(request, "projects/writing/list.html", context)


def institutes_of(user: Any) -> list[Institute]:
    """Return the institutes in whose name somebody may begin projects."""
    return list(Institute.objects.open_to(user).alphabetical())


def shown(text: Revision) -> dict[str, Any]:
    """Return a text as a line of the list: what it is, since when, and what comes next."""
    since = text.submitted_at if text.status == Stage.SUBMITTED else text.updated_at
    if text.status == Stage.RETURNED:
        since = text.decided_at or since
    is_new = text.project.status != Status.PUBLISHED
    next_step = {
        Stage.DRAFT: _("Schrijf verder en dien in"),
        Stage.RETURNED: _("Pas aan wat de moderator vraagt en dien opnieuw in"),
        Stage.SUBMITTED: _("Wacht op een moderator"),
    }[text.status]
    return {"text": text, "since": since, "is_new": is_new, "next": next_step, "project": text.project}
