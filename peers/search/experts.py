"""How a profile becomes a search document: its words, and the facets by which people are chosen.

Only what everybody may see is in the index. Profiles for members only are looked through apart (`members.py`): in the
index their words would come back in corrected spellings, in counts and in groups that visitors get. What somebody tells
of their health is in no index at all: it may be read on the page, but nobody finds people by their illness.
"""

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from peers.models import Profile
from peers.states import Offer, ProfileKind
from projects.models import Project
from projects.search.coverage import REGION, RegionMap
from projects.search.document import Document
from projects.search.facets import YES, Facet, Option
from projects.search.kinds import Kind
from projects.states import Language, Status

KIND = "expert"
ROOM = f"ruimte:{YES}"
RELATED = ("themes__parent", "regions", "projects", "positions__institute")


def _choices(choices: type) -> list[Option]:
    return [Option(value, str(label)) for value, label in choices.choices]


FACETS = (
    Facet("wie", _("Wie"), lambda profile: [profile.kind], lambda: _choices(ProfileKind)),
    Facet("aanbod", _("Wat iemand aanbiedt"), lambda profile: profile.offers, lambda: _choices(Offer)),
    Facet("taal", _("Taal"), lambda profile: profile.languages, lambda: _choices(Language)),
    Facet(
        "ruimte",
        _("Ruimte"),
        lambda profile: [YES] if profile.room(profile.taken, timezone.now()) else [],
        lambda: [Option(YES, str(_("Heeft nu ruimte")))],
    ),
)


def gathered(profiles: QuerySet[Profile]) -> QuerySet[Profile]:
    """Return the profiles with all that their documents are made of."""
    return profiles.select_related("user").with_taken(timezone.now()).with_last_answer().prefetch_related(*RELATED)


def of_profiles(pks: Sequence[int], regions: RegionMap) -> Iterator[Document]:
    """Give the documents of the profiles among `pks` that everybody may find."""
    for profile in gathered(Profile.objects.findable().filter(pk__in=pks)):
        keys, texts = keys_of(profile, regions), texts_of(profile)
        made = Document.of(texts, kind=KIND, object_id=profile.pk, keys=keys, published_at=active_at(profile))
        # What people write of themselves is found, but leaves no words behind that a spelling is corrected to: the
        # words that are known are not forgotten when somebody leaves.
        yield replace(made, words=())


def texts_of(profile: Profile) -> dict[str, list[str]]:
    """Return what a profile is found by, by weight; never the account, and nothing about health."""
    now = [position for position in profile.positions.all() if not position.is_former]
    themes = list(profile.themes.all())
    projects = [one for one in profile.projects.all() if one.status == Status.PUBLISHED]
    return {
        "A": [profile.name],
        "B": [profile.role, *(f"{theme.name} {theme.name_en}" for theme in themes)],
        "C": [profile.introduction, *(position.role for position in now), *_titles(projects)],
        "D": [*map(str, now), *(region.name for region in profile.regions.all()), profile.get_kind_display()],
    }


def keys_of(profile: Profile, regions: RegionMap) -> list[str]:
    """Return the facet keys; who names no region thinks along everywhere."""
    themes = list(profile.themes.all())
    slugs = {theme.slug for theme in themes} | {theme.parent.slug for theme in themes if theme.parent}
    chosen = list(profile.regions.all())
    covered = regions.slugs(gemeenten=[], regions=chosen, national=not chosen)
    own = [f"{facet.name}:{value}" for facet in FACETS for value in facet.values(profile)]
    return sorted([*own, *(f"thema:{slug}" for slug in slugs), *(f"{REGION}:{slug}" for slug in covered)])


def active_at(profile: Profile) -> datetime.datetime:
    """Return when the person last changed the profile or answered somebody, by which the list is ordered."""
    return max(filter(None, [profile.updated_at, profile.last_answer]))


def _titles(projects: Iterable[Project]) -> list[str]:
    return [project.title for project in projects]


EXPERTS = Kind(KIND, Profile.objects.findable, of_profiles)
