"""Projects that an address names one by one, and those that are chosen to be compared."""

from django.http import HttpRequest

from projects.models import Project
from vindplaats.text import clean

MOST_BESIDE = 4
"""As many as can be read side by side."""
LONGEST_SLUG = Project._meta.get_field("slug").max_length


def slugs_in(request: HttpRequest, name: str, *, most: int) -> list[str]:
    """Return the first `most` different slugs of a parameter, in the order of the address."""
    given = (clean(value).strip() for value in request.GET.getlist(name))
    return list(dict.fromkeys(slug for slug in given if slug and len(slug) <= LONGEST_SLUG))[:most]


def published_by_slug(slugs: list[str]) -> list[Project]:
    """Return those of the projects that everyone may read, as on a card, in this order."""
    found = {one.slug: one for one in Project.objects.published().filter(slug__in=slugs).for_listing()}
    projects = [found[slug] for slug in slugs if slug in found]
    for project in projects:
        project.highlight, project.reasons = "", None
    return projects
