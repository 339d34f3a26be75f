"""The newsletter: ask for it, confirm that by a button, and read the editions that were sent."""

from http import HTTPStatus

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from peers.forms.newsletter import SubscribeForm
from peers.models import Edition
from peers.services.newsletter import subscribing
from peers.states import EditionStatus
from projects.views.paging import whole_number
from vindplaats.limits import TOO_OFTEN, within_limit

PAGE_SIZE = 20


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def newsletter(request: HttpRequest) -> HttpResponse:
    """Ask for the newsletter, with the editions so far below. The answer is the same for a known address."""
    form = SubscribeForm(request.POST if request.method == "POST" else None)
    status = HTTPStatus.OK
    if form.is_bound and form.is_of_a_program:
        return HttpResponseRedirect(reverse("peers:newsletter_asked"))
    if form.is_bound and form.is_valid():
        given = form.cleaned_data
        if within_limit(request, "newsletter", key=given["email"].lower()):
            consent = str(form.fields["akkoord"].label)
            subscribing.ask(email=given["email"], language=given["taal"], consent_text=consent)
            return HttpResponseRedirect(reverse("peers:newsletter_asked"))
        form.add_error(None, TOO_OFTEN)
        status = HTTPStatus.TOO_MANY_REQUESTS
    page = Paginator(_sent(), PAGE_SIZE).get_page(whole_number(request.GET.get("page"), 1))
    return render(request, "peers/newsletter/newsletter.html", {"form": form, "page_obj": page}, status=status)


@login_not_required
@require_safe
def newsletter_asked(request: HttpRequest) -> HttpResponse:
    """Say what happens now."""
    return render(request, "peers/newsletter/asked.html")


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def newsletter_confirm(request: HttpRequest, signed: str) -> HttpResponse:
    """Ask once more by a button, for programs look at the addresses in mails as well; and confirm."""
    if subscribing.read_link(signed) is None:
        return render(request, "peers/newsletter/confirm.html", {"works": False, "is_done": False}, status=404)
    if request.method == "POST":
        subscribing.confirm(signed=signed)
    return render(request, "peers/newsletter/confirm.html", {"works": True, "is_done": request.method == "POST"})


@login_not_required
@require_safe
def edition_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """Show an edition as it was sent."""
    return render(request, "peers/newsletter/edition.html", {"edition": get_object_or_404(_sent(), slug=slug)})


def _sent() -> QuerySet[Edition]:
    return Edition.objects.exclude(status=EditionStatus.DRAFT)
