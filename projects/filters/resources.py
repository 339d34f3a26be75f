"""The finder of resources."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from projects.filters.fields import FacetFilter
from projects.filters.finder import SORTS, FinderFilterSet
from projects.search import resources  # noqa: F401 - adds its facets to BY_NAME
from projects.search.facets import BY_NAME


def _facet(name: str) -> FacetFilter:
    return FacetFilter(field_name=name, label=BY_NAME[name].label)


class ResourceFilterSet(FinderFilterSet):
    """What a resource is, for whom, and what it is about; the sector it has from its project."""

    kind = "resource"
    order = ("hulpmiddel", "voor", "aandoening", "doelgroep", "thema", "sector", "taal")
    sorts: dict[str, Promise] = {**SORTS, "confirmed": _("Laatst herzien")}

    hulpmiddel = _facet("hulpmiddel")
    voor = _facet("voor")
    aandoening = _facet("aandoening")
    doelgroep = _facet("doelgroep")
    thema = _facet("thema")
    sector = _facet("sector")
    taal = _facet("taal")
