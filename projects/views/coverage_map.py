"""A small map of where something is: its municipalities and regions, on an outline of the country."""

from collections.abc import Iterable
from typing import Any

from projects.models import Gemeente, Institute, Project, Region
from projects.services.maps import ATTRIBUTION, VIEW_BOX, Outline, outlines
from projects.states import Scope


def project_map(project: Project) -> dict[str, Any] | None:
    """Return the map of a project; None when it is not known where it is."""
    return _map(project.gemeenten.all(), project.regions.all(), national=project.scope == Scope.NATIONAL)


def institute_map(institute: Institute) -> dict[str, Any] | None:
    """Return the map of all published projects of an institute, with the institute's own municipality as a point."""
    projects = Project.objects.published().filter(institute=institute)
    gemeenten = Gemeente.objects.filter(projects__in=projects).distinct()
    regions = Region.objects.filter(projects__in=projects).select_related("scheme").distinct()
    return _map(gemeenten, regions, national=projects.filter(scope=Scope.NATIONAL).exists(), seat=institute.gemeente)


def region_map(region: Region) -> dict[str, Any] | None:
    """Return the map of one region within the country; None when no outline ships for it."""
    return _map([], [region], national=False)


def _map(
    gemeenten: Iterable[Gemeente], regions: Iterable[Region], *, national: bool, seat: Gemeente | None = None
) -> dict[str, Any] | None:
    shapes = outlines("gemeente")
    areas = [_area(region.name, outlines(region.scheme.slug).get(region.code)) for region in regions]
    areas += [_area(gemeente.name, shapes.get(gemeente.code)) for gemeente in gemeenten]
    drawn = [area for area in areas if area]
    point = shapes.get(seat.code) if seat else None
    if not (drawn or national or point):
        return None
    return {
        "areas": drawn,
        "national": national,
        "point": {"x": point.label_x, "y": point.label_y, "name": seat.name} if point and seat else None,
        "view_box": VIEW_BOX,
        "attribution": ATTRIBUTION,
    }


def _area(name: str, outline: Outline | None) -> dict[str, str] | None:
    return {"name": name, "path": outline.path} if outline else None
