"""How much one person may ask and write, counted from rows: whatever worker answers, and however often."""

import datetime

from peers.models import ContactMessage, ContactRequest
from peers.services.contact.refusals import TooManyMessages, TooManyThisMonth, TooManyToday
from vindplaats.accounts.models import User

DAY = datetime.timedelta(days=1)
MONTH = datetime.timedelta(days=30)
MOST_A_DAY, MOST_A_DAY_WHEN_NEW, MOST_A_MONTH = 5, 2, 20
MOST_MESSAGES_A_DAY = 60


def require_room_to_ask(asker: User, *, now: datetime.datetime) -> None:
    """Raise when `asker` asked enough; call it with the row of the user locked."""
    own = ContactRequest.objects.filter(asker=asker)
    most = MOST_A_DAY_WHEN_NEW if now - asker.date_joined < DAY else MOST_A_DAY
    if own.filter(created_at__gt=now - DAY).count() >= most:
        raise TooManyToday(most)
    if own.filter(created_at__gt=now - MONTH).count() >= MOST_A_MONTH:
        raise TooManyThisMonth(MOST_A_MONTH)


def require_room_to_write(sender: User, *, now: datetime.datetime) -> None:
    """Raise when `sender` wrote more in a day than people do."""
    if ContactMessage.objects.filter(sender=sender, created_at__gt=now - DAY).count() >= MOST_MESSAGES_A_DAY:
        raise TooManyMessages
