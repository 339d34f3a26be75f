"""On a person's own machine too: the site's own page for an address that is not there or cannot be read.

With DEBUG on Django answers those with an English list of addresses, which tells a visitor nothing. What breaks (500)
keeps its report.
"""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import translation

from vindplaats.errors import bad_request, page_not_found

Handler = Callable[[HttpRequest], HttpResponse]
MARK = b"<code>DEBUG = True</code>"
"""Stands at the foot of each of Django's own reports."""
PAGES = {400: bad_request, 404: page_not_found}


def own_error_pages(get_response: Handler) -> Handler:
    """Replace Django's reports of 400 and 404."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if response.status_code not in PAGES or response.streaming or MARK not in response.content:
            return response
        language = translation.get_language_from_path(request.path_info) or "nl"
        with translation.override(language):
            return PAGES[response.status_code](request, None)

    return middleware
