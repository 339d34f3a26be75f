"""Which resources carry a name in their documents: those are renewed when the name changes."""

from collections.abc import Sequence

from django.db.models import Model

from projects.models import Condition, Institute, Resource, TargetGroup, Theme

PATHS: dict[type[Model], tuple[str, ...]] = {
    Condition: ("conditions",),
    TargetGroup: ("target_groups",),
    Theme: ("theme_links__tag", "theme_links__tag__parent"),
    Institute: ("institute",),
}


def standing_in(model: type[Model], pks: Sequence[int]) -> dict[str, list[int]]:
    """Return the ids of resources that tell of these things; for the hook `stands_in`."""
    found: set[int] = set()
    for path in PATHS.get(model, ()):
        found.update(Resource.objects.published().filter(**{f"{path}__in": pks}).values_list("pk", flat=True))
    return {"resource": sorted(found)} if found else {}
