"""The conditions from A to Z, found by the words that patients use, and the page of one condition."""

from itertools import groupby
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from projects import hooks
from projects.models import Condition
from projects.search.engine import Answer, Question
from projects.views.caching import unless_unchanged
from projects.views.demand import note_demand
from projects.views.topics import Topic, topic_context, with_counts
from vindplaats.text import alphabetical, clean, fold

LONGEST_QUERY = 100


@login_not_required
@require_safe
@unless_unchanged
def condition_list(request: HttpRequest) -> HttpResponse:
    """Show by first letter the conditions that there is something on.

    `q` looks among all of them, by name and by the words of lay people.
    """
    query = clean(request.GET.get("q", ""))[:LONGEST_QUERY].strip()
    found = with_counts([one for one in Condition.objects.all() if called(one, query)], "aandoening")
    if not query:
        resources = Answer("resource", Question()).counts
        found = [one for one in found if one.project_count or resources.of("aandoening", one.slug)]
    note_demand(request, query, kind="condition", found=len(found), narrowed=False)
    context = {"letters": by_letter(found), "total": len(found), "query": query}
    return render(request, "projects/condition_list.html", context)


@login_not_required
@require_safe
@unless_unchanged
def condition_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """Show what is known of a condition."""
    condition = get_object_or_404(Condition, slug=slug)
    context = topic_context(request, Topic("aandoening", condition)) | {
        "list_url": reverse("projects:condition_list"),
        "list_label": _("Aandoeningen"),
        "also_called": condition.synonyms,
    }
    return render(
        request, "projects/topic_detail.html", context | hooks.parts(hooks.condition_page, condition, request.user)
    )


def called(condition: Condition, query: str) -> bool:
    """Tell whether all words of the query stand in one of the names of a condition; an empty query finds all."""
    asked = fold(query).split()
    return any(all(word in name for word in asked) for name in map(fold, condition.names))


def by_letter(conditions: list[Condition]) -> list[dict[str, Any]]:
    """Return conditions in groups by the first letter of their name in the active language."""
    ordered = sorted(conditions, key=lambda one: alphabetical(one.label))
    return [
        {"letter": letter, "conditions": list(group)}
        for letter, group in groupby(ordered, key=lambda one: fold(one.label)[:1].upper())
    ]
