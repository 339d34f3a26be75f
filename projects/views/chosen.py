"""Projects that an address names one by one, and those that are chosen to be compared."""

from collections.abc import Callable, Iterable

from django.http import HttpRequest

from projects.models import Project
from projects.views.former import present_slugs
from vindplaats.text import clean

MOST_BESIDE = 4
"""As many as can be read side by side."""
LONGEST_SLUG = Project._meta.get_field("slug").max_length


def slugs_in(request: HttpRequest, name: str, *, most: int) -> list[str]:
    """Return the first `most` different slugs of a parameter, in the order of the address."""
    given = (clean(value).strip() for value in request.GET.getlist(name))
    return list(dict.fromkeys(slug for slug in given if slug and len(slug) <= LONGEST_SLUG))[:most]


def settle(slugs: list[str], find: Callable[[list[str]], Iterable[Project]]) -> tuple[list[Project], int]:
    """Return the projects of these slugs in their order, and of how many slugs there is none.

    What `find` does not give may have another slug by now: only then is asked for that.
    """
    found = {one.slug: one for one in find(slugs)} if slugs else {}
    missing = [slug for slug in slugs if slug not in found]
    if missing and (present := present_slugs(missing)):
        found |= {one.slug: one for one in find(list(present.values()))}
        slugs = list(dict.fromkeys(present.get(slug, slug) for slug in slugs))
    projects = [found[slug] for slug in slugs if slug in found]
    return projects, len(slugs) - len(projects)


def published_by_slug(slugs: list[str]) -> list[Project]:
    """Return those of the projects that everyone may read, as on a card, in this order."""
    projects, _unknown = settle(slugs, lambda some: Project.objects.published().filter(slug__in=some).for_listing())
    for project in projects:
        project.highlight, project.why, project.lacks, project.reasons = "", [], [], None
    return projects
