"""Send an edition: once to each subscriber, in batches, however often it is begun or cut off."""

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from peers.models import Delivery, Edition, Subscriber
from peers.services.newsletter.as_mail import as_mail
from peers.services.newsletter.composing import Sent
from peers.services.unsubscribing import unsubscribe_headers, unsubscribe_page
from peers.states import EditionStatus
from projects.services.letters import address_of, page
from vindplaats import jobs
from vindplaats.accounts.models import User
from vindplaats.audit import acting
from vindplaats.mail import queue
from vindplaats.mail.failing import failing_among

TASK = "peers.tasks.newsletter.send_edition"
BATCH = 100
"""Mails that are queued in one transaction."""


@transaction.atomic
def send(*, edition: Edition, by: User) -> None:
    """Begin to send; Sent when somebody was just faster."""
    found = Edition.objects.select_for_update().get(pk=edition.pk)
    if found.status != EditionStatus.DRAFT:
        raise Sent
    found.status, found.sent_at = EditionStatus.SENDING, timezone.now()
    with acting(user=by, action="send_edition"):
        found.save(update_fields=["status", "sent_at"])
    jobs.defer(TASK, edition=found.pk)


def send_test(*, edition: Edition, to: User) -> None:
    """Mail a draft to the editor who asks; it looks like the real one, and stops nothing."""
    context = _context(edition) | {"is_test": True, "unsubscribe_url": page("peers:newsletter")}
    queue(to=to.email, template="newsletter", context=context, language=to.language)


def send_waiting(*, edition_pk: int) -> int:
    """Queue the edition for all who did not get it yet; return how many. Two workers share the work."""
    done = 0
    while number := _send_batch(edition_pk):
        done += number
    return done


def numbers(edition: Edition) -> dict[str, int]:
    """Return to how many the edition goes and to how many it went."""
    return {
        "subscribers": Subscriber.objects.exclude(confirmed_at=None).count(),
        "queued": Delivery.objects.filter(edition=edition).count(),
        "left": _waiting(edition).count() if edition.status == EditionStatus.SENDING else 0,
    }


def sending() -> list[int]:
    """Return the editions of which sending is not done, as after a worker that was killed."""
    return list(Edition.objects.filter(status=EditionStatus.SENDING).values_list("pk", flat=True))


@transaction.atomic
def _send_batch(edition_pk: int) -> int:
    edition = Edition.objects.select_for_update().filter(pk=edition_pk, status=EditionStatus.SENDING).first()
    if edition is None:
        return 0
    some = list(_waiting(edition).select_for_update().order_by("pk")[:BATCH])
    failing = failing_among(one.email for one in some)
    for one in some:
        Delivery.objects.create(edition=edition, subscriber=one, queued_at=timezone.now())
        if one.email not in failing:
            _mail(edition, one)
    if not some:
        edition.status = EditionStatus.SENT
        edition.save(update_fields=["status"])
    return len(some)


def _waiting(edition: Edition) -> QuerySet[Subscriber]:
    """Return who confirmed before the edition was sent and did not get it."""
    got = Delivery.objects.filter(edition=edition, subscriber=OuterRef("pk"))
    return Subscriber.objects.filter(~Exists(got), confirmed_at__lte=edition.sent_at)


def _mail(edition: Edition, one: Subscriber) -> None:
    what = f"newsletter:{one.pk}"
    queue(
        to=one.email,
        template="newsletter",
        context=_context(edition) | {"is_test": False, "unsubscribe_url": unsubscribe_page(what)},
        language=one.language,
        key=f"edition-{edition.pk}-{one.pk}",
        headers=unsubscribe_headers(what),
    )


def _context(edition: Edition) -> dict:
    return {"title": edition.title, "text": as_mail(edition.text), "page_url": address_of(edition)}
