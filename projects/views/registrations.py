"""An institute registers: the start, the steps, checking the answers, and how it stands.

Whoever has the secret address may do all of it: it is asked of people who have no account yet.
"""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from projects.forms.registrations import STEPS, Step, StepForm
from projects.models import Registration
from projects.services.refusals import Refused
from projects.services.registrations import begin, save_step, submit, withdraw
from projects.services.registrations.refusals import Incomplete
from projects.states import WRITTEN_STAGES
from projects.views.registration_answers import answers
from projects.views.registration_twins import unanswered
from vindplaats.accounts.models import User
from vindplaats.limits import TOO_OFTEN, within_limit

CHECK = "controleren"
"""The step in which the answers are looked at and sent."""
FROM_CHECK = "van"
"""The parameter that says to which step a change goes back."""


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def registration_start(request: HttpRequest) -> HttpResponse:
    """Tell what is needed, with the first step at once; sending that makes the draft and its secret address."""
    step = STEPS[0]
    form = step.form(request.POST or None)
    if request.method == "POST" and not within_limit(request, "begin_registration"):
        form.add_error(None, str(TOO_OFTEN))
        return render(request, "projects/registration_start.html", _context(request, None, step, form), status=429)
    if request.method == "POST" and form.is_valid():
        draft = begin(language=get_language() or "nl", by=_user(request), changes=form.cleaned_data)
        return redirect(_after(draft, step))
    return render(request, "projects/registration_start.html", _context(request, None, step, form))


@login_not_required
@never_cache
@require_safe
def registration(request: HttpRequest, token: str) -> HttpResponse:
    """Lead to where somebody was; once it is sent, show how it stands."""
    found = get_object_or_404(Registration.objects.select_related("institute"), token=token)
    if found.status in WRITTEN_STAGES:
        return redirect(_first_to_do(found))
    return render(request, "projects/registration_status.html", {"registration": found, "steps": STEPS})


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def registration_step(request: HttpRequest, token: str, step: str) -> HttpResponse:
    """Show one step and keep what is sent with it."""
    found = get_object_or_404(Registration.objects.select_related("institute", "gemeente"), token=token)
    if found.status not in WRITTEN_STAGES:
        return redirect(found)
    if step == CHECK:
        return _check(request, found)
    this = next((one for one in STEPS if one.slug == step), None)
    if this is None:
        raise Http404
    form = this.form(request.POST if request.method == "POST" else None, registration=found)
    if request.method == "POST" and form.is_valid():
        saved = save_step(registration=found, changes=form.cleaned_data, by=_user(request))
        return redirect(_after(saved, this, back=request.GET.get(FROM_CHECK) == CHECK))
    return render(request, "projects/registration_step.html", _context(request, found, this, form))


@login_not_required
@never_cache
@require_POST
def registration_withdraw(request: HttpRequest, token: str) -> HttpResponse:
    """Take it back."""
    found = get_object_or_404(Registration, token=token)
    try:
        withdraw(registration=found, by=_user(request))
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect(found)


def _check(request: HttpRequest, found: Registration) -> HttpResponse:
    if request.method == "POST" and not within_limit(request, "send_registration"):
        messages.error(request, str(TOO_OFTEN))
        return redirect(_address(found, CHECK))
    if request.method == "POST":
        version = request.POST.get("version", "")
        try:
            submit(registration=found, version=int(version) if version.isdecimal() else 0, by=_user(request))
        except Incomplete:
            return redirect(_first_to_do(found))
        except Refused as refusal:
            found.refresh_from_db()
            if found.status in WRITTEN_STAGES:
                messages.warning(request, str(refusal))
        return redirect(_address(found, CHECK) if found.status in WRITTEN_STAGES else found)
    lacking = _first_to_do(found)
    context = {
        "registration": found,
        "sections": answers(found),
        "steps": STEPS,
        "step": None,
        "lacking_url": "" if lacking == _address(found, CHECK) else lacking,
        "secret_url": request.build_absolute_uri(found.get_absolute_url()),
    }
    return render(request, "projects/registration_check.html", context)


def _first_to_do(found: Registration) -> str:
    """Return the address of the first step that is not done; of the check when all are."""
    if unanswered(found):
        return reverse("projects:registration_twins", args=[found.token])
    for step in STEPS:
        if not _is_done(found, step):
            return _address(found, step.slug)
    return _address(found, CHECK)


def _after(found: Registration, step: Step, *, back: bool = False) -> str:
    """Return where saving a step leads: to what resembles it, back to the check, or on."""
    if unanswered(found):
        return reverse("projects:registration_twins", args=[found.token])
    place = STEPS.index(step) + 1
    if place == len(STEPS) or (back and all(_is_done(found, one) for one in STEPS)):
        return _first_to_do(found)
    return _address(found, STEPS[place].slug)


def _is_done(found: Registration, step: Step) -> bool:
    """Ask the form itself, so that a step is done exactly when it would be taken as it is."""
    held = {name: getattr(found, name) for name in step.form.base_fields}
    held = {name: getattr(value, "pk", value) for name, value in held.items()}
    return step.form(held, registration=found).is_valid()


def _address(found: Registration, step: str) -> str:
    return reverse("projects:registration_step", args=[found.token, step])


def _context(request: HttpRequest, found: Registration | None, step: Step, form: StepForm) -> dict[str, Any]:
    return {
        "secret_url": request.build_absolute_uri(found.get_absolute_url()) if found else "",
        "registration": found,
        "step": step,
        "number": STEPS.index(step) + 1,
        "steps": STEPS,
        "form": form,
        "names_url": reverse("projects:institute_names"),
        "title": step.title,
    }


def _user(request: HttpRequest) -> User | None:
    return request.user if request.user.is_authenticated else None
