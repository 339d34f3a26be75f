"""What the worker does for the registry, by the clock."""

from django.utils import timezone
from procrastinate.contrib.django import app

from projects.models import Invitation, Registration
from projects.services import freshness
from projects.services.leaving import clean_up
from projects.services.resources import cleaning, files, links, telling_links
from projects.services.review import reports
from projects.services.revisions import uploading


@app.periodic(cron="15 6 * * *")
@app.task(queueing_lock="ask_owners")
def ask_owners(timestamp: int) -> int:
    """Ask owners whether their projects are still right; return how many projects were asked about."""
    return freshness.ask_owners()


@app.periodic(cron="5 0 * * *")
@app.task(queueing_lock="follow_the_calendar")
def follow_the_calendar(timestamp: int) -> int:
    """Have the search hold what may be outdated as of today; return how many projects changed."""
    return freshness.follow_the_calendar()


@app.periodic(cron="40 4 * * *")
@app.task(queueing_lock="forget_reporters")
def forget_reporters(timestamp: int) -> int:
    """Throw away the addresses of readers whose report was dealt with a month ago; return how many."""
    return reports.forget_reporters(now=timezone.now())


@app.periodic(cron="50 4 * * *")
@app.task(queueing_lock="clean_up_registrations")
def clean_up_registrations(timestamp: int) -> int:
    """Throw away registrations and invitations that are kept no longer (docs/privacy.md); return how many."""
    now = timezone.now()
    return clean_up(registrations=Registration.objects.outdated(now), invitations=Invitation.objects.outdated(now))


@app.periodic(cron="40 * * * *")
@app.task(queueing_lock="remove_old_uploads")
def remove_old_uploads(timestamp: int) -> int:
    """Throw away spreadsheets that nobody submitted within a day; return how many."""
    return uploading.remove_old_uploads()


@app.periodic(cron="20 2 * * *")
@app.task(queueing_lock="check_links")
def check_links(timestamp: int) -> int:
    """Look whether the web addresses of resources still open, some each night; return how many were looked at."""
    return links.check_links(using=links.looker())


@app.periodic(cron="30 7 * * *")
@app.task(queueing_lock="tell_of_broken_links")
def tell_of_broken_links(timestamp: int) -> int:
    """Mail institutes and editors which links broke, all in one mail; return how many links."""
    return telling_links.tell_of_broken_links()


@app.periodic(cron="25 4 * * *")
@app.task(queueing_lock="clean_up_resources")
def clean_up_resources(timestamp: int) -> int:
    """Throw away drafts of resources that are kept no longer, and files that nothing tells of; return how many."""
    return cleaning.remove_old_drafts(now=timezone.now()) + files.remove_forgotten()
