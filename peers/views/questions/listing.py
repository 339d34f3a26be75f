"""The finder of questions."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from peers.filters.questions import QuestionFilterSet
from peers.models import Question
from peers.services.questions.asking import ask_address
from peers.views.questions.loading import load_questions
from projects.views.caching import unless_unchanged
from projects.views.finder import finder_context


@login_not_required
@require_safe
@unless_unchanged
def question_list(request: HttpRequest) -> HttpResponse:
    """Show the questions that answer the search in the address."""
    filterset = QuestionFilterSet(request.GET)
    what = filterset.answer.sought

    def load(ids: list[int]) -> list[Question]:
        return load_questions(ids, what=what)

    context = finder_context(request, filterset, load)
    context["ask_url"] = ask_address(context["query"])
    return render(request, "peers/questions/list.html", context)
