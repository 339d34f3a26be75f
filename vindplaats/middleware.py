"""Refuse, before anything else looks at it, text that no database, feed or spreadsheet can hold."""

from collections.abc import Callable
from urllib.parse import unquote_to_bytes

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse

Handler = Callable[[HttpRequest], HttpResponse]


def refuse_malformed_text(get_response: Handler) -> Handler:
    """Answer 400 to a path or query with a NUL byte; PostgreSQL refuses NUL, so no page can mean it."""

    def middleware(request: HttpRequest) -> HttpResponse:
        query = unquote_to_bytes(request.META.get("QUERY_STRING", ""))
        if "\x00" in request.path_info or b"\x00" in query:
            raise BadRequest("NUL byte in the address")
        return get_response(request)

    return middleware
