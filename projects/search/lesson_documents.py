"""The documents of lessons. One that leads a cluster can be found by what was merged into it as well."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from projects.models import Lesson, Project
from projects.search import facets
from projects.search.clusters import Clusters, outside
from projects.search.document import Document
from projects.search.gathering import gather

Keys = list[str]
PHASE, THEME = "fase", "thema"


def lesson_documents(
    projects: Sequence[Project], clusters: Clusters, keys_of: Mapping[int, Keys], make_keys: Callable[[Project], Keys]
) -> Iterator[Document]:
    """Give the documents of the lessons of these published projects, but for those that are read on another's page.

    `clusters` are those of their lessons; `keys_of` are the facets of the projects; `make_keys` gives those of another
    project that is needed too.
    """
    if not projects:
        return
    others = gather(more) if (more := outside(clusters, list(keys_of))) else []
    keys = {**keys_of, **{project.pk: make_keys(project) for project in others}}
    there = {lesson.pk: (lesson, project) for project in [*projects, *others] for lesson in project.lessons.all()}
    themes = {pk: slugs for project in [*projects, *others] for pk, slugs in project.themes_of_lessons.items()}
    for project in projects:
        for lesson in project.lessons.all():
            if lesson.pk in clusters.hidden:
                continue
            taken_in = [there[one.lesson] for one in clusters.taken_in.get(lesson.pk, ()) if one.lesson in there]
            yield _document([(lesson, project), *taken_in], keys, themes)


def _document(
    met: Sequence[tuple[Lesson, Project]], keys: Mapping[int, Keys], themes: Mapping[int, set[str]]
) -> Document:
    """Return the document of the first, with the texts and the facets of all."""
    lesson, project = met[0]
    own = [key for one, its in met for key in _keys(one, its, keys[its.pk], themes.get(one.pk, ()))]
    return Document.of(
        {
            "A": [one.title for one, _project in met],
            "B": [one.advice for one, _project in met],
            "C": [text for one, _project in met for text in (one.situation, one.outcome)],
            "D": [its.title for _lesson, its in met],
        },
        kind="lesson",
        object_id=lesson.pk,
        keys=sorted({*own, f"{facets.LESSON_KIND.name}:{lesson.kind}"}),
        published_at=project.published_at,
        confirmed_on=project.confirmed_on,
    )


def _keys(lesson: Lesson, project: Project, keys: Keys, themes: Sequence[str]) -> Keys:
    """Return the facets of a lesson: those of its project, its own phase instead of that one, its own themes too."""
    kept = [key for key in keys if not (lesson.phase and key.startswith(f"{PHASE}:"))]
    own = [f"{PHASE}:{lesson.phase}"] if lesson.phase else []
    return [*kept, *own, *(f"{THEME}:{slug}" for slug in themes)]
