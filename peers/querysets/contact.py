"""Words for finding contact requests and who has them on their desk."""

from typing import Self

from django.db import models
from django.db.models import Case, Exists, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce

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
        handled = self._turns().filter(user=user)
        current = handled.filter(Q(ended_at=None) | Q(answered_at__isnull=False))
        return self.filter(Q(asker=user) | Exists(current))

    def asked_by(self, user: User) -> Self:
        """Those that `user` asked; `waits` tells where there is something to read or to say."""
        answered = Q(status=ContactStatus.TALKING, asker_was_last=False)
        asked = Q(status=ContactStatus.CLOSED, plan_changed="", first_answer_at__isnull=False, texts_removed_at=None)
        return self.filter(asker=user)._with_last_word()._with_waits(answered | asked)

    def handled_by(self, user: User) -> Self:
        """Those that `user` answers now or answered; `waits` tells where the asker waits for them."""
        own = self._turns().filter(user=user)
        theirs = self.filter(Exists(own.filter(Q(ended_at=None) | Q(answered_at__isnull=False))))
        has_turn = theirs.annotate(has_turn=Exists(own.filter(ended_at=None)))
        return has_turn._with_last_word()._with_waits(Q(has_turn=True, asker_was_last=True, status__in=OPEN_CONTACT))

    def what_waits_first(self) -> Self:
        """What waits on top, then by the last message; with what a list shows of each."""
        last = self._turns().order_by("-pk")
        shown = self.select_related("project", "profile", "institute")
        shown = shown.annotate(
            turn_name=Subquery(last.values("name")[:1]), by_editors=Subquery(last.values("is_editors")[:1])
        )
        return shown.order_by("-waits", "-last_message_at", "-pk")

    def _with_last_word(self) -> Self:
        """Add `asker_was_last`: whether the asker spoke last; the request itself is the first word."""
        messages = self.model.messages.rel.related_model.objects.filter(request=OuterRef("pk"))
        last = messages.order_by("-created_at", "-pk").values("from_asker")[:1]
        return self.annotate(asker_was_last=Coalesce(Subquery(last), Value(True)))

    def _with_waits(self, condition: Q) -> Self:
        return self.annotate(waits=Case(When(condition, then=Value(True)), default=Value(False)))

    def _turns(self) -> models.QuerySet:
        return self.model.handlings.rel.related_model.objects.filter(request=OuterRef("pk"))


class HandlingQuerySet(models.QuerySet):
    """Turns of people at answering a request."""

    def current(self) -> Self:
        """Those that are not over."""
        return self.filter(ended_at=None)
