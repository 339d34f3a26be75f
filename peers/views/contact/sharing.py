"""Show one's address to the other side, after reading what will be shown."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from peers.models import ContactRequest
from peers.permissions import Part, Role
from peers.services.contact.locking import last_turn
from peers.services.contact.sharing import may_share, share_address, shares, stop_sharing
from peers.views.contact.finding import carry_out, for_parts


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@for_parts(Part.ASKER, Part.HANDLER)
def contact_share(request: HttpRequest, found: ContactRequest, role: Role) -> HttpResponse:
    """Ask whether to show the address, with the address; a POST does it, or stops it."""
    if request.method == "POST":
        if "stop" in request.POST:
            said = _("Uw e-mailadres staat er niet meer. Wie het al las, kan het bewaard hebben.")
            return carry_out(request, found, lambda: stop_sharing(request=found, by=request.user), said)
        said = _("De ander ziet nu uw e-mailadres op deze pagina.")
        return carry_out(request, found, lambda: share_address(request=found, by=request.user), said)
    turn = last_turn(found)
    if not may_share(found, role, turn) or shares(found, role):
        return redirect(found)
    other = turn.name if role.is_asker else found.asker_name
    return render(request, "peers/contact/share.html", {"contact": found, "other": other})
