"""The institutes from A to Z, and the page of one institute."""

from itertools import groupby
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from projects import hooks
from projects.models import Institute, Lesson, Programme, Project, Resource
from projects.permissions import may_enter
from projects.search import generation
from projects.views.coverage_map import institute_map
from projects.views.former import lead_on_to_institute
from projects.views.latest import latest
from projects.views.loading import load_lessons, load_programmes, load_projects, load_resources
from projects.views.paging import PAGE_SIZES, whole_number
from projects.views.topics import Shelf, shelves_of
from vindplaats.text import clean, fold

SHOWN = 6
LONGEST_QUERY = 100


@login_not_required
@require_safe
def institute_list(request: HttpRequest) -> HttpResponse:
    """Show the institutes that have a page, by first letter; `q` narrows by name or place."""
    query = clean(request.GET.get("q", ""))[:LONGEST_QUERY].strip()
    found = Institute.objects.shown().named_like(query)

    def all_of_them() -> dict[str, Any]:
        institutes = list(found.with_project_count().alphabetical())
        return {"letters": by_letter(institutes), "total": len(institutes)}

    context: dict[str, Any] = {"query": query}
    if query or not (total := found.count()):
        context |= all_of_them()
    else:
        context |= {"total": total, "kept": latest("projects/_institutes_by_letter.html", all_of_them)}
    return render(request, "projects/institute_list.html", context)


@login_not_required
@require_safe
def institute_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """Show an institute with its projects."""
    # Before anything is read: else old cards could be kept as those of a newer index.
    version = generation.current()
    institute = Institute.objects.shown().select_related("gemeente").filter(slug=slug).first()
    if institute is None:
        return lead_on_to_institute(slug)
    projects = Project.objects.published().filter(institute=institute).newest().values_list("pk", flat=True)
    page = Paginator(projects, PAGE_SIZES[0]).get_page(whole_number(request.GET.get("page"), 1))
    page.object_list = load_projects(list(page.object_list))
    context = {
        "institute": institute,
        "coverage": institute_map(institute),
        "page_obj": page,
        "total": page.paginator.count,
        "index_version": version,
        "shelves": shelves_of(f"instelling:{institute.pk}", lambda: _shelves(institute)),
        "is_inside": may_enter(request.user, institute),
        **hooks.parts(hooks.institute_page, institute, request.user),
    }
    return render(request, "projects/institute_detail.html", context)


def _shelves(institute: Institute) -> dict[str, Shelf]:
    """Return the newest of what hangs on the projects of an institute, or came from it; more stands on those pages."""
    lessons = Lesson.objects.published().filter(project__institute=institute).newest()
    made = Q(institute=institute) | Q(project__institute=institute)
    resources = Resource.objects.published().filter(made)
    programmes = Programme.objects.filter(
        project_links__project__in=Project.objects.published().filter(institute=institute)
    )
    return {
        "lessons": Shelf.whole(load_lessons(_ids(lessons))),
        "resources": Shelf.whole(load_resources(_ids(resources.newest()))),
        "programmes": Shelf.whole(load_programmes(_ids(programmes.order_by("name").distinct()))),
    }


def _ids(found: QuerySet) -> list[int]:
    return [one.pk for one in found.only("pk")[:SHOWN]]


def by_letter(institutes: list[Institute]) -> list[dict[str, Any]]:
    """Return institutes in groups by the first letter of their folded name; digits and signs come under '#'."""

    def letter(institute: Institute) -> str:
        first = fold(institute.name.lstrip("'‘’\"“("))[:1].upper()
        return first if first.isascii() and first.isalpha() else "#"

    ordered = sorted(institutes, key=lambda one: (letter(one), fold(one.name)))
    return [{"letter": first, "institutes": list(group)} for first, group in groupby(ordered, key=letter)]
