"""Send in a resource: begin it, write it, send it to the moderators, take it back."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from projects.forms.resources import ResourceForm, ResourceStartForm
from projects.models import Resource, ResourceChange
from projects.permissions import may_moderate, may_write_resource
from projects.services.refusals import Refused
from projects.services.resources import changing, writing
from projects.states import Status
from projects.views.writing.listing import institutes_of

METHODS = ["GET", "HEAD", "POST"]


@login_not_required
@never_cache
@require_http_methods(METHODS)
def resource_start(request: HttpRequest) -> HttpResponse:
    """Explain it to everyone; who belongs to an institute that takes part begins here."""
    institutes = institutes_of(request.user) if request.user.is_authenticated else []
    form = ResourceStartForm(request.POST if request.method == "POST" else None, institutes=institutes)
    twins: list[Resource] = []
    if institutes and form.is_bound and form.is_valid():
        asked = form.cleaned_data
        twins = [] if asked["anyway"] else writing.twins_of(asked["url"])
        if not twins:
            begun = {name: asked[name] for name in ("institute", "kind", "title", "url")}
            return redirect("projects:resource_write", writing.begin(**begun, by=request.user).slug)
    context = {"form": form, "institutes": institutes, "twins": twins}
    return render(request, "projects/resource_start.html", context)


@never_cache
@require_http_methods(METHODS)
def resource_write(request: HttpRequest, slug: str) -> HttpResponse:
    """Write a resource; of a public one what is sent in waits apart from the page."""
    resource, change = _asked(request, slug)
    waits = resource.status == Status.SUBMITTED and not may_moderate(request.user)
    is_sent = request.POST.get("doen") != "bewaren" or resource.status == Status.PUBLISHED
    version = _version(resource, change)
    bound = request.method == "POST" and not waits
    form = ResourceForm(
        *((request.POST, request.FILES) if bound else ()),
        resource=resource,
        values=change.values if change else None,
        loose=not is_sent,
        initial={"version": version},
    )
    if bound:
        save = _propose if resource.status == Status.PUBLISHED else _save
        answer = save(request, resource, form, is_sent=is_sent)
        if answer is not None:
            return answer
        resource, change = _asked(request, slug)
        # Who has seen the message and goes on, means it.
        form.data = form.data.copy()
        form.data["version"] = str(_version(resource, change))
    return render(request, "projects/resource_write.html", _context(resource, change, form, waits=waits))


def _asked(request: HttpRequest, slug: str) -> tuple[Resource, ResourceChange | None]:
    """Return the resource and what is proposed of it; 404 for who may not write it."""
    found = Resource.objects.select_related("institute", "project", "from_project", "change")
    resource = get_object_or_404(found.prefetch_related("themes", "conditions", "target_groups"), slug=slug)
    if not may_write_resource(request.user, resource):
        raise Http404
    return resource, getattr(resource, "change", None)


def _version(resource: Resource, change: ResourceChange | None) -> int:
    """Return how often what is written here was saved: the change of a public resource, else the resource itself."""
    if resource.status == Status.PUBLISHED:
        return change.version if change else 0
    return resource.version


def _context(resource: Resource, change: ResourceChange | None, form: ResourceForm, *, waits: bool) -> dict[str, Any]:
    is_public = resource.status == Status.PUBLISHED
    url = (form.data.get("url") if form.is_bound else form.initial.get("url")) or ""
    return {
        "resource": resource,
        "change": change,
        "form": form,
        "waits": waits,
        "is_public": is_public,
        "is_waiting": resource.status == Status.SUBMITTED or bool(change and change.is_submitted),
        "reason": (change.reason if change else "") if is_public else resource.reason,
        "has_new_file": bool(change and change.file),
        "twins": writing.twins_of(str(url), but=resource),
    }


def _save(request: HttpRequest, resource: Resource, form: ResourceForm, *, is_sent: bool) -> HttpResponse | None:
    """Save a resource that is not public, and send it in when that is asked and all is right; None: show the form.

    What is right is kept even when something else is wrong, so that a file need not be chosen again.
    """
    is_right = form.is_valid()
    given = {"version": form.cleaned_data.get("version"), "upload": form.cleaned_data.get("file")}
    given["without_file"] = bool(form.cleaned_data.get("without_file"))
    try:
        writing.save_draft(resource=resource, values=form.values(), by=request.user, **given)
        if is_right and is_sent and resource.status != Status.SUBMITTED:
            writing.submit(resource=resource, by=request.user)
    except Refused as refused:
        return _refuse(form, refused)
    if not is_right:
        if given["upload"]:
            messages.info(request, _("Het bestand is bewaard. U hoeft het niet opnieuw te kiezen."))
        return None
    if not is_sent:
        messages.success(request, _("Bewaard. Het hulpmiddel is nog niet ingediend."))
        return redirect("projects:resource_write", resource.slug)
    return _thank(request, resource)


def _propose(request: HttpRequest, resource: Resource, form: ResourceForm, *, is_sent: bool) -> HttpResponse | None:
    """Send in a change of a public resource; None: show the form."""
    is_right = form.is_valid()
    given = {"version": form.cleaned_data.get("version"), "upload": form.cleaned_data.get("file")}
    given["without_file"] = bool(form.cleaned_data.get("without_file"))
    try:
        if not is_right:
            if given["upload"] and changing.keep_file(resource=resource, upload=given["upload"], by=request.user):
                messages.info(request, _("Het bestand is bewaard. U hoeft het niet opnieuw te kiezen."))
            return None
        changing.propose(resource=resource, values=form.values(), by=request.user, **given)
    except Refused as refused:
        return _refuse(form, refused)
    return _thank(request, resource)


def _refuse(form: ResourceForm, refused: Refused) -> None:
    """Show why nothing was saved, above what was typed."""
    form.add_error(None, str(refused))


def _thank(request: HttpRequest, resource: Resource) -> HttpResponse:
    now = Resource.objects.select_related("change").get(pk=resource.pk)
    if now.status == Status.PUBLISHED and getattr(now, "change", None) is None:
        messages.success(request, _("Het staat op de site."))
    else:
        messages.success(
            request, _("Dank u wel. Een moderator kijkt er binnen twee werkdagen naar. U krijgt dan een mail.")
        )
    return redirect("projects:my_resources")


@never_cache
@require_http_methods(METHODS)
def resource_take_back(request: HttpRequest, slug: str) -> HttpResponse:
    """Take back what waits, or throw away what was never public; asks first."""
    resource, change = _asked(request, slug)
    if request.method == "POST":
        try:
            messages.success(request, _taken_back(request, resource, change))
        except Refused as refused:
            messages.error(request, str(refused))
        return redirect("projects:my_resources")
    return render(request, "projects/resource_take_back.html", {"resource": resource, "change": change})


def _taken_back(request: HttpRequest, resource: Resource, change: ResourceChange | None) -> str:
    """Do what fits where it stands, and say what was done."""
    if change is not None:
        changing.take_back(resource=resource, by=request.user)
        return _("Uw wijziging is weg. De pagina blijft zoals die is.")
    if resource.status == Status.SUBMITTED:
        writing.withdraw(resource=resource, by=request.user)
        return _("Het hulpmiddel is terug bij u. U kunt het aanpassen en weer indienen.")
    writing.discard(resource=resource, by=request.user)
    return _("Het concept is weggegooid.")
