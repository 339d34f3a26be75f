"""What people are mailed about belonging to an institute."""

from dataclasses import dataclass

from django.conf import settings
from django.utils.formats import date_format
from django.utils.timezone import localtime

from projects.models import Invitation, Membership
from projects.services.letters import address_of, language_of, mail_language, page
from projects.states import MemberRole
from vindplaats.mail import queue


@dataclass(frozen=True)
class Letter:
    """Which text goes with an invitation, in which language, to whom by name."""

    template: str = "invitation"
    language: str = settings.LANGUAGE_CODE
    person: str = ""


def send_invitation(invitation: Invitation, letter: Letter) -> None:
    """Mail the secret address; each renewal is a mail of its own."""
    context = {
        "institute": invitation.institute.name,
        "person": letter.person,
        "inviter": invitation.invited_by.name if invitation.invited_by else "",
        "is_manager": invitation.role == MemberRole.MANAGER,
        "until": lambda: date_format(localtime(invitation.expires_at), "j F Y"),
        "address": address_of(invitation),
    }
    queue(
        to=invitation.email,
        template=letter.template,
        context=context,
        language=mail_language(letter.language),
    )


def tell_managers(membership: Membership) -> None:
    """Somebody asks to join: mail each manager, or the editors when there is none."""
    managers = membership.institute.memberships.active().managers().filter(user__is_active=True)
    readers = [(one.user.email, language_of(one.user)) for one in managers.select_related("user")]
    for address, language in readers or [(settings.EDITORS_EMAIL, settings.LANGUAGE_CODE)]:
        context = {
            "institute": membership.institute.name,
            "person": membership.user.get_full_name(),
            "note": membership.note,
            "address": page("projects:members", membership.institute.slug),
        }
        queue(to=address, template="join_request", context=context, language=language)


def tell_member(membership: Membership, template: str, reason: str = "") -> None:
    """Mail the person what was decided about them."""
    context = {
        "institute": membership.institute.name,
        "reason": reason,
        "address": page("projects:my_institute", membership.institute.slug),
        "public_page": address_of(membership.institute),
    }
    queue(to=membership.user.email, template=template, context=context, language=language_of(membership.user))
