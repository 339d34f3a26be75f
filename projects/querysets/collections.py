"""Questions about collections."""

import datetime
from typing import Any, Self

from django.db import models
from django.db.models import Count, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from projects.states import InstituteStatus, MemberStatus, Sharing, Status

ON_SITE = (
    Q(project__status=Status.PUBLISHED)
    | Q(lesson__project__status=Status.PUBLISHED)
    | Q(resource__status=Status.PUBLISHED, resource__project=None)
    | Q(resource__status=Status.PUBLISHED, resource__project__status=Status.PUBLISHED)
)
"""What of a collection everybody may read."""

NOTHING = Q(pk__in=[])


def institutes_of(user: Any) -> models.QuerySet:
    """Return the ids of the institutes that take part and that `user` belongs to."""
    active = user.memberships.filter(status=MemberStatus.ACTIVE, institute__status=InstituteStatus.VERIFIED)
    return active.values("institute")


class CollectionQuerySet(models.QuerySet):
    """Chainable: `Collection.objects.public().newest()`."""

    def kept(self) -> Self:
        """Keep what no moderator took off the site."""
        return self.filter(removed_at=None)

    def public(self) -> Self:
        """Keep what everyone may read."""
        return self.kept().filter(visibility=Sharing.PUBLIC)

    def visible_to(self, user: Any) -> Self:
        """Keep what `user` may read; the same rule as `may_see_collection`."""
        if not user.is_authenticated:
            return self.public()
        inside = Q(visibility=Sharing.INSTITUTE, institute__in=institutes_of(user))
        editorial = Q(is_editorial=True) if user.is_staff else NOTHING
        return self.kept().filter(Q(visibility=Sharing.PUBLIC) | Q(owner=user) | inside | editorial)

    def own(self, user: Any) -> Self:
        """Keep what `user` made, what the person's institutes have, and for moderators what the editors made.

        Also what was taken off the site.
        """
        inside = Q(visibility=Sharing.INSTITUTE, institute__in=institutes_of(user))
        return self.filter(Q(owner=user) | inside | (Q(is_editorial=True) if user.is_staff else NOTHING))

    def newest(self) -> Self:
        """Latest changed first; the id settles ties, so that pages never overlap."""
        return self.order_by("-updated_at", "-pk")

    def for_card(self) -> Self:
        """Add `item_count`: how many things of it are on the site; with the institute along."""
        items = self.model._meta.get_field("items").related_model.objects.on_site()
        # Apart for each: joined, the database would sort every item with all that is told of its collection.
        numbers = items.filter(collection=OuterRef("pk")).order_by().values("collection").values_list(Count("pk"))
        return self.select_related("institute").annotate(item_count=Coalesce(Subquery(numbers), 0))


class CollectionItemQuerySet(models.QuerySet):
    """What stands in collections."""

    def on_site(self) -> Self:
        """Keep what everybody may read."""
        return self.filter(ON_SITE)

    def with_things(self) -> Self:
        """Fetch along what an item shows."""
        return self.select_related("project__institute", "lesson__project__institute", "resource__project")

    def added_since(self, user: Any, moment: datetime.datetime) -> int:
        """Return how many things `user` put in collections of their own since then."""
        return self.filter(collection__owner=user, added_at__gte=moment).count()
