"""People on the pages of the registry: who thinks along with a theme or region, who belongs to a project."""

from collections.abc import Iterable
from urllib.parse import urlencode

from django.db.models import Count, QuerySet
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from peers.models import Profile
from peers.permissions import Visitor
from peers.querysets.profiles import FOR_GOOD
from peers.search.experts import KIND
from peers.services.linked_projects import linked_people, people_of
from peers.services.profile_places import places_of
from peers.states import ProfileKind
from peers.views.profile_loading import first_cards, load_profiles
from projects.hooks import Part
from projects.models import Condition, Institute, Project, Region, Sector, Theme
from projects.models.themes import ProjectTheme
from projects.search.coverage import REGION
from projects.search.engine import Answer, Question
from projects.states import InstituteStatus

FEW, MOST_OF_PROJECT, MOST_OF_INSTITUTE, MOST_OF_TOPIC, MOST_TO_ASK, COMMON_THEMES = 3, 6, 12, 6, 6, 3
MOST_LOOKED_AT = 100
PEOPLE, NAME = "peers/_people.html", "mensen"


def of_theme(theme: Theme, user: Visitor) -> list[Part]:
    """Return a few people who know of this theme, those with room first, and the way to all."""
    return _found("thema", theme.slug, _("Mensen die meedenken over dit thema"), user)


def of_region(region: Region, user: Visitor) -> list[Part]:
    """Return a few people who think along in this region, and the way to all."""
    return _found(REGION, region.slug, _("Mensen die meedenken in deze regio"), user)


def of_sector(sector: Sector, user: Visitor) -> list[Part]:
    """Return a few people who belong to a project in this sector."""
    return _of_projects(Project.objects.published().filter(sectors=sector), _there(user))


def of_condition(condition: Condition, user: Visitor) -> list[Part]:
    """Return a few professionals and directors who belong to a project about this condition.

    Experience experts are left out: under the name of an illness, their own would be read off the page.
    """
    there = _there(user).exclude(kind=ProfileKind.EXPERIENCE)
    return _of_projects(Project.objects.published().filter(conditions=condition), there)


def of_project(project: Project, user: Visitor) -> list[Part]:
    """Return the people who belong to a project, each with how; what only the person says is told as that."""
    linked = linked_people(project, _there(user))[:MOST_OF_PROJECT]
    if not linked:
        return []
    places = places_of([one.profile for one in linked])
    for one in linked:
        one.profile.places = places[one.profile.pk]
    return [Part("peers/_project_people.html", {"linked": linked}, position=20, is_aside=True)]


def of_institute(institute: Institute, user: Visitor) -> list[Part]:
    """Return the people of an institute that it confirms itself; of one that takes no part those who say so."""
    there = _there(user).filter(positions__institute=institute, positions__is_former=False).distinct()
    takes_part = institute.status == InstituteStatus.VERIFIED
    people = [one for one in first_cards(there, MOST_LOOKED_AT) if _works_at(one, institute, confirmed=takes_part)]
    people = people[:MOST_OF_INSTITUTE]
    title = _("Mensen van deze instelling") if takes_part else _("Mensen die zeggen hier te werken")
    return [Part(PEOPLE, {"people": people, "title": title, "name": NAME}, position=30)] if people else []


def to_ask(projects: Iterable[Project], user: Visitor) -> list[Part]:
    """Return the people to ask about these projects: who belongs to one, then who knows of what most are about."""
    projects = list(projects)
    if not projects:
        return []
    people = first_cards(people_of(_among(projects), _there(user)), MOST_TO_ASK)
    if left := MOST_TO_ASK - len(people):
        themes = ProjectTheme.objects.filter(content_object__in=projects).order_by().values_list("tag")
        common = themes.annotate(number=Count("pk")).order_by("-number", "tag").values_list("tag", flat=True)
        near = _there(user).filter(themes__in=list(common[:COMMON_THEMES])).exclude(pk__in=[one.pk for one in people])
        people += first_cards(near.distinct(), left)
    title = _("Mensen die u kunt vragen")
    return [Part(PEOPLE, {"people": people, "title": title, "name": "mensen-vragen"}, position=10)] if people else []


def _found(facet: str, value: str, title: Promise, user: Visitor) -> list[Part]:
    """Return those that a search by one facet finds, with room or not."""
    with_room = Answer(KIND, Question(choices={facet: [value], "ruimte": ["ja"]}))
    found = Answer(KIND, Question(choices={facet: [value]}))
    ids = list(dict.fromkeys([*with_room.ids(0, FEW), *found.ids(0, FEW)]))[:FEW]
    people = load_profiles(ids, user=user)
    if not people:
        return []
    address = f"{reverse('peers:profile_list')}?{urlencode({facet: value})}"
    context = {"people": people, "title": title, "name": NAME, "all_url": address, "total": found.counts.total}
    return [Part("peers/_people_aside.html", context, position=30, is_aside=True)]


def _of_projects(projects: QuerySet[Project], there: QuerySet[Profile]) -> list[Part]:
    people = first_cards(people_of(projects, there), MOST_OF_TOPIC)
    title = _("Mensen van deze projecten")
    return [Part(PEOPLE, {"people": people, "title": title, "name": NAME}, position=30)] if people else []


def _among(projects: Iterable[Project]) -> QuerySet[Project]:
    return Project.objects.filter(pk__in=[project.pk for project in projects])


def _there(user: Visitor) -> QuerySet[Profile]:
    """Return the profiles that others see and that are not away for good."""
    shown = Profile.objects.shown() if user.is_authenticated else Profile.objects.published()
    return shown.exclude(paused_until=FOR_GOOD).select_related("user")


def _works_at(profile: Profile, institute: Institute, *, confirmed: bool) -> bool:
    here = [place for place in profile.places.now if place.position.institute_id == institute.pk]
    return any(place.is_confirmed or not confirmed for place in here)
