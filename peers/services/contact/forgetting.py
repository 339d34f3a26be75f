"""Texts between people are not kept for ever, and who leaves takes theirs along. The rows stay for the figures."""

import datetime
from collections.abc import Iterable

from django.apps import apps
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from peers.models import ContactMessage, ContactReport, ContactRequest, Handling, Notice, Profile
from peers.services.contact.ending import end_request
from peers.services.contact.locking import locked
from peers.services.contact.telling import tell_step
from peers.services.contact.turns import hand_on
from peers.states import OPEN_CONTACT, ContactStatus, HandlingEnd, NoticeKind
from vindplaats.accounts.models import User
from vindplaats.audit import acting
from vindplaats.months import add_months

TEXTS_KEPT_MONTHS = 6


@transaction.atomic
def forget_texts(*, now: datetime.datetime) -> int:
    """Remove what was said in requests that ended six months ago, out of the audit too; return of how many."""
    day = add_months(timezone.localdate(now), -TEXTS_KEPT_MONTHS)
    ended = ContactRequest.objects.exclude(status__in=OPEN_CONTACT)
    old = ended.filter(texts_removed_at=None, closed_at__date__lt=day).order_by("pk")
    pks = list(old.select_for_update(of=("self",), skip_locked=True).values_list("pk", flat=True))
    with acting(action="forget"):
        ContactMessage.objects.filter(request__in=pks).delete()
        ContactReport.objects.filter(request__in=pks).update(text="")
        _empty_requests(pks, now=now)
    _events("ContactMessageEvent").filter(request_id__in=pks).update(sender_name="")
    _forget_titles(pks)
    return len(pks)


@transaction.atomic
def let_go(*, user: User) -> None:
    """Take a person out of all requests: what they asked ends, what they had on their desk goes to the next one.

    What they wrote goes as well, and so does their name, out of the audit too. What the others wrote stays with them.
    """
    now = timezone.now()
    with acting(action="forget"):
        _end_own(user)
        for turn in Handling.objects.current().filter(user=user).select_related("request").order_by("request"):
            hand_on(handling=turn, reason=HandlingEnd.GONE, now=now)
        _empty_requests(list(ContactRequest.objects.filter(asker=user).values_list("pk", flat=True)), now=now)
        _forget_name(ContactRequest.objects.filter(asker=user), {"asker_name": ""})
        _forget_name(ContactMessage.objects.filter(sender=user), {"sender_name": ""}, text="")
        _forget_name(Handling.objects.filter(user=user), {"name": ""})
        ContactReport.objects.filter(reporter=user).update(text="")
        _forget_profile(user)


def _end_own(user: User) -> None:
    for request in ContactRequest.objects.open_().filter(asker=user).order_by("pk"):
        request = locked(request)
        if request.status in OPEN_CONTACT:
            waits = request.status == ContactStatus.WAITING
            turn = end_request(request, ContactStatus.WITHDRAWN if waits else ContactStatus.CLOSED, by=None)
            tell_step(turn and turn.user, "contact_asker_gone", request)


def _empty_requests(pks: Iterable[int], *, now: datetime.datetime) -> None:
    """Empty the texts of requests; their title is a text as well."""
    pks = list(pks)
    emptied = {"title": "", "text": "", "plan_text": "", "plan": None, "asker_shares_at": None}
    ContactRequest.objects.filter(pk__in=pks).update(**emptied, texts_removed_at=now)
    Handling.objects.filter(request__in=pks).update(shares_at=None)
    _events("ContactRequestEvent").filter(pgh_obj_id__in=pks).update(title="")
    _forget_titles(pks)


def _forget_titles(pks: Iterable[int]) -> None:
    """Take the title out of what people were told."""
    for reference in ContactRequest.objects.filter(pk__in=list(pks)).values_list("reference", flat=True):
        Notice.objects.filter(kind=NoticeKind.CONTACT, path=f"/contact/{reference}/").update(title=reference)


def _forget_profile(user: User) -> None:
    """What was asked of an expert is called after the expert."""
    profile = Profile.objects.filter(user=user).first()
    if profile:
        _forget_name(ContactRequest.objects.filter(profile=profile), {"subject_title": ""})


def _forget_name(rows: QuerySet, names: dict[str, str], **more: str) -> None:
    pks = list(rows.values_list("pk", flat=True))
    rows.model.objects.filter(pk__in=pks).update(**names, **more)
    _events(f"{rows.model.__name__}Event").filter(pgh_obj_id__in=pks).update(**names)


def _events(name: str) -> QuerySet:
    return apps.get_model("peers", name).objects.all()
