"""Tell somebody that our mail does not arrive, and what to do about it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from vindplaats.mail.failing import is_failing, works_again


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def mail_trouble(request: HttpRequest) -> HttpResponse:
    """Say whether mail arrives; by the button, mail there again."""
    if request.method == "POST":
        works_again(address=request.user.email)
        messages.success(request, _("Goed, we mailen u weer. Komt er toch iets terug, dan ziet u dat hier."))
        return HttpResponseRedirect(reverse("mine"))
    return render(request, "peers/mail_trouble.html", {"is_failing": is_failing(request.user.email)})
