"""Links between a project (or a lesson, or a resource) and terms, brought up to date for a whole batch at once."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import models

from projects.models import (
    LessonTheme,
    Project,
    ProjectProgramme,
    ProjectTechnology,
    ProjectTheme,
    Resource,
    ResourceTheme,
)


@dataclass(frozen=True)
class Links:
    """A table of links: the column of the owner, and the columns that say what is linked."""

    model: type[models.Model]
    owner: str
    targets: tuple[str, ...]

    def sync(self, wanted: Mapping[int, Collection[Any]], *, fresh: Collection[int] = ()) -> set[int]:
        """Make the links of each owner those that are wanted; return the owners of which any link changed.

        `fresh` are owners that were just made and have none. A link is the id of its target, or a tuple of ids.
        """
        current = self._current([owner for owner in wanted if owner not in fresh])
        gone, missing, changed = [], [], set()
        for owner, targets in wanted.items():
            there = current.get(owner, {})
            gone += [pk for target, pk in there.items() if target not in targets]
            missing += [(owner, target) for target in targets if target not in there]
            if set(targets) != set(there):
                changed.add(owner)
        if gone:
            self.model.objects.filter(pk__in=gone).delete()
        self.model.objects.bulk_create([self._link(owner, target) for owner, target in missing])
        return changed

    def _current(self, owners: list[int]) -> dict[int, dict[Any, int]]:
        found: dict[int, dict[Any, int]] = defaultdict(dict)
        if owners:
            rows = self.model.objects.filter(**{f"{self.owner}__in": owners})
            for owner, pk, *target in rows.values_list(self.owner, "pk", *self.targets):
                found[owner][target[0] if len(target) == 1 else tuple(target)] = pk
        return found

    def _link(self, owner: int, target: Any) -> models.Model:
        targets = target if isinstance(target, tuple) else (target,)
        return self.model(**{self.owner: owner}, **dict(zip(self.targets, targets, strict=True)))


def _automatic(owner: type[models.Model], field: str) -> Links:
    """Return the links of a many-to-many field without a table of its own."""
    relation = owner._meta.get_field(field)
    return Links(
        relation.remote_field.through, f"{relation.m2m_field_name()}_id", (f"{relation.m2m_reverse_field_name()}_id",)
    )


def _tags(model: type[models.Model]) -> Links:
    return Links(model, "content_object_id", ("tag_id",))


PROJECT_LINKS = {
    "themes": _tags(ProjectTheme),
    "technologies": _tags(ProjectTechnology),
    "programmes": Links(ProjectProgramme, "project_id", ("programme_id", "line_id")),
    **{
        name: _automatic(Project, name)
        for name in ("sectors", "target_groups", "conditions", "applications", "gemeenten", "regions")
    },
}
LESSON_LINKS = {"themes": _tags(LessonTheme)}
RESOURCE_LINKS = {
    "themes": _tags(ResourceTheme),
    "conditions": _automatic(Resource, "conditions"),
    "target_groups": _automatic(Resource, "target_groups"),
}
