"""What the worker does for accounts."""

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db import connection
from django.utils import timezone
from procrastinate.contrib.django import app


@app.periodic(cron="40 * * * *")
@app.task(queueing_lock="remove_past_limits")
def remove_past_limits(timestamp: int) -> None:
    """Throw away what the shared cache kept until now: attempts, by hashed address and network address."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM shared_cache WHERE expires < now()")


@app.periodic(cron="50 4 * * *")
@app.task(queueing_lock="remove_past_sessions")
def remove_past_sessions(timestamp: int) -> int:
    """Throw away what is known of browsers (network address, name) once their session has ended; return how many."""
    going_on = Session.objects.filter(expire_date__gt=timezone.now()).values("session_key")
    return UserSession.objects.exclude(session_key__in=going_on).delete()[0]
