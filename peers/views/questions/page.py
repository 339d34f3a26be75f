"""The page of one question."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.views.decorators.http import require_safe

from peers import hooks
from peers.models import Question
from peers.states import QuestionStatus
from peers.views.questions.alike import alike_context
from peers.views.questions.structured_data import question_data
from peers.views.questions.thread import talk
from projects.hooks import parts


@login_not_required
@require_safe
def question_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a question with its answers; one that was merged leads on, one that was taken down is not there.

    Not kept between visits: what stands under a name follows what people show of themselves, not the index.
    """
    question = find(slug)
    if question is None:
        return _lead_on(slug)
    return show(request, question)


def find(slug: str) -> Question | None:
    """Return the question of this address that stands on the site."""
    found = Question.objects.published().filter(slug=slug)
    return found.select_related("asker", "institute").prefetch_related("themes", "merged").first()


def find_or_404(slug: str) -> Question:
    """Return the same; Http404 when there is none."""
    question = find(slug)
    if question is None:
        raise Http404
    return question


def show(request: HttpRequest, question: Question, *, status: int = 200, **forms: Any) -> HttpResponse:
    """Return the page, with a form that was sent and is not right."""
    conversation = talk(request, question, **forms)
    context = {
        "question": question,
        "themes": list(question.themes.all()),
        "merged": [one for one in question.merged.all() if one.removed_at is None],
        "structured_data": question_data(request, question, conversation["answers"]),
        "page_url": request.build_absolute_uri(question.get_absolute_url()),
        **conversation,
        **alike_context(f"{question.title}\n{question.text}", without=(question.pk,)),
        **parts(hooks.question_page, question, request.user),
    }
    return render(request, "peers/questions/page.html", context, status=status)


def _lead_on(slug: str) -> HttpResponsePermanentRedirect:
    """Lead on from a question that was merged to the one that it became part of."""
    gone = Question.objects.filter(slug=slug, status=QuestionStatus.MERGED, removed_at=None)
    into = gone.select_related("merged_into").first()
    into = into.merged_into if into else None
    if into is None or into.removed_at is not None or into.status == QuestionStatus.MERGED:
        raise Http404
    return HttpResponsePermanentRedirect(into.get_absolute_url())
