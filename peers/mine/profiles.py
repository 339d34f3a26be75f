"""The profile by which somebody is found: what to do with it, what is in it, and how it goes with the account."""

from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from peers.models import Consent, Position, Profile
from peers.services import profiles as services
from vindplaats.accounts.models import User
from vindplaats.mine import Item, Panel

FIELDS = (
    *("slug", "kind", "name", "role", "introduction", "health_story", "offers", "languages", "wishes", "availability"),
    *("monthly_limit", "paused_until", "visibility", "consented_at", "health_consented_at", "removed_at"),
    *("removal_reason", "created_at", "updated_at"),
)


def panels(user: User) -> list[Panel]:
    """Return how the profile stands; what keeps it from being seen although the person wants that waits."""
    profile = Profile.objects.select_related("user").filter(user=user).first()
    title, page = _("Mijn profiel"), reverse("peers:my_profile")
    if profile is None:
        empty = _("Wilt u meedenken met anderen? Maak een profiel en kies zelf wie het ziet.")
        return [Panel("profiel", title, [], empty, [(_("Profiel maken"), page)], position=40)]
    actions = [(_("Wijzigen"), page), (_("Bekijken"), profile.get_absolute_url())]
    return [Panel("profiel", title, [_item(profile, page)], "", actions, position=40)]


def _item(profile: Profile, page: str) -> Item:
    if profile.removed_at:
        label = _("Een moderator haalde uw profiel van de site: lees waarom")
        return Item(label, page, since=profile.removed_at, waits=True)
    return Item(profile.name, profile.get_absolute_url(), status=_standing(profile))


def _standing(profile: Profile) -> str:
    if not profile.is_shown:
        return _("Alleen u ziet dit profiel")
    if profile.is_paused(timezone.now()):
        return _("U hebt pauze")
    return _("Te zien voor wie u koos")


def person_data(user: User) -> dict[str, list[dict[str, Any]]]:
    """Return the profile, where the person worked, what is linked, and what was agreed to."""
    profiles = Profile.objects.filter(user=user)
    linked = [
        {"soort": kind, "naam": str(one)}
        for profile in profiles
        for kind, things in (("thema", profile.themes), ("regio", profile.regions), ("project", profile.projects))
        for one in things.all()
    ]
    positions = Position.objects.filter(profile__user=user).order_by("pk")
    consents = Consent.objects.filter(profile__user=user).order_by("pk")
    return {
        "profiel": list(profiles.values(*FIELDS)),
        "profiel-keuzes": linked,
        "profiel-werkplekken": list(
            positions.values("institute__name", "organisation", "role", "start", "end", "is_former")
        ),
        "profiel-toestemmingen": list(consents.values("kind", "text", "given_at", "withdrawn_at")),
    }


def forget_person(user: User) -> None:
    """Remove the profile with its workplaces and consents, out of the audit and the search too."""
    services.forget(user)
