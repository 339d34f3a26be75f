"""Error pages in the site's look. The ones for a broken server touch no database and no session."""

import sys

from django.conf import settings
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import translation

RETRY_AFTER_SECONDS = 30
LIMIT_SECONDS = 300


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400: the address, host or form cannot be read; so the page is made without the request."""
    return HttpResponse(_bare_page("400.html", request), status=400)


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403: known, but not allowed."""
    return render(request, "403.html", status=403)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: the form's proof of origin is missing or too old."""
    return render(request, "403_csrf.html", status=403)


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404: nothing here, or nothing that this visitor may see."""
    return render(request, "404.html", status=404)


def too_many_requests(request: HttpRequest) -> HttpResponse:
    """429: a limit on trying was passed (login, sign-up, a new password)."""
    headers = {"Retry-After": str(LIMIT_SECONDS)}
    return HttpResponse(render_to_string("429.html", request=request), status=429, headers=headers)


def server_error(request: HttpRequest) -> HttpResponse:
    """500, or 503 with Retry-After when the database is away, full, too slow or out of connections."""
    if isinstance(sys.exception(), OperationalError | InterfaceError):
        headers = {"Retry-After": str(RETRY_AFTER_SECONDS)}
        return HttpResponse(_bare_page("503.html", request), status=503, headers=headers)
    return HttpResponse(_bare_page("500.html", request), status=500)


def _bare_page(template: str, request: HttpRequest) -> str:
    """Return a page that needs nothing, in the language of its address, which may not have been set yet."""
    with translation.override(translation.get_language_from_path(request.path_info) or settings.LANGUAGE_CODE):
        return render_to_string(template)
