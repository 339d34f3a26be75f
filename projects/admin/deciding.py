"""The pages and actions with which a moderator decides about projects."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.utils import unquote
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _

from projects.admin.decisions import DECISIONS, Decision, WhyForm, carry_out
from projects.models import Project

# A decision on more than this at once takes longer than a person waits for a page.
MOST_AT_ONCE = 500


def _action(decision: Decision) -> Callable[..., HttpResponse | None]:
    """Return the action of the list that takes this decision."""

    @admin.action(description=decision.label, permissions=["change"])
    def act(modeladmin: "DecidingAdmin", request: HttpRequest, queryset: QuerySet[Project]) -> HttpResponse | None:
        return modeladmin.decide_selected(request, queryset, decision.name)

    act.__name__ = f"{decision.name}_selected"
    return act


class DecidingAdmin:
    """Adds the decisions to the admin of projects, as actions of the list and as pages of one project."""

    actions = [_action(decision) for decision in DECISIONS.values()]

    def get_urls(self) -> list[URLPattern]:
        """Add the page on which one project is decided."""
        own = path(
            "<path:object_id>/besluit/<slug:name>/",
            self.admin_site.admin_view(self.decide_view),
            name="projects_project_decide",
        )
        return [own, *super().get_urls()]

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """Offer the decisions that make sense for this project."""
        project = context["original"]
        context["decisions"] = [each for each in DECISIONS.values() if project and each.is_open_to(project)]
        return super().render_change_form(request, context, *args, **kwargs)

    def decide_view(self, request: HttpRequest, object_id: str, name: str) -> HttpResponse:
        """Ask whether it is sure, and why; then do it and return to the project."""
        project, decision = self.get_object(request, unquote(object_id)), DECISIONS.get(name)
        if project is None or decision is None or not self.has_change_permission(request, project):
            raise Http404
        form = WhyForm(request.POST if request.method == "POST" else None, decision=decision)
        if not form.is_valid():
            return self._ask(request, decision, [project], form, [])
        carry_out(decision, [project], request=request, why=form.cleaned_data)
        return HttpResponseRedirect(reverse("admin:projects_project_change", args=[project.pk]))

    def decide_selected(self, request: HttpRequest, queryset: QuerySet[Project], name: str) -> HttpResponse | None:
        """Decide on what was ticked in the list; asks why first where that is needed."""
        decision = DECISIONS[name]
        projects = list(queryset.order_by("pk")[: MOST_AT_ONCE + 1])
        if len(projects) > MOST_AT_ONCE:
            messages.error(request, _("Kies hoogstens %(count)d projecten tegelijk.") % {"count": MOST_AT_ONCE})
            return None
        form = WhyForm(request.POST if "decided" in request.POST else None, decision=decision)
        if decision.asks_why and not form.is_valid():
            hidden = [("action", f"{name}_selected"), *((ACTION_CHECKBOX_NAME, project.pk) for project in projects)]
            return self._ask(request, decision, projects, form, hidden)
        carry_out(decision, projects, request=request, why=form.cleaned_data if decision.asks_why else {})
        return None

    def _ask(
        self,
        request: HttpRequest,
        decision: Decision,
        projects: list[Project],
        form: WhyForm,
        hidden: list[tuple[str, Any]],
    ) -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),
            "title": decision.label,
            "meaning": decision.meaning,
            "subtitle": None,
            "opts": self.opts,
            "projects": projects,
            "form": form,
            "hidden": hidden,
        }
        return TemplateResponse(request, "admin/projects/project/decide.html", context)
