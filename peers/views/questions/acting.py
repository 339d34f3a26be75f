"""What people do on the page of a question. Each is a form of its own that leads back to the page."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from peers.forms.questions.texts import AnswerForm, FollowUpForm
from peers.models import Answer, Question
from peers.permissions import may_edit_answer, may_steer_question
from peers.services.questions import accepting, answering
from peers.views.questions.page import find_or_404, show
from peers.views.questions.thread import FOLLOW_UP_ID
from projects.services.refusals import Refused


@never_cache
@require_POST
def answer_add(request: HttpRequest, slug: str) -> HttpResponse:
    """Answer."""
    question = find_or_404(slug)
    form = AnswerForm(request.POST)
    if form.is_valid():
        given = form.cleaned_data
        try:
            written = answering.answer(
                question=question, author=request.user, text=given["tekst"], language=given["taal"]
            )
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("Uw antwoord staat op de site. Dank u wel."))
            return _back(question, written)
    return show(request, question, answer_form=form)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def answer_edit(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Change one's own answer."""
    question, answer = _find(slug, pk)
    if not may_edit_answer(request.user, answer):
        raise Http404
    given = request.POST if request.method == "POST" else None
    form = AnswerForm(given, initial={"tekst": answer.text, "taal": answer.language})
    if form.is_bound and form.is_valid():
        try:
            answering.edit_answer(
                answer=answer, by=request.user, text=form.cleaned_data["tekst"], language=form.cleaned_data["taal"]
            )
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("Uw antwoord is gewijzigd."))
            return _back(question, answer)
    return render(request, "peers/questions/answer_edit.html", {"question": question, "answer": answer, "form": form})


@never_cache
@require_POST
def follow_up_add(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """React to an answer."""
    question, answer = _find(slug, pk)
    form = FollowUpForm(request.POST, auto_id=FOLLOW_UP_ID % answer.pk)
    if form.is_valid():
        try:
            answering.follow_up(answer=answer, author=request.user, text=form.cleaned_data["tekst"])
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("Uw reactie staat op de site."))
            return _back(question, answer)
    return show(request, question, follow_up_form=form, answer_pk=answer.pk)


@never_cache
@require_POST
def answer_thank(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Say thanks, or take that back."""
    question, answer = _find(slug, pk)
    if answer.author_id == request.user.pk:
        raise Http404
    return _done(request, question, answer, lambda: answering.thank(answer=answer, by=request.user))


@never_cache
@require_POST
def answer_accept(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Mark the answer that helped."""
    question, answer = _steered(request, slug, pk)
    return _done(
        request,
        question,
        answer,
        lambda: accepting.accept(answer=answer, by=request.user),
        _("Dit antwoord staat nu bovenaan. Wie het schreef, krijgt bericht."),
    )


@never_cache
@require_POST
def answer_take_back(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Say that it was not the answer after all."""
    question, answer = _steered(request, slug, pk)
    return _done(request, question, answer, lambda: accepting.take_back(answer=answer, by=request.user))


@never_cache
@require_POST
def question_close(request: HttpRequest, slug: str) -> HttpResponse:
    """End the conversation."""
    question, _none = _steered(request, slug)
    done = _("De vraag is gesloten. Wat er staat, blijft te lezen.")
    return _done(request, question, None, lambda: accepting.close(question=question, by=request.user), done)


@never_cache
@require_POST
def question_reopen(request: HttpRequest, slug: str) -> HttpResponse:
    """Let people answer again."""
    question, _none = _steered(request, slug)
    done = _("De vraag is weer open.")
    return _done(request, question, None, lambda: accepting.reopen(question=question, by=request.user), done)


def _find(slug: str, pk: int) -> tuple[Question, Answer]:
    question = find_or_404(slug)
    return question, get_object_or_404(Answer.objects.shown().select_related("author"), pk=pk, question=question)


def _steered(request: HttpRequest, slug: str, pk: int = 0) -> tuple[Question, Any]:
    question, answer = _find(slug, pk) if pk else (find_or_404(slug), None)
    if not may_steer_question(request.user, question):
        raise Http404
    return question, answer


def _done(
    request: HttpRequest, question: Question, answer: Answer | None, act: Callable[[], Any], said: str = ""
) -> HttpResponse:
    """Do it and go back to the page; a refusal is told there."""
    try:
        act()
    except Refused as refused:
        messages.warning(request, str(refused))
    else:
        if said:
            messages.success(request, said)
    return _back(question, answer)


def _back(question: Question, answer: Answer | None) -> HttpResponseRedirect:
    place = f"#antwoord-{answer.pk}" if answer else ""
    return HttpResponseRedirect(f"{question.get_absolute_url()}{place}")
