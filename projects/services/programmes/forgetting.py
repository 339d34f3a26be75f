"""Let go of an editor who leaves: what was told stays, without the person."""

from django.apps import apps

from projects.models import ProgrammeUpdate
from vindplaats.accounts.models import User


def forget_editor(*, user: User) -> None:
    """Empty what may be the person's own name; organisations and functions stay under what was told."""
    name = user.name.strip()
    apps.get_model("projects", "ProgrammeEditorEvent").objects.filter(user_id=user.pk).update(shown_as="")
    if not name:
        return
    told = ProgrammeUpdate.objects.filter(author=user, told_by__icontains=name)
    pks = list(told.values_list("pk", flat=True))
    told.update(told_by="")
    events = apps.get_model("projects", "ProgrammeUpdateEvent")
    events.objects.filter(pgh_obj_id__in=pks, told_by__icontains=name).update(told_by="")
