"""Profiles as on a card, from ids or from a queryset, in a fixed number of queries."""

from collections.abc import Iterable

from django.db.models import QuerySet
from django.utils import timezone

from peers.models import Profile
from peers.permissions import Visitor
from peers.services.linked_projects import project_counts
from peers.services.profile_places import places_of
from peers.services.standing import accepted_counts
from peers.states import Offer
from projects.querysets.ordering import in_order
from projects.search.highlight import Sought, passage


def load_profiles(ids: list[int], *, user: Visitor, what: Sought | None = None) -> list[Profile]:
    """Return the profiles that `user` may see, each with the passage that answers what is sought."""
    profiles = as_cards(in_order(_listed(Profile.objects.visible_to(user)), ids))
    for profile in profiles:
        profile.highlight = passage([profile.introduction], what) if what and what.stems else ""
    return profiles


def first_cards(profiles: QuerySet[Profile], most: int) -> list[Profile]:
    """Return the first `most` profiles as on a card: those with room first, then the most recently active."""
    now = timezone.now()
    found = sorted(_listed(profiles).order_by("-updated_at", "-pk"), key=lambda one: not one.room(one.taken, now))
    return as_cards(found[:most])


def as_cards(profiles: Iterable[Profile]) -> list[Profile]:
    """Return profiles (of `_listed`) with `places`, `has_room`, `is_away`, `project_count` and `answer_count`."""
    profiles, now = list(profiles), timezone.now()
    places, projects, answers = places_of(profiles), project_counts(profiles), accepted_counts(profiles)
    for one in profiles:
        one.places = places[one.pk]
        one.is_away, one.has_room = one.is_paused(now), one.room(one.taken, now) > 0
        one.project_count, one.answer_count = projects.get(one.pk, 0), answers.get(one.user_id, 0)
        one.offer_labels = offer_labels(one)
        one.highlight = ""
    return profiles


def offer_labels(profile: Profile) -> list[str]:
    """Return what somebody offers, in words, in the order of the list."""
    return [str(offer.label) for offer in Offer if offer in profile.offers]


def _listed(profiles: QuerySet[Profile]) -> QuerySet[Profile]:
    return profiles.select_related("user").with_taken(timezone.now()).prefetch_related("themes")
