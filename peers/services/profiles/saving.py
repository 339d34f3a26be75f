"""Keep what somebody wrote in their profile."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from peers.models import Position, Profile
from peers.models.profiles import RESERVED_PROFILE_SLUGS
from peers.search.experts import KIND
from peers.services.profiles.agreeing import agree, take_back
from peers.services.profiles.locking import locked_user
from peers.states import ConsentKind
from projects.models import Institute, Project, Region, Theme
from projects.search.indexing import index
from projects.services.slugs import Slugs
from vindplaats.accounts.models import User
from vindplaats.audit import acting


@dataclass(frozen=True, kw_only=True)
class Workplace:
    """Where somebody works or worked: at an institute of the site, or somewhere by name."""

    institute: Institute | None = None
    organisation: str = ""
    role: str = ""
    start: str = ""
    end: str = ""
    is_former: bool = False


@dataclass(frozen=True, kw_only=True)
class Written:
    """What the form of a profile gives. `fields` are those of Profile that are kept as they are.

    `agreed` and `agreed_health` are the words that the person ticked just now; empty when they ticked nothing.
    """

    fields: dict[str, object]
    themes: Sequence[Theme] = ()
    regions: Sequence[Region] = ()
    projects: Sequence[Project] = ()
    workplaces: Sequence[Workplace] = ()
    health_story: str = ""
    agreed: str = ""
    agreed_health: str = ""
    language: str = "nl"


@transaction.atomic
def save(*, user: User, written: Written) -> Profile:
    """Make or change the profile of `user`, with its workplaces and what was agreed to; the search follows.

    A story about health without a consent for it is not kept; one that was emptied takes its consent with it.
    """
    locked_user(user)
    profile = Profile.objects.select_for_update(of=["self"]).filter(user=user).first() or Profile(user=user)
    with acting(user=user, action="save_profile"):
        _fill(profile, written)
        _set_links(profile, written)
        _consents(profile, written)
        profile.save()
    index(KIND, [profile.pk])
    return profile


def _fill(profile: Profile, written: Written) -> None:
    """Take over the fields. A new name makes a new address: the old one would still tell the old name."""
    if profile.pk is None or profile.name != written.fields["name"]:
        slugs = Slugs(Profile, fallback="expert", reserved=RESERVED_PROFILE_SLUGS)
        (profile.slug,) = slugs.allocate([str(written.fields["name"])])
    for name, value in written.fields.items():
        setattr(profile, name, value)
    profile.language = written.language
    if profile.pk is None:
        profile.save()


def _set_links(profile: Profile, written: Written) -> None:
    profile.themes.set(written.themes)
    profile.regions.set(written.regions)
    profile.projects.set(written.projects)
    there = [_as_workplace(one) for one in profile.positions.order_by("pk")]
    if there != [vars(one) for one in written.workplaces]:
        profile.positions.all().delete()
        Position.objects.bulk_create(Position(profile=profile, **vars(one)) for one in written.workplaces)


def _as_workplace(position: Position) -> dict[str, object]:
    return {name: getattr(position, name) for name in Workplace.__dataclass_fields__}


def _consents(profile: Profile, written: Written) -> None:
    now = timezone.now()
    if written.agreed:
        agree(profile, ConsentKind.PROFILE, text=written.agreed, now=now)
    if written.health_story and written.agreed_health:
        agree(profile, ConsentKind.HEALTH, text=written.agreed_health, now=now)
    if not written.health_story and profile.health_consented_at:
        take_back(profile, ConsentKind.HEALTH, now=now)
    profile.health_story = written.health_story if profile.health_consented_at else ""
