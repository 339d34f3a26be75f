"""What a programme is, in the words of its editors."""

from django.db import transaction

from projects.models import Programme
from projects.search.indexing import index
from projects.services.programmes.rights import require
from vindplaats.accounts.models import User
from vindplaats.audit import acting


@transaction.atomic
def change_summary(*, programme: Programme, summary: str, start: str, end: str, source_url: str, by: User) -> None:
    """Change what the programme is, when it runs and where that is told; the name is for moderators."""
    require(by, programme)
    locked = Programme.objects.select_for_update(of=("self",)).get(pk=programme.pk)
    locked.summary, locked.start, locked.end, locked.source_url = summary, start, end, source_url
    with acting(user=by, action="programme_summary"):
        locked.save(update_fields=["summary", "start", "end", "source_url"])
    index("programme", [locked.pk])
