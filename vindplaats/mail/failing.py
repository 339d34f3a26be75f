"""Addresses that do not take our mail. What is not asked for at that moment is not sent there any more."""

import datetime
import re
from collections.abc import Iterable

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from vindplaats import hooks
from vindplaats.mail.models import FailingAddress

KEPT = datetime.timedelta(days=365)
NOT_FOR_GOOD = re.compile(r"\b5\.(?:7\.\d+|2\.2|3\.\d+|4\.\d+|6\.\d+)\b")
"""Codes of RFC 3463 that begin with 5 and say nothing against the address: policy and spam, a full mailbox, the
system, the route, and what is in the mail."""


def is_failing(address: str) -> bool:
    """Tell whether mail to this address does not arrive."""
    return bool(failing_among([address]))


def failing_among(addresses: Iterable[str]) -> set[str]:
    """Return those of these addresses, in lower case, that do not take our mail."""
    lower = {address.lower() for address in addresses}
    return set(FailingAddress.objects.filter(address__in=lower).values_list("address", flat=True))


def is_for_good(code: int, text: str) -> bool:
    """Tell whether what a mail server answered means that this address takes no mail (RFC 5321, 4.2.1; RFC 3463)."""
    return 500 <= code < 600 and not NOT_FOR_GOOD.search(text)


@transaction.atomic
def note_failure(*, address: str, reason: str) -> None:
    """Note that an address refused a mail for good, and tell who has to do without it."""
    now = timezone.now()
    start = {"since": now, "last_at": now, "reason": reason[:300]}
    one, is_new = FailingAddress.objects.get_or_create(address=address.lower(), defaults=start)
    if not is_new:
        FailingAddress.objects.filter(pk=one.pk).update(last_at=now, count=F("count") + 1, reason=reason[:300])
    hooks.mail_failed(one.address)


@transaction.atomic
def works_again(*, address: str) -> None:
    """Mail there again."""
    FailingAddress.objects.filter(address=address.lower()).delete()


@transaction.atomic
def forget_old(*, now: datetime.datetime) -> int:
    """Forget addresses that refused nothing for a year; return how many."""
    return FailingAddress.objects.filter(last_at__lt=now - KEPT).delete()[0]
