"""What the worker does about contact requests, by the clock."""

from django.utils import timezone
from procrastinate.contrib.django import app

from peers.services.contact import ending, forgetting, reminding


@app.periodic(cron="*/20 * * * *")
@app.task(queueing_lock="follow_contact_requests")
def follow_contact_requests(timestamp: int) -> dict[str, int]:
    """Remind who did not answer, hand over what waits too long, pass by who left; return how many of each."""
    return reminding.follow_time(now=timezone.now())


@app.periodic(cron="35 4 * * *")
@app.task(queueing_lock="forget_contact_texts")
def forget_contact_texts(timestamp: int) -> int:
    """Close conversations that went quiet, and remove the texts of what ended long ago; return of how many."""
    now = timezone.now()
    ending.close_quiet(now=now)
    return forgetting.forget_texts(now=now)
