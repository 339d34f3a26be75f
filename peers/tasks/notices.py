"""What the worker does about notices, by the clock."""

from django.utils import timezone
from procrastinate.contrib.django import app

from peers.services.notice_keeping import forget_read


@app.periodic(cron="45 4 * * *")
@app.task(queueing_lock="forget_read_notices")
def forget_read_notices(timestamp: int) -> int:
    """Throw away what was read long ago; return how many."""
    return forget_read(now=timezone.now())
