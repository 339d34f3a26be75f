"""A request leaves somebody's desk, or comes to an end."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from peers.forms.contact import DeclineForm, OutcomeForm, PassOnForm
from peers.models import ContactRequest
from peers.permissions import Part, Role
from peers.services.contact import ending
from peers.services.contact.choosing import colleagues
from peers.services.contact.subjects import Subject
from peers.services.contact.turns import had_a_turn
from peers.states import OPEN_CONTACT, ContactStatus
from peers.views.contact.finding import back_to, carry_out, for_parts
from projects.models import Institute
from vindplaats.accounts.models import User

ALL = ["GET", "HEAD", "POST"]


@never_cache
@require_http_methods(ALL)
@for_parts(Part.HANDLER, Part.EDITOR)
def contact_decline(request: HttpRequest, found: ContactRequest, role: Role) -> HttpResponse:
    """Say why one cannot help; the request goes to the next one."""
    form = DeclineForm(request.POST if request.method == "POST" else None, label_suffix="")
    if form.is_bound and form.is_valid():
        reason = form.cleaned_data["reden"]
        said = _("Dank voor uw bericht. De vraag gaat naar iemand anders.")
        if role.part is Part.EDITOR:
            said = _("Het verzoek is afgesloten. De vrager leest waarom.")
        return carry_out(request, found, lambda: _decline(found, request.user, reason), said)
    if found.status not in OPEN_CONTACT or role.turn is None:
        return back_to(found, request.user)
    people = colleagues(_organisation(found, request.user), asker=found.asker, passed_over=had_a_turn(found))
    context = {"contact": found, "form": form, "has_colleagues": bool(people), "is_editor": role.part is Part.EDITOR}
    return render(request, "peers/contact/decline.html", context)


@never_cache
@require_http_methods(ALL)
@for_parts(Part.HANDLER)
def contact_pass_on(request: HttpRequest, found: ContactRequest, role: Role) -> HttpResponse:
    """Choose the colleague who takes the request over."""
    people = colleagues(_organisation(found, request.user), asker=found.asker, passed_over=had_a_turn(found))
    form = PassOnForm(request.POST if request.method == "POST" else None, colleagues=people)
    if form.is_bound and form.is_valid():
        to = form.cleaned_data["collega"]
        said = _("%(name)s heeft de vraag nu.") % {"name": form.fields["collega"].label_from_instance(to)}
        return carry_out(request, found, lambda: ending.pass_on(request=found, by=request.user, to=to), said)
    if found.status not in OPEN_CONTACT or not people:
        return redirect("peers:contact_decline", found.reference)
    return render(request, "peers/contact/pass_on.html", {"contact": found, "form": form})


@never_cache
@require_http_methods(ALL)
@for_parts(Part.ASKER, Part.HANDLER, Part.EDITOR)
def contact_close(request: HttpRequest, found: ContactRequest, role: Role) -> HttpResponse:
    """Close a conversation; the asker is asked one thing, and may leave it unanswered."""
    asks = role.is_asker
    form = OutcomeForm(
        request.POST if request.method == "POST" and "over" not in request.POST else None, label_suffix=""
    )
    if request.method == "POST" and (not asks or "over" in request.POST):
        return carry_out(request, found, lambda: _close(found, request.user), _("Het gesprek is afgesloten."))
    if form.is_bound and form.is_valid():
        changed, said = form.cleaned_data["veranderd"], _("Dank u wel. Het gesprek is afgesloten.")
        return carry_out(request, found, lambda: _close(found, request.user, changed), said)
    still_asks = asks and found.status == ContactStatus.CLOSED and not found.plan_changed
    if found.status != ContactStatus.TALKING and not still_asks:
        return back_to(found, request.user)
    return render(request, "peers/contact/close.html", {"contact": found, "form": form, "asks": asks})


@never_cache
@require_http_methods(ALL)
@for_parts(Part.ASKER)
def contact_withdraw(request: HttpRequest, found: ContactRequest, role: Role) -> HttpResponse:
    """Take back a request that nobody answered."""
    if request.method == "POST":
        said = _("Uw vraag is ingetrokken.")
        return carry_out(request, found, lambda: ending.withdraw(request=found, by=request.user), said)
    if found.status != ContactStatus.WAITING:
        return redirect(found)
    return render(request, "peers/contact/withdraw.html", {"contact": found})


def _decline(found: ContactRequest, by: User, reason: str) -> None:
    ending.decline(request=found, by=by, reason=reason)


def _close(found: ContactRequest, by: User, changed: str = "") -> None:
    ending.close(request=found, by=by, plan_changed=changed)


def _organisation(found: ContactRequest, user: User) -> Institute | None:
    """Return the institute among whose members a colleague is: that of the subject, or of who has the request."""
    organisation = Subject.of(found).organisation
    own = user.memberships.active().select_related("institute")
    if organisation is None:
        membership = own.first()
        return membership.institute if membership else None
    return organisation if own.filter(institute=organisation).exists() else None
