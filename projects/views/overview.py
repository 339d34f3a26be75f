"""What a number of projects learned together: their lessons by phase, and the institutes to ask."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from projects import hooks
from projects.models import Institute, Lesson, Project
from projects.states import LessonKind, Phase
from projects.views.lesson_company import with_company

NO_PHASE = _("Fase niet bekend")
# A pitfall with what helped tells most to somebody who has yet to begin.
KINDS = (LessonKind.PITFALL, LessonKind.SUCCESS, LessonKind.TIP)
LESSONS_AT_ONCE, PROJECTS_AT_ONCE, INSTITUTES_AT_ONCE = 4, 8, 9


@dataclass
class PhaseLessons:
    """The lessons that were learned in one phase."""

    value: str
    label: Promise | str
    lessons: list[Lesson] = field(default_factory=list)
    """Each once, also when several of the projects met it."""
    projects: set[int] = field(default_factory=set)

    @property
    def project_count(self) -> int:
        """How many projects met them."""
        return len(self.projects)

    @property
    def first(self) -> list[Lesson]:
        """The ones to show at once."""
        return self.lessons[:LESSONS_AT_ONCE]

    @property
    def rest(self) -> list[Lesson]:
        """The ones to unfold."""
        return self.lessons[LESSONS_AT_ONCE:]


@dataclass
class Asked:
    """An institute to ask, and which of the projects it leads."""

    institute: Institute
    projects: list[Project]

    @property
    def ways(self) -> list[tuple[str, str]]:
        """How to ask about the first of the projects, which is the most alike: label and address."""
        return [way for ways in hooks.ways_to_ask(self.projects[0]) for way in ways]


@dataclass
class Overview:
    """What `projects`, in this order, have to tell."""

    projects: list[Project]
    phases: list[PhaseLessons]
    institutes: list[Asked]

    @property
    def first(self) -> list[Project]:
        """The ones to show at once."""
        return self.projects[:PROJECTS_AT_ONCE]

    @property
    def rest(self) -> list[Project]:
        """The ones to unfold."""
        return self.projects[PROJECTS_AT_ONCE:]

    @property
    def first_asked(self) -> list[Asked]:
        """The institutes to show at once."""
        return self.institutes[:INSTITUTES_AT_ONCE]

    @property
    def rest_asked(self) -> list[Asked]:
        """The institutes to unfold."""
        return self.institutes[INSTITUTES_AT_ONCE:]

    @property
    def lesson_count(self) -> int:
        """How many lessons there are."""
        return sum(len(phase.lessons) for phase in self.phases)


def overview_of(projects: list[Project]) -> Overview:
    """Return the overview of projects as on a card, in three queries; their order holds in all of it."""
    lessons = with_company(Lesson.objects.published().filter(project__in=projects).for_card())
    return Overview(projects, _by_phase(projects, lessons), _institutes(projects))


def _by_phase(projects: list[Project], lessons: Iterable[Lesson]) -> list[PhaseLessons]:
    """Group lessons by the phase in which most of the projects met them; what several met is one lesson."""
    place = {project.pk: number for number, project in enumerate(projects)}
    labels = {**dict(Phase.choices), "": NO_PHASE}
    phases = {value: PhaseLessons(value, label) for value, label in labels.items()}
    same: dict[int, list[Lesson]] = {}
    for lesson in sorted(lessons, key=lambda one: (KINDS.index(one.kind), place[one.project_id], one.position)):
        same.setdefault(min(lesson.company.same), []).append(lesson)
    for first, *others in same.values():
        phase = phases[usual_phase([first, *others])]
        phase.lessons.append(first)
        phase.projects.update(one.project_id for one in (first, *others))
    return [phase for phase in phases.values() if phase.lessons]


def usual_phase(lessons: Iterable[Lesson]) -> str:
    """Return the phase in which most projects met these lessons, the earliest of several; empty when none says."""
    met = {(lesson.project_id, lesson.phase_of_all) for lesson in lessons}
    counts = Counter(phase for _project, phase in met if phase)
    return max(Phase.values, key=lambda phase: counts[phase]) if counts else ""


def _institutes(projects: list[Project]) -> list[Asked]:
    led: dict[int, list[Project]] = {}
    for project in projects:
        if project.institute_id:
            led.setdefault(project.institute_id, []).append(project)
    found = Institute.objects.shown().in_bulk(led)
    return [Asked(found[pk], theirs) for pk, theirs in led.items() if pk in found]
