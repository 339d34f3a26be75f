"""The documents of a programme as links."""

from dataclasses import dataclass

from django.db.models import Q

from projects.models import Programme, ProgrammeDocument, Resource
from projects.views.latest import kept


@dataclass(frozen=True)
class Linked:
    """A document: its title, where it is, what kind of resource it is (empty for one elsewhere)."""

    title: str
    url: str
    language: str
    kind: str = ""


def documents_of(programme: Programme) -> list[Linked]:
    """Return the documents that everybody may read, in their order."""
    return kept("documents", programme.pk, make=lambda: _documents_of(programme))


def _documents_of(programme: Programme) -> list[Linked]:
    public = Q(resource=None) | Q(resource__in=Resource.objects.published())
    found = programme.documents.filter(public).select_related("resource")
    return [_linked(programme, one) for one in found]


def _linked(programme: Programme, one: ProgrammeDocument) -> Linked:
    if one.resource is None:
        return Linked(one.title, one.url, programme.language)
    resource = one.resource
    return Linked(resource.title, resource.get_absolute_url(), resource.language, str(resource.get_kind_display()))
