"""Addresses that something had before: they lead on to the present one, for who may see it."""

from django.db.models import QuerySet
from django.http import Http404, HttpResponsePermanentRedirect

from projects.models import Institute, Lesson, Project, Resource
from projects.querysets.projects import ProjectQuerySet


def lead_on_to_project(slug: str, *, among: ProjectQuerySet) -> HttpResponsePermanentRedirect:
    """Return the redirect to the project of `among` that had this slug; Http404 when there is none."""
    return _lead_on(among.filter(former_slugs__slug=slug))


def lead_on_to_institute(slug: str) -> HttpResponsePermanentRedirect:
    """Return the redirect to the institute that had this slug; Http404 when none has a page."""
    return _lead_on(Institute.objects.shown().filter(former_slugs__slug=slug))


def lead_on_to_lesson(slug: str) -> HttpResponsePermanentRedirect:
    """Return the redirect to the published lesson that had this slug; Http404 when there is none."""
    return _lead_on(Lesson.objects.published().filter(former_places__slug=slug))


def lead_on_to_resource(slug: str) -> HttpResponsePermanentRedirect:
    """Return the redirect to the public resource that had this slug; Http404 when there is none."""
    return _lead_on(Resource.objects.published().filter(former_places__slug=slug))


def _lead_on(found: QuerySet) -> HttpResponsePermanentRedirect:
    if (present := found.first()) is None:
        raise Http404
    return HttpResponsePermanentRedirect(present.get_absolute_url())


def present_slugs(slugs: list[str]) -> dict[str, str]:
    """Return the present slug of each that is a former one of a public project."""
    found = Project.objects.published().filter(former_slugs__slug__in=slugs) if slugs else Project.objects.none()
    return dict(found.values_list("former_slugs__slug", "slug"))
