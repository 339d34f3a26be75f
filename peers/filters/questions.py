"""The finder of questions."""

from django.utils.translation import gettext_lazy as _

from peers.search.questions import LANGUAGE, STATUS, UNANSWERED
from projects.filters.fields import FacetFilter
from projects.filters.finder import FinderFilterSet
from projects.search.facets import BY_NAME


class QuestionFilterSet(FinderFilterSet):
    """Questions by theme, by the condition that they name, by how they stand, and by language."""

    kind = "question"
    order = (UNANSWERED, STATUS, "thema", "aandoening", LANGUAGE)
    sorts = {
        "relevance": _("Meest relevant"),
        "newest": _("Nieuwste eerst"),
        "active": _("Laatste bericht eerst"),
        "unanswered": _("Zonder antwoord eerst"),
    }

    thema = FacetFilter(field_name="thema", label=_("Thema"))
    aandoening = FacetFilter(field_name="aandoening", label=BY_NAME["aandoening"].label)
    stand = FacetFilter(field_name=STATUS, label=_("Stand"))
    onbeantwoord = FacetFilter(field_name=UNANSWERED, label=_("Antwoorden"))
    taal = FacetFilter(field_name=LANGUAGE, label=_("Taal"))
