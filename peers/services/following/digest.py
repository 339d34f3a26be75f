"""One mail to each person with all that is new for them: what was found for what they follow, and waiting notices.

What was found before the last time that a digest was due goes along, and is marked in the transaction that queues the
mail. So it does not matter when this runs, how often, or whether a run was cut off: nothing comes twice, nothing is
lost, and who has nothing new gets nothing.
"""

import datetime
from collections.abc import Mapping

from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import override

from peers.models import Match, Notice
from peers.services.following import writing
from peers.services.following.times import due
from peers.services.unsubscribing import unsubscribe_headers, unsubscribe_page
from peers.states import Frequency
from projects.services.letters import page
from vindplaats.accounts.models import User
from vindplaats.mail import queue
from vindplaats.mail.failing import failing_among

Due = Mapping[str, datetime.datetime]
STATEMENT = 1_000
"""Rows that are marked by one statement."""


def send_digests(*, now: datetime.datetime) -> int:
    """Send everyone the daily and the weekly digest that is due, as one mail; return how many mails."""
    return _send_all(due(now), with_notices=True)


def send_at_once(*, now: datetime.datetime) -> int:
    """Send what was found for who wants to hear at once, as one mail to each; return how many mails."""
    return _send_all({Frequency.AT_ONCE: now + datetime.timedelta(seconds=1)}, with_notices=False)


def _send_all(due: Due, *, with_notices: bool) -> int:
    waiting = set(_matches(due).order_by().values_list("follow__user", flat=True).distinct())
    if with_notices:
        waiting |= set(_notices(due).order_by().values_list("user", flat=True).distinct())
    addresses = dict(User.objects.filter(pk__in=waiting).values_list("pk", "email"))
    failing = failing_among(addresses.values())
    reached = (pk for pk, address in sorted(addresses.items()) if address.lower() not in failing)
    return sum(_send(pk, due, with_notices=with_notices) for pk in reached)


@transaction.atomic
def _send(pk: int, due: Due, *, with_notices: bool) -> bool:
    """Send one person what is new, if it is still so; a second worker waits here and then finds nothing."""
    user = User.objects.select_for_update().filter(pk=pk, is_active=True).first()
    if user is None:
        return False
    matches = list(
        _matches(due)
        .filter(follow__user=user)
        .select_related("follow__project", "follow__question", "follow__programme")
    )
    notices = list(_notices(due).filter(user=user)) if with_notices else []
    _mark(Match.objects.all(), matches)
    _mark(Notice.objects.all(), notices)
    with override(user.language):
        letter = writing.letter(matches, notices)
    if letter is None:
        return False
    frequencies = {match.follow.frequency for match in matches} | {notice.frequency for notice in notices}
    what = f"digest:{user.pk}:{'+'.join(sorted(frequencies))}"
    queue(
        to=user.email,
        template="digest",
        context={
            "name": user.get_full_name(),
            **letter,
            "follows_url": page("peers:follows"),
            "settings_url": page("peers:notice_settings"),
            "unsubscribe_url": unsubscribe_page(what),
        },
        language=user.language,
        headers=unsubscribe_headers(what),
    )
    return True


def _matches(due: Due) -> models.QuerySet[Match]:
    """Return what is to be mailed, by what is followed, newest first."""
    wanted = _any_of(due, "follow__frequency", "found_at")
    return Match.objects.to_mail().filter(wanted).order_by("follow__name", "follow", "-found_at", "-pk")


def _notices(due: Due) -> models.QuerySet[Notice]:
    """Return the notices that wait for a digest; what was read on the site meanwhile is no news."""
    wanted = _any_of(due, "frequency", "created_at")
    return Notice.objects.filter(wanted, mailed_at=None, read_at=None, user__is_active=True).order_by("kind", "-pk")


def _any_of(due: Due, frequency: str, moment: str) -> Q:
    wanted = Q(pk__in=[])
    for how_often, before in due.items():
        wanted |= Q(**{frequency: how_often, f"{moment}__lt": before})
    return wanted


def _mark(rows: models.QuerySet, mailed: list) -> None:
    pks, now = [one.pk for one in mailed], timezone.now()
    for start in range(0, len(pks), STATEMENT):
        rows.filter(pk__in=pks[start : start + STATEMENT]).update(mailed_at=now)
