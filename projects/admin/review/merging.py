"""Pages on which a moderator puts two projects, or two institutes, together: choose, look, do."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from projects.admin.review.merging_forms import ChooseForm, MergeForm
from projects.admin.review.merging_kinds import KINDS, MergeKind
from projects.permissions import may_moderate
from projects.services.refusals import Refused


@require_http_methods(["GET", "HEAD", "POST"])
def merge_page(request: HttpRequest, name: str) -> HttpResponse:
    """Ask which two; show them side by side with what comes over; put them together."""
    if not may_moderate(request.user):
        raise PermissionDenied
    kind = KINDS.get(name)
    if kind is None:
        raise Http404
    choose = ChooseForm(kind, request.GET or None)
    if not choose.is_valid():
        return _show(request, kind, choose)
    keep, gone = choose.cleaned_data["blijft"], choose.cleaned_data["gaat"]
    form = MergeForm(kind, keep, gone, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            kind.merge(keep=keep, gone=gone, by=request.user, take=form.taken(), reason=form.cleaned_data["reden"])
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("%(gone)s is toegevoegd aan %(keep)s.") % {"gone": gone, "keep": keep})
            return HttpResponseRedirect(kind.change_url(keep))
    return _show(request, kind, choose, keep=keep, gone=gone, form=form, moved=kind.preview(keep=keep, gone=gone))


def _show(request: HttpRequest, kind: MergeKind, choose: forms.Form, **more: Any) -> HttpResponse:
    form = more.get("form")
    context = {
        **admin.site.each_context(request),
        "title": kind.title,
        "kind": kind,
        "choose": choose,
        "keep": None,
        "gone": None,
        "form": None,
        "moved": [],
        "refusal": kind.refusal(more["keep"], more["gone"]) if form else "",
        "media": choose.media,
        **more,
    }
    return TemplateResponse(request, "admin/review/merge.html", context)
