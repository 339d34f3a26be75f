"""Remove a person and keep what the public knows: an account goes, projects and lessons stay without the name."""

from django.apps import apps
from django.db import transaction
from django.utils import timezone

from vindplaats import hooks, mail
from vindplaats.accounts.models import User
from vindplaats.audit import acting


@transaction.atomic
def erase(*, user: User) -> None:
    """Remove the account and all that is about the person, in one transaction.

    Each app lets go of its own by the hook `forget_person`. The audit keeps that something happened, not to whom: name
    and address are taken out of it too. A last mail says that it was done; the outbox forgets it after thirty days.
    """
    locked = User.objects.select_for_update().get(pk=user.pk)
    pk, address, name, language = locked.pk, locked.email, locked.get_full_name(), locked.language
    with acting(action="erase"):
        hooks.forget_person(locked)
        locked.delete()
        _forget_in_history(pk)
    context = {"name": name, "today": timezone.localdate()}
    mail.queue(to=address, template="account_erased", context=context, language=language)


def _forget_in_history(pk: int) -> None:
    """Empty name and address in the events of the account, that of its removal included."""
    events = apps.get_model("accounts", "UserEvent")
    events.objects.filter(pgh_obj_id=pk).update(email="", name="")
