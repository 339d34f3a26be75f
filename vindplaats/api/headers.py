"""Headers on every answer for programs, errors included."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from vindplaats.api.problems import is_for_programs

DESCRIPTION = '</api/v1/openapi.json>; rel="service-desc"; type="application/json", </api/>; rel="service-doc"'
"""Where the API is described (RFC 8631)."""


def api_headers(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Tell the version and where the API is described, and let pages of every other site read what is public.

    Nothing here looks at who asks: no cookie is read or set, so that an open origin gives nothing away.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if is_for_programs(request):
            response["API-Version"] = settings.API_VERSION
            response["Access-Control-Allow-Origin"] = "*"
            response["Access-Control-Expose-Headers"] = "API-Version, ETag, Link, Retry-After"
            response["Link"] = DESCRIPTION
            response.headers.setdefault("Cache-Control", "no-store")
            # What is answered follows from the address alone, whatever middleware looked at to write the log.
            response.headers.pop("Vary", None)
        return response

    return middleware
