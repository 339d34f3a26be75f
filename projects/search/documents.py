"""How each kind of object becomes a search document: which texts weigh what, and which facets it has."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.contrib.postgres.search import SearchVector
from django.db.models import Model, QuerySet, Value

from projects.models import Lesson, Project
from projects.search import facets
from projects.search.coverage import RegionMap
from projects.search.models import SearchDocument
from projects.search.querysets import CONFIG
from projects.states import Scope
from vindplaats.text import fold

# PostgreSQL holds at most 1 MB of lexemes in a tsvector; a text this long is never read to the end anyway.
MAX_CHARACTERS = 200_000
Weighted = dict[str, Iterable[str]]
"""Texts by weight: A for the title, B for the summary, C for the body, D for the vocabulary around it."""


@dataclass(frozen=True)
class Source:
    """One kind of findable object."""

    kind: str
    find: Callable[[Iterable[int]], QuerySet]
    """The published objects among these ids, with all that a document needs."""
    build: Callable[[Model, RegionMap], SearchDocument]


def project_document(project: Project, regions: RegionMap) -> SearchDocument:
    """Return the document of a project."""
    return SearchDocument(
        kind="project",
        object_id=project.pk,
        language=project.language,
        facets=facets.keys(project),
        regions=_regions(project, regions),
        published_at=project.published_at,
        confirmed_on=project.confirmed_on,
        **_vector(_project_texts(project)),
    )


def lesson_document(lesson: Lesson, regions: RegionMap) -> SearchDocument:
    """Return the document of a lesson; it has the facets of its project and its own kind."""
    project = lesson.project
    return SearchDocument(
        kind="lesson",
        object_id=lesson.pk,
        language=lesson.language,
        facets=[*facets.keys(project), f"{facets.LESSON_KIND.name}:{lesson.kind}"],
        regions=_regions(project, regions),
        published_at=project.published_at,
        confirmed_on=project.confirmed_on,
        **_vector(
            {"A": [lesson.title], "B": [lesson.advice], "C": [lesson.situation, lesson.outcome], "D": [project.title]}
        ),
    )


def _project_texts(project: Project) -> Weighted:
    lessons = list(project.lessons.all())
    themes = [f"{theme.name} {theme.name_en}" for theme in project.themes.all()]
    institute = [project.institute.name, project.institute.place] if project.institute else []
    named = [project.sectors, project.target_groups, project.conditions, project.technologies, project.applications]
    around = [term.name for terms in named for term in terms.all()]
    around += [synonym for condition in project.conditions.all() for synonym in condition.synonyms]
    around += [partner.name for partner in project.partners.all()]
    around += [link.programme.name for link in project.programme_links.all()]
    around += [gemeente.name for gemeente in project.gemeenten.all()]
    around += [region.name for region in project.regions.all()]
    body = [project.problem, project.approach, project.results, project.stop_explanation, project.kept_explanation]
    body += [text for lesson in lessons for text in (lesson.title, lesson.situation, lesson.outcome, lesson.advice)]
    return {"A": [project.title], "B": [project.summary, *themes, *institute], "C": body, "D": around}


def _regions(project: Project, regions: RegionMap) -> list[str]:
    return regions.slugs(
        gemeenten=[gemeente.pk for gemeente in project.gemeenten.all()],
        regions=project.regions.all(),
        national=project.scope == Scope.NATIONAL,
    )


def _vector(texts: Weighted) -> dict[str, object]:
    folded = {weight: fold(" ".join(parts))[:MAX_CHARACTERS] for weight, parts in texts.items()}
    vectors = [SearchVector(Value(text), weight=weight, config=CONFIG) for weight, text in folded.items() if text]
    vector = vectors[0]
    for other in vectors[1:]:
        vector += other
    return {"vector": vector, "length": sum(text.count(" ") + 1 for text in folded.values())}


def _projects(pks: Iterable[int]) -> QuerySet:
    return Project.objects.published().filter(pk__in=pks).with_texts_for_search()


def _lessons(pks: Iterable[int]) -> QuerySet:
    return Lesson.objects.published().filter(pk__in=pks).with_project_for_search()


SOURCES = {
    source.kind: source
    for source in (
        Source("project", _projects, project_document),
        Source("lesson", _lessons, lesson_document),
    )
}
