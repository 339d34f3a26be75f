"""Texts that moderators send more often: a few to begin with, which are theirs from then on."""

from collections import Counter

from projects.models import ReplyTemplate
from projects.services.reference.files import read_table
from projects.services.reference.loading import Loaded


def load_replies() -> Loaded:
    """Add the texts that were never there. What editors changed, renamed or threw away stays as they left it.

    The audit tells what ever was: a text is known by its kind and title, also when it has another title now.
    """
    rows = read_table("reply_templates.csv")
    events = ReplyTemplate.pgh_event_model.objects.filter(title__in=[row["title"] for row in rows])
    known = set(events.values_list("kind", "title"))
    new = [
        row | {"position": position} for position, row in enumerate(rows) if (row["kind"], row["title"]) not in known
    ]
    ReplyTemplate.objects.bulk_create([ReplyTemplate(**row) for row in new])
    return Loaded(Counter(added=len(new), changed=0, kept=0))
