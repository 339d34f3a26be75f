"""Remove a profile, out of the audit and the moderators' pages as well."""

from django.apps import apps
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db import transaction

from peers.models import Consent, Position, Profile
from peers.search.experts import KIND
from peers.services.following.unfinding import unfind
from peers.services.profiles.locking import locked_profile
from projects.models import Report
from projects.search.indexing import forget as forget_in_search
from vindplaats.accounts.models import User
from vindplaats.audit import acting

ABOUT_THE_PERSON = ("name", "slug", "role", "introduction", "wishes", "availability", "removal_reason")
GONE = "/experts/"
"""What a report about a profile points at when the profile is gone: its own address tells the name."""


@transaction.atomic
def delete(*, user: User) -> None:
    """Remove the profile of `user` with its workplaces and consents; NotYours when there is none."""
    profile = locked_profile(user)
    with acting(user=user, action="delete_profile"):
        _remove(profile)


def forget(user: User) -> None:
    """The same for somebody whose account goes, within that transaction; nothing without a profile."""
    if profile := Profile.objects.select_for_update().filter(user=user).first():
        _remove(profile)


def _remove(profile: Profile) -> None:
    pk, path = profile.pk, profile.get_absolute_url()
    positions = list(Position.objects.filter(profile=pk).values_list("pk", flat=True))
    consents = list(Consent.objects.filter(profile=pk).values_list("pk", flat=True))
    forget_in_search(KIND, [pk])
    unfind(KIND, [pk])
    profile.delete()
    _empty("ProfileEvent", [pk], **dict.fromkeys(ABOUT_THE_PERSON, ""), languages=[], offers=[])
    _empty("PositionEvent", positions, organisation="", role="", start="", end="", institute=None)
    _empty("ConsentEvent", consents, text="")
    _forget_with_moderators(pk, path)


def _empty(model: str, pks: list[int], **values: object) -> None:
    """Take out of the events what is about the person; that something happened stays."""
    apps.get_model("peers", model).objects.filter(pgh_obj_id__in=pks).update(**values)


def _forget_with_moderators(pk: int, path: str) -> None:
    """Take the name out of what moderators did and out of reports, whose address tells it."""
    kind = ContentType.objects.get_for_model(Profile)
    LogEntry.objects.filter(content_type=kind, object_id=str(pk)).update(object_repr="")
    reports = Report.objects.filter(path__endswith=path)
    Report.pgh_event_model.objects.filter(pgh_obj_id__in=list(reports.values_list("pk", flat=True))).update(path=GONE)
    reports.update(path=GONE)
