"""`/mijn/profiel/`: somebody's own profile to fill in, and what they agreed to."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from peers.forms.profiles import PauseForm, ProfileForm
from peers.models import Profile
from peers.services import profiles as services
from peers.services.linked_projects import linked_projects
from peers.services.profiles import NotYours
from peers.states import ConsentKind, Visibility


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_post_parameters("health_story")
def my_profile(request: HttpRequest) -> HttpResponse:
    """Show the form with what there is; keep what was sent, or ask for one more workplace."""
    profile = _own(request)
    more = "nog" in request.POST
    data = _with_one_more(request) if more else request.POST if request.method == "POST" else None
    form = ProfileForm(data, user=request.user, profile=profile, more=more)
    if form.is_bound and not more and form.is_valid():
        saved = services.save(user=request.user, written=form.written())
        messages.success(request, _saved(saved))
        return HttpResponseRedirect(saved.get_absolute_url())
    if more:
        return _page(request, profile, form.unjudged())
    return _page(request, profile, form, told=form.told() if form.is_bound else [])


@never_cache
@require_POST
def withdraw(request: HttpRequest, kind: str) -> HttpResponse:
    """Take back a consent."""
    if kind not in ConsentKind.values:
        raise Http404
    _done(request, lambda: services.withdraw(user=request.user, kind=ConsentKind(kind)), WITHDRAWN[kind]())
    return HttpResponseRedirect(reverse("peers:my_profile"))


@never_cache
@require_POST
def pause(request: HttpRequest) -> HttpResponse:
    """Begin a pause, or with `weer` end it."""
    back = reverse("peers:my_profile")
    if "weer" in request.POST:
        _done(request, lambda: services.resume(user=request.user), _("U doet weer mee."))
        return HttpResponseRedirect(back)
    form = PauseForm(request.POST, today=timezone.localdate())
    profile = _own(request)
    if profile is None:
        raise Http404
    if not form.is_valid():
        return _page(request, profile, ProfileForm(user=request.user, profile=profile), pause_form=form)
    until = form.cleaned_data["until"]
    _done(request, lambda: services.pause(user=request.user, until=until), _("Uw pauze is begonnen."))
    return HttpResponseRedirect(back)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def delete(request: HttpRequest) -> HttpResponse:
    """Ask whether to remove the profile, and remove it."""
    profile = _own(request)
    if profile is None:
        raise Http404
    if request.method != "POST":
        return render(request, "peers/profile_delete.html", {"profile": profile})
    _done(request, lambda: services.delete(user=request.user), _("Uw profiel is verwijderd."))
    return HttpResponseRedirect(reverse("mine"))


WITHDRAWN = {
    ConsentKind.PROFILE: lambda: _("Uw toestemming is ingetrokken. Niemand ziet of vindt uw profiel nog."),
    ConsentKind.HEALTH: lambda: _("Uw toestemming is ingetrokken. Wat u over gezondheid vertelde, is gewist."),
}


def _page(request: HttpRequest, profile: Profile | None, form: ProfileForm, **more: Any) -> HttpResponse:
    now = timezone.now()
    context = {
        "profile": profile,
        "form": form,
        "rows": form.rows(),
        "consents": list(profile.consents.all()) if profile else [],
        "linked": [one for one in linked_projects(profile) if one.is_known] if profile else [],
        "is_away": profile is not None and profile.is_paused(now),
        "pause_form": PauseForm(today=timezone.localdate()),
        **more,
    }
    return render(request, "peers/my_profile.html", context)


def _own(request: HttpRequest) -> Profile | None:
    return Profile.objects.select_related("user").filter(user=request.user).first()


def _with_one_more(request: HttpRequest) -> Any:
    """Return what was sent, with one more empty workplace."""
    data = request.POST.copy()
    count = data.get("werkplekken-aantal", "")
    data["werkplekken-aantal"] = str(int(count) + 1) if count.isascii() and count.isdigit() and len(count) < 3 else "1"
    return data


def _saved(profile: Profile) -> str:
    if profile.removed_at:
        return _("Bewaard. Een moderator heeft uw profiel van de site gehaald; alleen u ziet het.")
    if profile.consented_at is None or profile.visibility == Visibility.HIDDEN:
        return _("Bewaard. Alleen u ziet uw profiel.")
    return _("Bewaard. Zo zien anderen uw profiel.")


def _done(request: HttpRequest, act: Any, told: str) -> None:
    """Do it and say so; or say why not."""
    try:
        act()
    except NotYours as refused:
        messages.warning(request, str(refused))
    else:
        messages.success(request, told)
