"""Projects that are comparable to a text. Nothing of the text is kept, logged or told again."""

from django.utils import translation
from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from projects.api.described import VERSION, faults
from projects.api.examples import PLAN
from projects.api.questions import refuse_parameters
from projects.api.serializers import ComparableListSerializer, ComparableQuestionSerializer
from projects.api.views import listed
from projects.search.similar import comparable_to_text
from vindplaats.api.problems import InvalidInput, TooLarge, fault
from vindplaats.api.views import OpenView

MOST_BYTES = 100 * 1024


class ComparableProjects(OpenView):
    """A text goes in by POST, since an address is logged and has a limit; it changes nothing."""

    @extend_schema(
        operation_id="compareText",
        summary="Find projects that are comparable to a text",
        description="Give a plan, get the projects that are most like it, each with the reasons. The text is not kept.",
        tags=["vergelijkbaar"],
        parameters=[VERSION],
        request=ComparableQuestionSerializer,
        responses={
            200: OpenApiResponse(ComparableListSerializer, description="Projects with reasons."),
            **faults(400, 405, 406, 413, 415, place="body"),
        },
        examples=[PLAN],
    )
    def post(self, request: Request) -> Response:
        """Answer the comparable projects, the most alike first."""
        refuse_parameters(request._request)
        asked = _checked(request.data)
        found = {one.object_id: one for one in comparable_to_text(asked["text"], most=asked["aantal"])}
        scores = {pk: one.score for pk, one in found.items()}
        results = listed(found)
        context = {"request": request, "scores": scores, "reasons": found}
        return Response(ComparableListSerializer({"count": len(results), "results": results}, context=context).data)


def _checked(body: dict) -> dict:
    """Return the text and the number asked for. Raises InvalidInput, or TooLarge for a text over MOST_BYTES."""
    text = body.get("text")
    if isinstance(text, str) and len(text.encode(errors="replace")) > MOST_BYTES:
        raise TooLarge(f"The text is larger than {MOST_BYTES:,} bytes in UTF-8.")
    question = ComparableQuestionSerializer(data=body)
    with translation.override("en"):
        question.is_valid()
        wrong = [(name, error) for name, errors in question.errors.items() for error in errors]
    faults_found = [fault("body", name, error.code, str(error)) for name, error in wrong]
    unknown = [name for name in body if name not in question.fields]
    faults_found += [fault("body", name[:100], "unknown", "There is no such member.") for name in unknown]
    if faults_found:
        raise InvalidInput(faults_found)
    return question.validated_data
