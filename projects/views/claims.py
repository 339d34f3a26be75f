"""Take over the page of an institute that is only named in the catalogue."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from projects.models import Institute
from projects.services.refusals import Refused
from projects.services.registrations import begin
from projects.states import InstituteStatus
from vindplaats.limits import TOO_OFTEN, within_limit


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def claim_institute(request: HttpRequest, slug: str) -> HttpResponse:
    """Tell what taking over means, and begin. Who comes to an institute that takes part is led to join it."""
    institute = get_object_or_404(Institute.objects.shown().with_project_count(), slug=slug)
    if institute.status != InstituteStatus.NAMED:
        return redirect("projects:join_institute", institute.slug)
    if request.method == "POST" and not within_limit(request, "begin_registration"):
        messages.error(request, str(TOO_OFTEN))
        return redirect("projects:claim_institute", institute.slug)
    if request.method == "POST":
        user = request.user if request.user.is_authenticated else None
        try:
            return redirect(begin(institute=institute, language=get_language() or "nl", by=user))
        except Refused:
            return redirect("projects:join_institute", institute.slug)
    return render(request, "projects/claim.html", {"institute": institute})
