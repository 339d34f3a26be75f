"""Who changed an institute last, for the colleagues who run it."""

from dataclasses import dataclass
from datetime import datetime

from projects.models import Institute
from vindplaats.accounts.models import User


@dataclass(frozen=True)
class Change:
    """When it was, and who did it; the name is empty for an import or somebody who is gone."""

    at: datetime
    name: str


def last_change(institute: Institute) -> Change | None:
    """Return the last change of the page, from the audit."""
    event = institute.events.select_related("pgh_context").order_by("-pgh_created_at", "-pgh_id").first()
    if event is None:
        return None
    number = (event.pgh_context.metadata if event.pgh_context else {}).get("user")
    user = User.objects.filter(pk=number).first() if number else None
    return Change(event.pgh_created_at, user.get_full_name() if user else "")
