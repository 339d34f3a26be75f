"""Words for finding questions and what was said to them."""

from collections.abc import Iterable
from typing import Self

from django.db import models
from django.db.models import Count, Q

from peers.states import QuestionStatus


class QuestionQuerySet(models.QuerySet):
    """Questions to all peers."""

    def published(self) -> Self:
        """Those that stand on the site: not taken down, and not merged into another."""
        return self.filter(removed_at=None).exclude(status=QuestionStatus.MERGED)

    def unanswered(self) -> Self:
        """Those to which nobody said anything yet."""
        return self.published().filter(status=QuestionStatus.OPEN, first_answer_at=None)

    def for_listing(self) -> Self:
        """Fetch along what a card shows: themes, and how many answers there are."""
        shown = Count("answers", filter=Q(answers__removed_at=None), distinct=True)
        return self.annotate(answer_count=shown).prefetch_related("themes")

    def about(self, themes: Iterable[models.Model]) -> Self:
        """Those with one of these themes, or with a theme below one of them."""
        pks = [theme.pk for theme in themes]
        return self.filter(Q(themes__in=pks) | Q(themes__parent__in=pks)).distinct()


class ShownQuerySet(models.QuerySet):
    """What people write and a moderator can take down."""

    def shown(self) -> Self:
        """What was not taken down."""
        return self.filter(removed_at=None)
