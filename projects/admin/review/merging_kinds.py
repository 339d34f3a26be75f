"""What can be put together: projects and institutes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from projects.models import Institute, Project
from projects.services.merging import choices, institutes, projects
from projects.services.merging.moving import Moved
from projects.services.refusals import Refused
from projects.services.revisions.labels import LABELS


@dataclass(frozen=True)
class MergeKind:
    """A kind of thing that is put together, and the service that does it. `link` is a field that points at it."""

    title: Any
    model: type[models.Model]
    groups: Mapping[str, tuple[str, ...]]
    merge: Callable[..., Any]
    preview: Callable[..., list[Moved]]
    refuse: Callable[..., None] | None = None
    labels: Mapping[str, Any] | None = None

    def label(self, name: str) -> str:
        """Return what a group of fields is called."""
        known = (self.labels or {}).get(name)
        return str(known or capfirst(str(self.model._meta.get_field(name).verbose_name)))

    def refusal(self, keep: models.Model, gone: models.Model) -> str:
        """Say why the two cannot be put together now; empty when they can."""
        if self.refuse is None:
            return ""
        try:
            self.refuse(keep, gone)
        except Refused as refused:
            return str(refused)
        return ""

    def change_url(self, thing: models.Model) -> str:
        """Return the page of a thing in the admin."""
        return reverse(f"admin:{self.model._meta.app_label}_{self.model._meta.model_name}_change", args=[thing.pk])


KINDS = {
    "projecten": MergeKind(
        _("Projecten samenvoegen"),
        Project,
        choices.PROJECT,
        projects.merge_projects,
        projects.preview,
        projects.refuse,
        LABELS,
    ),
    "instellingen": MergeKind(
        _("Instellingen samenvoegen"),
        Institute,
        choices.INSTITUTE,
        institutes.merge_institutes,
        institutes.preview,
    ),
}
