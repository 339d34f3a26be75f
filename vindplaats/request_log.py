"""The log of requests, without what somebody types and does not send."""

from django.conf import settings
from django.http import HttpRequest
from django_structlog.middlewares import RequestMiddleware


class RequestLog(RequestMiddleware):
    """Logs method and address of each request; of some addresses without the query."""

    @staticmethod
    def format_request(request: HttpRequest) -> str:
        """Return the request as it stands in the log."""
        whole = not request.path.endswith(settings.LOGGED_WITHOUT_QUERY)
        return f"{request.method} {request.get_full_path() if whole else request.path}"
