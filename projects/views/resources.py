"""The finder of resources, the page of one, and its file."""

from collections.abc import Iterator
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import condition, require_safe

from projects.filters.resources import ResourceFilterSet
from projects.models import Resource
from projects.models.resources import HoldsFile
from projects.models.terms import in_reading_order
from projects.permissions import may_write_resource
from projects.search.engine import Answer, Question
from projects.states import ResourceKind
from projects.views.caching import unless_unchanged
from projects.views.finder import finder_context
from projects.views.former import lead_on_to_resource
from projects.views.loading import load_resources
from projects.views.structured_data import resource_data
from vindplaats.files.kinds import KINDS
from vindplaats.media import POLICY

MOST_ALIKE = 4


@login_not_required
@require_safe
@unless_unchanged
def resource_list(request: HttpRequest) -> HttpResponse:
    """Show the resources that answer the question in the address."""
    filterset = ResourceFilterSet(request.GET)
    return render(request, "projects/resource_list.html", finder_context(request, filterset, load_resources))


@login_not_required
@require_safe
@unless_unchanged
def resource_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one resource; what is not public only to who may read it."""
    resource = Resource.objects.visible_to(request.user).for_page().filter(slug=slug).first()
    if resource is None:
        return lead_on_to_resource(slug)
    conditions = in_reading_order(resource.conditions.all())
    context: dict[str, Any] = {
        "resource": resource,
        "institute": resource.institute or (resource.origin.institute if resource.origin else None),
        "conditions": conditions,
        "themes": in_reading_order(resource.themes.all()),
        "target_groups": in_reading_order(resource.target_groups.all()),
        "is_aid": resource.kind == ResourceKind.DECISION_AID,
        "is_old": resource.may_be_old(timezone.localdate()),
        "check": _check_of(resource),
        "alike": _alike(resource),
        "may_write": request.user.is_authenticated and may_write_resource(request.user, resource),
        "page_url": request.build_absolute_uri(resource.get_absolute_url()),
        "structured_data": resource_data(request, resource) if resource.is_public else None,
    }
    return render(request, "projects/resource_detail.html", context)


def _check_of(resource: Resource) -> Any:
    """Return what was found at the address that the resource has now."""
    check = getattr(resource, "link_check", None)
    return check if check and check.url == resource.url else None


def _alike(resource: Resource) -> list[Resource]:
    """Return other resources, the most alike first: one alone in its condition is beside those of its theme."""
    found: list[int] = []
    for choices in _ever_wider(resource):
        if len(found) < MOST_ALIKE:
            # Of these, itself and those found so far are left out.
            ids = Answer("resource", Question(choices=choices)).ids(0, 2 * MOST_ALIKE)
            found += [pk for pk in ids if pk != resource.pk and pk not in found]
    return load_resources(found[:MOST_ALIKE])


def _ever_wider(resource: Resource) -> Iterator[dict[str, list[str]]]:
    """Give what others must have to be like a resource; only what is about nothing is like others of its kind."""
    kind = {"hulpmiddel": [resource.kind]}
    terms = {"aandoening": resource.conditions, "thema": resource.themes, "doelgroep": resource.target_groups}
    about = {name: [term.slug for term in some.all()] for name, some in terms.items()}
    for name, slugs in about.items():
        if slugs:
            yield {name: slugs, **kind}
            yield {name: slugs}
    if not any(about.values()):
        yield kind


def _held(request: HttpRequest, slug: str) -> tuple[Resource, HoldsFile | None]:
    """Return the resource and what holds the file that is asked for: itself, or what its writers propose."""
    visible = Resource.objects.visible_to(request.user).select_related("project", "institute", "change")
    resource = get_object_or_404(visible, slug=slug)
    if "voorstel" not in request.GET:
        return resource, resource
    may = request.user.is_authenticated and may_write_resource(request.user, resource)
    return resource, getattr(resource, "change", None) if may else None


def _etag(request: HttpRequest, slug: str) -> str | None:
    """Return a mark of the file: a file that changes gets another name."""
    _resource, holder = _held(request, slug)
    return f'"{holder.file.name.rpartition("/")[2].partition(".")[0][:32]}"' if holder and holder.file else None


@login_not_required
@require_safe
@condition(etag_func=_etag)
def resource_file(request: HttpRequest, slug: str) -> FileResponse:
    """Send the file to be saved, whatever it is; 404 for who may not read the resource."""
    resource, holder = _held(request, slug)
    if holder is None or not holder.file:
        raise Http404
    try:
        file = default_storage.open(holder.file.name)
    except OSError:
        raise Http404 from None
    kind = KINDS[holder.file_kind]
    response = FileResponse(
        file, as_attachment=True, filename=f"{resource.slug}{kind.suffix}", content_type=kind.content_type
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = POLICY
    response["Cache-Control"] = "public, no-cache" if resource.is_public and holder is resource else "private, no-store"
    return response
