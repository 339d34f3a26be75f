"""How a resource becomes a search document: its words, with those that lay people use, and its facets."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from projects.models import Institute, Project, Resource, Theme
from projects.search import facets, relations
from projects.search.document import Document
from projects.search.facets import Facet, Option, slugs_of
from projects.search.statements import Statement, made, own_fields, together, wanted, written
from projects.states import Language, ResourceKind
from projects.states.resources import Audience

UNDATED = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)
RELATIONS: relations.Paths = {
    "theme_links": ("tag__slug", "tag__name", "tag__name_en", "tag__parent__slug"),
    "conditions": ("pk", "slug", "name", "synonyms"),
    "target_groups": ("pk", "slug", "name"),
}
"""What a document is made of, by relation of a resource."""


def _facet(name: str, label: Promise, values: object, choices: type) -> Facet:
    return Facet(name, label, values, lambda: [Option(value, str(text)) for value, text in choices.choices])


OWN = (
    _facet("hulpmiddel", _("Soort hulpmiddel"), lambda resource: [resource.kind], ResourceKind),
    _facet("voor", _("Voor wie"), lambda resource: resource.audiences, Audience),
    _facet("taal", _("Taal"), lambda resource: [resource.language], Language),
)
"""The facets that only a resource has."""
for facet in OWN:
    facets.register(facet)

_TERMS = {"aandoening": slugs_of("conditions"), "doelgroep": slugs_of("target_groups")}


def held_by(projects: Iterable[Project]) -> dict[int, list[Resource]]:
    """Return the published resources of gathered projects, and those that came from them, by project."""
    owners = {
        resource.pk: project.pk
        for project in projects
        for name in ("resources", "further_resources")
        for resource in getattr(project, name).all()
    }
    held: dict[int, list[Resource]] = defaultdict(list)
    for resource in gather(owners):
        held[owners[resource.pk]].append(resource)
    return held


def gather(pks: Iterable[int]) -> list[Resource]:
    """Return the published ones among `pks`, in the order of a project's page, with all that documents are made of."""
    pks = list(pks)
    own, related = together((_resources(), pks), (_relations(), pks))
    found = [_resource(values) for values in own]
    relations.put(found, RELATIONS, relations.read(related))
    return found


@cache
def _resources() -> Statement:
    found = Resource.objects.published().filter(pk__in=wanted()).in_order()
    return written(found.values_list(*own_fields(Resource), "institute__slug"))


@cache
def _relations() -> Statement:
    first, *others = relations.queries(Resource, RELATIONS)
    return written(first.union(*others, all=True))


def _resource(values: Sequence[Any]) -> Resource:
    *own, institute = values
    resource = made(Resource, own_fields(Resource), own)
    resource.institute = Institute(pk=resource.institute_id, slug=institute) if resource.institute_id else None
    return resource


def standing_alone(pks: Iterable[int]) -> Iterator[Document]:
    """Give the documents of the published ones among `pks` that belong to no project."""
    return (document(resource, None, []) for resource in gather(pks) if resource.project_id is None)


def document(resource: Resource, project: Project | None, keys: Iterable[str]) -> Document:
    """Return the document of a resource; it has the facets of its project, if any, and its own."""
    published_at = resource.published_at or (project.published_at if project else UNDATED)
    return Document.of(
        _texts(resource, project),
        kind="resource",
        object_id=resource.pk,
        keys=sorted({*keys, *_keys(resource, project)}),
        published_at=published_at,
        confirmed_on=resource.revised_on,
    )


def _texts(resource: Resource, project: Project | None) -> dict[str, list[str]]:
    conditions = [word for one in resource.conditions.all() for word in (one.name, *one.synonyms)]
    around = [resource.owner, resource.keeper, str(ResourceKind(resource.kind).label), *resource.audience_labels]
    around += [f"{theme.name} {theme.name_en}" for theme in _themes(resource)]
    around += [term.name for term in resource.target_groups.all()]
    return {
        "A": [resource.title],
        "B": [resource.summary, resource.decision_moment, *conditions],
        "C": [resource.quality],
        "D": [*around, project.title if project else ""],
    }


def _keys(resource: Resource, project: Project | None) -> Iterator[str]:
    for name, values in {**{facet.name: facet.values for facet in OWN}, **_TERMS}.items():
        yield from (f"{name}:{value}" for value in values(resource))
    for theme in _themes(resource):
        yield f"thema:{theme.slug}"
        if theme.parent:
            yield f"thema:{theme.parent.slug}"
    institute = resource.institute or (project.institute if project else None)
    if institute:
        yield f"instelling:{institute.slug}"


def _themes(resource: Resource) -> Iterator[Theme]:
    return (link.tag for link in resource.theme_links.all())
