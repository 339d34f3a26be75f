"""Ask to belong to an institute that takes part."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from projects.forms.members import JoinForm
from projects.models import Institute
from projects.services.memberships import ask
from projects.services.memberships.joining import has_address_of
from projects.services.refusals import Refused
from projects.states import InstituteStatus, MemberStatus
from vindplaats.limits import TOO_OFTEN, within_limit


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def join_institute(request: HttpRequest, slug: str) -> HttpResponse:
    """Ask the managers; who has an address of the institute needs to say nothing more."""
    institute = get_object_or_404(Institute.objects.shown(), slug=slug)
    if institute.status != InstituteStatus.VERIFIED:
        return redirect("projects:claim_institute", institute.slug)
    is_known = has_address_of(request.user, institute)
    form = JoinForm(request.POST if request.method == "POST" else None, is_known=is_known)
    if request.method == "POST" and not within_limit(request, "ask_to_join"):
        form.add_error(None, str(TOO_OFTEN))
    if request.method == "POST" and form.is_valid():
        try:
            ask(institute=institute, user=request.user, note=form.cleaned_data["note"])
        except Refused as refusal:
            messages.info(request, str(refusal))
        else:
            messages.success(request, _("Uw aanvraag is verstuurd. U krijgt een mail als er over beslist is."))
        return redirect("projects:join_institute", institute.slug)
    there = request.user.memberships.filter(institute=institute).exclude(status=MemberStatus.ENDED).first()
    context = {"institute": institute, "form": form, "is_known": is_known, "membership": there}
    return render(request, "projects/join_institute.html", context)
