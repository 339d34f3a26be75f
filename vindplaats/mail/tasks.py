"""What the worker does for mail."""

from django.utils import timezone
from procrastinate.contrib.django import app

from vindplaats.mail import failing
from vindplaats.mail.models import Mail
from vindplaats.mail.sending import send_waiting


@app.task
def send() -> int:
    """Send what waits: each mail that is queued brings one such job, and the first of them sends all."""
    return send_waiting()


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="send_what_was_put_off")
def send_what_was_put_off(timestamp: int) -> int:
    """Send what could not be sent before, and what a lost job left."""
    return send_waiting()


@app.periodic(cron="30 4 * * *")
@app.task(queueing_lock="remove_old_mail")
def remove_old_mail(timestamp: int) -> int:
    """Throw away mail that was sent or given up thirty days ago; return how many."""
    _rows, by_model = Mail.objects.outdated(timezone.now()).delete()
    return by_model.get("post_office.Email", 0) + by_model.get("mail.Mail", 0)


@app.periodic(cron="33 4 * * *")
@app.task(queueing_lock="forget_failing_addresses")
def forget_failing_addresses(timestamp: int) -> int:
    """Forget addresses that refused nothing for a year; return how many."""
    return failing.forget_old(now=timezone.now())
