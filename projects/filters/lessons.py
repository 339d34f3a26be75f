"""The finder of lessons."""

from projects.filters.fields import FacetFilter
from projects.filters.finder import FinderFilterSet
from projects.search.facets import BY_NAME


class LessonFilterSet(FinderFilterSet):
    """Lessons have the facets of their project that help to choose, and a kind of their own."""

    kind = "lesson"
    order = ("les", "thema", "sector", "fase", "regio", "aandoening", "doelgroep")

    les = FacetFilter(field_name="les", label=BY_NAME["les"].label)
    thema = FacetFilter(field_name="thema", label=BY_NAME["thema"].label)
    sector = FacetFilter(field_name="sector", label=BY_NAME["sector"].label)
    fase = FacetFilter(field_name="fase", label=BY_NAME["fase"].label)
    aandoening = FacetFilter(field_name="aandoening", label=BY_NAME["aandoening"].label)
    doelgroep = FacetFilter(field_name="doelgroep", label=BY_NAME["doelgroep"].label)
