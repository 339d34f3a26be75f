"""Keep a project true: from a mail without a login, and from 'mijn Vindplaats'."""

from collections.abc import Callable

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from projects.forms.keeping import IntervalForm, StatusUpdateForm
from projects.models import Project, StatusUpdate
from projects.permissions import may_keep
from projects.services.freshness import LinkExpired, confirm_by_link, read_link, set_interval
from projects.services.projects import confirm
from projects.services.status_updates import add_status_update, remove_status_update


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def project_still_true(request: HttpRequest, signed: str) -> HttpResponse:
    """Ask whether a page is still right, and take the answer; looking at the question changes nothing.

    Programs that look at the addresses in mails only look, so a button is between the mail and the answer.
    """
    try:
        project, is_open = read_link(signed)
        if request.method == "POST":
            confirm_by_link(signed=signed)
            return HttpResponseRedirect(request.path)
    except LinkExpired:
        return render(request, "projects/still_true_expired.html", status=404)
    return render(request, "projects/still_true.html", {"project": project, "is_open": is_open})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def project_keep(request: HttpRequest, slug: str) -> HttpResponse:
    """Confirm a project, tell how it stands, and set how often to be asked."""
    project = get_object_or_404(Project.objects.published().select_related("institute", "owner"), slug=slug)
    if not may_keep(request.user, project):
        raise Http404
    forms = {
        "interval": IntervalForm(initial={"months": project.confirm_every}),
        "update": StatusUpdateForm(),
    }
    if request.method == "POST":
        act = ACTS.get(request.POST.get("what", ""))
        if act is None:
            raise Http404
        if (wrong := act(request, project)) is None:
            return HttpResponseRedirect(reverse("projects:project_keep", args=[project.slug]))
        forms |= wrong
    context = {"project": project, "updates": project.status_updates.select_related("author"), **forms}
    context["is_due"] = project.confirm_due_on <= timezone.localdate()
    context["form"] = next((form for form in forms.values() if form.errors), forms["update"])
    return render(request, "projects/project_keep.html", context)


def _confirm(request: HttpRequest, project: Project) -> None:
    confirm(project=project, by=request.user)
    messages.success(request, _("Dank u wel. Op de pagina staat nu dat alles vandaag nog klopte."))


def _interval(request: HttpRequest, project: Project) -> dict[str, IntervalForm] | None:
    form = IntervalForm(request.POST)
    if not form.is_valid():
        return {"interval": form}
    set_interval(project=project, months=form.cleaned_data["months"], by=request.user)
    messages.success(request, _("Bewaard. U krijgt de volgende vraag op de nieuwe datum."))
    return None


def _update(request: HttpRequest, project: Project) -> dict[str, StatusUpdateForm] | None:
    form = StatusUpdateForm(request.POST)
    if not form.is_valid():
        return {"update": form}
    add_status_update(project=project, text=form.cleaned_data["text"], by=request.user)
    messages.success(request, _("De stand van zaken staat op de pagina."))
    return None


def _remove(request: HttpRequest, project: Project) -> None:
    number = request.POST.get("update", "")
    update = get_object_or_404(StatusUpdate, project=project, pk=number if number.isdecimal() else 0)
    remove_status_update(update=update, by=request.user)
    messages.success(request, _("De stand van zaken is van de pagina gehaald."))


ACTS: dict[str, Callable[[HttpRequest, Project], dict | None]] = {
    "confirm": _confirm,
    "interval": _interval,
    "update": _update,
    "remove": _remove,
}
