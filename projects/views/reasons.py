"""Why a project is comparable to a plan, in words."""

from dataclasses import dataclass

from django.utils.functional import Promise

from projects.search.facets import BY_NAME, names_of
from projects.search.similar import Comparable

WORDS_SHOWN = 5
ORDER = ("thema", "doelgroep", "aandoening", "sector", "fase", "technologie", "toepassing", "programma")
"""The facets that say something about a plan; the others, such as the year, do not."""


@dataclass(frozen=True)
class Shared:
    """What plan and project have in common of one facet."""

    label: Promise | str
    values: list[str]


@dataclass(frozen=True)
class Reasons:
    """The words that plan and project share, and what both are about."""

    words: list[str]
    shared: list[Shared]


def reasons_of(found: list[Comparable]) -> dict[int, Reasons]:
    """Return the reasons for each object, with the names that people know the facets by."""
    names = names_of({key for one in found for key in one.facets if key.partition(":")[0] in ORDER})
    return {one.object_id: Reasons(list(one.words[:WORDS_SHOWN]), _shared(one, names)) for one in found}


def _shared(one: Comparable, names: dict[str, str]) -> list[Shared]:
    by_facet = {
        facet: [names[key] for key in one.facets if key in names and key.partition(":")[0] == facet] for facet in ORDER
    }
    return [Shared(BY_NAME[facet].label, values) for facet, values in by_facet.items() if values]
