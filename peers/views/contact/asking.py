"""The form with which somebody asks a person something."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from peers.forms.contact import AskForm
from peers.services.contact.asking import ask, open_request
from peers.services.contact.choosing import EDITORS, Choice, foresee
from peers.services.contact.refusals import AlreadyAsked
from peers.services.contact.subjects import Subject
from peers.states import HANDED_OVER_AFTER_WORKING_DAYS, REMINDED_AFTER_WORKING_DAYS
from peers.views.contact.finding import subject_for
from projects.services.refusals import Refused
from vindplaats.working_days import after_working_days


@sensitive_post_parameters()
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def contact_new(request: HttpRequest) -> HttpResponse:
    """Ask about what the address names; who has a question about it open already is led there."""
    subject = subject_for(request)
    if subject is None:
        return render(request, "peers/contact/start.html")
    if subject.profile and subject.profile.user_id == request.user.pk:
        messages.info(request, _("Dit is uw eigen profiel. Aan uzelf kunt u niets vragen."))
        return redirect("peers:contact_list")
    if request.method == "POST":
        return _send(request, subject)
    if earlier := open_request(request.user, subject):
        messages.info(request, _("U hebt hierover al een vraag lopen. Schrijf uw bericht hier."))
        return redirect(earlier)
    initial = {"plan": request.GET.get("plan")}
    if membership := request.user.memberships.active().first():
        initial["instelling"] = membership.institute_id
    return _page(request, subject, AskForm(asker=request.user, initial=initial))


def _send(request: HttpRequest, subject: Subject) -> HttpResponse:
    form = AskForm(request.POST, asker=request.user)
    if not form.is_valid():
        return _page(request, subject, form)
    given = form.cleaned_data
    try:
        made = ask(
            asker=request.user,
            subject=subject,
            title=given["onderwerp"],
            text=form.text,
            institute=given["instelling"],
            plan=given["plan"],
            plan_text=given["plan_tekst"],
            language=get_language() or "nl",
        )
    except AlreadyAsked as refusal:
        if refusal.request.title == given["onderwerp"] and refusal.request.text == form.text:
            return redirect(refusal.request)
        form.add_error(None, str(refusal))
        return _page(request, subject, form, earlier=refusal.request)
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return _page(request, subject, form)
    messages.success(request, _("Uw vraag is verstuurd. U krijgt bericht zodra er iets gebeurt."))
    return redirect(made)


def _page(request: HttpRequest, subject: Subject, form: AskForm, **more: Any) -> HttpResponse:
    now = timezone.now()
    choice = foresee(subject, asker=request.user, now=now)
    context = {
        "subject": subject,
        "form": form,
        "choice": choice,
        "has_no_room": _has_no_room(subject, choice),
        "answer_by": after_working_days(now, REMINDED_AFTER_WORKING_DAYS),
        "moves_on": after_working_days(now, HANDED_OVER_AFTER_WORKING_DAYS),
        **more,
    }
    return render(request, "peers/contact/new.html", context)


def _has_no_room(subject: Subject, choice: Choice) -> bool:
    return subject.profile is not None and choice is EDITORS
