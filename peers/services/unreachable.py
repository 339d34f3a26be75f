"""What follows when somebody's mail server takes no mail for them: nobody waits for an answer that cannot come."""

from django.utils import timezone

from peers.models import Handling, Subscriber
from peers.services.contact.turns import hand_on
from peers.states import OPEN_CONTACT, HandlingEnd
from vindplaats.accounts.models import User


def mail_failed(address: str) -> None:
    """Give what the person has on their desk to others, and stop the newsletter there. Notices stay on the site."""
    Subscriber.objects.filter(email=address).delete()
    for user in User.objects.filter(email__iexact=address):
        turns = Handling.objects.current().filter(user=user, request__status__in=OPEN_CONTACT)
        # Who answered already reads the site, and the two know each other.
        for turn in turns.filter(answered_at=None).select_related("request"):
            hand_on(handling=turn, reason=HandlingEnd.UNREACHABLE, now=timezone.now())
