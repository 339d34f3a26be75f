"""Words for finding people who think along."""

import datetime
from typing import Any, Self

from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import Count, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce, Greatest

from peers.states import Visibility
from vindplaats.accounts.models import User
from vindplaats.months import first_moment_of_month

FOR_GOOD = datetime.date.max
"""The last day of a pause without an end."""
SHOWABLE = Q(consented_at__isnull=False, removed_at=None, user__is_active=True)


class ProfileQuerySet(models.QuerySet):
    """Profiles, by who may see them."""

    def with_consent(self) -> Self:
        """Those whose person agreed to being shown and still has an account, and that no moderator took down."""
        return self.filter(SHOWABLE)

    def shown(self) -> Self:
        """Those that members may see; among them those that everybody may see."""
        return self.with_consent().exclude(visibility=Visibility.HIDDEN)

    def published(self) -> Self:
        """Those that everybody may see."""
        return self.with_consent().filter(visibility=Visibility.PUBLIC)

    def findable(self) -> Self:
        """Those that a search finds: everybody may see them, and they are not away for good."""
        return self.published().exclude(paused_until=FOR_GOOD)

    def for_members(self) -> Self:
        """Those that only who is logged in may see, and that are not away for good."""
        return self.with_consent().filter(visibility=Visibility.MEMBERS).exclude(paused_until=FOR_GOOD)

    def with_taken(self, now: datetime.datetime) -> Self:
        """Annotate `taken`: how many places of the month of `now` are taken, by turns and by mailed questions."""
        since = first_moment_of_month(now)
        turns = self._counted("handlings", started_at__gte=since)
        return self.annotate(taken=turns + self._counted("routes", sent_at__gte=since))

    def with_last_answer(self) -> Self:
        """Annotate `last_answer`: when the person last answered a request or a question; None for never."""
        turns = self._rows("handlings").filter(profile=OuterRef("pk"), answered_at__isnull=False)
        answers = User.answers.rel.related_model.objects.filter(author=OuterRef("user"), removed_at=None)
        latest_turn = turns.order_by("-answered_at").values("answered_at")[:1]
        latest_answer = answers.order_by("-created_at").values("created_at")[:1]
        return self.annotate(last_answer=Greatest(Subquery(latest_turn), Subquery(latest_answer)))

    def _rows(self, relation: str) -> models.QuerySet:
        return self.model._meta.get_field(relation).related_model.objects.all()

    def _counted(self, relation: str, **which: Any) -> Coalesce:
        """Return an expression that counts rows of `relation`, each kind by itself so that none multiplies another."""
        rows = self._rows(relation).filter(profile=OuterRef("pk"), **which)
        counted = rows.order_by().values("profile").annotate(number=Count("pk")).values("number")
        return Coalesce(Subquery(counted), 0)

    def visible_to(self, user: User | AnonymousUser) -> Self:
        """Those that `user` may see: their own always, those for members when logged in."""
        if not user.is_authenticated:
            return self.published()
        return self.filter(SHOWABLE & ~Q(visibility=Visibility.HIDDEN) | Q(user=user))
