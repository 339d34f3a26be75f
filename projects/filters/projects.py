"""The finder of projects."""

from projects.filters.fields import FacetFilter
from projects.filters.finder import FinderFilterSet
from projects.search.facets import BY_NAME


def _facet(name: str) -> FacetFilter:
    return FacetFilter(field_name=name, label=BY_NAME[name].label)


class ProjectFilterSet(FinderFilterSet):
    """All facets of a project; a facet that is added to the search engine gets its line here."""

    kind = "project"
    order = (
        *("thema", "sector", "fase", "regio", "doelgroep", "aandoening", "soort"),
        *("programma", "toepassing", "technologie", "jaar", "lessen", "bevestigd", "contact"),
    )

    thema = _facet("thema")
    sector = _facet("sector")
    fase = _facet("fase")
    doelgroep = _facet("doelgroep")
    aandoening = _facet("aandoening")
    soort = _facet("soort")
    programma = _facet("programma")
    toepassing = _facet("toepassing")
    technologie = _facet("technologie")
    jaar = _facet("jaar")
    lessen = _facet("lessen")
    bevestigd = _facet("bevestigd")
    contact = _facet("contact")
