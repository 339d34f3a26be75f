"""The pages with which a moderator decides about one thing that a member wrote."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.contrib.admin.widgets import AdminTextareaWidget
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from peers.forms.questions.deciding import decisions_about
from projects.admin.base import ModeratedAdmin
from projects.services.refusals import Refused
from projects.services.review.kinds import Asked, Decision
from vindplaats.text import CleanCharField


class WhyForm(forms.Form):
    """What whoever wrote it is told."""

    reason = CleanCharField(
        label=gettext_lazy("Waarom?"),
        max_length=2000,
        widget=AdminTextareaWidget(attrs={"rows": 4}),
        help_text=gettext_lazy("Wie het schreef, krijgt dit te lezen. Het komt ook in de geschiedenis te staan."),
        error_messages={"required": gettext_lazy("Schrijf op waarom, zodat de schrijver het begrijpt.")},
    )

    def __init__(self, decision: Decision, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, label_suffix="", **kwargs)
        if decision.text != Asked.MUST:
            del self.fields["reason"]


class DecidingAdmin(ModeratedAdmin):
    """A page to read, with a button for each thing that can be decided."""

    change_form_template = "admin/peers/written_change.html"
    actions = None
    ordering = ["-created_at", "-pk"]

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Members write on the site."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody changes another's words."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """What is taken off the site is kept, so that it can be put back."""
        return False

    @property
    def page_name(self) -> str:
        """The name of the page on which one thing is decided."""
        return f"{self.opts.app_label}_{self.opts.model_name}_decide"

    def get_urls(self) -> list[URLPattern]:
        """Add that page."""
        view = self.admin_site.admin_view(self.decide_view)
        return [path("<path:object_id>/besluit/<slug:name>/", view, name=self.page_name), *super().get_urls()]

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """Offer what can be decided as it stands now."""
        thing = context["original"]
        context["decisions"] = [
            {"label": one.label, "url": reverse(f"admin:{self.page_name}", args=[thing.pk, one.name])}
            for one in decisions_about(thing)
        ]
        return super().render_change_form(request, context, *args, **kwargs)

    def decide_view(self, request: HttpRequest, object_id: str, name: str) -> HttpResponse:
        """Ask what has to be asked, then do it and return to the thing."""
        thing = self.get_object(request, unquote(object_id))
        if thing is None or not self.has_view_permission(request, thing):
            raise Http404
        change = HttpResponseRedirect(
            reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_change", args=[thing.pk])
        )
        decision = next((one for one in decisions_about(thing) if one.name == name), None)
        if decision is None:
            messages.warning(request, _("Dat kan nu niet (meer). Hieronder staat hoe het er nu voor staat."))
            return change
        data = request.POST if request.method == "POST" else None
        asked = [WhyForm(decision, data), *([decision.form(thing, data=data)] if decision.form else [])]
        # All are looked at, so that all that is wrong is told at once.
        right = [one.is_valid() for one in asked]
        if not all(right) or data is None:
            return self._ask(request, thing, decision, asked)
        given = {name: value for one in asked for name, value in one.cleaned_data.items()}
        try:
            decision.carry_out(thing, by=request.user, **given)
        except Refused as refused:
            messages.error(request, str(refused))
        else:
            messages.success(request, _("%(decision)s: gedaan.") % {"decision": decision.label})
        return change

    def _ask(self, request: HttpRequest, thing: Any, decision: Decision, asked: list[forms.Form]) -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),
            "title": decision.label,
            "subtitle": None,
            "meaning": decision.meaning,
            "opts": self.opts,
            "thing": thing,
            "asked": asked,
        }
        return TemplateResponse(request, "admin/peers/decide.html", context)
