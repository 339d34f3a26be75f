"""The finder of decision aids: resources of that kind only, by condition and target group."""

from dataclasses import replace
from functools import cached_property

from projects.filters.fields import FacetFilter
from projects.filters.finder import FinderFilterSet
from projects.models import Condition
from projects.search.analysis import words
from projects.search.engine import Answer, Question
from projects.search.facets import BY_NAME
from projects.states import ResourceKind


class DecisionAidFilterSet(FinderFilterSet):
    """What a patient may ask: words and a target group."""

    kind = "resource"
    order = ("doelgroep",)

    doelgroep = FacetFilter(field_name="doelgroep", label=BY_NAME["doelgroep"].label)

    @cached_property
    def answer(self) -> Answer:
        """The decision aids that answer; where the words name a condition, only those about it.

        Otherwise "suikerziekte" would find all that speaks of a "ziekte", and a patient would read on about another.
        """
        choices = {**self.choices, "hulpmiddel": [ResourceKind.DECISION_AID.value]}
        literal = bool(self.cleaned.get("letterlijk"))
        found = Answer(self.kind, Question(self.cleaned.get("q") or "", choices, literal=literal))
        named = _conditions_named(found)
        return Answer(self.kind, replace(found.question, choices={**choices, "aandoening": named})) if named else found


def _conditions_named(found: Answer) -> list[str]:
    """Return the slugs of the conditions whose name, or a name that lay people use, holds all words of the question."""
    asked = {found.read_as.get(word, word) for word in words(found.question.text)}
    if not asked:
        return []
    return [one.slug for one in Condition.objects.all() if any(asked <= set(words(name)) for name in one.names)]
