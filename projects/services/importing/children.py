"""What belongs to one project - lessons, resources, partners, funding - brought up to date for a whole batch at once.

An item of the file is matched with what is there by slug, else by what names it, so that it stays the same object.
"""

from collections import defaultdict
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from typing import Any

from django.db import models
from django.utils import timezone

from projects.models import Lesson
from projects.services.importing.links import Links
from projects.services.lessons.clusters import beside
from projects.services.slugs import Slugs

Item = dict[str, Any]
IF_NEW = "if new"
"""The key of an item under which stand columns for a new object only; an object that is there keeps its own."""
ROWS = 500


@dataclass(frozen=True)
class Children:
    """One kind of thing that belongs to a project. `name_of` gives what an item or an object is matched by."""

    model: type[models.Model]
    columns: tuple[str, ...]
    name_of: Callable[[Callable[[str], Any]], Any]
    links: dict[str, Links] = field(default_factory=dict)
    has_slug: bool = False
    before_delete: Callable[[list[int]], object] = lambda pks: None
    """Lets go of what hangs on rows that are about to go, such as files."""

    def sync(self, wanted: dict[int, list[Item]], *, fresh: Collection[int], slugs: Slugs | None = None) -> "Outcome":
        """Make the items of each project those that are wanted, in their order; tell what changed."""
        work = Outcome()
        there = self._there([pk for pk in wanted if pk not in fresh])
        for project, items in wanted.items():
            self._match(project, items, there.get(project, []), work)
        self._write(work, slugs)
        return work

    def _there(self, projects: list[int]) -> dict[int, list[models.Model]]:
        found: dict[int, list[models.Model]] = defaultdict(list)
        if projects:
            for child in self.model.objects.filter(project__in=projects).order_by("position", "pk"):
                found[child.project_id].append(child)
        return found

    def _match(self, project: int, items: list[Item], there: list[models.Model], work: "Outcome") -> None:
        left = list(there)
        for position, item in enumerate(items):
            child = self._take(item, left)
            if child is None:
                child = self.model(project_id=project, **item.get(IF_NEW, {}))
                work.new.append((child, item.get("slug", "")))
                work.projects.add(project)
            if self._fill(child, item, position) and child.pk:
                work.changed.append(child)
                work.projects.add(project)
            work.items.append((project, child, item))
        if left:
            work.gone += [child.pk for child in left]
            work.projects.add(project)

    def _take(self, item: Item, left: list[models.Model]) -> models.Model | None:
        """Take the object that the item stands for out of `left`."""
        slug, name = item.get("slug"), self.name_of(lambda key: item.get(key, ""))
        found = next((child for child in left if slug and child.slug == slug), None)
        found = found or next(
            (child for child in left if self.name_of(lambda key, c=child: getattr(c, key)) == name), None
        )
        if found is not None:
            left.remove(found)
        return found

    def _fill(self, child: models.Model, item: Item, position: int) -> bool:
        """Set what the item names, and its place in the order; tell whether anything changed."""
        given = {column: item[column] for column in self.columns if column in item} | {"position": position}
        different = {column: value for column, value in given.items() if getattr(child, column) != value}
        for column, value in different.items():
            setattr(child, column, value)
        return bool(different)

    def _write(self, work: "Outcome", slugs: Slugs | None) -> None:
        if work.gone:
            work.beside = beside(work.gone) if self.model is Lesson else []
            self.model.objects.filter(pk__in=work.gone).delete()
        new = [child for child, _wish in work.new]
        if self.has_slug and slugs:
            given = slugs.allocate([child.title for child in new], wishes=[wish for _child, wish in work.new])
            for child, slug in zip(new, given, strict=True):
                child.slug = slug
        self.model.objects.bulk_create(new, batch_size=2 * ROWS)
        self._update(work.changed)
        for name, links in self.links.items():
            self._write_links(work, name, links)

    def _update(self, changed: list[models.Model]) -> None:
        columns = [*self.columns, "position"]
        if any(column.name == "updated_at" for column in self.model._meta.local_fields):
            columns.append("updated_at")
            now = timezone.now()
            for child in changed:
                child.updated_at = now
        self.model.objects.bulk_update(changed, columns, batch_size=ROWS)

    def _write_links(self, work: "Outcome", name: str, links: Links) -> None:
        owners = {child.pk: project for project, child, _item in work.items}
        wanted = {child.pk: item[name] for _project, child, item in work.items if name in item}
        fresh = {child.pk for child, _wish in work.new}
        work.projects |= {owners[pk] for pk in links.sync(wanted, fresh=fresh)}


@dataclass
class Outcome:
    """What there was to do for one kind of child, and the projects for which anything changed."""

    items: list[tuple[int, models.Model, Item]] = field(default_factory=list)
    new: list[tuple[models.Model, str]] = field(default_factory=list)
    changed: list[models.Model] = field(default_factory=list)
    gone: list[int] = field(default_factory=list)
    beside: list[int] = field(default_factory=list)
    """Lessons of which one that went was the same in another project."""
    projects: set[int] = field(default_factory=set)
