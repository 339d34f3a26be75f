"""Words for finding questions and what was said to them."""

from typing import Self

from django.db import models

from peers.states import QuestionStatus


class QuestionQuerySet(models.QuerySet):
    """Questions to all peers."""

    def published(self) -> Self:
        """Those that stand on the site: not taken down, and not merged into another."""
        return self.filter(removed_at=None).exclude(status=QuestionStatus.MERGED)

    def unanswered(self) -> Self:
        """Those to which nobody said anything yet."""
        return self.published().filter(status=QuestionStatus.OPEN, first_answer_at=None)


class ShownQuerySet(models.QuerySet):
    """What people write and a moderator can take down."""

    def shown(self) -> Self:
        """What was not taken down."""
        return self.filter(removed_at=None)
