"""How a programme stands: add, change and take away dated status updates."""

import datetime

from django.db import transaction

from projects import hooks
from projects.models import Programme, ProgrammeUpdate
from projects.search import generation
from projects.services.programmes.rights import require, told_by
from vindplaats.accounts.models import User
from vindplaats.audit import acting


@transaction.atomic
def add_update(*, programme: Programme, title: str, text: str, told_on: datetime.date, by: User) -> ProgrammeUpdate:
    """Put a status update on the page; who follows the programme hears of it."""
    require(by, programme)
    given = {"title": title, "text": text, "told_on": told_on, "told_by": told_by(programme, by), "author": by}
    with acting(user=by, action="programme_update"):
        update = ProgrammeUpdate.objects.create(programme=programme, **given)
    hooks.programme_told(programme, "programme_update", update.pk, by)
    generation.advance_on_commit()
    return update


@transaction.atomic
def change_update(*, update: ProgrammeUpdate, title: str, text: str, told_on: datetime.date, by: User) -> None:
    """Correct a status update; nobody hears of it again."""
    require(by, update.programme)
    locked = ProgrammeUpdate.objects.select_for_update().get(pk=update.pk)
    locked.title, locked.text, locked.told_on = title, text, told_on
    with acting(user=by, action="programme_update"):
        locked.save(update_fields=["title", "text", "told_on", "updated_at"])
    generation.advance_on_commit()


@transaction.atomic
def remove_update(*, update: ProgrammeUpdate, by: User) -> None:
    """Take a status update away; it stays in the audit."""
    require(by, update.programme)
    with acting(user=by, action="programme_update"):
        update.delete()
    generation.advance_on_commit()
