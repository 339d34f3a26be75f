"""How each kind of object becomes a search document: which texts weigh what, and which facets it has."""

import datetime
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from projects.models import Lesson, Project
from projects.search import facets
from projects.search.analysis import vector
from projects.search.coverage import RegionMap
from projects.states import Scope

# PostgreSQL holds at most 1 MB of lexemes in a tsvector; a text this long is never read to the end anyway.
MAX_CHARACTERS = 200_000
Weighted = dict[str, Iterable[str]]
"""Texts by weight: A for the title, B for the summary, C for the body, D for the vocabulary around it."""


@dataclass(frozen=True, slots=True)
class Document:
    """What can be found of one object, as it is written to the index."""

    kind: str
    object_id: int
    language: str
    vector: str
    words: str
    """The texts as one, of which the words are remembered."""
    length: int
    facets: list[str]
    regions: list[str]
    published_at: datetime.datetime
    confirmed_on: datetime.date | None


def of_projects(pks: Sequence[int], regions: RegionMap) -> Iterator[Document]:
    """Give the documents of the published projects among `pks` and of all their lessons."""
    for project in Project.objects.published().filter(pk__in=pks).with_texts_for_search():
        document = _project(project, regions)
        yield document
        yield from (_lesson(lesson, project, document) for lesson in project.lessons.all())


def of_lessons(pks: Sequence[int], regions: RegionMap) -> Iterator[Document]:
    """Give the documents of the published lessons among `pks`."""
    wanted = set(pks)
    projects = Lesson.objects.filter(pk__in=pks).values("project")
    found = of_projects(projects, regions)
    return (document for document in found if document.kind == "lesson" and document.object_id in wanted)


SOURCES: dict[str, Callable[[Sequence[int], RegionMap], Iterator[Document]]] = {
    "project": of_projects,
    "lesson": of_lessons,
}


def _project(project: Project, regions: RegionMap) -> Document:
    return Document(
        kind="project",
        object_id=project.pk,
        language=project.language,
        facets=facets.keys(project),
        regions=_regions(project, regions),
        published_at=project.published_at,
        confirmed_on=project.confirmed_on,
        **_analysed(_project_texts(project)),
    )


def _lesson(lesson: Lesson, project: Project, document: Document) -> Document:
    """Return the document of a lesson; it has the facets of its project and its own kind."""
    body = [lesson.situation, lesson.outcome]
    return Document(
        kind="lesson",
        object_id=lesson.pk,
        language=lesson.language,
        facets=[*document.facets, f"{facets.LESSON_KIND.name}:{lesson.kind}"],
        regions=document.regions,
        published_at=document.published_at,
        confirmed_on=document.confirmed_on,
        **_analysed({"A": [lesson.title], "B": [lesson.advice], "C": body, "D": [project.title]}),
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


def _analysed(texts: Weighted) -> dict[str, object]:
    joined = {weight: " ".join(parts)[:MAX_CHARACTERS] for weight, parts in texts.items()}
    return {
        "vector": vector(joined),
        "words": " ".join(joined.values()),
        "length": sum(text.count(" ") + 1 for text in joined.values()),
    }
