"""An Atom feed of what the editors of a programme tell, newest first."""

import datetime
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.contrib.syndication.views import Feed
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from projects.models import Programme, ProgrammeUpdate
from vindplaats.markdown import plain
from vindplaats.text import clean

ENTRIES = 50


class ProgrammeFeed(Feed):
    """The newest status updates of one programme."""

    feed_type = Atom1Feed

    @method_decorator(require_safe)
    def __call__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Answer a GET; the feed reads as Atom 1.0 (RFC 4287)."""
        response = super().__call__(request, *args, **kwargs)
        response["Content-Type"] = "application/atom+xml; charset=utf-8"
        return response

    def get_object(self, request: HttpRequest, slug: str) -> Programme:
        """Return the programme in the address."""
        return get_object_or_404(Programme, slug=slug)

    def title(self, programme: Programme) -> str:
        """Return what the feed is of."""
        return clean(_("Vindplaats: stand van zaken van %(name)s") % {"name": programme.label})

    def subtitle(self, programme: Programme) -> str:
        """Return one sentence about the feed."""
        return _("Wat de redactie van het programma vertelt.")

    def link(self, programme: Programme) -> str:
        """Return the page of the programme."""
        return programme.get_absolute_url()

    def feed_url(self, programme: Programme) -> str:
        """Return the address of the feed itself."""
        return reverse("projects:programme_feed", args=[programme.slug])

    def items(self, programme: Programme) -> list[ProgrammeUpdate]:
        """Return the newest."""
        return list(programme.updates.select_related("programme")[:ENTRIES])

    def item_title(self, item: ProgrammeUpdate) -> str:
        """Return its title."""
        return clean(item.title)

    def item_description(self, item: ProgrammeUpdate) -> str:
        """Return its text, without markup."""
        return clean(plain(item.text))

    def item_pubdate(self, item: ProgrammeUpdate) -> datetime.datetime:
        """Return the beginning of the day that it is about."""
        return timezone.make_aware(datetime.datetime.combine(item.told_on, datetime.time.min))

    def item_updateddate(self, item: ProgrammeUpdate) -> datetime.datetime:
        """Return when it was last changed."""
        return item.updated_at

    def item_author_name(self, item: ProgrammeUpdate) -> str:
        """Return the organisation; a feed without an author is not valid Atom."""
        return clean(item.told_by_label) or "Vindplaats"


programme_feed = login_not_required(ProgrammeFeed())
