"""Under which name something stands on a page, and nothing more of who wrote it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from django.utils.translation import gettext as _

from peers.models import Profile, Question
from peers.services.names import public_name
from projects.models import Membership
from projects.permissions import Visitor
from projects.states import InstituteStatus


@dataclass(frozen=True)
class Shown:
    """A name for a page; the profile and the institute only where these are for the reader too."""

    name: str
    url: str = ""
    institute: str = ""
    institute_url: str = ""


class Written(Protocol):
    """What somebody wrote: an answer or a follow-up."""

    author_id: int | None
    author_name: str
    is_anonymous: bool


def anonymous() -> Shown:
    """Return what stands instead of a name that was not to be shown."""
    return Shown(_("Iemand uit de zorg"))


class Names:
    """The names of all people on one page, in two queries however many they are."""

    def __init__(self, reader: Visitor, users: Iterable[int | None]) -> None:
        pks = {pk for pk in users if pk is not None}
        shown = Profile.objects.visible_to(reader).filter(user__in=pks)
        self._profiles = {one.user_id: one for one in shown.only("user_id", "slug")} if pks else {}
        current = Membership.objects.active().filter(user__in=pks, institute__status=InstituteStatus.VERIFIED)
        self._institutes: dict[int, list[Membership]] = {}
        for one in current.select_related("institute").order_by("pk") if pks else []:
            self._institutes.setdefault(one.user_id, []).append(one)

    def of(self, written: Written) -> Shown:
        """Return the name under an answer or a follow-up."""
        if written.is_anonymous:
            return anonymous()
        return self._shown(written.author_id, written.author_name)

    def of_asker(self, question: Question) -> Shown:
        """Return the name under a question; its institute only as long as the asker belongs to it."""
        if question.is_anonymous:
            return anonymous()
        asker = question.asker
        return self._shown(question.asker_id, public_name(asker) if asker else "", only=question.institute_id)

    def _shown(self, user: int | None, name: str, only: int | None = 0) -> Shown:
        """Return a name with what is known of its person; `only` is the institute that was chosen, 0 for any."""
        if user is None:
            return Shown(name or _("Een oud-lid"))
        profile, here = self._profiles.get(user), self._institutes.get(user, [])
        institute = next((one.institute for one in here if only in (0, one.institute_id)), None)
        return Shown(
            name or _("Een lid"),
            profile.get_absolute_url() if profile else "",
            institute.name if institute else "",
            institute.get_absolute_url() if institute else "",
        )
