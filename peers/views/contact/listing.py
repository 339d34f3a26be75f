"""What somebody asked, and what they answer."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from peers.models import ContactRequest
from projects.views.paging import whole_number

PAGE_SIZE = 20
ASKED, ANSWERED = "gevraagd", "beantwoord"


@never_cache
@require_safe
def contact_list(request: HttpRequest) -> HttpResponse:
    """Show one of the two lists, what waits for this person first; the one with something to do when none is chosen."""
    waits = {
        ASKED: ContactRequest.objects.asked_by(request.user).filter(waits=True).count(),
        ANSWERED: ContactRequest.objects.handled_by(request.user).filter(waits=True).count(),
    }
    chosen = request.GET.get("lijst", "")
    if chosen not in waits:
        chosen = ANSWERED if waits[ANSWERED] and not waits[ASKED] else ASKED
    asked = ContactRequest.objects.asked_by(request.user)
    found = asked if chosen == ASKED else ContactRequest.objects.handled_by(request.user)
    page = Paginator(found.what_waits_first(), PAGE_SIZE).get_page(whole_number(request.GET.get("page"), 1))
    context = {"page_obj": page, "chosen": chosen, "is_asked": chosen == ASKED, "waits": waits}
    return render(request, "peers/contact/list.html", context)
