"""Pitfalls ahead: what comparable projects met, how many of them, usually in which phase, and what helped."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.db.models import Count, Exists, OuterRef
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from projects.forms.forecast import LookAheadForm
from projects.models import Lesson, Project, Sector, Theme
from projects.querysets.forecast import EARLIER, FROM_NOW, UNKNOWN, Counted, count_pitfalls
from projects.querysets.projects import ProjectQuerySet
from projects.states import Phase
from projects.views.caching import unless_unchanged
from projects.views.latest import as_html, kept
from projects.views.lesson_company import with_company
from projects.views.lesson_help import Help, helps_for

MOST, PROJECTS_SHOWN = 10, 5
ENOUGH_FOR_A_SHARE = 10
"""A share of less projects than this says nothing, and is not told."""


@dataclass
class Pitfall:
    """A pitfall that some of the projects met."""

    counted: Counted
    lessons: list[Lesson]
    """Those that say it, the first of which is shown."""
    projects: list[Project]
    helps: list[Help] = field(default_factory=list)
    share: int | None = None
    """Which part of the projects met it, in percent; None when there are too few to tell."""

    @property
    def lesson(self) -> Lesson:
        """The one to show."""
        return self.lessons[0]

    @property
    def number(self) -> int:
        """How many of the projects met it."""
        return self.counted.number

    @property
    def phase(self) -> str:
        """In which phase it usually comes."""
        return self.counted.phase

    @property
    def phase_label(self) -> str:
        """The same, in words."""
        return str(Phase(self.counted.phase).label) if self.counted.phase else ""

    @property
    def more_than_one(self) -> bool:
        """Whether several lessons tell what helped, so that each has to name its project."""
        return len(self.lessons) > 1

    @property
    def shown(self) -> list[Project]:
        """The projects that are named."""
        return self.projects[:PROJECTS_SHOWN]

    @property
    def more(self) -> int:
        """How many projects met it that are not named."""
        return self.number - len(self.shown)


@dataclass
class Stretch:
    """Pitfalls that come at about the same time."""

    name: str
    label: str
    total: int
    pitfalls: list[Pitfall]

    @property
    def more(self) -> int:
        """How many there are that are not shown."""
        return self.total - len(self.pitfalls)


@dataclass
class Numbers:
    """How many projects are comparable, and how many of those wrote down any lesson."""

    projects: int
    with_lessons: int

    @property
    def enough(self) -> bool:
        """Whether a share of them tells anything."""
        return self.projects >= ENOUGH_FOR_A_SHARE


@login_not_required
@require_safe
@unless_unchanged
def lesson_forecast(request: HttpRequest) -> HttpResponse:
    """Show the pitfalls that lie ahead for the theme, sector and phase in the address; without any, ask for one."""
    form = LookAheadForm(request.GET)
    context = {
        "selects": form.selects("thema", "sector", "fase"),
        "chosen": list(form.chosen.values()),
        "of_what": [option for name, option in form.chosen.items() if name != "fase"],
        "unknown": form.unknown,
        "numbers": None,
        "stretches": "",
        "page_url": request.build_absolute_uri(),
    }
    return render(request, "projects/forecast.html", context | (_ahead(form) if form.chosen else {}))


def comparable_projects(*, theme: str = "", sector: str = "") -> ProjectQuerySet:
    """Return the published projects with this theme, or one below it, and this sector; slugs, empty for any."""
    found = Project.objects.published()
    if theme:
        found = found.on_theme(Theme.objects.get(slug=theme))
    if sector:
        links = Project.sectors.through.objects.filter(sector=Sector.objects.get(slug=sector))
        found = found.filter(pk__in=links.values("project"))
    return found


def _ahead(form: LookAheadForm) -> dict[str, Any]:
    asked = [form.value(name) for name in ("thema", "sector", "fase")]
    numbers, stretches = kept("ahead", *asked, make=lambda: _made(*asked))
    return {"numbers": numbers, "stretches": stretches}


def _made(theme: str, sector: str, phase: str) -> tuple[Numbers, SafeString]:
    """Return the numbers, and all stretches as HTML: everybody who asks this reads the same."""
    chosen = comparable_projects(theme=theme, sector=sector)
    pitfalls = _loaded(count_pitfalls(chosen, phases=Phase.values, phase=phase, most=MOST))
    numbers = _numbers(chosen)
    for one in pitfalls:
        one.share = round(100 * one.number / numbers.projects) if numbers.enough else None
    stretches = _stretches(pitfalls, asked=phase)
    context = {"stretches": stretches, "numbers": numbers}
    return numbers, as_html("projects/_forecast_stretches.html", context) if stretches else mark_safe("")


def _numbers(chosen: ProjectQuerySet) -> Numbers:
    has_any = Exists(Lesson.objects.filter(project=OuterRef("pk")))
    return Numbers(**chosen.aggregate(projects=Count("pk"), with_lessons=Count("pk", filter=has_any)))


def _loaded(counted: Sequence[Counted]) -> list[Pitfall]:
    """Return the pitfalls with their lessons, the projects that met them, and what helped."""
    told = Lesson.objects.published().for_card()
    lessons = _by_pk(told, (pk for one in counted for pk in one.lessons))
    with_company(lessons.values())
    projects = Project.objects.published().only("title", "slug", "language")
    shown = _by_pk(projects, (pk for one in counted for pk in _once(one.projects)[:PROJECTS_SHOWN]))
    found = [
        Pitfall(
            one,
            [lessons[pk] for pk in one.lessons if pk in lessons],
            [shown[pk] for pk in _once(one.projects)[:PROJECTS_SHOWN] if pk in shown],
        )
        for one in counted
    ]
    found = [one for one in found if one.lessons]
    helps = helps_for({one.lesson.pk: one.lessons for one in found})
    for one in found:
        one.helps = helps[one.lesson.pk]
    return found


def _by_pk(queryset: ProjectQuerySet, pks: Iterable[int]) -> dict:
    return {one.pk: one for one in queryset.filter(pk__in=set(pks))}


def _once(pks: Iterable[int]) -> list[int]:
    return list(dict.fromkeys(pks))


def _stretches(pitfalls: Sequence[Pitfall], *, asked: str) -> list[Stretch]:
    first = _("Wat u nu of later kunt tegenkomen") if asked else _("Valkuilen, de meest voorkomende eerst")
    labels = {
        FROM_NOW: ("straks", first),
        EARLIER: ("eerder", _("Wat meestal eerder komt")),
        UNKNOWN: ("onbekend", _("Waarvan niet bekend is wanneer het komt")),
    }
    found = []
    for bucket, (name, label) in labels.items():
        here = [one for one in pitfalls if one.counted.bucket == bucket]
        if here:
            found.append(Stretch(name, label, here[0].counted.total, here))
    return found
