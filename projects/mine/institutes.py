"""Where somebody belongs, what they are invited to, who asks them, and what they registered."""

from typing import Any

from django.apps import apps
from django.db.models import Count, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from projects.models import Institute, Invitation, Membership, Registration
from projects.services.leaving import let_go
from projects.states import OPEN_STAGES, MemberRole, MemberStatus
from vindplaats.accounts.models import User
from vindplaats.email_domains import domain_of, is_public
from vindplaats.mine import Item, Panel

ASKED = Count("institute__memberships", filter=Q(institute__memberships__status=MemberStatus.REQUESTED), distinct=True)


def panels(user: User) -> list[Panel]:
    """Return the institutes of the person, with what waits there; and how to come to one."""
    memberships = user.memberships.exclude(status=MemberStatus.ENDED).select_related("institute").annotate(asked=ASKED)
    items = [item for one in memberships.order_by("institute__sort_key") for item in _items(one)]
    items = [*_invited(user), *_registered(user), *items]
    actions = [*_near(user, memberships), (_("Uw instelling aanmelden"), reverse("projects:registration_start"))]
    empty = _("U hoort nog niet bij een instelling. Zoek haar op en vraag of u erbij mag.")
    find = [(_("Zoek uw instelling"), reverse("projects:institute_list"))]
    return [Panel("instellingen", _("Mijn instellingen"), items, empty, [*find, *actions], position=40)]


def _items(membership: Membership) -> list[Item]:
    institute = membership.institute
    if membership.status != MemberStatus.ACTIVE:
        way = reverse("projects:join_institute", args=[institute.slug])
        return [Item(institute.name, way, _("Wacht op een beheerder"), membership.created_at)]
    items = [
        Item(
            institute.name,
            reverse("projects:my_institute", args=[institute.slug]),
            membership.get_role_display(),
        )
    ]
    if membership.role == MemberRole.MANAGER and membership.asked:
        words = ngettext(
            "%(number)d persoon wil bij %(name)s horen",
            "%(number)d personen willen bij %(name)s horen",
            membership.asked,
        )
        label = words % {"number": membership.asked, "name": institute.name}
        items.append(Item(label, reverse("projects:members", args=[institute.slug]), waits=True))
    return items


def _invited(user: User) -> list[Item]:
    open_ones = Invitation.objects.open().filter(email=user.email, expires_at__gt=timezone.now())
    return [
        Item(
            _("Uitnodiging van %(name)s") % {"name": one.institute.name},
            one.get_absolute_url(),
            _("Nog aan te nemen"),
            one.created_at,
            waits=True,
        )
        for one in open_ones.select_related("institute")
    ]


def _registered(user: User) -> list[Item]:
    return [
        Item(
            _("Aanmelding van %(name)s") % {"name": one},
            one.get_absolute_url(),
            one.get_status_display(),
            one.updated_at,
            waits=one.status == "returned",
        )
        for one in user.registrations.filter(status__in=OPEN_STAGES)
    ]


def _near(user: User, memberships: Any) -> list[tuple[str, str]]:
    """Return institutes to which the address of the person belongs, and the person not yet."""
    domain = domain_of(user.email)
    if not domain or is_public(domain):
        return []
    found = Institute.objects.of_domain(domain).exclude(pk__in=memberships.values("institute"))[:3]
    return [
        (_("Sluit u aan bij %(name)s") % {"name": one.name}, reverse("projects:join_institute", args=[one.slug]))
        for one in found
    ]


def person_data(user: User) -> dict[str, list[dict[str, Any]]]:
    """Return what is kept about where the person belongs."""
    memberships = user.memberships.order_by("pk").values("institute__name", "role", "status", "note", "created_at")
    invitations = Invitation.objects.filter(Q(email=user.email) | Q(accepted_by=user)).order_by("pk")
    registrations = Registration.objects.of_person(user.email, user.pk).order_by("pk")
    fields = ("reference", "status", "name", "place", "kvk_number", "agb_code", "numbers_note", "website")
    fields += ("email_domain", "manager_name", "manager_role", "manager_email", "email_note", "brings", "seeks", "note")
    fields += ("reason", "created_at", "submitted_at", "decided_at")
    kept = ("institute__name", "email", "role", "created_at", "expires_at", "accepted_at", "withdrawn_at")
    return {
        "lidmaatschappen": list(memberships),
        "uitnodigingen": list(invitations.values(*kept)),
        "aanmeldingen": list(registrations.values(*fields)),
    }


def forget_person(user: User) -> None:
    """Take the person out of institutes, invitations, registrations and their history; institutes stay."""
    let_go(user=user)
    events = apps.get_model("projects", "MembershipEvent")
    events.objects.filter(user_id=user.pk).update(note="")
