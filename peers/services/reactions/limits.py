"""How much somebody may say in a day, counted in the rows themselves under a lock on the person."""

import datetime

from django.db.models import Model
from django.utils import timezone
from django.utils.translation import gettext as _

from projects.services.refusals import Refused
from vindplaats.accounts.models import User

A_DAY = 40


class TooMany(Refused):
    """Somebody said a lot today already."""

    def __init__(self) -> None:
        super().__init__(_("U hebt vandaag al veel geplaatst. Ga morgen verder."))


def within_a_day(model: type[Model], *, user: User, field: str) -> None:
    """Raise TooMany when `user`, named by `field`, wrote A_DAY rows of this model in 24 hours.

    Call it in the transaction that writes the next one: the lock makes two at once count each other.
    """
    User.objects.select_for_update(no_key=True).get(pk=user.pk)
    since = timezone.now() - datetime.timedelta(days=1)
    if model._default_manager.filter(**{field: user}, created_at__gt=since).count() >= A_DAY:
        raise TooMany
