"""Throw away what was written of resources and never became public (docs/privacy.md)."""

import datetime

from django.db import transaction

from projects.models import Resource, ResourceChange
from projects.services.resources import files
from projects.states import Status
from vindplaats.months import add_months

KEPT_MONTHS = 12
"""After so many months without a change a draft, or what came back, goes."""


@transaction.atomic
def remove_old_drafts(*, now: datetime.datetime) -> int:
    """Delete drafts and returned texts that nobody touched for KEPT_MONTHS, with their files; return how many."""
    before = add_months(now.date(), -KEPT_MONTHS)
    drafts = Resource.objects.filter(status__in=[Status.DRAFT, Status.RETURNED], updated_at__date__lt=before)
    changes = ResourceChange.objects.filter(is_submitted=False, updated_at__date__lt=before)
    old = [*drafts.select_for_update(of=("self",)), *changes.select_for_update(of=("self",))]
    for one in old:
        files.drop(one)
        one.delete()
    return len(old)
