"""What the worker does for who follows something, by the clock."""

from django.utils import timezone
from procrastinate.contrib.django import app

from peers.services.following import digest, joining, matching, saving


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="match_new_projects")
def match_new_projects(timestamp: int) -> dict[str, int]:
    """Hold what appeared against all saved searches, and mail who wants to hear at once; return how many of each."""
    new = matching.match_new()
    return {"new": new, "mailed": digest.send_at_once(now=timezone.now())}


@app.periodic(cron="7-59/10 * * * *")
@app.task(queueing_lock="match_joined_projects")
def match_joined_projects(timestamp: int) -> int:
    """Leave word of projects that came under a programme that is followed; return how many times."""
    return joining.match_joined()


@app.periodic(cron="*/10 * * * *")
@app.task(queueing_lock="send_digests")
def send_digests(timestamp: int) -> int:
    """Send the digests of seven o'clock, and what an interruption left; return how many."""
    return digest.send_digests(now=timezone.now())


@app.periodic(cron="25 4 * * *")
@app.task(queueing_lock="forget_removed_follows")
def forget_removed_follows(timestamp: int) -> int:
    """Throw away what people took away a day ago; return how many."""
    return saving.clean_up(now=timezone.now())
