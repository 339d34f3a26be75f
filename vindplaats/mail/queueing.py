"""Put a mail in the outbox: a row and a job, both part of the running transaction."""

from collections.abc import Mapping
from email.utils import make_msgid
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import IntegrityError, transaction
from post_office.models import PRIORITY, STATUS, Email

from vindplaats import jobs
from vindplaats.mail.models import MailKey
from vindplaats.mail.rendering import render

SEND = "vindplaats.mail.tasks.send"
# RFC 3834: no holiday answers to a machine.
ALWAYS = {"Auto-Submitted": "auto-generated"}


def put(
    *, to: str, template: str, context: Mapping[str, Any], language: str, key: str, headers: Mapping[str, str]
) -> Email:
    """Return the row of the mail; see `vindplaats.mail.queue`."""
    if key and (earlier := _earlier(key)):
        return earlier
    _refuse_injection(to, headers)
    mail = _made(to, template, context, language, headers)
    try:
        # A savepoint: when another queued the same key meanwhile, only this row is undone.
        with transaction.atomic():
            mail.save()
            if key:
                MailKey.objects.create(key=key, mail=mail)
            jobs.defer(SEND)
    except IntegrityError:
        if key and (earlier := _earlier(key)):
            return earlier
        raise
    return mail


def _earlier(key: str) -> Email | None:
    found = MailKey.objects.filter(key=key).select_related("mail").first()
    return found.mail if found else None


def _made(to: str, template: str, context: Mapping[str, Any], language: str, headers: Mapping[str, str]) -> Email:
    rendered = render(template, context, language if language in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE)
    return Email(
        from_email=settings.DEFAULT_FROM_EMAIL,
        to=[to],
        subject=rendered.subject,
        message=rendered.text,
        html_message=rendered.html,
        headers={**ALWAYS, "Content-Language": language, "Reply-To": settings.EDITORS_EMAIL, **headers},
        message_id=make_msgid(domain=urlsplit(settings.PUBLIC_URL).hostname),
        status=STATUS.queued,
        priority=PRIORITY.medium,
    )


def _refuse_injection(to: str, headers: Mapping[str, str]) -> None:
    """Raise ValueError for what is not one address, and for a header that holds more than its line."""
    try:
        validate_email(to)
    except ValidationError as error:
        raise ValueError("A mail goes to one e-mail address.") from error
    for name, value in headers.items():
        if not name.isascii() or not name.replace("-", "").isalnum() or len(f"{value} ".splitlines()) != 1:
            raise ValueError(f"The header {name!r} cannot stand in a mail.")
