"""An Atom feed of any list of people: the same search in the address, for everybody the same.

A program that reads it keeps what it read, out of reach of whoever takes back a consent. So it says of a person no more
than who it is, what they offer, and where the rest stands: nothing of what they tell of themselves, and not in what
capacity they think along or about what, which may hint at somebody's health (decision 0028).
"""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from peers.filters.experts import ExpertFilterSet
from peers.models import Profile
from peers.views.profile_loading import offer_labels
from projects.querysets.ordering import in_order
from projects.views.feeds import ENTRIES, ResultFeed
from vindplaats.text import clean


class ExpertFeed(ResultFeed):
    """The people who answer the search and were active last; without a request, so that all read what visitors do."""

    filterset_class = ExpertFilterSet
    list_name, feed_name = "peers:profile_list", "peers:profile_feed"

    def __call__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Answer, to be kept by nobody on the way and by no search engine: who takes a profile down is gone at once."""
        response = super().__call__(request, *args, **kwargs)
        response["Cache-Control"] = "no-store"
        response["X-Robots-Tag"] = "noindex"
        return response

    def title(self, filterset: ExpertFilterSet) -> str:
        """Return what the feed is of."""
        text = filterset.answer.question.text
        return _("Vindplaats: experts over %(text)s") % {"text": text} if text else _("Vindplaats: experts")

    def subtitle(self, filterset: ExpertFilterSet) -> str:
        """Return one sentence about the feed."""
        return _("Mensen die meedenken bij deze zoekopdracht.")

    def items(self, filterset: ExpertFilterSet) -> list[Profile]:
        """Return the first answers; what the database says of who may be found goes before the index."""
        return in_order(Profile.objects.findable(), filterset.answer.ids(0, ENTRIES))

    def item_title(self, item: Profile) -> str:
        """Return who it is, with the role that they gave."""
        return clean(", ".join(filter(None, [item.name, item.role])))

    def item_description(self, item: Profile) -> str:
        """Return what the person offers."""
        return ", ".join(offer_labels(item))

    def item_pubdate(self, item: Profile) -> Any:
        """Return since when everybody may see the profile."""
        return item.consented_at

    def item_updateddate(self, item: Profile) -> Any:
        """Return the same: when somebody was active is nobody's business."""
        return item.consented_at

    def item_author_name(self, item: Profile) -> str:
        """Return the site."""
        return "Vindplaats"


profile_feed = login_not_required(ExpertFeed())
