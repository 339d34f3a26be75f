"""The people of an institute: who belongs to it, who asks, who is invited."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from projects.forms.members import InviteForm, ReasonForm
from projects.models import Institute, Invitation, Membership
from projects.permissions import may_enter, may_run
from projects.services.memberships import (
    accept_request,
    change_role,
    decline_request,
    end,
    hand_over,
    invite,
    leave,
    withdraw_invitation,
)
from projects.services.memberships.letters import Letter
from projects.services.refusals import Refused
from projects.states import MemberRole, MemberStatus
from projects.views.own_institutes import institute_for
from vindplaats.accounts.models import User
from vindplaats.limits import TOO_OFTEN, within_limit


@never_cache
@require_safe
def members(request: HttpRequest, slug: str) -> HttpResponse:
    """Show who belongs to the institute; managers see who asks and who is invited as well."""
    return _members_page(request, institute_for(request, slug, may_enter), InviteForm())


@never_cache
@require_POST
def member_invite(request: HttpRequest, slug: str) -> HttpResponse:
    """Invite a colleague."""
    institute = institute_for(request, slug, may_run)
    form = InviteForm(request.POST)
    if not within_limit(request, "invite"):
        form.add_error(None, str(TOO_OFTEN))
    if form.is_valid():
        try:
            invite(institute=institute, by=request.user, letter=_letter(request), **form.cleaned_data)
        except Refused as refusal:
            form.add_error("email", str(refusal))
        else:
            messages.success(request, _("De uitnodiging is onderweg. Zij geldt twee weken."))
            return redirect("projects:members", institute.slug)
    return _members_page(request, institute, form)


@never_cache
@require_POST
def invitation_manage(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Send an invitation once more, or withdraw it."""
    institute = institute_for(request, slug, may_run)
    invitation = get_object_or_404(institute.invitations.open(), pk=pk)
    if "withdraw" not in request.POST and not within_limit(request, "invite"):
        messages.error(request, str(TOO_OFTEN))
        return redirect("projects:members", institute.slug)
    try:
        if "withdraw" in request.POST:
            withdraw_invitation(invitation=invitation, by=request.user)
            messages.success(request, _("De uitnodiging is ingetrokken."))
        else:
            again = {"email": invitation.email, "role": invitation.role, "letter": _letter(request)}
            invite(institute=institute, by=request.user, **again)
            messages.success(request, _("Er is een nieuwe uitnodiging verstuurd. De vorige geldt niet meer."))
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("projects:members", institute.slug)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def member(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Decide about one person: let in or not, another role, out of the institute."""
    institute = institute_for(request, slug, may_run)
    shown = institute.memberships.exclude(status=MemberStatus.ENDED).select_related("user", "institute")
    membership = get_object_or_404(shown, pk=pk)
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        return _decide(request, institute, membership, form.cleaned_data["reason"])
    own = institute.memberships.active().managers().filter(user=request.user).first()
    context = {"institute": institute, "membership": membership, "form": form, "own": own}
    return render(request, "projects/member.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def institute_leave(request: HttpRequest, slug: str) -> HttpResponse:
    """Go from the institute oneself, or take back a request."""
    waiting = request.user.memberships.exclude(status=MemberStatus.ENDED).select_related("institute")
    membership = get_object_or_404(waiting, institute__slug=slug)
    if request.method == "POST":
        try:
            leave(membership=membership, by=request.user)
        except Refused as refusal:
            messages.error(request, str(refusal))
            return redirect("projects:institute_leave", slug)
        messages.success(request, _("U hoort niet meer bij %(name)s.") % {"name": membership.institute.name})
        return redirect("home")
    return render(request, "projects/institute_leave.html", {"membership": membership})


def _decide(request: HttpRequest, institute: Institute, membership: Membership, reason: str) -> HttpResponse:
    acts = _acts(request.user, membership, reason)
    chosen = next((name for name in acts if name in request.POST), None)
    try:
        if chosen:
            said = acts[chosen]()
            messages.success(request, said)
    except Refused as refusal:
        messages.error(request, str(refusal))
    # Who took himself out, or down, is not led to a page that is no longer his.
    inside = may_enter(request.user, institute)
    return redirect("projects:members", institute.slug) if inside else redirect("home")


def _acts(user: User, membership: Membership, reason: str) -> dict[str, Callable[[], str]]:
    """Return what each button does; each returns what to say afterwards."""
    told: dict[str, Any] = {"name": membership.user.get_full_name()}

    def done(said: str, act: Callable[..., Any], **more: Any) -> Callable[[], str]:
        return lambda: (act(membership=membership, by=user, **more), said % told)[1]

    return {
        "accept": done(_("%(name)s hoort nu bij de instelling."), accept_request),
        "decline": done(_("De aanvraag van %(name)s is afgewezen."), decline_request, reason=reason),
        "end": done(_("%(name)s hoort niet meer bij de instelling."), end, reason=reason),
        "manager": done(_("%(name)s is nu beheerder."), change_role, role=MemberRole.MANAGER),
        "member": done(_("%(name)s is nu gewoon lid."), change_role, role=MemberRole.MEMBER),
        "hand_over": lambda: _hand_over(user, membership) % told,
    }


def _hand_over(user: User, to: Membership) -> str:
    own = get_object_or_404(user.memberships.active().managers(), institute=to.institute_id)
    hand_over(membership=own, to=to, by=user)
    return _("%(name)s is nu beheerder, en u bent gewoon lid.")


def _members_page(request: HttpRequest, institute: Institute, form: InviteForm) -> HttpResponse:
    is_manager = may_run(request.user, institute)
    context = {
        "institute": institute,
        "is_manager": is_manager,
        "members": list(institute.memberships.active().by_name()),
        "requests": list(institute.memberships.requested().by_name()) if is_manager else [],
        "invitations": _open_invitations(institute) if is_manager else [],
        "form": form,
    }
    return render(request, "projects/members.html", context)


def _open_invitations(institute: Institute) -> list[Invitation]:
    return list(institute.invitations.open().select_related("invited_by"))


def _letter(request: HttpRequest) -> Letter:
    return Letter(language=request.LANGUAGE_CODE)
