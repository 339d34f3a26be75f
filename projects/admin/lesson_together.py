"""The page on which a moderator says that lessons are the same one, and what helps against a pitfall."""

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from projects.admin.lesson_forms import APART, LEAD, LINKED, MERGED, ChooseLesson, PairsForm, TogetherForm
from projects.models import ClusterMember, Lesson, LessonHelp
from projects.permissions import may_moderate
from projects.querysets.ordering import in_order
from projects.services.lessons import pair, part, put_together, take_apart
from projects.services.lessons.proposing import likely_pairs, likely_same
from projects.services.refusals import Refused
from projects.states import LessonKind

ASKED = "les"
MOST, LONGEST = 30, 18
"""How many lessons are looked at on one page, and how many digits a number of one has."""
NAME = "projects_lesson_together"


class TogetherAdmin:
    """Adds the page to the admin of lessons, and an action of the list that leads to it."""

    actions = ["look_together"]

    def get_urls(self) -> list[URLPattern]:
        """Add the page."""
        return [path("samen/", self.admin_site.admin_view(self.together_view), name=NAME), *super().get_urls()]

    def look_together(self, request: HttpRequest, queryset: Any) -> HttpResponse:
        """Go to the page with what was ticked in the list."""
        return HttpResponseRedirect(address(queryset.order_by("pk").values_list("pk", flat=True)[:MOST]))

    look_together.short_description = gettext_lazy("Dezelfde les: koppelen of samenvoegen")
    look_together.allowed_permissions = ["change"]

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """Lead to the page from a lesson's own."""
        context["together_url"] = address([context["original"].pk]) if context["original"] else ""
        return super().render_change_form(request, context, *args, **kwargs)

    def together_view(self, request: HttpRequest) -> HttpResponse:
        """Show the lessons side by side with what is like them; keep what the moderator chooses."""
        if not may_moderate(request.user):
            raise PermissionDenied
        lessons, now = _asked(request)
        proposed = likely_same(lessons[0], without=[one.pk for one in lessons]) if lessons else []
        for one in proposed:
            one.is_proposed = True
        data = request.POST if request.method == "POST" else None
        together = TogetherForm([*lessons, *proposed], now, data if "groep" in (data or {}) else None)
        pairs = _pairs_form(lessons[0], data if "paar" in (data or {}) else None) if lessons else None
        for form, act in ((together, _keep_together), (pairs, _keep_pairs)):
            if form and form.is_bound and form.is_valid() and self._done(request, form, act, lessons):
                return HttpResponseRedirect(address([one.pk for one in lessons]))
        context = {
            **self.admin_site.each_context(request),
            "title": _("Dezelfde les, en wat helpt"),
            "subtitle": None,
            "opts": self.opts,
            "choose": (choose := ChooseLesson()),
            "media": choose.media,
            "lessons": lessons,
            "together": together,
            "pairs": pairs,
            "is_pitfall": bool(lessons) and lessons[0].kind == LessonKind.PITFALL,
        }
        return TemplateResponse(request, "admin/projects/lesson/together.html", context)

    def _done(self, request: HttpRequest, form: Any, act: Any, lessons: list[Lesson]) -> bool:
        """Do it; what the rules refuse stands above the form."""
        try:
            act(form, lessons, request)
        except Refused as refused:
            form.add_error(None, str(refused))
            return False
        messages.success(request, _("Bewaard."))
        return True


def address(pks: Any) -> str:
    """Return the address of the page with these lessons."""
    return f"{reverse(f'admin:{NAME}')}?{urlencode([(ASKED, pk) for pk in pks])}"


def _asked(request: HttpRequest) -> tuple[list[Lesson], dict[int, str]]:
    """Return the lessons of the address with all that are in a cluster with one, and how each belongs to it now."""
    given = [*request.GET.getlist(ASKED), *request.GET.getlist(ACTION_CHECKBOX_NAME)]
    asked = [int(one) for one in given if one.isascii() and one.isdecimal() and len(one) <= LONGEST][:MOST]
    members = list(ClusterMember.objects.beside(lesson__in=asked).in_order())
    now: dict[int, str] = {}
    clusters: set[int] = set()
    for one in members:
        now[one.lesson_id] = MERGED if one.is_merged else LINKED
        if one.cluster_id not in clusters:
            now[one.lesson_id] = LEAD if not clusters else LINKED
        clusters.add(one.cluster_id)
    pks = list(dict.fromkeys([*asked, *now]))
    return in_order(Lesson.objects.select_related("project"), pks), now


def _pairs_form(lesson: Lesson, data: Any) -> PairsForm:
    mine, other = ("pitfall", "helper") if lesson.kind == LessonKind.PITFALL else ("helper", "pitfall")
    chosen = list(LessonHelp.objects.filter(**{mine: lesson}).values_list(other, flat=True))
    there = in_order(Lesson.objects.select_related("project"), chosen)
    return PairsForm([*there, *likely_pairs(lesson, without=chosen)], chosen, data)


def _keep_together(form: TogetherForm, lessons: list[Lesson], request: HttpRequest) -> None:
    leads = form.chosen(LEAD)
    if leads:
        put_together(lead=leads[0], linked=form.chosen(LINKED), merged=form.chosen(MERGED), by=request.user)
    for lesson in form.chosen(APART):
        if ClusterMember.objects.filter(lesson=lesson).exists() and lesson in lessons:
            take_apart(lesson=lesson, by=request.user)


def _keep_pairs(form: PairsForm, lessons: list[Lesson], request: HttpRequest) -> None:
    mine, other = ("pitfall", "helper") if lessons[0].kind == LessonKind.PITFALL else ("helper", "pitfall")
    for act, some in ((pair, form.new()), (part, form.gone())):
        for one in some:
            act(**{mine: lessons[0], other: one}, by=request.user)
