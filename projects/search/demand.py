"""What people looked for and did not find: counted by day and words, without anything about who it was."""

import datetime
import re
from collections.abc import Iterable
from typing import Any, Self

from django.db import connection, models
from django.db.models import Count, Max, Min, Q, Sum
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from projects.search.analysis import words
from projects.search.tuning import current

FEW = 3
"""A search with fewer answers than this found too little."""
MOST_WORDS, SHORTEST_WORD, LONGEST_WORD = 5, 2, 40
MOST_DIGITS = 3
"""More digits in one search may be a phone number, a date of birth, a postcode or a citizen service number."""
ADDRESS = re.compile(r"@|://|www\.", re.IGNORECASE)
SALUTATIONS = frozenset({"dhr", "mevr", "mevrouw", "meneer", "mijnheer", "mw", "mr", "mrs", "ms"})
"""A name of a person follows."""
MOST_A_DAY = 5_000
"""More different searches than this on one day come from a program, not from people."""
KEPT_MONTHS = 24
SHOWN_DAYS, SHOWN_SEARCHES = 2, 3
"""Words are shown once they were searched on so many days, or so often: what one person typed once stays unseen."""
KINDS = {
    "project": _("Projecten"),
    "lesson": _("Lessen"),
    "resource": _("Hulpmiddelen"),
    "decision_aid": _("Keuzehulpen"),
    "condition": pgettext_lazy("ziekte", "Aandoeningen"),
    "programme": _("Programma's"),
    "collection": _("Verzamelingen"),
    "all": _("Alles"),
}
"""The finders whose searches are counted. Not those of people and institutes: what is typed there may be a name."""
NAMED = frozenset({"decision_aid", "condition", "programme", "collection"})
"""Where people look for a thing by its name: there one answer is enough."""


def register(kind: str, label: Promise) -> None:
    """Count the searches in a finder of another app as well."""
    KINDS[kind] = label


def is_too_few(kind: str, found: int) -> bool:
    """Tell whether a search in a finder found too little."""
    return found < (1 if kind in NAMED else FEW)


class SearchDemandQuerySet(models.QuerySet):
    """Chainable: `SearchDemand.objects.since(day).of_kind("project").wanted()`."""

    def since(self, day: datetime.date) -> Self:
        """Keep the searches from this day on."""
        return self.filter(day__gte=day)

    def of_kind(self, kind: str) -> Self:
        """Keep searches in one finder."""
        return self.filter(kind=kind)

    def wanted(self) -> Self:
        """Return, most wanted first, a dict of totals for all words that may be shown: words, searches, days and so on.

        What people ask for and the site does not answer; the map of knowledge counts it as wanted.
        """
        totals = (
            self.order_by()
            .values("words")
            .annotate(
                total=Sum("searches"),
                days=Count("day", distinct=True),
                found=Max("most_found"),
                first=Min("day"),
                last=Max("day"),
            )
        )
        shown = totals.filter(Q(days__gte=SHOWN_DAYS) | Q(total__gte=SHOWN_SEARCHES))
        return shown.order_by("-total", "-last", "words")

    def outdated(self, today: datetime.date) -> Self:
        """Keep what has been kept long enough."""
        months = today.year * 12 + today.month - 1 - KEPT_MONTHS
        return self.filter(day__lt=datetime.date(months // 12, months % 12 + 1, 1))


class SearchDemand(models.Model):
    """How often these words were searched on a day with too few answers. Leads to no person and to no visit."""

    day = models.DateField(_("dag"))
    words = models.CharField(_("zoekwoorden"), max_length=MOST_WORDS * (LONGEST_WORD + 1))
    kind = models.CharField(_("soort"), max_length=20)
    searches = models.PositiveIntegerField(_("keer gezocht"), default=1)
    most_found = models.PositiveSmallIntegerField(_("meeste antwoorden"), default=0)

    objects = SearchDemandQuerySet.as_manager()

    class Meta:
        verbose_name = _("zoekvraag zonder antwoord")
        verbose_name_plural = _("zoekvragen zonder antwoord")
        constraints = [models.UniqueConstraint(fields=["day", "words", "kind"], name="search_demand_once_a_day")]

    def __str__(self) -> str:
        return f"{self.words} ({self.day})"


COUNT = """
    INSERT INTO search_searchdemand AS counted (day, words, kind, searches, most_found)
    SELECT %(day)s, %(words)s, %(kind)s, 1, %(found)s
    WHERE (SELECT count(*) FROM search_searchdemand WHERE day = %(day)s) < %(most)s
    ON CONFLICT (day, words, kind) DO UPDATE
    SET searches = counted.searches + 1, most_found = greatest(counted.most_found, excluded.most_found)
"""


def note(text: str, *, kind: str, found: int) -> None:
    """Count a search for `text` that found too little; what may be about a person is not kept at all."""
    if not is_too_few(kind, found) or not (kept := normalised(text)):
        return
    row: dict[str, Any] = {"day": timezone.localdate(), "words": kept, "kind": kind, "found": found}
    with connection.cursor() as cursor:
        cursor.execute(COUNT, {**row, "most": MOST_A_DAY})


def normalised(text: str) -> str:
    """Return the telling words of `text`, folded and sorted so that their order is gone; empty for what is not kept.

    Not kept are sentences, addresses of any sort, and what holds many digits or a salutation. Bare numbers are dropped.
    """
    if ADDRESS.search(text) or sum(map(str.isdigit, text)) > MOST_DIGITS:
        return ""
    typed = words(text)
    # Counted as typed: what is left of a sentence without its little words may still tell about somebody.
    if len(typed) > MOST_WORDS or SALUTATIONS.intersection(typed):
        return ""
    telling = set(typed) - current().stop - current().filler
    kept = sorted(word for word in telling if len(word) >= SHORTEST_WORD and not word.isdigit())
    return " ".join(kept) if _is_short(kept) else ""


def _is_short(kept: Iterable[str]) -> bool:
    kept = list(kept)
    return 0 < len(kept) <= MOST_WORDS and all(len(word) <= LONGEST_WORD for word in kept)
