"""What somebody agrees to: kept with the words and the moment, and taken back as easily as it was given.

AVG, article 7: whoever keeps the data can show that the person agreed, and taking back is as easy as agreeing. Article
9: what is told of health needs an explicit consent of its own, and nothing else may hang on it.
"""

import datetime

from django.db import transaction
from django.utils import timezone

from peers.models import Consent, Profile
from peers.search.experts import KIND
from peers.services.following.unfinding import unfind
from peers.services.profiles.locking import locked_profile
from peers.states import ConsentKind
from projects.search.indexing import index
from vindplaats.accounts.models import User
from vindplaats.audit import acting

MOMENTS = {ConsentKind.PROFILE: "consented_at", ConsentKind.HEALTH: "health_consented_at"}
"""The field of the profile that says since when a consent is in force."""


def agree(profile: Profile, kind: ConsentKind, *, text: str, now: datetime.datetime) -> None:
    """Keep that the person agreed to exactly this text, unless a consent is in force; saves the consent only."""
    _consent, is_new = Consent.objects.get_or_create(
        profile=profile, kind=kind, withdrawn_at=None, defaults={"text": text, "given_at": now}
    )
    if is_new or getattr(profile, MOMENTS[kind]) is None:
        setattr(profile, MOMENTS[kind], now)


def take_back(profile: Profile, kind: ConsentKind, *, now: datetime.datetime) -> None:
    """End the consent in force; saves the consent only. What was told of health goes with its consent."""
    profile.consents.filter(kind=kind, withdrawn_at=None).update(withdrawn_at=now)
    setattr(profile, MOMENTS[kind], None)
    if kind == ConsentKind.HEALTH:
        profile.health_story = ""


@transaction.atomic
def withdraw(*, user: User, kind: ConsentKind) -> Profile:
    """Take back a consent at once; NotYours without a profile. Twice is once.

    Without consent for the profile nobody sees it or finds it any more. Then what was told of health has no purpose
    left either, so that goes with it.
    """
    profile, now = locked_profile(user), timezone.now()
    with acting(user=user, action=f"withdraw_{kind}"):
        take_back(profile, ConsentKind.HEALTH, now=now)
        if kind == ConsentKind.PROFILE:
            take_back(profile, kind, now=now)
            unfind(KIND, [profile.pk])
        profile.save()
    index(KIND, [profile.pk])
    return profile
