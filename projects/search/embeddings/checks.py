"""Say at the start when embeddings are wanted and cannot be had."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Warning

from projects.search.embeddings import encoder


def usable(**_options: Any) -> list[CheckMessage]:
    """Warn when VINDPLAATS_EMBEDDINGS is on where that has no effect."""
    why = encoder.obstacle() if settings.SEARCH_EMBEDDINGS else ""
    if not why:
        return []
    reason, _, hint = why.partition(". ")
    return [
        Warning(f"VINDPLAATS_EMBEDDINGS is on, but embeddings stay off. {reason}.", hint=f"{hint}.", id="search.W001")
    ]
