"""A search as it is kept: the parameters that say what is sought, cleaned and in one order.

How the results are shown (order, view, page, scheme of regions, what is picked to compare) is no part of it. Which
finder was asked is kept beside it (`finders.py`).
"""

from urllib.parse import urlencode

from django.http import QueryDict

from projects.filters.finder import FinderFilterSet
from projects.search.coverage import REGION
from projects.search.engine import Question
from projects.search.facets import known_regions

TEXT, LITERAL = "q", "letterlijk"
YES = "ja"
LONGEST = 2000
"""Characters of a search in an address; what is longer is no search that anybody made by hand."""
MOST_NAME = 200


def kept(filterset: FinderFilterSet) -> str:
    """Return the search of a filter set; empty for the one that finds everything.

    What the page would leave out is left out: unknown parameters and values, and white space around words.
    """
    text = " ".join((filterset.cleaned.get(TEXT) or "").split())
    literal = [(LITERAL, YES)] if text and filterset.cleaned.get(LITERAL) else []
    chosen = [(name, value) for name, values in filterset.choices.items() for value in values]
    return urlencode(sorted({*chosen, *literal, *([(TEXT, text)] if text else [])}))


def question_of(filterset: type[FinderFilterSet], query: str) -> Question:
    """Return the question of a kept search; values of facets are taken as they are, known today or not."""
    params = QueryDict(query)
    choices = {name: params.getlist(name) for name in filterset.order if name in params}
    return Question(params.get(TEXT, ""), {**choices, **filterset.fixed}, literal=bool(params.get(LITERAL)))


def name_of(filterset: FinderFilterSet) -> str:
    """Return what a search is called until somebody gives it a name: its words and choices; may be empty."""
    parts = [filterset.cleaned.get(TEXT) or ""]
    for name, values in filterset.choices.items():
        labels = known_regions(values) if name == REGION else _labels(filterset, name)
        parts += [labels[value] for value in values]
    return ", ".join(filter(None, parts))[:MOST_NAME]


def _labels(filterset: FinderFilterSet, name: str) -> dict[str, str]:
    return {option.value: option.label for option in filterset.options[name]}
