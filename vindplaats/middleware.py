"""Refuse, before anything else looks at it, text that no database, feed or spreadsheet can hold."""

import codecs
from collections.abc import Callable
from urllib.parse import unquote_to_bytes

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse

Handler = Callable[[HttpRequest], HttpResponse]
FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")
NUL = "\x00"


def refuse_malformed_text(get_response: Handler) -> Handler:
    """Answer 400 to a NUL byte in path, query or cookie, and to a form in another charset than UTF-8.

    PostgreSQL refuses NUL, so no page can mean it. A quoted cookie may hide one as the escape \\000.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        query = unquote_to_bytes(request.META.get("QUERY_STRING", ""))
        if NUL in request.path_info or NUL.encode() in query:
            raise BadRequest("NUL byte in the address")
        if any(NUL in value for value in request.COOKIES.values()):
            raise BadRequest("NUL byte in a cookie")
        if request.content_type in FORMS and not _is_utf8(request.content_params.get("charset", "utf-8")):
            raise BadRequest("Form in another charset than UTF-8")
        return get_response(request)

    return middleware


def _is_utf8(charset: str) -> bool:
    try:
        return codecs.lookup(charset.strip("\"'")).name == "utf-8"
    except (LookupError, ValueError):
        return False
