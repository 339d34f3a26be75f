"""What can be chosen from in a profile: themes, regions by scheme, and projects that are at hand."""

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from peers.models import Profile
from projects.forms.writing import choices
from projects.forms.writing.fields import LinesField, Option, OptionGroup
from projects.models import Project, Region
from projects.states import MemberStatus, Status
from vindplaats.accounts.models import User

MOST_OF_INSTITUTE = 60
LONGEST_SHOWN = 60


class ProjectLinesField(LinesField):
    """Published projects, by the address of their page or their whole title, one a line."""

    def __init__(self, label: Any, hint: Any) -> None:
        super().__init__(label, hint, limit=500, most=20)

    def clean(self, value: Any) -> list[Project]:
        """Return the projects; ValidationError names the first line that is none."""
        return [self._project(line) for line in super().clean(value)]

    def _project(self, line: str) -> Project:
        published = Project.objects.published()
        found = list(published.filter(slug=_slug_in(line))[:1] or published.filter(title__iexact=line)[:2])
        if len(found) != 1:
            said = {"line": line[:LONGEST_SHOWN]}
            raise ValidationError(
                _("Bij “%(line)s” vinden we geen project. Plak het adres van de pagina."), params=said
            )
        return found[0]


def offered(user: User, profile: Profile | None) -> dict[str, list[OptionGroup]]:
    """Return what can be chosen, for each field with a long list."""
    return {"themes": choices.themes(), "regions": choices.regions(), "projects": _projects(user, profile)}


def region_value(region: Region) -> str:
    """Return a region as the list of choices names it."""
    return f"{region.slug}@{region.scheme.valid_from.isoformat()}"


def find_regions(values: Iterable[str]) -> list[Region]:
    """Return the regions that these values name."""
    wanted = set(values)
    slugs = [value.partition("@")[0] for value in wanted]
    found = Region.objects.filter(slug__in=slugs).select_related("scheme")
    return [region for region in found if region_value(region) in wanted]


def _projects(user: User, profile: Profile | None) -> list[OptionGroup]:
    """Return the projects that somebody listed, and those of their institutes."""
    own = user.memberships.filter(status=MemberStatus.ACTIVE).values("institute")
    near = list(Project.objects.published().filter(institute__in=own).newest()[:MOST_OF_INSTITUTE])
    listed = list(profile.projects.filter(status=Status.PUBLISHED)) if profile else []
    together = {project.slug: project for project in [*listed, *near]}
    options = [Option(slug, project.title, project.language) for slug, project in together.items()]
    return [OptionGroup("", options)] if options else []


def _slug_in(line: str) -> str:
    """Return the last part of the path of an address; "-" for what is none."""
    try:
        parts = [part for part in urlsplit(line).path.split("/") if part]
    except ValueError:
        parts = []
    return parts[-1] if len(parts) > 1 or "://" in line else "-"
