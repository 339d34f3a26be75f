"""All programmes, from A to Z or as they answer a search."""

from typing import Any
from urllib.parse import urlencode

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from projects.models import Programme
from projects.search.engine import Answer, Question
from projects.views.caching import unless_unchanged
from projects.views.demand import note_demand
from projects.views.loading import load_programmes
from projects.views.paging import whole_number
from vindplaats.text import alphabetical, clean

LONGEST_QUERY = 200
PAGE_SIZE = 50
MOST_FOUND = 500
RUNNING, ENDED = "lopend", "afgelopen"


@login_not_required
@require_safe
@unless_unchanged
def programme_list(request: HttpRequest) -> HttpResponse:
    """Show the programmes; `q` searches, `stand` keeps those that run or those that ended."""
    query = clean(request.GET.get("q", ""))[:LONGEST_QUERY].strip()
    state = request.GET.get("stand", "")
    found = _found(query)
    note_demand(request, query, kind="programme", found=len(found), narrowed=bool(state))
    by_state = {
        "": found,
        RUNNING: [one for one in found if not one.is_ended],
        ENDED: [one for one in found if one.is_ended],
    }
    chosen = by_state[state if state in by_state else ""]
    page = Paginator(chosen, PAGE_SIZE).get_page(whole_number(request.GET.get("page"), 1))
    page.object_list = load_programmes([one.pk for one in page.object_list])
    context = {
        "query": query,
        "page_obj": page,
        "total": len(chosen),
        "states": _states(query, state, by_state),
        "clear_url": request.path,
    }
    return render(request, "projects/programmes/list.html", context)


def _found(query: str) -> list[Programme]:
    """Return what answers the search, best first; without one all programmes from A to Z."""
    programmes = Programme.objects.only("pk", "name", "name_en", "end")
    if not query:
        return sorted(programmes, key=lambda one: alphabetical(one.label))
    places = {pk: place for place, pk in enumerate(Answer("programme", Question(query)).ids(0, MOST_FOUND))}
    return sorted(programmes.filter(pk__in=places), key=lambda one: places[one.pk])


def _states(query: str, chosen: str, by_state: dict[str, list[Programme]]) -> list[dict[str, Any]]:
    """Return the ways to narrow the list, each with how many there are."""
    labels = {"": _("Alle (%(n)d)"), RUNNING: _("Lopend (%(n)d)"), ENDED: _("Afgelopen (%(n)d)")}
    return [
        {
            "label": label % {"n": len(by_state[state])},
            "url": f"?{urlencode({name: value for name, value in (('q', query), ('stand', state)) if value})}",
            "selected": state == chosen or (not state and chosen not in by_state),
        }
        for state, label in labels.items()
    ]
