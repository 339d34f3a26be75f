"""Where an object counts on the map: from municipalities and regions to the regions of every scheme in force."""

import datetime
from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property, lru_cache

from django.utils import timezone

from projects.models import Region, RegionGemeente
from projects.search.statements import Statement, rows, wanted, written

REGION = "regio"
NATIONAL = "landelijk"
"""The value of what covers the whole country; it counts in every region."""


class RegionMap:
    """Which regions a municipality lies in. Read once for a batch: some two thousand pairs."""

    @cached_property
    def _pairs(self) -> list[tuple[int, int, str]]:
        in_force = Region.objects.in_force(timezone.localdate())
        links = RegionGemeente.objects.filter(region__in=in_force)
        return list(links.values_list("gemeente_id", "region_id", "region__slug"))

    @cached_property
    def _slugs_of_gemeente(self) -> dict[int, set[str]]:
        found = defaultdict(set)
        for gemeente, _region, slug in self._pairs:
            found[gemeente].add(slug)
        return found

    @cached_property
    def _gemeenten_of_region(self) -> dict[int, set[int]]:
        found = defaultdict(set)
        for gemeente, region, _slug in self._pairs:
            found[region].add(gemeente)
        return found

    def slugs(self, *, gemeenten: Iterable[int], regions: Iterable[Region], national: bool) -> list[str]:
        """Return the slugs of all regions that share a municipality with what is covered.

        A region counts for itself and, through its municipalities, in every other scheme. National work gets one
        key of its own instead of some two hundred regions.
        """
        covered, slugs = set(gemeenten), {NATIONAL} if national else set()
        for region in regions:
            slugs.add(region.slug)
            covered |= self._gemeenten_of_region[region.pk]
        return sorted(slugs.union(*(self._slugs_of_gemeente[gemeente] for gemeente in covered)))


class RegionLookup(RegionMap):
    """The same answers for a few objects, without reading all pairs."""

    def __init__(self) -> None:
        self._known: dict[int, set[str]] = {}
        """Slugs of regions by municipality: a project and its institute mostly share it."""

    def slugs(self, *, gemeenten: Iterable[int], regions: Iterable[Region], national: bool) -> list[str]:
        """Return the slugs of all regions that share a municipality with what is covered."""
        regions, covered = list(regions), set(gemeenten)
        if regions:
            within = RegionGemeente.objects.filter(region__in=Region.objects.in_force(timezone.localdate()))
            covered.update(within.filter(region__in=regions).values_list("gemeente_id", flat=True))
        found = {NATIONAL} if national else set()
        found.update(region.slug for region in regions)
        return sorted(found.union(*(self._of(covered))))

    def _of(self, gemeenten: set[int]) -> list[set[str]]:
        if missing := gemeenten - self._known.keys():
            self._known |= {gemeente: set() for gemeente in missing}
            for gemeente, slug in rows(_regions_of_gemeenten(timezone.localdate()), missing):
                self._known[gemeente].add(slug)
        return [self._known[gemeente] for gemeente in gemeenten]


@lru_cache(maxsize=1)
def _regions_of_gemeenten(day: datetime.date) -> Statement:
    """Return the statement that asks in which regions some municipalities lie."""
    in_force = Region.objects.in_force(day)
    found = RegionGemeente.objects.filter(gemeente__in=wanted(), region__in=in_force)
    return written(found.order_by().values_list("gemeente_id", "region__slug"))
