"""The kinds of things that `/zoeken/` shows, in the order of the page.

A kind of another app joins with `register(Group(...))` in its AppConfig.ready(); it is shown as soon as the search
engine has that kind.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from projects.search import kinds
from projects.search.highlight import Sought
from projects.views import hits
from projects.views.collections.reading import of_collections


@dataclass(frozen=True)
class Group:
    """One kind: its name in addresses and on the page, how to show ids of it, and its own list."""

    kind: str
    slug: str
    label: Promise
    load: Callable[[list[int], Sought], list[hits.Hit]]
    list_page: str = ""
    """The name of the address that lists them all and takes `q`; without one they are paged here."""


_GROUPS: dict[str, Group] = {}


def register(group: Group) -> None:
    """Add a kind at the end, or put it in the place of the one with that name."""
    _GROUPS[group.kind] = group


def groups() -> list[Group]:
    """Return those that can be found today."""
    findable = set(kinds.names())
    return [group for group in _GROUPS.values() if group.kind in findable]


register(Group("project", "projecten", _("Projecten"), hits.of_projects, "projects:project_list"))
register(Group("lesson", "lessen", _("Lessen"), hits.of_lessons, "projects:lesson_list"))
register(Group("resource", "hulpmiddelen", _("Hulpmiddelen"), hits.of_resources, "projects:resource_list"))
register(Group("institute", "instellingen", _("Instellingen"), hits.of_institutes, "projects:institute_list"))
register(Group("programme", "programmas", _("Programma's"), hits.of_programmes))
register(Group("collection", "verzamelingen", _("Verzamelingen"), of_collections, "projects:collection_list"))
