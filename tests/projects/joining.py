"""A registration as somebody fills it in, and what was mailed."""

from post_office.models import Email

from projects.models import Registration
from projects.services import registrations

FILLED = {
    "name": "Zorgcentrum De Beuk",
    "institute_kind": "care_home",
    "place": "Beukendorp",
    "kvk_number": "12345678",
    "website": "https://debeuk.example",
    "email_domain": "debeuk.example",
    "manager_name": "Demi Voorbeeld",
    "manager_role": "Innovatiemanager",
    "manager_email": "demi@debeuk.example",
    "brings": "Ervaring met samen eten.",
}


def draft(**changes) -> Registration:
    """Return a registration that lacks nothing and was not sent yet."""
    return registrations.begin(changes={**FILLED, **changes})


def sent_in(**changes) -> Registration:
    """Return a registration that waits in the queue, with a mail on its way."""
    return registrations.submit(registration=draft(**changes))


def mails() -> list[tuple[str, str]]:
    """Return to whom went what, in order."""
    return [(mail.to[0], mail.subject) for mail in Email.objects.order_by("pk")]
