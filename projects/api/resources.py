"""The list of resources, whoever they come from: a project, an institute or the editors."""

from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from projects.api.described import KEPT, TAG, UNCHANGED, VERSION, faults, parameters_of
from projects.api.paging import answer_page
from projects.api.questions import ResourceQuestion
from projects.api.resource_serializer import ResourcePageSerializer
from projects.api.views import resources_listed, unless_unchanged
from projects.filters.resources import ResourceFilterSet
from vindplaats.api.views import OpenView


class ResourceList(OpenView):
    """The resources that answer a question, by the same FilterSet as the page of the site."""

    @extend_schema(
        operation_id="listResources",
        summary="Find resources",
        description="A page of the resources that answer a question, each with all that is public about it. "
        "Values of one filter are OR, filters are AND.",
        tags=["hulpmiddelen"],
        parameters=[*parameters_of(ResourceFilterSet, "resources"), KEPT, VERSION, TAG],
        responses={
            200: OpenApiResponse(ResourcePageSerializer, description="A page of resources."),
            304: UNCHANGED,
            **faults(400, 404, 405, 406),
        },
    )
    @unless_unchanged
    def get(self, request: Request) -> Response:
        """Answer a page of resources."""
        return answer_page(request, ResourceQuestion(request._request), resources_listed, ResourcePageSerializer)
