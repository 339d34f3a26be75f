"""A page of what answers a question: where it stands among the others, and the answers on it."""

import math
from collections.abc import Callable, Iterable
from typing import Any

from django.http import Http404
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.serializers import Serializer

from projects.api.questions import FinderQuestion


def answer_page(
    request: Request, question: FinderQuestion, load: Callable[[Iterable[int]], list[Any]], form: type[Serializer]
) -> Response:
    """Answer a page of what answers the question, in the form of a serializer; `load` gives objects by their ids."""
    page = place(request, question)
    context = {"request": request, "scores": scores_on(question)}
    question.filterset.let_go()
    page["results"] = load(context["scores"])
    return Response(form(page, context=context).data)


def place(request: Request, question: FinderQuestion) -> dict[str, Any]:
    """Return where the page stands among the others; Http404 when it is past the end."""
    count = question.filterset.answer.counts.total
    if question.page > 1 and (question.page - 1) * question.page_size >= count:
        raise Http404(f"There is no such page: the last one is {max(1, math.ceil(count / question.page_size))}.")

    def address(number: int) -> str:
        parameters = request.GET.copy()
        parameters["page"] = str(number)
        return request.build_absolute_uri(f"{request.path}?{parameters.urlencode()}")

    more = question.page * question.page_size < count
    return {
        "count": count,
        "page": question.page,
        "pageSize": question.page_size,
        "next": address(question.page + 1) if more else None,
        "previous": address(question.page - 1) if question.page > 1 else None,
        "readAs": [{"word": word, "readAs": other} for word, other in question.filterset.answer.read_as.items()],
    }


def scores_on(question: FinderQuestion) -> dict[int, float | None]:
    """Return the ids on the page, the best first, each with how well it answers."""
    stop = question.page * question.page_size
    return {one.object_id: one.score for one in question.filterset.answer.hits(stop - question.page_size, stop)}
