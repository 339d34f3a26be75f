"""The finder of decision aids: resources of that kind only, by condition and target group."""

from functools import cached_property

from projects.filters.fields import FacetFilter
from projects.filters.finder import FinderFilterSet
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
        """The decision aids that answer."""
        choices = {**self.choices, "hulpmiddel": [ResourceKind.DECISION_AID.value]}
        literal = bool(self.cleaned.get("letterlijk"))
        return Answer(self.kind, Question(self.cleaned.get("q") or "", choices, literal=literal))
