"""Begin a new project: what it takes, and in the name of which institute."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from projects.forms.writing.starting import StartForm
from projects.services.revisions import begin_new
from projects.views.writing.listing import institutes_of


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def start(request: HttpRequest) -> HttpResponse:
    """Explain it to everyone; who belongs to an institute that takes part begins here."""
    institutes = institutes_of(request.user) if request.user.is_authenticated else []
    form = StartForm(request.POST if request.method == "POST" else None, institutes=institutes)
    if institutes and form.is_bound and form.is_valid():
        revision = begin_new(
            institute=form.cleaned_data["institute"], title=form.cleaned_data["title"], by=request.user
        )
        return redirect("projects:submission_section", revision.project.slug, "wat")
    return render(request, "projects/writing/start.html", {"form": form, "institutes": institutes})
