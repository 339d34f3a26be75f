"""Questions about institutes."""

import re
from functools import reduce
from operator import or_
from typing import Any, Self

from django.contrib.postgres.search import TrigramSimilarity
from django.db import models
from django.db.models import Case, Count, Exists, FloatField, OuterRef, Q, Value, When
from django.db.models.functions import Greatest

from projects.states import InstituteStatus, MemberStatus, Status
from vindplaats.text import fold

LEGAL_FORMS = re.compile(r"\b(?:stichting|vereniging|cooperatie|maatschap|b\.?v\.?|u\.?a\.?|v\.?o\.?f\.?)(?=\W|$)")
"""Words that one writes and another leaves out."""
ALIKE, ALIKE_ELSEWHERE = 0.5, 0.65
"""How much of two names must be the same (pg_trgm) in one place, and wherever they are."""


class InstituteQuerySet(models.QuerySet):
    """Chainable: `Institute.objects.shown().with_project_count()`."""

    def shown(self) -> Self:
        """Keep institutes that have a page: verified ones, and named ones with a published project."""
        led = self.model._meta.get_field("projects").related_model.objects.filter(status=Status.PUBLISHED)
        named = Q(Exists(led.filter(institute=OuterRef("pk"))), status=InstituteStatus.NAMED)
        return self.filter(Q(status=InstituteStatus.VERIFIED) | named)

    def open_to(self, user: Any) -> Self:
        """Keep the institutes in whose name `user` may begin projects."""
        memberships = user.memberships.filter(status=MemberStatus.ACTIVE)
        return self.filter(status=InstituteStatus.VERIFIED, pk__in=memberships.values("institute"))

    def named_like(self, text: str) -> Self:
        """Keep institutes whose name or place holds `text`, whatever its capitals and accents; all without a text."""
        if not text:
            return self
        return self.filter(Q(sort_key__contains=fold(text)) | Q(place__icontains=text))

    def resembling(
        self, *, name: str, place: str = "", kvk_number: str = "", agb_code: str = "", domain: str = ""
    ) -> Self:
        """Keep institutes that may be the same as this one, the likeliest first, with `likeness` from 0 to 2.

        The same number or web domain is enough; else the names must be alike, and more so in another place.
        """
        folded = fold(name)
        bare = " ".join(LEGAL_FORMS.sub(" ", folded).split()) or folded
        written = list(dict.fromkeys([folded, bare]))
        likenesses = [TrigramSimilarity("sort_key", one) for one in written]
        alike = Greatest(*likenesses) if len(likenesses) > 1 else likenesses[0]
        known = _same_number(kvk_number=kvk_number, agb_code=agb_code) | _same_domain(domain)
        found = self.annotate(
            alike=alike, likeness=Case(When(known, then=Value(2.0)), default=alike, output_field=FloatField())
        )
        by_name = reduce(or_, (Q(sort_key__trigram_similar=one) for one in written))
        here = Q(place__iexact=place, alike__gte=ALIKE) if place else Q(alike__gte=ALIKE_ELSEWHERE)
        return found.filter(known | by_name & (here | Q(alike__gte=ALIKE_ELSEWHERE))).order_by("-likeness", "sort_key")

    def beginning_with(self, text: str) -> Self:
        """Keep institutes whose name begins with what somebody typed so far, whatever its capitals and accents."""
        return self.filter(sort_key__startswith=fold(text)).order_by("sort_key", "pk")

    def of_domain(self, domain: str) -> Self:
        """Keep institutes that take part and whose people have addresses of this domain."""
        return self.filter(status=InstituteStatus.VERIFIED, email_domains__contains=[domain] if domain else ["-"])

    def with_project_count(self) -> Self:
        """Add `project_count`: published projects that the institute leads."""
        published = Q(projects__status=Status.PUBLISHED)
        return self.annotate(project_count=Count("projects", filter=published, distinct=True))

    def alphabetical(self) -> Self:
        """Order by name as a Dutch reader expects: capitals and accents make no difference."""
        return self.order_by("sort_key", "pk")


NEVER = Q(pk__in=[])


def _same_number(**numbers: str) -> Q:
    same = NEVER
    for field, number in numbers.items():
        if number:
            same |= Q(**{field: number})
    return same


def _same_domain(domain: str) -> Q:
    if not domain:
        return NEVER
    address = rf"^https?://(www\.)?{re.escape(domain)}(/|$)"
    return Q(email_domains__contains=[domain]) | Q(website__iregex=address)
