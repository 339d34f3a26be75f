"""The list of projects and one project."""

from http import HTTPStatus
from typing import Any

from django.http import Http404
from django.urls import reverse
from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from projects.api.described import KEPT, LOCATION, QUESTION, SLUG, TAG, UNCHANGED, VERSION, faults
from projects.api.project_serializer import ProjectSerializer
from projects.api.questions import ProjectQuestion, refuse_parameters
from projects.api.serializers import ProjectPageSerializer
from projects.api.views import listed, unless_unchanged
from projects.models import Project
from vindplaats.api.views import OpenView


class ProjectList(OpenView):
    """The projects that answer a question, by the same FilterSet as the page of the site."""

    @extend_schema(
        operation_id="listProjects",
        summary="Find projects",
        description="A page of the projects that answer a question. Values of one filter are OR, filters are AND.",
        tags=["projecten"],
        parameters=[*QUESTION, KEPT, VERSION, TAG],
        responses={
            200: OpenApiResponse(ProjectPageSerializer, description="A page of projects."),
            304: UNCHANGED,
            **faults(400, 404, 405, 406),
        },
    )
    @unless_unchanged
    def get(self, request: Request) -> Response:
        """Answer a page of projects."""
        question = ProjectQuestion(request._request)
        answer, stop = question.filterset.answer, question.page * question.page_size
        start = stop - question.page_size
        count = answer.counts.total
        if start and start >= count:
            raise Http404(f"There is no such page: {count} projects answer, {question.page_size} on a page.")
        found = answer.hits(start, stop)
        context = {"request": request, "scores": {one.object_id: one.score for one in found}}
        page = {
            **_place(request, question, count),
            "readAs": [{"word": word, "readAs": other} for word, other in answer.read_as.items()],
            "results": listed(context["scores"]),
        }
        question.filterset.let_go()
        return Response(ProjectPageSerializer(page, context=context).data)


def _place(request: Request, question: ProjectQuestion, count: int) -> dict[str, Any]:
    """Return where the page stands among the others."""

    def address(number: int) -> str:
        parameters = request.GET.copy()
        parameters["page"] = str(number)
        return request.build_absolute_uri(f"{request.path}?{parameters.urlencode()}")

    more = question.page * question.page_size < count
    return {
        "count": count,
        "page": question.page,
        "pageSize": question.page_size,
        "next": address(question.page + 1) if more else None,
        "previous": address(question.page - 1) if question.page > 1 else None,
    }


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
