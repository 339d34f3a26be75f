"""Does this institute stand in the catalogue already? Asked while the name is typed, and once more after it."""

from collections.abc import Iterable

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import cache_control, never_cache
from django.views.decorators.http import require_http_methods, require_safe

from projects.forms.registration_twins import NONE_OF_THEM, TwinForm
from projects.models import Institute, Registration
from projects.services.refusals import Refused
from projects.services.registrations import take_for, tell_apart
from projects.states import WRITTEN_STAGES, InstituteStatus, RegistrationKind
from vindplaats.text import clean

MOST = 5
SHORTEST, LONGEST = 3, 200
KEPT_SECONDS = 60


def unanswered(found: Registration) -> list[Institute]:
    """Return the institutes that may be the same and of which the sender did not say so; none for a claim."""
    if found.kind == RegistrationKind.CLAIM or not found.name:
        return []
    return [one for one in _alike(found) if one.pk not in found.unlike]


@login_not_required
@require_safe
@cache_control(public=True, max_age=KEPT_SECONDS)
def institute_names(request: HttpRequest) -> JsonResponse:
    """Answer which institutes may be the one that is being typed, for `static/js/twins.js`."""
    name = clean(request.GET.get("naam", ""))[:LONGEST].strip()
    place = clean(request.GET.get("plaats", ""))[:LONGEST].strip()
    found = _while_typing(name, place) if len(name) >= SHORTEST else []
    return JsonResponse({"institutes": [_as_json(one) for one in found], "message": _message(len(found))})


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def registration_twins(request: HttpRequest, token: str) -> HttpResponse:
    """Show what resembles it; the sender says to be one of them, or none."""
    found = get_object_or_404(Registration.objects.select_related("institute"), token=token)
    if found.status not in WRITTEN_STAGES:
        return redirect(found)
    alike = _with_own(found, _alike(found))
    claimable = [one for one in alike if one.status == InstituteStatus.NAMED]
    form = TwinForm(claimable, request.POST if request.method == "POST" else None, chosen=_chosen(found, alike))
    if request.method == "POST" and form.is_valid():
        return _answer(request, found, alike, form)
    taken = [one for one in alike if one.status == InstituteStatus.VERIFIED]
    return _page(request, found, form, taken=taken, claimable=claimable)


def _page(request: HttpRequest, found: Registration, form: TwinForm, **institutes: list[Institute]) -> HttpResponse:
    secret_url = request.build_absolute_uri(found.get_absolute_url())
    context = {"registration": found, "form": form, "secret_url": secret_url, **institutes}
    return render(request, "projects/registration_twins.html", context)


def _while_typing(name: str, place: str) -> list[Institute]:
    """Return what resembles a name that may not be whole yet: as it is now, and what begins with it."""
    shown = Institute.objects.shown()
    alike = [*shown.resembling(name=name, place=place)[:MOST], *shown.beginning_with(name)[:MOST]]
    return list(dict.fromkeys(alike))[:MOST]


def _answer(request: HttpRequest, found: Registration, alike: list[Institute], form: TwinForm) -> HttpResponse:
    user = request.user if request.user.is_authenticated else None
    chosen = form.cleaned_data["institute"]
    try:
        if chosen == NONE_OF_THEM:
            tell_apart(registration=found, institutes=alike, by=user)
        else:
            take_for(registration=found, institute=next(one for one in alike if str(one.pk) == chosen), by=user)
    except Refused as refusal:
        form.add_error("institute", str(refusal))
        return _page(request, found, form, taken=[], claimable=alike)
    return redirect(found)


def _alike(found: Registration) -> Iterable[Institute]:
    asked = {name: getattr(found, name) for name in ("name", "place", "kvk_number", "agb_code")}
    return Institute.objects.shown().resembling(**asked, domain=found.email_domain).with_project_count()[:MOST]


def _with_own(found: Registration, alike: Iterable[Institute]) -> list[Institute]:
    """Add the institute that is claimed already, so that the choice can be changed."""
    listed = list(alike)
    if found.institute_id and found.institute_id not in {one.pk for one in listed}:
        listed += Institute.objects.filter(pk=found.institute_id).with_project_count()
    return listed


def _chosen(found: Registration, alike: list[Institute]) -> str:
    if found.kind == RegistrationKind.CLAIM:
        return str(found.institute_id)
    return NONE_OF_THEM if found.unlike and all(one.pk in found.unlike for one in alike) else ""


def _as_json(institute: Institute) -> dict[str, str]:
    taken = institute.status == InstituteStatus.VERIFIED
    way = "join_institute" if taken else "claim_institute"
    return {
        "name": institute.name,
        "place": institute.place,
        "url": institute.get_absolute_url(),
        "way": reverse(f"projects:{way}", args=[institute.slug]),
        "label": _("Is al aangesloten: sluit u aan") if taken else _("Dit zijn wij: neem de pagina over"),
    }


def _message(number: int) -> str:
    if not number:
        return ""
    words = ngettext(
        "%(number)d instelling lijkt hierop. Zij staat onder dit veld.",
        "%(number)d instellingen lijken hierop. Zij staan onder dit veld.",
        number,
    )
    return words % {"number": number}
