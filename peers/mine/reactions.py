"""What somebody said of projects and lessons."""

from typing import Any

from django.apps import apps

from peers.models import Adoption, Mark, Reaction
from projects.search import generation
from vindplaats.accounts.models import User
from vindplaats.mine import Panel


def panels(user: User) -> list[Panel]:
    """Return no panel: what somebody said stands on the pages it is about."""
    return []


def person_data(user: User) -> dict[str, list[dict[str, Any]]]:
    """Return what the person said, also what a moderator took down."""
    marks = Mark.objects.filter(user=user).order_by("pk")
    reactions = Reaction.objects.filter(author=user).order_by("pk")
    adoptions = Adoption.objects.filter(user=user).order_by("pk")
    return {
        "ervaringen": list(marks.values("lesson__title", "kind", "line", "created_at", "removed_at")),
        "reacties": list(reactions.values("project__title", "text", "created_at", "removed_at")),
        "toepassingen": list(adoptions.values("project__title", "institute__name", "state", "start", "end", "text")),
    }


def forget_person(user: User) -> None:
    """Keep what was said, for it is about projects, without the name; in the audit too."""
    _without_name(Mark, "user", "user_name", user)
    _without_name(Reaction, "author", "author_name", user)
    generation.advance_on_commit()


def _without_name(model: Any, field: str, name: str, user: User) -> None:
    pks = list(model.objects.filter(**{field: user}).values_list("pk", flat=True))
    model.objects.filter(pk__in=pks).update(**{name: "", field: None})
    events = apps.get_model("peers", f"{model.__name__}Event").objects.filter(pgh_obj_id__in=pks)
    events.update(**{name: ""})
