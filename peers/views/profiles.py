"""The finder of people who think along, and the page of one of them."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from peers.filters.experts import ExpertFilterSet
from peers.models import Profile
from peers.services.capacity import room_left
from peers.services.profile_places import places_of
from peers.services.standing import standing_of
from peers.states import Visibility
from peers.views.profile_loading import load_profiles, offer_labels
from projects.models.regions import by_name
from projects.models.terms import in_reading_order
from projects.states import Language
from projects.views.caching import unless_unchanged
from projects.views.finder import finder_context
from vindplaats.months import first_day_of_next_month


@login_not_required
@require_safe
@unless_unchanged
def profile_list(request: HttpRequest) -> HttpResponse:
    """Show the people who answer the question in the address."""
    filterset = ExpertFilterSet(request.GET, request=request)

    def load(ids: list[int]) -> list[Profile]:
        return load_profiles(ids, user=request.user, what=filterset.answer.sought)

    context = finder_context(request, filterset, load)
    if request.user.is_authenticated:
        # The facets of a visitor are kept by this; a member's count more.
        context["index_version"] = f"{context['index_version']}-members"
    return render(request, "peers/profile_list.html", context)


@login_not_required
@require_safe
def profile_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one person; whom somebody may not see is not there. One's own is shown as others will see it."""
    visible = Profile.objects.visible_to(request.user).select_related("user")
    profile = visible.prefetch_related("regions__scheme").filter(slug=slug).first()
    if profile is None:
        raise Http404
    return render(request, "peers/profile_detail.html", _context(request, profile))


def _context(request: HttpRequest, profile: Profile) -> dict[str, Any]:
    now = timezone.now()
    is_own = request.user.is_authenticated and request.user.pk == profile.user_id
    return {
        "profile": profile,
        "places": places_of([profile])[profile.pk],
        "themes": in_reading_order(profile.themes.all()),
        "regions": by_name(profile.regions.all()),
        "offers": offer_labels(profile),
        "languages": [Language(code).label for code in profile.languages],
        "standing": standing_of(profile),
        "is_away": profile.is_paused(now),
        "has_room": room_left(profile, now=now) > 0,
        "again_on": first_day_of_next_month(now),
        "is_own": is_own,
        "is_shown": profile.is_shown,
        "for_members": profile.visibility == Visibility.MEMBERS,
        "questions_have_pages": bool(_address("peers:question_detail", "x")),
        "ask_url": _ask_url(profile) if profile.is_shown and not is_own else "",
    }


def _ask_url(profile: Profile) -> str:
    """Return where a request is written; empty as long as the site has no such page."""
    page = _address("peers:contact_new")
    return f"{page}?expert={profile.slug}" if page else ""


def _address(name: str, *args: str) -> str:
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return ""
