"""Questions about resources."""

from typing import Any, Self

from django.db import models
from django.db.models import F, Q

from projects.states import MemberStatus, ResourceKind, Status

PUBLIC = Q(status=Status.PUBLISHED) & (Q(project=None) | Q(project__status=Status.PUBLISHED))
"""A resource of a project is read where its project is."""


class ResourceQuerySet(models.QuerySet):
    """Chainable: `Resource.objects.published().for_card()`."""

    def published(self) -> Self:
        """Keep what everyone may read."""
        return self.filter(PUBLIC)

    def visible_to(self, user: Any) -> Self:
        """Keep what `user` may read: everything for staff, else the public and what their own institutes sent in."""
        if user.is_staff:
            return self
        if not user.is_authenticated:
            return self.published()
        memberships = user.memberships.filter(status=MemberStatus.ACTIVE)
        return self.filter(PUBLIC | Q(institute__in=memberships.values("institute"), project=None))

    def sent_in_by(self, user: Any) -> Self:
        """Keep what the institutes of `user` sent in, what was touched last first."""
        memberships = user.memberships.filter(status=MemberStatus.ACTIVE)
        mine = self.filter(institute__in=memberships.values("institute"))
        return mine.select_related("institute", "change").order_by("-updated_at", "-pk")

    def decision_aids(self) -> Self:
        """Keep what helps a patient to decide."""
        return self.filter(kind=ResourceKind.DECISION_AID)

    def with_address(self, url: str) -> Self:
        """Keep what leads to this web address, with or without a slash at its end, by either protocol."""
        bare = url.partition("://")[2].rstrip("/")
        same = [f"{start}{bare}{end}" for start in ("http://", "https://") for end in ("", "/")]
        return self.filter(url__in=same) if bare else self.none()

    def for_card(self) -> Self:
        """Fetch along what a card shows, in a fixed number of queries."""
        along = self.select_related("project", "from_project", "link_check")
        return along.prefetch_related("conditions", "target_groups")

    def for_page(self) -> Self:
        """Fetch along what a resource's own page shows."""
        return (
            self.for_card()
            .select_related("institute", "project__institute", "from_project__institute")
            .prefetch_related("themes")
        )

    def in_order(self) -> Self:
        """Order as on the page of a project."""
        return self.order_by("position", "pk")

    def newest(self) -> Self:
        """Latest published first; the id settles ties."""
        return self.order_by(F("published_at").desc(nulls_last=True), "-pk")


class LinkCheckQuerySet(models.QuerySet):
    """Chainable: `LinkCheck.objects.broken()`."""

    def broken(self) -> Self:
        """Keep addresses that did not work on several days."""
        return self.exclude(broken_since=None)

    def untold(self) -> Self:
        """Keep broken ones of which nobody was told."""
        return self.broken().filter(told_at=None)
