"""A reader tells that something is wrong with a page."""

from http import HTTPStatus

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from projects.forms.report import ReportForm
from projects.services.review.reports import report_page
from projects.services.review.subjects import path_on_this_site, subject_of
from vindplaats.limits import within_limit

LONGEST_ADDRESS = 2000


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest) -> HttpResponse:
    """Ask what is wrong with the page of the address, and tell the moderators."""
    if request.method != "POST":
        return _form(request, ReportForm(initial={"pagina": request.GET.get("pagina", "")[:LONGEST_ADDRESS]}))
    form = ReportForm(request.POST)
    if form.is_of_a_program:
        return HttpResponseRedirect(reverse("projects:report_done"))
    if not form.is_valid():
        return _form(request, form)
    if not within_limit(request, "report"):
        form.add_error(None, _("U stuurde net al een paar meldingen. Wacht een minuut en verstuur deze dan opnieuw."))
        return _form(request, form, status=HTTPStatus.TOO_MANY_REQUESTS)
    given = form.cleaned_data
    report_page(
        path=given["pagina"],
        reason=given["reden"],
        text=given["toelichting"],
        email=given["email"],
        language=get_language() or "nl",
        by=request.user if request.user.is_authenticated else None,
    )
    return HttpResponseRedirect(reverse("projects:report_done"))


@login_not_required
@require_safe
def report_done(request: HttpRequest) -> HttpResponse:
    """Say what happens now."""
    return render(request, "projects/report_done.html")


def _form(request: HttpRequest, form: ReportForm, *, status: int = HTTPStatus.OK) -> HttpResponse:
    path = path_on_this_site(str(form["pagina"].value() or ""))
    context = {"form": form, "path": path, "subject": _public_title(path, request) if path else ""}
    return render(request, "projects/report_form.html", context, status=status)


def _public_title(path: str, request: HttpRequest) -> str:
    """Return what the page is about; the address where that is not for everyone."""
    subject = subject_of(path)
    is_public = subject.project is None or subject.project.status == "published"
    return subject.title if is_public else path
