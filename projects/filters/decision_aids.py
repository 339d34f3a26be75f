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
from vindplaats.remembering import remember


class DecisionAidFilterSet(FinderFilterSet):
    """What a patient may ask: words and a target group."""

    kind = "resource"
    order = ("doelgroep",)
    sorts = {}
    fixed = {"hulpmiddel": [ResourceKind.DECISION_AID.value]}

    doelgroep = FacetFilter(field_name="doelgroep", label=BY_NAME["doelgroep"].label)
    named: tuple[Condition, ...] = ()
    """The conditions that the words name; known once `answer` was asked for."""

    @cached_property
    def answer(self) -> Answer:
        """The decision aids that answer; where the words name a condition, only those about it.

        Otherwise "suikerziekte" would find all that speaks of a "ziekte", and a patient would read on about another.
        """
        found, self.named = _sharpened(self.question)
        return found

    @classmethod
    def sharpened(cls, question: Question) -> Question:
        """Return the question, about the conditions that its words name."""
        return _sharpened(question)[0].question


def _sharpened(question: Question) -> tuple[Answer, tuple[Condition, ...]]:
    found = Answer(DecisionAidFilterSet.kind, question)
    named = _conditions_named(found)
    if not named:
        return found, ()
    choices = {**question.choices, "aandoening": [one.slug for one in named]}
    return Answer(found.kind, replace(question, choices=choices)), named


def _conditions_named(found: Answer) -> tuple[Condition, ...]:
    """Return the conditions whose name, or a name that lay people use, holds all words of the question.

    First as they were typed: of a condition that nothing is about yet, the search would read the name as another word.
    """
    typed = set(words(found.question.text))
    names = remember("names of conditions", _names_of_conditions) if typed else []
    for asked in (typed, {found.read_as.get(word, word) for word in typed}):
        if named := tuple(one for one, held in names if any(asked <= name for name in held)):
            return named
    return ()


def _names_of_conditions() -> list[tuple[Condition, list[set[str]]]]:
    return [(one, [set(words(name)) for name in one.names]) for one in Condition.objects.all()]
