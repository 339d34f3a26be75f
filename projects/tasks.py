"""What the worker does for the registry, by the clock."""

from django.utils import timezone
from procrastinate.contrib.django import app

from projects.models import Invitation, Registration
from projects.services import freshness
from projects.services.leaving import clean_up
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
