"""The projects of a programme by line: some of each, and how many there are."""

from collections import defaultdict
from dataclasses import dataclass, field

from django.db.models import Count, F, QuerySet, Window
from django.db.models.functions import RowNumber
from django.urls import reverse
from django.utils.safestring import SafeString

from projects.models import Programme, ProgrammeLine, Project, ProjectProgramme
from projects.states import Status
from projects.views.latest import as_html, kept

SHOWN = 5
NO_LINE = 0


@dataclass
class LinePart:
    """A line with the newest of its projects; `line` is None for projects without one."""

    line: ProgrammeLine | None
    total: int
    url: str
    projects: list[Project] = field(default_factory=list)

    @property
    def has_more(self) -> bool:
        """Whether there are projects that are not shown here."""
        return self.total > len(self.projects)


def links_of(programme: Programme) -> QuerySet[ProjectProgramme]:
    """Return the links of published projects to a programme."""
    return ProjectProgramme.objects.filter(programme=programme, project__status=Status.PUBLISHED)


def line_url(programme: Programme, line: ProgrammeLine | None) -> str:
    """Return the page with all projects of a line, or with those without one."""
    return reverse("projects:programme_line", args=[programme.slug, line.pk if line else NO_LINE])


def lines_of(programme: Programme, lines: list[ProgrammeLine], shown: int) -> list[LinePart]:
    """Return all lines in their order, and last the projects without a line, if any."""
    links = links_of(programme)
    totals = dict(links.order_by().values_list("line").annotate(Count("pk")))
    projects = _newest(links, shown)
    parts = [_part(programme, line, totals, projects) for line in lines]
    return [*parts, _part(programme, None, totals, projects)] if None in totals else parts


def lines_as_html(programme: Programme, shown: int) -> SafeString:
    """Return the same as HTML, or what to say when there is no project yet."""

    def made() -> SafeString:
        lines = lines_of(programme, list(programme.lines.all()), shown)
        context = {"lines": lines, "total": sum(part.total for part in lines)}
        return as_html("projects/programmes/_lines.html", context)

    return kept("lines", programme.pk, shown, make=made)


def _part(
    programme: Programme, line: ProgrammeLine | None, totals: dict[int | None, int], projects: dict[int | None, list]
) -> LinePart:
    pk = line.pk if line else None
    return LinePart(line, totals.get(pk, 0), line_url(programme, line), projects.get(pk, []))


def _newest(links: QuerySet[ProjectProgramme], shown: int) -> dict[int | None, list[Project]]:
    """Return the newest projects of each line, in one query whatever the number of lines."""
    newest = [F("project__published_at").desc(), F("project__pk").desc()]
    ranked = links.annotate(row=Window(RowNumber(), partition_by=F("line"), order_by=newest)).filter(row__lte=shown)
    fields = [f"project__{name}" for name in ("slug", "title", "language", "phase", "institute__name")]
    found: dict[int | None, list[Project]] = defaultdict(list)
    for link in ranked.select_related("project__institute").only("line_id", "programme_id", *fields).order_by("row"):
        found[link.line_id].append(link.project)
    return found
