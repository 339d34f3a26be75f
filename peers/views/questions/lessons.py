"""Propose a lesson from an accepted answer, and say in a project's name whether it may stand there."""

import re

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from peers.forms.questions.lessons import LessonForm, RefusalForm
from peers.models import Answer, LessonProposal
from peers.permissions import may_answer_for, may_propose_lesson, may_see_proposal
from peers.services.questions import lessons as services
from peers.views.questions.page import find_or_404
from projects.models import Project
from projects.querysets.ordering import in_order
from projects.search.engine import Answer as Found
from projects.search.engine import Question as Search
from projects.services.refusals import Refused
from projects.states import LessonKind, Stage
from vindplaats.markdown import plain
from vindplaats.text import clean

MOST_OWN, MOST_FOUND, MOST_ALIKE = 12, 8, 4
LONGEST_SEARCH = 200
MOST_KEPT = 20_000
"""Characters of a field that are shown again while projects are looked for."""
NAMED = re.compile(r"/projecten/([\w-]+)/")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def lesson_propose(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Show the form, filled in from the answer; `zoek` offers other projects, with what was typed still there."""
    question = find_or_404(slug)
    answer = get_object_or_404(Answer.objects.shown().select_related("author", "question"), pk=pk, question=question)
    if not may_propose_lesson(request.user, answer):
        raise Http404
    there = LessonProposal.objects.filter(answer=answer).exclude(status__in=services.AGAIN).first()
    if there is not None:
        return HttpResponseRedirect(reverse("peers:lesson_proposal", args=[there.pk]))
    sought = clean(request.POST.get("zoek", "")).strip()[:LONGEST_SEARCH]
    projects = _projects(answer, sought, also=request.POST.get("project", ""))
    form = _form(request, projects, answer)
    if form.is_bound and form.is_valid():
        try:
            proposal = services.propose(answer=answer, project=form.chosen, draft=form.draft, by=request.user)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("De les is voorgesteld. U krijgt bericht wat ermee gebeurt."))
            return HttpResponseRedirect(reverse("peers:lesson_proposal", args=[proposal.pk]))
    context = {"question": question, "answer": answer, "form": form, "sought": sought}
    return render(request, "peers/questions/lesson_form.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def lesson_proposal(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a proposed lesson and how it stands; who speaks for the project agrees or says why not."""
    found = LessonProposal.objects.select_related(
        "answer__question", "answer__author", "project__institute", "lesson__project"
    )
    proposal = get_object_or_404(found, pk=pk)
    if not may_see_proposal(request.user, proposal):
        raise Http404
    may_decide = proposal.status == Stage.DRAFT and may_answer_for(request.user, proposal.project)
    form = RefusalForm()
    if request.method == "POST":
        if not may_decide:
            messages.warning(request, _("Over deze les is al besloten, of u kunt er niet over beslissen."))
            return HttpResponseRedirect(request.path)
        form = RefusalForm(request.POST)
        if answered := _decide(request, proposal, form):
            return answered
    # As on the card of a lesson that is there already.
    proposal.slug, proposal.parts = "voorgesteld", ()
    context = {"proposal": proposal, "question": proposal.answer.question, "may_decide": may_decide, "form": form}
    return render(request, "peers/questions/lesson_proposal.html", context)


def _decide(request: HttpRequest, proposal: LessonProposal, form: RefusalForm) -> HttpResponse | None:
    """Carry out what was chosen; None when a reason is missing."""
    try:
        if request.POST.get("besluit") == "akkoord":
            services.agree(proposal=proposal, by=request.user)
            messages.success(request, _("Dank u wel. Een moderator kijkt de les nu na."))
        elif form.is_valid():
            services.refuse(proposal=proposal, by=request.user, reason=form.cleaned_data["reden"])
            messages.success(request, _("Uw besluit is doorgegeven."))
        else:
            return None
    except Refused as refused:
        messages.warning(request, str(refused))
    return HttpResponseRedirect(request.path)


def _form(request: HttpRequest, projects: list[Project], answer: Answer) -> LessonForm:
    """Return the form as it is sent, or while projects are looked for with what was typed and without errors."""
    if request.method != "POST":
        return LessonForm(projects=projects, initial=_begin(answer))
    if request.POST.get("stap") == "zoek":
        typed = {name: clean(request.POST.get(name, ""))[:MOST_KEPT] for name in LessonForm.base_fields}
        return LessonForm(projects=projects, initial=typed)
    return LessonForm(request.POST, projects=projects)


def _begin(answer: Answer) -> dict[str, str]:
    """Return what the form says before anything is typed: the question is the situation, the answer the advice."""
    first = re.split(r"(?<=[.!?])\s", plain(answer.text), maxsplit=1)[0]
    return {
        "kind": LessonKind.TIP,
        "title": Truncator(first).chars(120),
        "situation": answer.question.title,
        "advice": answer.text,
    }


def _projects(answer: Answer, sought: str, also: str) -> list[Project]:
    """Return the published projects to choose from: found, named in the answer, of the writer, of their institutes.

    As long as nothing is looked for, what is like the question comes last.
    """
    public = Project.objects.published().select_related("institute")
    alike = in_order(public, Found("project", Search(sought or answer.question.title)).ids(0, MOST_FOUND))
    found, alike = (alike, []) if sought else ([], alike[:MOST_ALIKE])
    named = list(public.filter(slug__in=[*NAMED.findall(answer.text), also]))
    return list({one.pk: one for one in [*found, *named, *_own(answer), *alike]}.values())


def _own(answer: Answer) -> list[Project]:
    author = answer.author
    if author is None or answer.is_anonymous:
        # Whose projects they are would tell who it is.
        return []
    public = Project.objects.published().select_related("institute").order_by("sort_key", "pk")
    own = list(public.filter(profiles__user=author)[:MOST_OWN])
    institutes = author.memberships.active().values("institute")
    return [*own, *public.filter(institute__in=institutes)[: MOST_OWN - len(own)]]
