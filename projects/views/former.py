"""Addresses that something had before: they lead on to the present one, for who may see it."""

from django.http import Http404, HttpResponsePermanentRedirect

from projects.models import Institute, Lesson, Project, Resource
from projects.querysets.projects import ProjectQuerySet


def lead_on_to_project(slug: str, *, among: ProjectQuerySet) -> HttpResponsePermanentRedirect:
    """Return the redirect to the project of `among` that had this slug; Http404 when there is none."""
    project = among.filter(former_slugs__slug=slug).first()
    if project is None:
        raise Http404
    return HttpResponsePermanentRedirect(project.get_absolute_url())


def lead_on_to_institute(slug: str) -> HttpResponsePermanentRedirect:
    """Return the redirect to the institute that had this slug; Http404 when none has a page."""
    institute = Institute.objects.shown().filter(former_slugs__slug=slug).first()
    if institute is None:
        raise Http404
    return HttpResponsePermanentRedirect(institute.get_absolute_url())


def lead_on_to_lesson(slug: str) -> HttpResponsePermanentRedirect:
    """Return the redirect to the published lesson that had this slug; Http404 when there is none."""
    lesson = Lesson.objects.published().filter(former_places__slug=slug).first()
    if lesson is None:
        raise Http404
    return HttpResponsePermanentRedirect(lesson.get_absolute_url())


def lead_on_to_resource(slug: str) -> HttpResponsePermanentRedirect:
    """Return the redirect to the public resource that had this slug; Http404 when there is none."""
    resource = Resource.objects.published().filter(former_places__slug=slug).first()
    if resource is None:
        raise Http404
    return HttpResponsePermanentRedirect(resource.get_absolute_url())


def present_slugs(slugs: list[str]) -> dict[str, str]:
    """Return the present slug of each that is a former one of a public project."""
    found = Project.objects.published().filter(former_slugs__slug__in=slugs) if slugs else Project.objects.none()
    return dict(found.values_list("former_slugs__slug", "slug"))
