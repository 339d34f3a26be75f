"""The log of requests, without what somebody types and does not send, and without secrets in addresses."""

import re

from django.conf import settings
from django.http import HttpRequest
from django_structlog.middlewares import RequestMiddleware

SECRET = re.compile(rf"({'|'.join(settings.SECRET_FOLLOWS)})[^/?]+")


class RequestLog(RequestMiddleware):
    """Logs method and address of each request; of some addresses without the query."""

    @staticmethod
    def format_request(request: HttpRequest) -> str:
        """Return the request as it stands in the log."""
        whole = not request.path.endswith(settings.LOGGED_WITHOUT_QUERY)
        return f"{request.method} {without_secrets(request.get_full_path() if whole else request.path)}"


def without_secrets(address: str) -> str:
    """Return the address with dots where a secret stands."""
    return SECRET.sub(r"\1…", address)
