"""Give every answer below /api/ the headers, and every error the shape, that programs expect."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from vindplaats.api.problems import CONTENT_TYPE, is_for_programs, problem

DESCRIPTION = '</api/v1/openapi.json>; rel="service-desc"; type="application/json", </api/>; rel="service-doc"'
"""Where the API is described (RFC 8631)."""
KEPT = ("Allow", "Retry-After")
"""Headers of an error page that belong to the error and not to the page."""


def for_programs(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Answer a program as one, also where the site itself answers: unknown addresses, malformed text, our own mistakes.

    Nothing here looks at who asks: no cookie is read or set, so that an open origin gives nothing away.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if not is_for_programs(request):
            return response
        if response.status_code >= 400 and response.get("Content-Type") != CONTENT_TYPE:
            kept = {name: response[name] for name in KEPT if name in response}
            response = problem(response.status_code, headers=kept)
        response["API-Version"] = settings.API_VERSION
        response["Access-Control-Allow-Origin"] = "*"
        response["Access-Control-Expose-Headers"] = "API-Version, ETag, Link, Retry-After"
        response["Link"] = DESCRIPTION
        response.headers.setdefault("Cache-Control", "no-store")
        # What is answered follows from the address alone, whatever middleware looked at to write the log.
        response.headers.pop("Vary", None)
        return response

    return middleware
