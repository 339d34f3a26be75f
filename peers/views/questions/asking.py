"""Ask something: first the question, then a page with what is like it and its themes, then it stands on the site."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from peers.forms.questions.texts import LONGEST_TITLE, AskForm
from peers.forms.questions.themes import MOST, ThemesForm
from peers.search.alike import proposed_themes
from peers.services.names import public_name
from peers.services.questions.asking import ask
from peers.views.questions.alike import alike_context
from projects.models import Institute
from projects.services.refusals import Refused
from projects.states import InstituteStatus
from vindplaats.text import clean

LOOK, CHANGE = "bekijk", "wijzig"
"""What the buttons ask: to see what is like it, or to go back to the text. The third puts it on the site."""


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def question_ask(request: HttpRequest) -> HttpResponse:
    """Show the form, the check, or where the question stands now."""
    institutes = _institutes(request)
    if request.method != "POST":
        begun = clean(request.GET.get("q", "")).strip()[:LONGEST_TITLE]
        form = AskForm(initial={"titel": begun, "taal": get_language()}, institutes=institutes)
        return _write(request, form, begun)
    form = AskForm(request.POST, institutes=institutes)
    step = request.POST.get("stap", LOOK)
    if not form.is_valid() or step == CHANGE:
        return _write(request, form, _text(request))
    return _look(request, form) if step == LOOK else _place(request, form)


def _write(request: HttpRequest, form: AskForm, text: str) -> HttpResponse:
    chosen = [clean(slug) for slug in request.POST.getlist("thema")[:MOST]]
    context = {"form": form, "name": public_name(request.user), "chosen_themes": chosen, **alike_context(text)}
    return render(request, "peers/questions/ask.html", context)


def _look(request: HttpRequest, form: AskForm, themes: ThemesForm | None = None, refusal: str = "") -> HttpResponse:
    text = _text(request)
    themes = themes or ThemesForm(proposed=proposed_themes(text), chosen=request.POST.getlist("thema"))
    context = {
        "form": form,
        "themes": themes,
        "theme_groups": themes.shown(),
        "name": public_name(request.user),
        "refusal": refusal,
        **alike_context(text),
    }
    return render(request, "peers/questions/ask_check.html", context)


def _place(request: HttpRequest, form: AskForm) -> HttpResponse:
    themes = ThemesForm(request.POST, proposed=proposed_themes(_text(request)))
    if not themes.is_valid():
        return _look(request, form, themes)
    given: dict[str, Any] = form.cleaned_data
    try:
        question = ask(
            asker=request.user,
            title=given["titel"],
            text=given["tekst"],
            themes=themes.themes,
            institute=form.institute,
            is_anonymous=given["zonder_naam"],
            language=given["taal"],
        )
    except Refused as refused:
        return _look(request, form, themes, str(refused))
    messages.success(
        request,
        _(
            "Uw vraag staat op de site. We vragen nu een paar mensen met ervaring. "
            "U krijgt bericht zodra er een antwoord is."
        ),
    )
    return HttpResponseRedirect(question.get_absolute_url())


def _text(request: HttpRequest) -> str:
    return f"{request.POST.get('titel', '')}\n{request.POST.get('tekst', '')}"


def _institutes(request: HttpRequest) -> list[Institute]:
    """Return the institutes in whose name somebody may ask."""
    own = request.user.memberships.active().filter(institute__status=InstituteStatus.VERIFIED)
    return [one.institute for one in own.select_related("institute").order_by("institute__sort_key", "pk")]
