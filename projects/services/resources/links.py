"""Look at night whether the web addresses of resources still open.

Between two addresses the database holds no transaction open: a site that answers slowly keeps nobody waiting.
"""

import datetime
import time
from collections.abc import Callable, Iterable
from itertools import zip_longest
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from django.db.models import F, Q, QuerySet
from django.utils import timezone

from projects.models import LinkCheck, Resource
from projects.models.link_checks import BROKEN_AFTER_DAYS
from projects.search import generation
from projects.states.resources import LinkProblem
from vindplaats.fetching.looking import Looker, Seen

MOST_A_NIGHT = 300
EVERY, AGAIN = datetime.timedelta(days=14), datetime.timedelta(hours=20)
"""How long after a look at an address the next one is; sooner when it failed."""
PAUSE_SECONDS = 2.0
"""Between two looks at the same host."""
FINE = frozenset({401, 402, 403, 405, 406, 407, 408, 416, 418, 425, 429, 451, 999})
"""A site that does not want programs, or is busy: readers may well be let in."""
FIRST_BAD, FIRST_OF_SERVER = 400, 500


def looker() -> Looker:
    """Return what opens addresses for this site, under its own name."""
    return Looker(user_agent=f"Vindplaats-linkcontrole/1.0 (+{settings.PUBLIC_URL})")


def check_links(*, using: Looker, most: int = MOST_A_NIGHT, wait: Callable[[float], object] = time.sleep) -> int:
    """Look at the addresses whose turn it is, one after the other; return how many."""
    done, last_host = 0, ""
    for resource in spread(due(timezone.now())[:most]):
        host = host_of(resource.url)
        if host == last_host:
            wait(PAUSE_SECONDS)
        note(resource=resource, seen=using.look(resource.url))
        done, last_host = done + 1, host
    return done


def due(now: datetime.datetime) -> QuerySet[Resource]:
    """Return the public resources whose address was never looked at, is another one now, or is due; oldest first."""
    never, other = Q(link_check=None), ~Q(link_check__url=F("url"))
    failed = Q(link_check__failures__gt=0, link_check__checked_at__lt=now - AGAIN)
    waiting = Resource.objects.published().exclude(url="")
    waiting = waiting.filter(never | other | failed | Q(link_check__checked_at__lt=now - EVERY))
    return waiting.order_by(F("link_check__checked_at").asc(nulls_first=True), "pk").only("pk", "url")


def spread(resources: Iterable[Resource]) -> list[Resource]:
    """Return them so that those of one host stand as far from each other as can be."""
    by_host: dict[str, list[Resource]] = {}
    for resource in resources:
        by_host.setdefault(host_of(resource.url), []).append(resource)
    rounds = zip_longest(*sorted(by_host.values(), key=len, reverse=True))
    return [resource for turn in rounds for resource in turn if resource is not None]


def host_of(url: str) -> str:
    """Return the name of the website of an address; empty when it has none."""
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def problem_of(seen: Seen) -> LinkProblem | None:
    """Return what is wrong with an address for whoever follows it; None when nothing is known to be."""
    if seen.failure:
        return LinkProblem(seen.failure.value)
    if seen.status < FIRST_BAD or seen.status in FINE:
        return None
    return LinkProblem.SERVER if seen.status >= FIRST_OF_SERVER else LinkProblem.GONE


@transaction.atomic
def note(*, resource: Resource, seen: Seen) -> LinkCheck | None:
    """Write down what an address answered; broken is what failed on BROKEN_AFTER_DAYS different days in a row.

    Nothing is written when the resource has gone or got another address meanwhile.
    """
    locked = Resource.objects.select_for_update(of=("self",)).filter(pk=resource.pk, url=resource.url).first()
    if locked is None:
        return None
    check = LinkCheck.objects.filter(resource=locked).first() or LinkCheck(resource=locked, url=locked.url)
    was_broken = bool(check.broken_since)
    if check.url != locked.url:
        check.url = locked.url
        _mended(check)
    check.checked_at = timezone.now()
    problem = problem_of(seen)
    if problem:
        _failed(check, problem)
    else:
        _mended(check)
    check.save()
    if bool(check.broken_since) != was_broken:
        # Pages that tell of it are not kept any longer.
        generation.advance_on_commit()
    return check


def _mended(check: LinkCheck) -> None:
    check.failures, check.failed_on, check.problem, check.broken_since, check.told_at = 0, None, "", None, None


def _failed(check: LinkCheck, problem: LinkProblem) -> None:
    """Count a day on which it failed; twice on one day is once."""
    today = timezone.localdate()
    if check.failed_on != today:
        check.failures, check.failed_on = check.failures + 1, today
    check.problem = problem
    if check.failures >= BROKEN_AFTER_DAYS and check.broken_since is None:
        check.broken_since = today
