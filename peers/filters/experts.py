"""The finder of people who think along."""

from functools import cached_property

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from peers.search.experts import KIND
from peers.search.members import ExpertAnswer, entries
from projects.filters.fields import FacetFilter
from projects.filters.finder import FinderFilterSet
from projects.search.engine import Question
from projects.search.facets import BY_NAME


class ExpertFilterSet(FinderFilterSet):
    """Who is logged in finds the profiles for members too; give `request` along."""

    kind = KIND
    order = ("wie", "aanbod", "ruimte", "thema", "regio", "taal")
    sorts: dict[str, Promise] = {"relevance": _("Meest relevant"), "newest": _("Laatst actief")}

    wie = FacetFilter(field_name="wie", label=_("Wie"))
    aanbod = FacetFilter(field_name="aanbod", label=_("Wat iemand aanbiedt"))
    ruimte = FacetFilter(field_name="ruimte", label=_("Ruimte"))
    thema = FacetFilter(field_name="thema", label=BY_NAME["thema"].label)
    taal = FacetFilter(field_name="taal", label=_("Taal"))

    @cached_property
    def answer(self) -> ExpertAnswer:
        """The profiles that answer."""
        question = Question(
            self.cleaned.get("q") or "",
            self.choices,
            self.cleaned.get("sort") or "",
            literal=bool(self.cleaned.get("letterlijk")),
        )
        return ExpertAnswer(question, entries() if self.request and self.request.user.is_authenticated else ())
