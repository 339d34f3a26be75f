"""What the site mailed, for a test to read: rows of the outbox, sent or not."""

import re

from post_office.models import Email

LINK = re.compile(r"https://vindplaats\.example(/[^\s<>]*)")


def mails(to: str | None = None) -> list[Email]:
    """Return all mail, or that to one address, oldest first."""
    return [mail for mail in Email.objects.order_by("pk") if to in (None, *mail.to)]


def link_in(mail: Email) -> str:
    """Return the first path of this site that a mail names."""
    return LINK.search(mail.message)[1]
