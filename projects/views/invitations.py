"""The page behind the secret address in an invitation."""

from allauth.account.adapter import get_adapter
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from projects.models import Invitation
from projects.permissions import may_enter
from projects.services.memberships import accept_invitation
from projects.services.memberships.inviting import is_open
from projects.services.refusals import Refused


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """Accept it with an account of the invited address; who has none makes one first and comes back here."""
    found = get_object_or_404(Invitation.objects.select_related("institute", "invited_by"), token=token)
    if request.user.is_authenticated and found.accepted_by_id == request.user.pk:
        inside = may_enter(request.user, found.institute)
        return redirect("projects:my_institute" if inside else "projects:institute_detail", found.institute.slug)
    if request.method == "POST" and not request.user.is_authenticated:
        return _to_account(request, found)
    if request.method == "POST":
        try:
            accept_invitation(invitation=found, user=request.user)
        except Refused as refusal:
            messages.error(request, str(refusal))
            return redirect(found)
        messages.success(request, _("U hoort nu bij %(name)s.") % {"name": found.institute.name})
        return redirect("projects:my_institute", found.institute.slug)
    context = {
        "invitation": found,
        "is_open": is_open(found),
        "fits": request.user.is_authenticated and request.user.email == found.email,
        "address": masked(found.email),
    }
    return render(request, "projects/invitation.html", context)


def _to_account(request: HttpRequest, found: Invitation) -> HttpResponse:
    """Lead to a new account with the invited address, which the mail proved already, and back here."""
    way_back = urlencode({"next": found.get_absolute_url()})
    if is_open(found):
        get_adapter(request).stash_verified_email(request, found.email)
    return redirect(f"{reverse('account_signup')}?{way_back}")


def masked(email: str) -> str:
    """Return an address that its owner recognises and others cannot use: j•••@zorg.nl."""
    name, _at, domain = email.partition("@")
    return f"{name[:1]}•••@{domain}"
