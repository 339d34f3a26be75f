"""Programmes and collections that a designer hopes never to meet."""

import datetime

from projects.models import Project, Resource
from projects.search.indexing import index
from projects.states import Phase
from tests import factories


def make_awkward_gathered(word: str, projects: list[Project]) -> None:
    """Make a programme and a collection with far too much of everything, and one of each with the least."""
    _make_programmes(word, projects)
    _make_collections(word, projects)


def _make_programmes(word: str, projects: list[Project]) -> None:
    much = factories.ProgrammeFactory(
        slug="te-veel", name=f"Programma {word}", summary=f"{word} " * 20, start="2019", end="2031-05",
        source_url=f"https://zorg.example/{'pad/' * 40}",
    )  # fmt: skip
    lines = [factories.ProgrammeLineFactory(programme=much, name=f"{word} {n}", position=n) for n in range(3)]
    many = factories.ProjectFactory.create_batch(8, published=True, title=f"Project {word}")
    for place, project in enumerate([*projects, *many]):
        if project in many:
            Project.objects.filter(pk=project.pk).update(phase=Phase.values[place % 6])
        factories.ProjectProgrammeFactory(project=project, programme=much, line=lines[place % 2] if place % 3 else None)
    for n, state in enumerate(["reached", "planned", "dropped", "reached", "planned"]):
        moment = f"20{20 + 2 * n}-0{n + 1}"
        factories.ProgrammeMilestoneFactory(
            programme=much,
            title=f"{word} {n}",
            moment=moment,
            state=state,
            line=lines[0],
            source_url="https://z.example/",
        )
    for day in range(1, 6):
        told_on = datetime.date(2026, 5, day)
        table = f"| {word} | b |\n|---|---|\n| 1 | {word} |\n\n- {word}"
        factories.ProgrammeUpdateFactory(
            programme=much, title=f"{word} {day}", text=table, told_on=told_on, told_by=word
        )
    factories.ProgrammeDocumentFactory(programme=much, title=word)
    factories.ProgrammeFactory(slug="weinig", name="Weinig", summary="")
    index("project", [project.pk for project in (*projects, *many)])


def _make_collections(word: str, projects: list[Project]) -> None:
    much = factories.CollectionFactory(
        slug="te-veel",
        title=f"Bundel {word}",
        text=f"# {word}\n\n{word} " * 5,
        owner_name=f"Demi {word}",
        is_featured=True,
    )
    for project in projects:
        factories.CollectionItemFactory(collection=much, project=project, note=f"{word} " * 8)
        for lesson in project.lessons.all():
            factories.CollectionItemFactory(collection=much, project=None, lesson=lesson, note="")
    for resource in Resource.objects.filter(project__in=projects):
        factories.CollectionItemFactory(collection=much, project=None, resource=resource, note=word)
    least = factories.CollectionFactory(slug="weinig", title="Nog leeg", text="", owner=None, language="en")
    index("collection", [much.pk, least.pk])
