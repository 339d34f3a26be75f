"""A page of the admin that shows what a question becomes and finds, before and after a change."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from projects.admin.search_changes import CHANGES, Change
from projects.permissions import may_moderate
from projects.services.trying import Seen, look, look_after
from vindplaats.text import CleanCharField

KINDS = {"project": gettext_lazy("Projecten"), "lesson": gettext_lazy("Lessen")}

LONGEST_QUERY = 400


class QuestionForm(forms.Form):
    """The question to look at; it stands in the address, so that it can be shared and tried again."""

    q = CleanCharField(label=gettext_lazy("Zoekvraag"), max_length=LONGEST_QUERY)
    soort = forms.ChoiceField(label=gettext_lazy("Zoeken in"), choices=KINDS.items(), required=False)


@require_http_methods(["GET", "HEAD", "POST"])
def search_preview(request: HttpRequest) -> HttpResponse:
    """Show a question; a POST tries or saves a change."""
    if not may_moderate(request.user):
        raise PermissionDenied
    question = QuestionForm(request.GET if "q" in request.GET else None)
    text = question.cleaned_data["q"] if question.is_valid() else ""
    kind = (question.is_valid() and question.cleaned_data["soort"]) or "project"
    changes = _changes(request, text)
    change = changes.get(request.POST.get("change", ""))
    is_sound = change is not None and change.is_valid()
    if is_sound and "save" in request.POST:
        change.make(request.user)
        messages.success(request, _("Bewaard. Zoeken werkt vanaf nu zo."))
        return HttpResponseRedirect(request.get_full_path())
    context = {
        **admin.site.each_context(request),
        "title": _("Zoeken bekijken"),
        "question": question,
        "changes": changes.items(),
        "chosen": request.POST.get("change", ""),
        "media": sum((form.media for form in changes.values()), forms.Media()),
        **(_seen(text, kind, change if is_sound else None, request) if text else {}),
    }
    return TemplateResponse(request, "admin/search/preview.html", context)


def _changes(request: HttpRequest, text: str) -> dict[str, Change]:
    """Return a form for each sort of change, filled in with what was sent for it."""
    asked, initial = request.POST.get("change"), {"term": text, "query": text}
    return {
        name: form(request.POST if name == asked else None, prefix=name, initial=initial)
        for name, form in CHANGES.items()
    }


def _seen(text: str, kind: str, change: Change | None, request: HttpRequest) -> dict[str, Any]:
    before = look(text, kind=kind)
    if change is None:
        return {"before": before, "hits": before.hits(kind), "shown": before}
    after = look_after(lambda: change.make(request.user), text, kind=kind)
    return {"before": before, "after": after, "shown": after} | _side_by_side(before, after, kind)


def _side_by_side(before: Seen, after: Seen, kind: str) -> dict[str, Any]:
    hits, hits_after = before.hits(kind, after), after.hits(kind, before)
    return {"hits": hits, "hits_after": hits_after, "is_same": before.ranked == after.ranked}
