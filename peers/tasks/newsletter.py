"""What the worker does for the newsletter."""

from django.utils import timezone
from procrastinate.contrib.django import app

from peers.services.newsletter import sending, subscribing


@app.task
def send_edition(edition: int) -> int:
    """Queue an edition for all who did not get it yet; return how many."""
    return sending.send_waiting(edition_pk=edition)


@app.periodic(cron="*/10 * * * *")
@app.task(queueing_lock="finish_editions")
def finish_editions(timestamp: int) -> int:
    """Go on with what a lost job left; return for how many."""
    return sum(sending.send_waiting(edition_pk=pk) for pk in sending.sending())


@app.periodic(cron="28 4 * * *")
@app.task(queueing_lock="forget_unconfirmed_subscribers")
def forget_unconfirmed_subscribers(timestamp: int) -> int:
    """Throw away what nobody confirmed within seven days; return how many."""
    return subscribing.clean_up(now=timezone.now())
