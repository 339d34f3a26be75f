"""The description of the API as OpenAPI, made from the code that answers."""

import copy
import functools
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from projects.api.described import KEPT, TAG, UNCHANGED, VERSION, faults
from projects.api.questions import refuse_parameters
from vindplaats.api.views import OpenView, unless_unchanged

BASE = "/api/v1"


class Description(OpenView):
    """The description, complete for the site that gives it: its own address and editors."""

    @extend_schema(
        operation_id="describeApi",
        summary="Read this description",
        description="The OpenAPI description of this version of the API.",
        tags=["beschrijving"],
        parameters=[KEPT, VERSION, TAG],
        responses={
            200: OpenApiResponse(OpenApiTypes.OBJECT, description="The description."),
            304: UNCHANGED,
            **faults(400, 405, 406),
        },
    )
    @unless_unchanged(tuple)
    def get(self, request: Request) -> Response:
        """Answer the description."""
        refuse_parameters(request._request)
        document = copy.copy(_document())
        document["servers"] = [{"url": request.build_absolute_uri(BASE)}]
        contact = {
            "name": "Redactie Vindplaats",
            "url": request.build_absolute_uri(reverse("contact_editors")),
            "email": settings.EDITORS_EMAIL,
        }
        document["info"] = {**document["info"], "contact": contact}
        return Response(document, headers={"Content-Language": "en"})


@functools.cache
def _document() -> dict[str, Any]:
    """Return what is the same for every site; made once for each process, since it follows from the code."""
    with translation.override("en"):
        return SchemaGenerator().get_schema(request=None, public=True)
