"""Report what is wrong in a thread, and hear no more of somebody."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from peers.forms.contact import AbuseForm
from peers.models import Block, ContactRequest
from peers.permissions import Part, Role
from peers.services.contact import blocking, reporting
from peers.views.contact.finding import carry_out, for_parts
from projects.views.paging import whole_number

ALL = ["GET", "HEAD", "POST"]


@never_cache
@require_http_methods(ALL)
@for_parts(Part.ASKER, Part.HANDLER, Part.FORMER)
def contact_report(request: HttpRequest, found: ContactRequest, role: Role) -> HttpResponse:
    """Ask the moderators to look at the thread."""
    form = AbuseForm(request.POST if request.method == "POST" else None, label_suffix="")
    if form.is_bound and form.is_valid():
        text, said = form.cleaned_data["toelichting"], _("Dank u wel. Een moderator leest mee, en u krijgt bericht.")
        return carry_out(request, found, lambda: reporting.report(request=found, by=request.user, text=text), said)
    return render(request, "peers/contact/report.html", {"contact": found, "form": form})


@never_cache
@require_http_methods(ALL)
@for_parts(Part.ASKER, Part.HANDLER)
def contact_block(request: HttpRequest, found: ContactRequest, role: Role) -> HttpResponse:
    """Ask whether to hear no more of the other side; a POST does it."""
    if request.method == "POST":
        said = _("U hoort niets meer van deze persoon. Onder ‘Geblokkeerd’ draait u dat terug.")
        return carry_out(request, found, lambda: blocking.block(request=found, by=request.user), said)
    if blocking.other_side(found, request.user) is None:
        return redirect(found)
    other = blocking.name_of_other_side(found, request.user)
    return render(request, "peers/contact/block.html", {"contact": found, "other": other})


@never_cache
@require_http_methods(ALL)
def blocks(request: HttpRequest) -> HttpResponse:
    """Show whom one blocks; a POST takes one block away."""
    if request.method == "POST":
        found = get_object_or_404(Block, blocker=request.user, pk=whole_number(request.POST.get("blokkade"), 0))
        blocking.unblock(block=found, by=request.user)
        messages.success(request, _("De blokkade is weg."))
        return redirect("peers:contact_blocks")
    return render(request, "peers/contact/blocks.html", {"blocks": blocking.blocks_of(request.user)})
