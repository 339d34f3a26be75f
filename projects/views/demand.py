"""Which visits count as a search that found too little: those of people, who asked all of the site, once."""

import logging
import re

from django.db import Error, transaction
from django.http import HttpRequest

from projects.permissions import may_moderate
from projects.search import demand

log = logging.getLogger(__name__)
# All browsers call themselves so; so do some programs, which then say what they are.
BROWSER = "Mozilla/"
PROGRAM = re.compile(r"bot|crawl|spider|slurp|preview|headless|lighthouse|monitor|scan|python|curl|wget", re.IGNORECASE)
UNASKED = "X-Live"
"""What live.js sends when a page renews itself: while somebody types on, or goes back."""


def note_demand(request: HttpRequest, text: str, *, kind: str, found: int, narrowed: bool) -> None:
    """Count what was looked for in vain, without anything about who did; never in the way of the page.

    With a filter chosen, the filter may be why there is little: such searches do not count. Nor do further pages,
    programs, and moderators, who try things out. This is the one thing that a GET writes.
    """
    if not demand.is_too_few(kind, found) or narrowed or not text.strip() or not _is_asked(request):
        return
    try:
        with transaction.atomic():
            demand.note(text, kind=kind, found=found)
    except Error:
        # As on a replica: a count less is no reason to keep the answer back.
        log.info("search_demand_not_counted")


def _is_asked(request: HttpRequest) -> bool:
    """Tell whether a person asked for this page, now and for the first time."""
    agent = request.headers.get("User-Agent", "")
    by_a_person = agent.startswith(BROWSER) and not PROGRAM.search(agent) and request.method == "GET"
    on_purpose = UNASKED not in request.headers and "prefetch" not in request.headers.get("Sec-Purpose", "")
    first = request.GET.get("page", "1") == "1" and "letterlijk" not in request.GET
    return by_a_person and on_purpose and first and not may_moderate(request.user)
