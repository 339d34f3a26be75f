"""Questions about projects."""

import datetime
from typing import Any, Self

from django.db import models
from django.db.models import Count, F, Func, Prefetch, Q
from django.db.models.functions import Coalesce, TruncDate

from projects.states import OUTDATED_AFTER_DAYS, MemberStatus, Status

LAST_TRUE_ON = Coalesce(F("confirmed_on"), TruncDate("published_at"))
DUE_ON = Func(
    LAST_TRUE_ON,
    F("confirm_every"),
    template="(%(expressions)s))::date",
    arg_joiner=" + make_interval(months => ",
    output_field=models.DateField(),
)


class ProjectQuerySet(models.QuerySet):
    """Chainable: `Project.objects.published().for_listing()`."""

    def published(self) -> Self:
        """Keep what everyone may read."""
        return self.filter(status=Status.PUBLISHED)

    def visible_to(self, user: Any) -> Self:
        """Keep what `user` may read: everything for staff, else the public and what their own institutes have."""
        if user.is_staff:
            return self
        public = Q(status=Status.PUBLISHED)
        if not user.is_authenticated:
            return self.filter(public)
        memberships = user.memberships.filter(status=MemberStatus.ACTIVE)
        return self.filter(public | Q(institute__in=memberships.values("institute")))

    def of_members(self, user: Any) -> Self:
        """Keep the projects of the institutes that `user` belongs to."""
        memberships = user.memberships.filter(status=MemberStatus.ACTIVE)
        return self.filter(institute__in=memberships.values("institute")).select_related("institute")

    def on_theme(self, theme: Any) -> Self:
        """Keep projects on `theme` or, for a parent theme, on one of its children."""
        links = self.model.themes.through.objects.filter(Q(tag=theme) | Q(tag__parent=theme))
        return self.filter(pk__in=links.values("content_object"))

    def with_confirm_due_on(self) -> Self:
        """Add `due_on`: the day on which the owner is asked again. For published projects only."""
        return self.published().annotate(due_on=DUE_ON)

    def may_be_outdated(self, today: datetime.date) -> Self:
        """Keep published projects that should have been confirmed by `today`, reminders included."""
        return self.with_confirm_due_on().filter(due_on__lte=today - datetime.timedelta(days=OUTDATED_AFTER_DAYS))

    def newest(self) -> Self:
        """Latest published first; the id settles ties, so that pages never overlap."""
        return self.order_by("-published_at", "-pk")

    def to_keep_true(self) -> Self:
        """What an institute keeps true, not what it archived: what was confirmed longest ago, or never, first."""
        kept = self.exclude(status=Status.ARCHIVED)
        return kept.order_by(F("confirmed_on").asc(nulls_first=True), "title", "pk")

    def for_listing(self) -> Self:
        """Fetch along what a result card shows, in a fixed number of queries."""
        return self.for_card().prefetch_related(self._links("theme_links", "tag"))

    def for_card(self) -> Self:
        """Fetch along what a result card shows, but for the names of the themes."""
        return self.select_related("institute").annotate(lesson_count=Count("lessons", distinct=True))

    def for_api_list(self) -> Self:
        """Fetch along what a list for programs gives of each project."""
        return self.for_listing().prefetch_related("sectors")

    def for_page(self) -> Self:
        """Fetch along what a project's own page shows, in a fixed number of queries."""
        names = ["sectors", "target_groups", "conditions", "technologies", "applications", "fundings"]
        names += ["lessons__themes", "resources", "gemeenten"]
        links = [
            self._links("theme_links", "tag"),
            self._links("partners", "institute"),
            self._links("programme_links", "programme", "line"),
            self._links("regions", "scheme"),
        ]
        return self.select_related("institute").prefetch_related(*names, *links)

    def _links(self, name: str, *along: str) -> Prefetch:
        """Fetch a relation and what it leads to in one query."""
        related = self.model._meta.get_field(name).related_model
        return Prefetch(name, related._default_manager.select_related(*along))
