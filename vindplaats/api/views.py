"""The view that all addresses of an API extend."""

import datetime
import hashlib
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control
from django.utils.decorators import method_decorator
from django.views.decorators.http import condition
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.views import APIView

from vindplaats.api.parsing import JsonBody

DAY_SECONDS = int(datetime.timedelta(days=1).total_seconds())


class OpenView(APIView):
    """For everyone, without login: JSON in and out, faults as problem+json. Who asks is never looked at."""

    authentication_classes = ()
    permission_classes = ()
    renderer_classes = (JSONRenderer,)
    parser_classes = (JsonBody,)

    def options(self, request: Request, *args: Any, **kwargs: Any) -> HttpResponse:
        """Answer a browser that asks whether a page of another site may send a request (CORS preflight)."""
        headers = {
            "Access-Control-Allow-Methods": ", ".join(self.allowed_methods),
            "Access-Control-Allow-Headers": "Accept, Content-Type, If-None-Match",
            "Access-Control-Max-Age": str(DAY_SECONDS),
        }
        return HttpResponse(status=204, headers=headers)

    def finalize_response(self, request: HttpRequest, response: HttpResponse, *args: Any, **kwargs: Any) -> Any:
        """Let what was read be kept, if it is asked each time whether it has changed; nothing else is kept."""
        response = super().finalize_response(request, response, *args, **kwargs)
        if response.status_code in (200, 304) and request.method in ("GET", "HEAD"):
            patch_cache_control(response, public=True, no_cache=True)
        return response


def unless_unchanged(follows: Callable[[], tuple[object, ...]]) -> Callable:
    """Decorate a `get`: answer 304 while release, address and all that `follows` returns stay the same.

    Not without a release, since code shapes answers too.
    """

    def tag(request: Request, *args: Any, **kwargs: Any) -> str | None:
        if not settings.RELEASE:
            return None
        parts = (settings.RELEASE, request.build_absolute_uri(), *follows())
        return f'"{hashlib.sha256(chr(0).join(map(str, parts)).encode()).hexdigest()[:32]}"'

    return method_decorator(condition(etag_func=tag))
