"""Questions about projects that stopped."""

from typing import Any

from django.db import models
from django.db.models import Count, Func

NO_REASON = "onbekend"
"""In an address: projects of which nobody said why they stopped."""


class Each(Func):
    """Each value of an array, as a row of its own."""

    function = "unnest"
    set_returning = True


def for_reason(stopped: Any, reason: str) -> Any:
    """Keep the projects that stopped for this reason, or for one that nobody told; all when `reason` is empty."""
    if not reason:
        return stopped
    return stopped.filter(stop_reasons=[]) if reason == NO_REASON else stopped.filter(stop_reasons__contains=[reason])


def reason_counts(stopped: Any) -> dict[str, int]:
    """Return how many of these projects stopped for each reason; one may have several, or none (NO_REASON)."""
    each = stopped.order_by().annotate(reason=Each("stop_reasons", output_field=models.CharField()))
    counts = dict(each.values_list("reason").annotate(number=Count("pk")))
    if none := stopped.filter(stop_reasons=[]).count():
        counts[NO_REASON] = none
    return counts
