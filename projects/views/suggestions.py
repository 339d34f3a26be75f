"""What a search box offers while somebody types, as JSON for `static/js/suggest.js`."""

from urllib.parse import urlencode

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, JsonResponse
from django.urls import reverse
from django.utils.translation import get_language, ngettext
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from projects.search.suggestions import Suggestion, source_of, suggest

KEPT_SECONDS = 60
LONGEST_QUERY = 200
MOST_WORDS_SEARCHED = 3


@login_not_required
@require_safe
@cache_control(public=True, max_age=KEPT_SECONDS)
def suggestions(request: HttpRequest) -> JsonResponse:
    """Answer what goes on as `q` does, and in words how much that is. The same for everyone, so caches may keep it."""
    language = get_language() or ""
    found = suggest(request.GET.get("q", "")[:LONGEST_QUERY], language)
    return JsonResponse({"suggestions": [_as_json(one, language) for one in found], "message": _message(len(found))})


def _message(number: int) -> str:
    if not number:
        return ""
    return ngettext(
        "%(number)d suggestie. Kies met de pijltjestoetsen.",
        "%(number)d suggesties. Kies met de pijltjestoetsen.",
        number,
    ) % {"number": number}


def _as_json(one: Suggestion, language: str) -> dict[str, str]:
    """Return its words, and either the address of its page or the text to search for."""
    text, text_language = one.text(language), one.text_language(language)
    fields = {
        "text": text,
        "lang": "" if text_language == language else text_language,
        "also": one.explanation(language),
        "kind": str(source_of(one).label),
        **_target(one, text, language),
    }
    return {name: value for name, value in fields.items() if value}


def _target(one: Suggestion, text: str, language: str) -> dict[str, str]:
    """Return where it leads: a page, a filter, or a search.

    In English a term leads to its filter, since texts are in Dutch. So does a long name, which editors thought of and
    nobody writes.
    """
    source = source_of(one)
    if source.page:
        return {"url": reverse(source.page, args=[one.slug])}
    by_facet = source.by_facet or language == "en" or text.count(" ") >= MOST_WORDS_SEARCHED
    if source.facet and by_facet and not one.before:
        return {"url": f"{reverse('projects:project_list')}?{urlencode({source.facet: one.slug})}"}
    return {"query": text}
