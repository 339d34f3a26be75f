"""What the records of `benchmarks.synthetic` leave out: programmes of projects, and what resources are about."""

import datetime
import random
from typing import Any

from benchmarks.words import ADVICE, NAMES

UNDER_A_PROGRAMME, RESOURCES = 3_000, 3_000
"""How many projects run under a programme, and how many resources are about something."""
DECISION_AIDS = 10
"""One of so many resources helps a patient to decide."""
MILESTONES, UPDATES, DOCUMENTS = 40, 60, 30
"""What the editors of the largest programme keep."""
FIRST_DAY = datetime.date(2020, 1, 1)


def programmes() -> None:
    """Put projects under the programmes that ship, most of them under one, and let that one tell much."""
    from projects.models import Programme, Project, ProjectProgramme  # noqa: PLC0415 - needs Django
    from projects.search.indexing import index  # noqa: PLC0415

    rng = random.Random(1)  # noqa: S311 - nothing secret
    found = list(Programme.objects.order_by("pk").prefetch_related("lines"))
    often = [1 / (place + 1) for place in range(len(found))]
    projects = list(Project.objects.published().order_by("slug").values_list("pk", flat=True)[:UNDER_A_PROGRAMME])
    chosen = rng.choices(found, often, k=len(projects))
    ProjectProgramme.objects.bulk_create(
        ProjectProgramme(project_id=pk, programme=one, line=rng.choice(list(one.lines.all())))
        for pk, one in zip(projects, chosen, strict=True)
    )
    _tell(largest_programme())
    index("project", projects)
    index("programme", [one.pk for one in found])


def resources() -> None:
    """Say what resources are, of whom, and what they are about."""
    from projects.models import Condition, Resource, TargetGroup, Theme  # noqa: PLC0415 - needs Django
    from projects.models.resources import ResourceCondition, ResourceTargetGroup  # noqa: PLC0415
    from projects.models.themes import ResourceTheme  # noqa: PLC0415
    from projects.search.indexing import index  # noqa: PLC0415

    rng, names = random.Random(2), NAMES.split("|")  # noqa: S311 - nothing secret
    found = list(Resource.objects.published().order_by("slug")[:RESOURCES])
    for place, one in enumerate(found):
        one.summary, one.owner, one.year = f"{text(place)}. {text(place + 1)}.", names[place % len(names)], 2020
        one.kind = one.kind if place % DECISION_AIDS else "decision_aid"
    Resource.objects.bulk_update(found, ["summary", "owner", "year", "kind"], batch_size=500)
    links = {"tag": (ResourceTheme, Theme), "condition": (ResourceCondition, Condition)}
    links["targetgroup"] = (ResourceTargetGroup, TargetGroup)
    for name, (link, term) in links.items():
        terms, to = list(term.objects.all()), "content_object" if name == "tag" else "resource"
        link.objects.bulk_create(
            link(**{to: one, name: about}) for one in found for about in rng.sample(terms, rng.randint(1, 3))
        )
    index("resource", [one.pk for one in found])


def largest_programme() -> Any:
    """Return the programme under which most projects run."""
    from django.db.models import Count  # noqa: PLC0415 - needs Django

    from projects.models import Programme  # noqa: PLC0415

    return Programme.objects.alias(number=Count("project_links")).order_by("-number", "pk")[0]


def text(number: int) -> str:
    """Return a sentence without its full stop."""
    words = {"thing": "het rooster", "thing2": "de scholing", "people": "teamleiders", "number": number}
    words |= {"doing": "overdragen", "target": "mantelzorgers", "technology": "beeldbellen"}
    return ADVICE[number % len(ADVICE)].format(**words)


def _tell(programme: Any) -> None:
    """Give a programme milestones on all its lines, messages and documents."""
    from projects.models import (  # noqa: PLC0415 - needs Django
        ProgrammeDocument,
        ProgrammeMilestone,
        ProgrammeUpdate,
        Resource,
    )

    lines, states = list(programme.lines.all()), ["reached", "reached", "planned", "dropped"]
    ProgrammeMilestone.objects.bulk_create(
        ProgrammeMilestone(
            programme=programme,
            line=lines[number % len(lines)],
            title=f"Mijlpaal {number}: {text(number)}",
            moment=f"{2020 + number % 8}-{1 + number % 12:02}",
            state=states[number % len(states)],
        )
        for number in range(MILESTONES)
    )
    ProgrammeUpdate.objects.bulk_create(
        ProgrammeUpdate(
            programme=programme,
            title=f"Stand van zaken {number}",
            text=f"{text(number)}.\n\n- {text(number + 1)}\n- {text(number + 2)}\n\n{text(number + 3)}.",
            told_on=FIRST_DAY + datetime.timedelta(days=40 * number),
            told_by="Programmabureau",
        )
        for number in range(UPDATES)
    )
    ProgrammeDocument.objects.bulk_create(
        ProgrammeDocument(programme=programme, resource=resource, position=place)
        for place, resource in enumerate(Resource.objects.order_by("slug")[:DOCUMENTS])
    )
