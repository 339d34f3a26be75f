"""Projects that an address names one by one, and those that are chosen to be compared."""

from django.http import HttpRequest

from projects.models import Project
from projects.views.former import present_slugs
from vindplaats.text import clean

MOST_BESIDE = 4
"""As many as can be read side by side."""
LONGEST_SLUG = Project._meta.get_field("slug").max_length


def slugs_in(request: HttpRequest, name: str, *, most: int) -> list[str]:
    """Return the first `most` different slugs of a parameter, in their order; former ones as they are now."""
    given = (clean(value).strip() for value in request.GET.getlist(name))
    slugs = list(dict.fromkeys(slug for slug in given if slug and len(slug) <= LONGEST_SLUG))[:most]
    present = present_slugs(slugs)
    return list(dict.fromkeys(present.get(slug, slug) for slug in slugs))


def published_by_slug(slugs: list[str]) -> list[Project]:
    """Return those of the projects that everyone may read, as on a card, in this order."""
    found = {one.slug: one for one in Project.objects.published().filter(slug__in=slugs).for_listing()}
    projects = [found[slug] for slug in slugs if slug in found]
    for project in projects:
        project.highlight, project.reasons = "", None
    return projects
