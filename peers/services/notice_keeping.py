"""How long notices are kept."""

import datetime

from peers.models import Notice
from vindplaats.months import add_months

KEPT_MONTHS = 12
"""After it was read. What nobody read stays as long as the account."""


def forget_read(*, now: datetime.datetime) -> int:
    """Throw away notices that were read a year ago; return how many."""
    return Notice.objects.filter(read_at__date__lt=add_months(now.date(), -KEPT_MONTHS)).delete()[0]
