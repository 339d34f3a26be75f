"""A map of counts: each region of a scheme, how many projects, and the address that shows them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from projects.models import Region
from projects.search.counting import Counts
from projects.search.coverage import REGION
from projects.services.maps import ATTRIBUTION, COARSE, VIEW_BOX, coarse_outlines

LEVELS = 4
MOST_LABELS = 32
"""With more regions than this the numbers on the map would cover each other."""


@dataclass
class Area:
    """One region on the map."""

    name: str
    path: str
    label_x: int
    label_y: int
    count: int
    level: int
    url: str


def map_context(
    regions: Iterable[Region], scheme: str, counts: Counts, address: Callable[[str], str]
) -> dict[str, Any] | None:
    """Return what the map component needs; None when no outlines ship for the scheme.

    `address` gives the page of a region by its slug.
    """
    shapes = coarse_outlines(scheme)
    drawn = [
        (region, shapes[region.code], counts.of(REGION, region.slug)) for region in regions if region.code in shapes
    ]
    if not drawn:
        return None
    bounds = class_bounds([number for _region, _shape, number in drawn])
    areas = [
        Area(region.name, shape.path, shape.label_x, shape.label_y, number, level(number, bounds), address(region.slug))
        for region, shape, number in drawn
    ]
    return {
        "areas": areas,
        "legend": legend(bounds),
        "labels": len(areas) <= MOST_LABELS,
        "view_box": VIEW_BOX,
        "scale": COARSE,
        "attribution": ATTRIBUTION,
    }


def class_bounds(numbers: list[int]) -> list[int]:
    """Return the lowest number of each class: equal steps between the fewest and the most, leaving zero apart."""
    counted = [number for number in numbers if number] or [1]
    low, step = min(counted), max(1, -(-(max(counted) - min(counted) + 1) // LEVELS))
    return [low + step * number for number in range(LEVELS)]


def level(number: int, bounds: list[int]) -> int:
    """Return the class of a number: 0 for none, up to LEVELS."""
    return sum(number >= bound for bound in bounds)


def legend(bounds: list[int]) -> list[dict[str, Any]]:
    """Return the classes in words."""
    closed = [(first, after - 1) for first, after in zip(bounds, bounds[1:], strict=False)]
    labels = [_("geen"), *(str(low) if low == high else f"{low} – {high}" for low, high in closed)]
    labels.append(_("%(number)s of meer") % {"number": bounds[-1]})
    return [{"level": number, "label": label} for number, label in enumerate(labels)]
