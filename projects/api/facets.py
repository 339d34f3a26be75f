"""What there is to choose: every filter of the list of projects with its values, their names and numbers.

As on the page, only values that a published project has: a term of a draft alone is nobody's business yet.
"""

from typing import Any

from django.utils import timezone, translation
from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from projects.api.described import KEPT, TAG, UNCHANGED, VERSION, faults
from projects.api.questions import refuse_parameters
from projects.api.serializers import FacetListSerializer
from projects.api.views import unless_unchanged
from projects.filters.projects import ProjectFilterSet
from projects.models import Region
from projects.models.regions import by_name
from projects.search.counting import Counts
from projects.search.coverage import REGION
from projects.search.facets import options_of
from vindplaats.api.views import OpenView

OTHERS = tuple(name for name in ProjectFilterSet.order if name != REGION)


class Facets(OpenView):
    """The filters, so that a program can offer them and knows which values are no fault."""

    @extend_schema(
        operation_id="listFacets",
        summary="See what there is to choose",
        description="Every filter of the list of projects, with the values that projects have.",
        tags=["projecten"],
        parameters=[KEPT, VERSION, TAG],
        responses={
            200: OpenApiResponse(FacetListSerializer, description="The filters."),
            304: UNCHANGED,
            **faults(400, 405, 406),
        },
    )
    @unless_unchanged
    def get(self, request: Request) -> Response:
        """Answer the filters."""
        refuse_parameters(request._request)
        found, counts = {**_terms(), REGION: _regions()}, ProjectFilterSet({}).answer.counts
        facets = [
            {"name": name, **_labels(name), "options": _used(name, found[name], counts)}
            for name in ProjectFilterSet.order
        ]
        return Response(FacetListSerializer({"facets": facets}).data)


def _used(name: str, options: list[dict[str, Any]], counts: Counts) -> list[dict[str, Any]]:
    counted = [{**option, "count": counts.of(name, option["value"])} for option in options]
    return [option for option in counted if option["count"]]


def _labels(name: str) -> dict[str, str]:
    label = ProjectFilterSet.base_filters[name].label
    with translation.override("en"):
        english = str(label)
    return {"label": str(label), "labelEn": english}


def _terms() -> dict[str, list[dict[str, Any]]]:
    dutch = options_of(OTHERS, scheme="")
    with translation.override("en"):
        english = {
            name: {option.value: option.label for option in options}
            for name, options in options_of(OTHERS, scheme="").items()
        }
    return {
        name: [
            {
                "value": option.value,
                "label": option.label,
                "labelEn": english[name].get(option.value, option.label),
                "parent": option.parent or None,
                "scheme": None,
            }
            for option in options
        ]
        for name, options in dutch.items()
    }


def _regions() -> list[dict[str, Any]]:
    """Return the regions of all schemes in force; the same name is another area in each."""
    regions = by_name(Region.objects.in_force(timezone.localdate()).select_related("scheme"))
    regions.sort(key=lambda region: region.scheme.position)
    return [
        {"value": one.slug, "label": one.name, "labelEn": one.name, "parent": None, "scheme": one.scheme.slug}
        for one in regions
    ]
