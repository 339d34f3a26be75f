"""Find what a page of contact is about; what somebody has no part in is not there."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect

from peers.models import ContactRequest, Profile
from peers.permissions import Part, Role, role_in
from peers.services.contact.subjects import Subject
from projects.models import Institute, Project
from projects.services.refusals import Refused
from projects.states import Status
from vindplaats.accounts.models import User
from vindplaats.text import clean

RELATED = ("project__institute", "profile__user", "institute", "asker", "asker_institute", "plan")


def contact_for(request: HttpRequest, reference: str) -> tuple[ContactRequest, Role]:
    """Return the contact request of this reference and the part of who looks in it; else Http404."""
    found = get_object_or_404(ContactRequest.objects.select_related(*RELATED), reference=reference.upper())
    role = role_in(request.user, found)
    if role is None:
        raise Http404
    return found, role


def subject_for(request: HttpRequest) -> Subject | None:
    """Return what the address asks about; None when it names nothing, Http404 for what is not there for them."""
    given = {name: clean(request.GET.get(name, "")) for name in ("project", "expert", "instelling")}
    if slug := given["project"]:
        published = Project.objects.filter(status=Status.PUBLISHED).select_related("institute", "owner")
        return Subject(project=get_object_or_404(published, slug=slug))
    if slug := given["expert"]:
        shown = Profile.objects.visible_to(request.user).select_related("user")
        return Subject(profile=get_object_or_404(shown, slug=slug))
    if slug := given["instelling"]:
        return Subject(institute=get_object_or_404(Institute.objects.shown(), slug=slug))
    return None


def carry_out(request: HttpRequest, found: ContactRequest, act: Callable[[], Any], said: str) -> HttpResponse:
    """Do what was confirmed and go back to the thread, or say there why not; to the list for who has no part now."""
    try:
        act()
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, said)
    return back_to(found, request.user)


def back_to(found: ContactRequest, user: User) -> HttpResponse:
    """Lead to the thread, or to the list when it is not there for them any more."""
    return redirect(found) if role_in(user, found) else redirect("peers:contact_list")


def for_parts(*parts: Part) -> Callable[[Callable[..., HttpResponse]], Callable[..., HttpResponse]]:
    """Decorate a view that takes (request, found, role): only these parts have the page, for others it is not there."""

    def decorate(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @wraps(view)
        def shown(request: HttpRequest, reference: str) -> HttpResponse:
            found, role = contact_for(request, reference)
            if role.part not in parts:
                raise Http404
            return view(request, found, role)

        return shown

    return decorate
