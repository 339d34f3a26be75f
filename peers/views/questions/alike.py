"""What is like a question that somebody is typing, as a piece of page. Nothing of the text is kept."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import ngettext
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods

from peers.search.alike import alike
from peers.views.questions.loading import load_questions
from projects.views.loading import load_lessons, load_projects
from vindplaats.limits import within_limit
from vindplaats.text import clean

LONGEST = 6_000
SHORTEST = 12
"""Characters below which a text says too little to be like anything."""


@csrf_exempt
@cache_control(no_store=True)
@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_post_parameters()
@sensitive_variables()
def alike_fragment(request: HttpRequest) -> HttpResponse:
    """Answer a short text in the address, or a longer one in the body; it changes nothing, so asks for no proof."""
    if not within_limit(request, "alike"):
        return HttpResponse(status=429)
    given = request.POST if request.method == "POST" else request.GET
    return render(request, "peers/questions/_alike.html", alike_context(given.get("q", "")))


def alike_context(text: str, without: tuple[int, ...] = ()) -> dict[str, Any]:
    """Return the questions, lessons and projects that are like a text, and in words how many there are."""
    text = clean(text).strip()[:LONGEST]
    if len(text) < SHORTEST:
        return {"questions": [], "lessons": [], "projects": [], "alike_message": ""}
    found = alike(text, without=without)
    return {
        "questions": load_questions(found.questions),
        "lessons": load_lessons(found.lessons),
        "projects": load_projects(found.projects),
        "alike_message": _message(found.total),
    }


def _message(number: int) -> str:
    if not number:
        return ""
    return ngettext("%(n)d resultaat lijkt op uw vraag.", "%(n)d resultaten lijken op uw vraag.", number) % {
        "n": number
    }
