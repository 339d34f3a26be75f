"""How each kind of object becomes a search document: which texts weigh what, and which facets it has."""

from collections.abc import Collection, Iterator, Sequence
from functools import cache

from django.db.models import Q

from projects.models import Institute, Lesson, Programme, Project, Resource
from projects.search import aging, clusters, facets, programmes, resources, statements
from projects.search.coverage import REGION, RegionMap
from projects.search.document import Document, Weighted
from projects.search.gathering import INSTITUTE, gather_with_clusters
from projects.search.kinds import Kind
from projects.search.lesson_documents import lesson_documents
from projects.search.statements import Statement, wanted, written
from projects.states import InstituteKind, InstituteStatus, Scope

SHOWN = (InstituteStatus.VERIFIED, InstituteStatus.NAMED)
"""The states of an institute with a page, if it leads a published project: see `Institute.objects.shown()`."""


def of_projects(pks: Sequence[int], regions: RegionMap) -> Iterator[Document]:
    """Give the documents of the published projects among `pks`, their lessons, resources and institutes."""
    found, clusters_of_lessons = gather_with_clusters(pks)
    keys_of = {project.pk: _keys(project, regions) for project in found}
    for project in found:
        yield _project(project, keys_of[project.pk])
    yield from lesson_documents(found, clusters_of_lessons, keys_of, lambda project: _keys(project, regions))
    held = resources.held_by(found)
    for project in found:
        yield from (resources.document(one, project, keys_of[project.pk]) for one in held[project.pk])
    others = set(pks).difference(project.pk for project in found)
    if others:
        # What came from a project stays when that is not to be read any more.
        left = Resource.objects.filter(from_project__in=others, project=None)
        yield from resources.standing_alone(left.values_list("pk", flat=True))
    leading = {project.institute_id: project.institute for project in found if project.institute_id}
    yield from (_institute(one, regions) for one in leading.values() if one.status in SHOWN)
    under = set().union(*(project.programmes_ever for project in found))
    if others:
        yield from of_institutes([*set(institutes_of(others)).difference(leading)], regions)
        under |= programmes.of_projects(others)
    yield from of_programmes(sorted(under), regions)


def of_lessons(pks: Sequence[int], regions: RegionMap) -> Iterator[Document]:
    """Give the documents of the published lessons among `pks`."""
    return _among(
        "lesson", pks, of_projects(list(Lesson.objects.filter(pk__in=pks).values_list("project", flat=True)), regions)
    )


def of_resources(pks: Sequence[int], regions: RegionMap) -> Iterator[Document]:
    """Give the documents of the resources among `pks` that are published, with a project or by themselves."""
    owners = Project.objects.published().filter(Q(resources__in=pks) | Q(further_resources__in=pks))
    projects = list(owners.values_list("pk", flat=True).distinct())
    if projects:
        yield from _among("resource", pks, of_projects(projects, regions))
        pks = Resource.objects.filter(pk__in=pks).exclude(from_project__in=projects).values_list("pk", flat=True)
    yield from resources.standing_alone(pks)


def of_institutes(pks: Sequence[int], regions: RegionMap) -> Iterator[Document]:
    """Give the documents of the institutes among `pks` that have a page."""
    for values in statements.rows(_shown_institutes(), pks):
        yield _institute(Institute(**dict(zip(INSTITUTE, values, strict=True))), regions)


def _institute(institute: Institute, regions: RegionMap) -> Document:
    gemeenten = [institute.gemeente_id] if institute.gemeente_id else []
    slugs = regions.slugs(gemeenten=gemeenten, regions=[], national=False)
    # Django's own `get_kind_display` reads all kinds for the name of one.
    kind = str(InstituteKind(institute.kind).label)
    return Document.of(
        {"A": [institute.name], "B": [institute.place, kind], "C": [institute.description]},
        kind="institute",
        object_id=institute.pk,
        keys=[f"soort:{institute.kind}", *(f"{REGION}:{slug}" for slug in slugs)],
        published_at=institute.created_at,
    )


@cache
def _shown_institutes() -> Statement:
    """Return the statement that reads some institutes that have a page."""
    return written(Institute.objects.shown().filter(pk__in=wanted()).values_list(*INSTITUTE))


def of_programmes(pks: Sequence[int], regions: RegionMap) -> Iterator[Document]:
    """Give the documents of programmes, with their lines and with the facets of the projects that run under them."""
    if not pks:
        return
    keys = programmes.keys_of(pks)
    for programme in Programme.objects.filter(pk__in=pks).prefetch_related("lines"):
        yield Document.of(
            {
                "A": [programme.name, programme.name_en],
                "B": [programme.summary],
                "C": [line.name for line in programme.lines.all()],
            },
            kind="programme",
            object_id=programme.pk,
            keys=keys[programme.pk],
            published_at=resources.UNDATED,
        )


def institutes_of(pks: Collection[int]) -> list[int]:
    """Return the ids of the institutes that lead these projects."""
    return list(Institute.objects.filter(projects__in=pks).values_list("pk", flat=True).distinct())


def kinds() -> list[Kind]:
    """Return the kinds of this app."""
    return [
        Kind("project", Project.objects.published, of_projects, beside=clusters.beside),
        Kind("lesson", Lesson.objects.listed, of_lessons, "project", _following(Lesson)),
        Kind("resource", Resource.objects.published, of_resources, "project", _following(Resource)),
        Kind("institute", Institute.objects.shown, of_institutes, "project", institutes_of),
        Kind("programme", Programme.objects.all, of_programmes),
    ]


def _following(model: type) -> object:
    return lambda pks: list(model.objects.filter(project__in=pks).values_list("pk", flat=True))


def _among(kind: str, pks: Sequence[int], documents: Iterator[Document]) -> Iterator[Document]:
    wanted = set(pks)
    return (document for document in documents if document.kind == kind and document.object_id in wanted)


def _project(project: Project, keys: list[str]) -> Document:
    return Document.of(
        _project_texts(project),
        kind="project",
        object_id=project.pk,
        keys=keys,
        published_at=project.published_at,
        confirmed_on=project.confirmed_on,
    )


def _keys(project: Project, regions: RegionMap) -> list[str]:
    return [*facets.keys(project), *_regions(project, regions), *aging.keys(project)]


def _project_texts(project: Project) -> Weighted:
    lessons = list(project.lessons.all())
    themes = [f"{link.tag.name} {link.tag.name_en}" for link in project.theme_links.all()]
    institute = [project.institute.name, project.institute.place] if project.institute else []
    named = [project.sectors, project.target_groups, project.conditions, project.applications]
    around = [term.name for terms in named for term in terms.all()]
    around += [link.tag.name for link in project.technology_links.all()]
    around += [synonym for condition in project.conditions.all() for synonym in condition.synonyms]
    around += [partner.name for partner in project.partners.all()]
    around += [link.programme.name for link in project.programme_links.all()]
    around += [gemeente.name for gemeente in project.gemeenten.all()]
    around += [region.name for region in project.regions.all()]
    body = [project.problem, project.approach, project.results, project.stop_explanation, project.kept_explanation]
    body += [text for lesson in lessons for text in (lesson.title, lesson.situation, lesson.outcome, lesson.advice)]
    return {"A": [project.title], "B": [project.summary, *themes, *institute], "C": body, "D": around}


def _regions(project: Project, regions: RegionMap) -> list[str]:
    slugs = regions.slugs(
        gemeenten=[gemeente.pk for gemeente in project.gemeenten.all()],
        regions=project.regions.all(),
        national=project.scope == Scope.NATIONAL,
    )
    return [f"{REGION}:{slug}" for slug in slugs]
