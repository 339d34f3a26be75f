"""Ask for the newsletter, prove that the address is yours, and stop it. Nobody learns here who gets it."""

import datetime

from django.core import signing
from django.db import transaction
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from peers.models import Subscriber
from peers.services.unsubscribing import Stopper, unsubscribe_headers, unsubscribe_page
from projects.services.letters import page
from vindplaats.mail import queue
from vindplaats.mail.failing import works_again

SALT = "peers.newsletter"
VALID = datetime.timedelta(days=7)
"""How long the link of the mail works, and how long what nobody confirmed is kept."""
CONSENT = gettext_lazy("Ja, mail mij de nieuwsbrief van Vindplaats. Afmelden kan in elke mail, met één klik.")


@transaction.atomic
def ask(*, email: str, language: str, consent_text: str) -> None:
    """Mail this address: a link to confirm, or that it gets the newsletter already. Both take one mail."""
    now, email = timezone.now(), email.lower()
    start = {"asked_at": now, "language": language, "consent_text": consent_text}
    one, is_new = Subscriber.objects.select_for_update().get_or_create(email=email, defaults=start)
    if one.confirmed_at is None and not is_new:
        for name, value in start.items():
            setattr(one, name, value)
        one.save()
    what = f"newsletter:{one.pk}"
    queue(
        to=email,
        template="newsletter_known" if one.confirmed_at else "newsletter_confirm",
        context={
            "confirm_url": page("peers:newsletter_confirm", signing.dumps(one.pk, salt=SALT)),
            "unsubscribe_url": unsubscribe_page(what),
        },
        language=language,
        headers=unsubscribe_headers(what) if one.confirmed_at else None,
    )


def read_link(signed: str) -> Subscriber | None:
    """Return whose link this is; None for one that we did not make, that is too old, or that was stopped."""
    try:
        pk = signing.loads(signed, salt=SALT, max_age=VALID)
    except signing.BadSignature:
        return None
    return Subscriber.objects.filter(pk=pk).first()


@transaction.atomic
def confirm(*, signed: str) -> bool:
    """Note that the owner of the address asked for it; again changes nothing. False when the link does not work."""
    found = read_link(signed)
    if found is None:
        return False
    Subscriber.objects.filter(pk=found.pk, confirmed_at=None).update(confirmed_at=timezone.now())
    # The mail with the link arrived.
    works_again(address=found.email)
    return True


@transaction.atomic
def clean_up(*, now: datetime.datetime) -> int:
    """Throw away what nobody confirmed within seven days; return how many."""
    return Subscriber.objects.filter(confirmed_at=None, asked_at__lt=now - VALID).delete()[0]


def label(rest: str) -> str | Promise | None:
    """Return what is stopped; `rest` is the number of the subscriber."""
    return _("de nieuwsbrief") if Subscriber.objects.filter(pk=rest).exists() else None


def stop(rest: str) -> None:
    """Forget the address, and with it the proof: there is nothing left to prove."""
    Subscriber.objects.filter(pk=rest).delete()


STOPPER = Stopper(label, stop)
