"""Some hundreds of rows at once: each step is done for all of them, in a number of queries that stays the same.

Nothing is written for a row that is refused: all is settled before the first write.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from typing import Any

from django.db import connection
from django.utils import timezone
from django.utils.translation import gettext as _

from projects.models import FormerSlug, Lesson, Project, Resource, Technology
from projects.models.institutes import RESERVED_INSTITUTE_SLUGS, Institute
from projects.models.lessons import RESERVED_LESSON_SLUGS
from projects.models.projects import RESERVED_SLUGS
from projects.models.resources import RESERVED_RESOURCE_SLUGS
from projects.search.indexing import forget, index
from projects.services.importing.belongings import CHILDREN, items_of
from projects.services.importing.institutes import Institutes, differing_kind
from projects.services.importing.known import Known
from projects.services.importing.links import PROJECT_LINKS
from projects.services.importing.merging import change, merge
from projects.services.importing.rows import Row
from projects.services.importing.technologies import Technologies
from projects.services.slugs import Slugs
from projects.states import Status

TIMEOUT = "120s"
FOUND = {Lesson: "lesson", Resource: "resource"}
"""What can be found by itself of what belongs to a project."""


@dataclass
class Workshop:
    """What all batches of one import share."""

    status: str = Status.PUBLISHED
    """Of new projects whose row has none."""
    user: Any = None
    skip: Callable[[Collection[str]], Collection[str]] = lambda ids: ()
    """Tells which of these projects must be left alone."""
    known: Known = field(default_factory=Known)
    new_institutes: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.slugs = {
            Project: Slugs(Project, fallback="project", reserved=RESERVED_SLUGS),
            Lesson: Slugs(Lesson, fallback="les", reserved=RESERVED_LESSON_SLUGS),
            Resource: Slugs(Resource, fallback="hulpmiddel", reserved=RESERVED_RESOURCE_SLUGS),
            Institute: Slugs(Institute, fallback="instelling", reserved=RESERVED_INSTITUTE_SLUGS),
        }
        self.technologies = Technologies(Slugs(Technology, fallback="technologie"))


class Batch:
    """Rows that are saved together, in the transaction of the caller."""

    def __init__(self, rows: list[Row], workshop: Workshop) -> None:
        self.rows = rows
        self.shop = workshop
        self.now = timezone.now()
        self.institutes = Institutes(workshop.known, workshop.slugs[Institute])
        self.touched: set[int] = set()
        """Projects of which something changed."""

    def save(self) -> None:
        """Settle all rows, write those that are not refused, and tell each row its outcome."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT set_config('statement_timeout', %s, true)", [TIMEOUT])
        self._find_projects()
        self._settle()
        self._write([row for row in self.rows if not row.outcome])

    def _find_projects(self) -> None:
        ids = [row.id for row in self.rows]
        there = {
            project.external_id: project
            for project in Project.objects.select_for_update().filter(external_id__in=ids).order_by("pk")
        }
        skipped = set(self.shop.skip(ids))
        former = self._former_ids(ids)
        for row in self.rows:
            row.is_new = row.id not in there
            row.project = there.get(row.id) or Project(external_id=row.id, created_by=self.shop.user)
            row.outcome = "skipped" if row.id in skipped or row.id in former else ""
            if row.id in former:
                known = {"title": former[row.id]}
                row.warnings.append(
                    ("id", _("Dit project is samengevoegd met “%(title)s” en is overgeslagen.") % known)
                )

    def _former_ids(self, ids: list[str]) -> dict[str, str]:
        """Return the ids of projects that became part of another one, with its title."""
        former = FormerSlug.objects.filter(external_id__in=ids).exclude(external_id="")
        return dict(former.values_list("external_id", "project__title"))

    def _settle(self) -> None:
        rows = [row for row in self.rows if not row.outcome]
        partners = [partner["name"] for row in rows for partner in row.values.get("partners", ())]
        self.institutes.load([reference for row in rows for _place, reference in row.references()], partners)
        self._check_slugs(rows)
        for row in rows:
            merge(row, status=self.shop.status, now=self.now)
            self._settle_institutes(row)
            row.outcome = "refused" if row.problems else ""

    def _check_slugs(self, rows: list[Row]) -> None:
        asking = [row for row in rows if row.values.get("slug") and row.values["slug"] != row.project.slug]
        taken = self.shop.slugs[Project].taken(row.values["slug"] for row in asking)
        for row in asking:
            slug = row.values["slug"]
            if slug in taken:
                reserved = slug in RESERVED_SLUGS
                reason = (
                    _("“%(slug)s” is een vast woord van de site.")
                    if reserved
                    else _("“%(slug)s” is al van een ander project.")
                )
                row.problems.append(("slug", reason % {"slug": slug}))
            taken.add(slug)

    def _settle_institutes(self, row: Row) -> None:
        now = row.project.institute_id
        for place, reference in row.references():
            found, wrong = self.institutes.find(reference, now=now)
            if wrong:
                row.problems.append((f"{place}.name", wrong))
            elif found and (warning := differing_kind(found, reference)):
                row.warnings.append(warning)
        if not row.problems:
            row.institutes = {place: self.institutes.use(reference, now=now) for place, reference in row.references()}

    def _write(self, rows: list[Row]) -> None:
        self.shop.new_institutes += self.institutes.save()
        self.shop.technologies.make([name for row in rows for name in row.values.get("technologies", ())])
        self._write_projects(rows)
        for row in rows:
            changed = row.changed or row.project.pk in self.touched
            row.outcome = "created" if row.is_new else "updated" if changed else "unchanged"
        with connection.cursor() as cursor:
            # What is checked at the end of a transaction is checked now, so that a dry run finds it too.
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        self._index(rows)

    def _write_projects(self, rows: list[Row]) -> None:
        for row in rows:
            if "institute" in row.values:
                institute = row.institutes.get("institute")
                change(row, "institute_id", institute.pk if institute else None)
        new = [row for row in rows if row.is_new]
        self._give_slugs(new)
        Project.objects.bulk_create([row.project for row in new])
        fresh = {row.project.pk for row in new}
        self._write_links(rows, fresh)
        self._write_children(rows, fresh)
        self._update([row for row in rows if not row.is_new and (row.changed or row.project.pk in self.touched)])

    def _give_slugs(self, new: list[Row]) -> None:
        without = [row for row in new if not row.project.slug]
        claimed = [row.project.slug for row in self.rows if row.project.slug]
        slugs = self.shop.slugs[Project].allocate([row.project.title for row in without], claimed=claimed)
        for row, slug in zip(without, slugs, strict=True):
            row.project.slug = slug

    def _write_links(self, rows: list[Row], fresh: set[int]) -> None:
        for name, links in PROJECT_LINKS.items():
            given = [row for row in rows if name in row.values]
            find = self.shop.technologies.ids if name == "technologies" else list
            self.touched |= links.sync({row.project.pk: find(row.values[name]) for row in given}, fresh=fresh)

    def _write_children(self, rows: list[Row], fresh: set[int]) -> None:
        for name, children in CHILDREN.items():
            wanted = {row.project.pk: items_of(name, row, self.institutes) for row in rows if name in row.values}
            done = children.sync(wanted, fresh=fresh, slugs=self.shop.slugs.get(children.model))
            self.touched |= done.projects
            if children.model in FOUND and done.gone:
                forget(FOUND[children.model], done.gone)
            if done.beside:
                index("lesson", done.beside)

    def _update(self, rows: list[Row]) -> None:
        for row in rows:
            row.project.updated_at = self.now
        columns = {name.removesuffix("_id") for row in rows for name in row.changed}
        Project.objects.bulk_update([row.project for row in rows], sorted(columns | {"updated_at"}))

    def _index(self, rows: list[Row]) -> None:
        """Renew the documents of what changed, and of all projects of an institute that was completed."""
        changed = {row.project.pk for row in rows if row.outcome != "unchanged"}
        if self.institutes.filled:
            changed |= set(Project.objects.filter(institute__in=self.institutes.filled).values_list("pk", flat=True))
        if changed:
            index("project", sorted(changed))
