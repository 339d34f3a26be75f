"""What two people say to each other."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from peers.forms.contact import MessageForm
from peers.models import ContactMessage, ContactRequest, Handling
from peers.permissions import Part, Role
from peers.services.contact.blocking import other_side
from peers.services.contact.locking import last_turn
from peers.services.contact.sharing import may_share, shares, shown_address
from peers.services.contact.telling import is_from_editors
from peers.services.contact.timing import hand_over_due
from peers.services.contact.writing import may_go_on, write
from peers.states import OPEN_CONTACT, ContactStatus
from peers.views.contact.finding import contact_for
from projects.permissions import may_see
from projects.services.refusals import Refused


@sensitive_post_parameters()
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def contact_thread(request: HttpRequest, reference: str) -> HttpResponse:
    """Show a thread to who takes part in it; a POST adds a message."""
    found, role = contact_for(request, reference)
    if request.method != "POST":
        return _page(request, found, role, MessageForm(label_suffix=""))
    form = MessageForm(request.POST, label_suffix="")
    if not form.is_valid():
        return _page(request, found, role, form)
    try:
        write(request=found, by=request.user, text=form.cleaned_data["bericht"])
    except Refused as refusal:
        form.add_error(None, str(refusal))
        found, role = contact_for(request, reference)
        return _page(request, found, role, form)
    messages.success(request, _("Uw bericht is verstuurd."))
    return redirect(found)


def _page(request: HttpRequest, found: ContactRequest, role: Role, form: MessageForm) -> HttpResponse:
    turn = last_turn(found)
    context = {
        "contact": found,
        "role": role.part.value,
        "turn": turn,
        "said": _messages(found, role),
        "form": form,
        "is_open": found.status in OPEN_CONTACT,
        "is_reported": found.reports.filter(closed_at=None).exists(),
        "plan_url": found.plan.get_absolute_url() if found.plan and may_see(request.user, found.plan) else "",
        **_ways(request, found, role, turn),
    }
    return render(request, "peers/contact/thread.html", context)


def _ways(request: HttpRequest, found: ContactRequest, role: Role, turn: Handling | None) -> dict[str, Any]:
    """Return what this person can do now."""
    is_open, is_side = found.status in OPEN_CONTACT, role.part in (Part.ASKER, Part.HANDLER)
    has_turn = role.part is Part.HANDLER or (role.part is Part.EDITOR and role.turn is not None)
    moves_on = turn and not turn.answered_at and not turn.is_editors
    return {
        "may_write": (role.is_asker or has_turn) and may_go_on(found),
        "may_pass": has_turn and is_open,
        "may_close": (is_side or has_turn) and found.status == ContactStatus.TALKING,
        "may_tell_outcome": role.is_asker and found.status == ContactStatus.CLOSED and not found.plan_changed,
        "may_withdraw": role.is_asker and found.status == ContactStatus.WAITING,
        "may_share": may_share(found, role, turn),
        "shares": shares(found, role),
        "address": shown_address(found, role, turn) if is_side else "",
        "may_block": is_side and other_side(found, request.user) is not None,
        "may_report": role.part is not Part.EDITOR,
        "moves_on": hand_over_due(turn) if moves_on else None,
    }


def _messages(found: ContactRequest, role: Role) -> list[ContactMessage]:
    """Return what was said, to who left only up to then."""
    said = found.messages.all()
    if role.part is Part.FORMER:
        said = said.filter(created_at__lte=role.turn.ended_at)
    said = list(said)
    for message in said:
        message.is_from_editors = is_from_editors(message)
        message.is_own = message.from_asker if role.is_asker else message.sender_id == role_user(role)
    return said


def role_user(role: Role) -> int | None:
    """Return whose messages are one's own; those of the editors are nobody's in particular."""
    return role.turn.user_id if role.turn else None
