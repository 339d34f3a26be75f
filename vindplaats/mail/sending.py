"""Send what waits in the outbox. A mail is locked in a transaction while it is handed over.

A worker that is killed before the mail server took the mail lets go of the lock, and another sends it. Killed between
the server's yes and the commit, the mail goes out twice with one Message-ID, by which mail programs show it once.
"""

import datetime
import logging
import smtplib
from contextlib import suppress

from django.core.mail import get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.utils import timezone
from post_office.models import STATUS

from vindplaats.mail.failing import is_for_good, note_failure
from vindplaats.mail.models import Mail

PAUSES = [datetime.timedelta(minutes=minutes) for minutes in (1, 5, 15, 30, 60, 120)]
"""After the first attempt that failed, the second…; the last one holds for all that follow."""
GIVE_UP_AFTER = datetime.timedelta(days=1)
SERVER_AWAY_PAUSE = datetime.timedelta(minutes=1)
ABOUT_ONE_MAIL = (smtplib.SMTPRecipientsRefused, smtplib.SMTPSenderRefused, smtplib.SMTPDataError)

logger = logging.getLogger(__name__)


def send_waiting() -> int:
    """Send all that is due over one connection, and return how many were taken by the mail server."""
    connection = get_connection()
    sent = 0
    try:
        while (taken := _send_next(connection)) is not None:
            sent += taken
    finally:
        _close(connection)
    return sent


def _send_next(connection: BaseEmailBackend) -> bool | None:
    """Send one mail; True when it was taken, False when it was not, None when nothing is due that nobody else sends."""
    with transaction.atomic():
        mail = Mail.objects.due(timezone.now()).select_for_update(skip_locked=True).first()
        if mail is None:
            return None
        error = _hand_over(mail, connection)
        if error:
            _put_off(mail, error)
        else:
            _note(mail, STATUS.sent)
    return error is None


def _hand_over(mail: Mail, connection: BaseEmailBackend) -> Exception | None:
    """Return what went wrong, if anything. Whatever it is, it must not keep the mails behind this one waiting."""
    try:
        connection.open()
        mail.dispatch(connection=connection, disconnect_after_delivery=False, commit=False)
    except Exception as error:  # noqa: BLE001 - see above
        _close(connection)
        logger.warning("Mail %s was not taken: %s", mail.pk, type(error).__name__)
        return error
    return None


def _put_off(mail: Mail, error: Exception) -> None:
    """Try again later, or give up: after a day, or at once when the address is refused for good.

    When the server itself is away, the other mails wait a moment too.
    """
    now = timezone.now()
    attempts = (mail.number_of_retries or 0) + 1
    mail.logs.create(status=STATUS.failed, exception_type=type(error).__name__, message=str(error))
    refused = _refused(error)
    for address, answer in refused.items():
        note_failure(address=address, reason=answer)
    given_up = refused or now - mail.created >= GIVE_UP_AFTER
    status = STATUS.failed if given_up else STATUS.requeued
    _note(mail, status, number_of_retries=attempts, scheduled_time=now + PAUSES[min(attempts, len(PAUSES)) - 1])
    if isinstance(error, OSError) and not isinstance(error, ABOUT_ONE_MAIL):
        others = Mail.objects.due(now).select_for_update(skip_locked=True).values("pk")
        Mail.objects.filter(pk__in=others).update(scheduled_time=now + SERVER_AWAY_PAUSE)


def _refused(error: Exception) -> dict[str, str]:
    """Return the addresses that the mail server refused for good, with what it said."""
    if not isinstance(error, smtplib.SMTPRecipientsRefused):
        return {}
    said = {address: (code, text.decode("utf-8", "replace")) for address, (code, text) in error.recipients.items()}
    return {address: f"{code} {text}" for address, (code, text) in said.items() if is_for_good(code, text)}


def _note(mail: Mail, status: int, **more: object) -> None:
    Mail.objects.filter(pk=mail.pk).update(status=status, last_updated=timezone.now(), **more)


def _close(connection: BaseEmailBackend) -> None:
    """Close what may be half open; a server that is gone does not say goodbye."""
    with suppress(Exception):
        connection.close()
