"""What the worker does for the search, by the clock."""

from django.utils import timezone
from procrastinate.contrib.django import app

from projects.search.models import SearchDemand


@app.periodic(cron="20 4 * * *")
@app.task(queueing_lock="remove_old_searches")
def remove_old_searches(timestamp: int) -> int:
    """Throw away what was searched in vain long ago (docs/privacy.md); return how many rows."""
    return SearchDemand.objects.outdated(timezone.localdate()).delete()[0]
