"""What the worker does for profiles: have the search follow what changes by itself."""

from django.db import transaction
from django.utils import timezone
from procrastinate.contrib.django import app

from peers.search.experts import KIND
from peers.services import profile_calendar
from projects.search.indexing import index


@app.task
def renew(pk: int) -> None:
    """Have the search know whether this profile still has room."""
    with transaction.atomic():
        index(KIND, [pk])


@app.periodic(cron="10 0 * * *")
@app.task(queueing_lock="follow_profiles")
def follow_profiles(timestamp: int) -> int:
    """Have the search follow pauses that begin or end and months that begin; return how many profiles changed."""
    return profile_calendar.follow(now=timezone.now())
