"""The pages of one person: what is theirs and what waits, their data, and the way out.

Who takes all data along or leaves for good shows once more who it is: a screen that was left open is not enough.
"""

from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from vindplaats import hooks
from vindplaats.mine.data import archive
from vindplaats.mine.erasing import erase
from vindplaats.mine.forms import LeaveForm
from vindplaats.mine.panels import Panel


@never_cache
@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    """Show what belongs to the person, what waits on top."""
    panels = panels_of(request)
    waiting = [item for panel in panels for item in panel.items if item.waits]
    rest = [panel for panel in (panel.without_waiting() for panel in panels) if not panel.is_bare]
    return render(request, "mine/mine.html", {"panels": rest, "waiting": waiting})


@never_cache
@require_safe
def my_data(request: HttpRequest) -> HttpResponse:
    """Tell what can be taken along, and how to leave."""
    return render(request, "mine/data.html")


@never_cache
@require_POST
@reauthentication_required
def download_my_data(request: HttpRequest) -> HttpResponse:
    """Send the archive; by POST, so that no other site can have it made by an image."""
    response = HttpResponse(archive(request.user), content_type="application/zip")
    name = f"vindplaats-{timezone.localdate():%Y-%m-%d}.zip"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@reauthentication_required
def delete_account(request: HttpRequest) -> HttpResponse:
    """Remove the account of who asks, after typing its address."""
    form = LeaveForm(request.POST if request.method == "POST" else None, user=request.user)
    if form.is_bound and form.is_valid():
        user = request.user
        logout(request)
        erase(user=user)
        messages.success(request, _("Uw account is verwijderd. U krijgt er nog één mail over."))
        return HttpResponseRedirect(reverse("home"))
    return render(request, "mine/delete.html", {"form": form, "panels": panels_of(request)})


def panels_of(request: HttpRequest) -> list[Panel]:
    """Return the panels of every app for who asks, in their order."""
    panels = [panel for brought in hooks.mine(request.user) for panel in brought]
    return sorted(panels, key=lambda panel: panel.position)
