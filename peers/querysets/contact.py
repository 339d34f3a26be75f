"""Words for finding contact requests and who has them on their desk."""

from typing import Self

from django.db import models
from django.db.models import Exists, OuterRef, Q

from peers.states import OPEN_CONTACT, ContactStatus
from vindplaats.accounts.models import User


class ContactRequestQuerySet(models.QuerySet):
    """Contact requests, by whose they are and how they stand."""

    def open_(self) -> Self:
        """Those where somebody still has something to do."""
        return self.filter(status__in=OPEN_CONTACT)

    def waiting(self) -> Self:
        """Those that nobody answered yet."""
        return self.filter(status=ContactStatus.WAITING)

    def of(self, user: User) -> Self:
        """Those that `user` asked, answers now or answered."""
        handled = self.model.handlings.rel.related_model.objects.filter(request=OuterRef("pk"), user=user)
        current = handled.filter(Q(ended_at=None) | Q(answered_at__isnull=False))
        return self.filter(Q(asker=user) | Exists(current))


class HandlingQuerySet(models.QuerySet):
    """Turns of people at answering a request."""

    def current(self) -> Self:
        """Those that are not over."""
        return self.filter(ended_at=None)
