"""Where the editors of a programme keep its page up to date; for others these pages are not there."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from projects.forms.programmes import SummaryForm
from projects.models import Programme
from projects.permissions import may_edit_programme
from projects.services.programmes.rights import told_by
from projects.services.programmes.summary import change_summary
from projects.services.refusals import Refused
from projects.states.programmes import told_by_in_words
from projects.views.programmes.parts import PARTS
from projects.views.project_facts import partial_date

REMOVE = "weghalen"
SUMMARY = ("summary", "start", "end", "source_url")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def programme_edit(request: HttpRequest, slug: str) -> HttpResponse:
    """Show all that can be kept up to date, and take a new summary."""
    programme = _own(request, slug)
    initial = {name: getattr(programme, name) for name in SUMMARY}
    form = SummaryForm(request.POST if request.method == "POST" else None, initial=initial)
    if form.is_bound and form.is_valid():
        change_summary(programme=programme, by=request.user, **form.cleaned_data)
        messages.success(request, _("De samenvatting is bijgewerkt."))
        return HttpResponseRedirect(_page(programme))
    context = {
        "programme": programme,
        "form": form,
        "updates": programme.updates.all(),
        "milestones": [(one, partial_date(one.moment)) for one in programme.milestones.all()],
        "documents": programme.documents.select_related("resource"),
        "told_by": told_by_in_words(told_by(programme, request.user)),
    }
    return render(request, "projects/programmes/edit.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def programme_part(request: HttpRequest, slug: str, part: str, pk: int | None = None) -> HttpResponse:
    """Add, change or take away a message, a milestone or a document."""
    programme = _own(request, slug)
    kind = PARTS[part]
    one = get_object_or_404(kind.of(programme), pk=pk) if pk is not None else None
    if request.method == "POST" and one is not None and request.POST.get("what") == REMOVE:
        kind.remove(one, request.user)
        messages.success(request, kind.gone)
        return HttpResponseRedirect(_page(programme))
    form = kind.make_form(
        request.POST if request.method == "POST" else None,
        programme=programme,
        initial=kind.initial(one) if one else None,
    )
    if form.is_bound and form.is_valid():
        try:
            kind.save(programme, one, form, request.user)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, kind.done)
            return HttpResponseRedirect(_page(programme))
    title = kind.change if one else kind.add
    context: dict[str, Any] = {"programme": programme, "form": form, "one": one, "title": title, "remove": REMOVE}
    context["told_by"] = told_by_in_words(told_by(programme, request.user))
    return render(request, "projects/programmes/part.html", context)


def _own(request: HttpRequest, slug: str) -> Programme:
    programme = get_object_or_404(Programme, slug=slug)
    if not may_edit_programme(request.user, programme):
        raise Http404
    return programme


def _page(programme: Programme) -> str:
    return reverse("projects:programme_edit", args=[programme.slug])
