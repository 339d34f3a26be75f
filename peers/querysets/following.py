"""Words for finding what people follow, and what was found for them."""

import datetime
from typing import Self

from django.db import models
from django.db.models import Count, Q

from peers.states import FollowKind, Frequency


class FollowQuerySet(models.QuerySet):
    """What people follow."""

    def kept(self) -> Self:
        """What was not taken away, of people who still have an account."""
        return self.filter(removed_at=None, user__is_active=True)

    def searches(self) -> Self:
        """Kept searches."""
        return self.kept().filter(kind=FollowKind.SEARCH)

    def with_news(self) -> Self:
        """Each with `news`: how many things were found that were not mailed."""
        return self.annotate(news=Count("matches", filter=Q(matches__mailed_at=None)))


class MatchQuerySet(models.QuerySet):
    """What was found for who follows."""

    def to_mail(self) -> Self:
        """What was not mailed yet, for people who have an account, and took neither it away nor a pause."""
        follows = Q(follow__removed_at=None, follow__user__is_active=True, follow__user__follow_pause=None)
        return self.filter(follows, mailed_at=None)

    def every(self, frequency: Frequency, *, before: datetime.datetime) -> Self:
        """What is mailed this often and was found before a moment."""
        return self.filter(follow__frequency=frequency, found_at__lt=before)
