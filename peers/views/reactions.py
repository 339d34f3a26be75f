"""Say something of a project or a lesson, and take it back."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from peers.forms.reactions import AdoptionForm, MarkForm, ReactionForm, own_institutes
from peers.models import Adoption, Mark, Reaction
from peers.services import reactions as services
from projects.models import Lesson, Project
from projects.permissions import is_member
from projects.services.refusals import Refused

FROM_PROJECT = "project"


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def mark(request: HttpRequest, slug: str) -> HttpResponse:
    """Say of a lesson that it was met too, or that what helped did or did not; one click, then a line if one likes."""
    lesson = get_object_or_404(Lesson.objects.published().select_related("project"), slug=slug)
    own = list(Mark.objects.filter(lesson=lesson, user=request.user, removed_at=None))
    if request.method == "POST" and (kind := request.POST.get("take_back")):
        services.take_mark_back(lesson=lesson, user=request.user, kind=kind)
        messages.success(request, _("Uw ervaring is weggehaald."))
        return HttpResponseRedirect(_back(request, lesson))
    form = MarkForm(_data(request), initial=_initial(request, own), lesson=lesson, user=request.user)
    if form.is_bound and form.is_valid():
        act = lambda: services.mark(lesson=lesson, user=request.user, **form.cleaned_data)  # noqa: E731
        if _done(form, act):
            messages.success(request, _("Dank u wel. Uw ervaring staat bij de les."))
            return HttpResponseRedirect(_back(request, lesson))
    return render(request, "peers/mark.html", {"form": form, "lesson": lesson, "own": own})


def _back(request: HttpRequest, lesson: Lesson) -> str:
    """Return where the person came from: the project's page, which says so in the address, or that of the lesson."""
    return lesson.place_on_project if request.GET.get("van") == FROM_PROJECT else lesson.get_absolute_url()


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def react(request: HttpRequest, slug: str) -> HttpResponse:
    """Write under a project."""
    project = get_object_or_404(Project.objects.published().select_related("institute"), slug=slug)
    form = ReactionForm(_data(request), initial=_institute(request), user=request.user)
    if form.is_bound and form.is_valid():
        made: list[Reaction] = []
        if _done(form, lambda: made.append(services.react(project=project, user=request.user, **form.cleaned_data))):
            messages.success(request, _("Dank u wel. Uw reactie staat op de pagina."))
            return HttpResponseRedirect(f"{project.get_absolute_url()}#reactie-{made[0].pk}")
    return render(request, "peers/react.html", {"form": form, "project": project})


@never_cache
@require_POST
def take_reaction_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Delete one's own reaction."""
    reaction = get_object_or_404(Reaction.objects.shown().select_related("project"), pk=pk, author=request.user)
    services.take_reaction_back(reaction=reaction, by=request.user)
    messages.success(request, _("Uw reactie is weggehaald."))
    return HttpResponseRedirect(f"{reaction.project.get_absolute_url()}#reacties")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def adopt(request: HttpRequest, slug: str) -> HttpResponse:
    """Say that one's institute applies a project too; without an institute the page tells how to get one."""
    project = get_object_or_404(Project.objects.published().select_related("institute"), slug=slug)
    institutes = list(own_institutes(request.user).exclude(pk=project.institute_id))
    said = Adoption.objects.filter(project=project, institute__in=institutes, removed_at=None)
    own = list(said.select_related("institute").order_by("pk"))
    if request.method == "POST" and "take_back" in request.POST:
        return _take_adoption_back(request, project, own)
    form = AdoptionForm(_data(request), initial=_adopted(own, institutes), project=project, user=request.user)
    if form.is_bound and form.is_valid():
        act = lambda: services.adopt(project=project, user=request.user, **form.cleaned_data)  # noqa: E731
        if _done(form, act):
            messages.success(request, _("Dank u wel. Op de pagina staat nu hoe het bij u gaat."))
            return HttpResponseRedirect(f"{project.get_absolute_url()}#elders")
    context = {"form": form, "project": project, "own": own, "institutes": institutes}
    return render(request, "peers/adopt.html", context)


def _take_adoption_back(request: HttpRequest, project: Project, own: list[Adoption]) -> HttpResponse:
    chosen = next((one for one in own if str(one.pk) == request.POST["take_back"]), None)
    if chosen is None or not is_member(request.user, chosen.institute):
        raise Http404
    services.take_adoption_back(adoption=chosen, by=request.user)
    messages.success(request, _("Uw instelling staat niet meer bij dit project."))
    return HttpResponseRedirect(f"{project.get_absolute_url()}#elders")


def _data(request: HttpRequest) -> Any:
    return request.POST if request.method == "POST" else None


def _done(form: Form, act: Callable[[], Any]) -> bool:
    """Do it; what the rules refuse stands above the form, with all that was typed still in it."""
    try:
        act()
    except Refused as refused:
        form.add_error(None, str(refused))
        return False
    return True


def _initial(request: HttpRequest, own: list[Mark]) -> dict[str, Any]:
    if own:
        return {"kind": own[0].kind, "line": own[0].line, "institute": own[0].institute_id}
    return {"kind": request.GET.get("wat", ""), **_institute(request)}


def _institute(request: HttpRequest) -> dict[str, Any]:
    institutes = list(own_institutes(request.user)[:2])
    return {"institute": institutes[0].pk} if len(institutes) == 1 else {}


def _adopted(own: list[Adoption], institutes: list[Any]) -> dict[str, Any]:
    if own:
        one = own[0]
        names = ("state", "start", "end", "stop_reason", "text")
        return {"institute": one.institute_id, **{name: getattr(one, name) for name in names}}
    return {"institute": institutes[0].pk} if len(institutes) == 1 else {}
