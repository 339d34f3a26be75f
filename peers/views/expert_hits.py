"""People among all that `/zoeken/` finds."""

from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from peers.models import Profile
from peers.search.experts import KIND
from peers.services.profile_places import places_of
from projects.querysets.ordering import in_order
from projects.search.highlight import MARKDOWN, Sought, passage
from projects.views.hits import SHOWN_WORDS, Hit
from projects.views.search_groups import Group


def of_experts(ids: list[int], what: Sought) -> list[Hit]:
    """Return people with what they do and where."""
    profiles = in_order(Profile.objects.findable().select_related("user"), ids)
    places = places_of(profiles)
    return [
        Hit(
            one.name,
            one.get_absolute_url(),
            one.language,
            label=one.get_kind_display(),
            about=", ".join(filter(None, [one.role, *(str(place.position) for place in places[one.pk].now[:1])])),
            about_language=one.language,
            text=_text(what, one.introduction),
        )
        for one in profiles
    ]


def _text(what: Sought, text: str) -> str:
    return passage([text], what) or Truncator(MARKDOWN.sub(" ", text)).words(SHOWN_WORDS)


GROUP = Group(KIND, "experts", _("Experts"), of_experts, "peers:profile_list")
