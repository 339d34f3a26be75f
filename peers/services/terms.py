"""In which documents of this app's kinds the terms of the registry stand."""

from collections.abc import Sequence

from django.db.models import Model, Q

from peers.models import Profile, Question
from projects.models import Theme


def stands_in(model: type[Model], pks: Sequence[int]) -> dict[str, list[int]]:
    """Return the questions and the profiles that have one of these themes, or one below it; nothing for other terms."""
    if model is not Theme:
        return {}
    has = Q(themes__in=pks) | Q(themes__parent__in=pks)
    found = {"question": Question.objects.published(), "expert": Profile.objects.findable()}
    return {
        kind: list(some.filter(has).order_by().values_list("pk", flat=True).distinct()) for kind, some in found.items()
    }
