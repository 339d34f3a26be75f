"""The list of projects and one project."""

from http import HTTPStatus

from django.http import Http404
from django.urls import reverse
from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from projects.api.described import KEPT, LOCATION, SLUG, TAG, UNCHANGED, VERSION, faults, parameters_of
from projects.api.paging import answer_page
from projects.api.project_serializer import ProjectSerializer
from projects.api.questions import ProjectQuestion, refuse_parameters
from projects.api.serializers import ProjectPageSerializer
from projects.api.views import listed, unless_unchanged
from projects.filters.projects import ProjectFilterSet
from projects.models import Project
from vindplaats.api.views import OpenView


class ProjectList(OpenView):
    """The projects that answer a question, by the same FilterSet as the page of the site."""

    @extend_schema(
        operation_id="listProjects",
        summary="Find projects",
        description="A page of the projects that answer a question. Values of one filter are OR, filters are AND.",
        tags=["projecten"],
        parameters=[*parameters_of(ProjectFilterSet, "projects"), KEPT, VERSION, TAG],
        responses={
            200: OpenApiResponse(ProjectPageSerializer, description="A page of projects."),
            304: UNCHANGED,
            **faults(400, 404, 405, 406),
        },
    )
    @unless_unchanged
    def get(self, request: Request) -> Response:
        """Answer a page of projects."""
        return answer_page(request, ProjectQuestion(request._request), listed, ProjectPageSerializer)


class ProjectDetail(OpenView):
    """One project."""

    @extend_schema(
        operation_id="readProject",
        summary="Read a project",
        description="All that is public about one project. Nothing about persons.",
        tags=["projecten"],
        parameters=[SLUG, KEPT, VERSION, LOCATION, TAG],
        responses={
            200: OpenApiResponse(ProjectSerializer, description="The project."),
            301: OpenApiResponse(description="The project has another slug now; Location says which."),
            304: UNCHANGED,
            **faults(400, 404, 405, 406),
        },
    )
    @unless_unchanged
    def get(self, request: Request, slug: str) -> Response:
        """Answer the project; what is not published is not there, whoever asks."""
        refuse_parameters(request._request)
        project = Project.objects.published().for_page().filter(slug=slug).first()
        if project is None:
            return _lead_on(slug)
        return Response(ProjectSerializer(project, context={"request": request}).data)


def _lead_on(slug: str) -> Response:
    """Redirect to the project that had this slug before; Http404 when none had."""
    found = Project.objects.published().filter(former_slugs__slug=slug).first()
    if found is None:
        raise Http404("There is no published project with this slug.")
    address = reverse("api:project_detail", args=[found.slug])
    return Response(status=HTTPStatus.MOVED_PERMANENTLY, headers={"Location": address})
