"""What the worker does about accounts that nobody uses."""

from procrastinate.contrib.django import app

from vindplaats.mine import retention


@app.periodic(cron="40 4 * * *")
@app.task(queueing_lock="end_unused_accounts")
def end_unused_accounts(timestamp: int) -> int:
    """Forget warnings of who came back, end what was warned long ago, and warn who is next; return how many ended."""
    retention.forgive_the_active()
    ended = retention.end_the_inactive()
    retention.warn_the_inactive()
    return ended
