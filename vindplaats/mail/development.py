"""Read on a developer's own machine what the site mails: /dev/mail/. A public site has no such address."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import path
from django.views.decorators.http import require_safe

from vindplaats.mail.models import Mail

SHOWN = 200


@login_not_required
@require_safe
def mail_list(request: HttpRequest) -> HttpResponse:
    """Show what was mailed, newest first."""
    return render(request, "dev/mail_list.html", {"mails": Mail.objects.order_by("-pk")[:SHOWN]})


@login_not_required
@require_safe
def mail_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one mail: its headers and its text."""
    return render(request, "dev/mail_detail.html", {"mail": get_object_or_404(Mail, pk=pk)})


@login_not_required
@require_safe
def mail_html(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one mail as a mail program shows it."""
    return HttpResponse(get_object_or_404(Mail, pk=pk).html_message)


urlpatterns = [
    path("dev/mail/", mail_list, name="dev_mail"),
    path("dev/mail/<int:pk>/", mail_detail, name="dev_mail_detail"),
    path("dev/mail/<int:pk>/html/", mail_html, name="dev_mail_html"),
]
