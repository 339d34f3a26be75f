"""Errors for programs: application/problem+json (RFC 9457), in English, with every fault of a request at once."""

from http import HTTPStatus
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from rest_framework.exceptions import APIException, MethodNotAllowed, NotAcceptable, ParseError, UnsupportedMediaType

CONTENT_TYPE = "application/problem+json"
ROOT = "/api/"
"""The page for people; all addresses below it are for programs."""

DETAILS = {
    400: "The request cannot be read.",
    403: "This is not allowed.",
    404: "Nothing is here.",
    405: "This method is not possible here; the header Allow names those that are.",
    406: "The answer is in application/json; the header Accept does not allow that.",
    413: "The body is too large.",
    415: "Send the body as application/json in UTF-8.",
    500: "Something went wrong on our side. It has been logged.",
    503: "The service is not available for a moment. Try again after the seconds of the header Retry-After.",
}
TITLES = {status: HTTPStatus(status).phrase for status in DETAILS} | {413: "Content Too Large"}
"""As RFC 9110 calls them; Python learned the name of 413 in 3.13."""


class InvalidInput(Exception):
    """A request with faults, each as made by `fault`."""

    def __init__(self, errors: list[dict[str, Any]]) -> None:
        super().__init__("invalid input")
        self.errors = errors


class TooLarge(APIException):
    """A body or text that is larger than is read."""

    status_code = 413
    default_detail = DETAILS[413]


def fault(place: str, name: str, code: str, detail: str) -> dict[str, Any]:
    """Return one fault: `place` is query or body, `name` the parameter or member, as the API Design Rules have it."""
    location = {"pointer": f"#/{name}"} if place == "body" else {"name": name}
    return {"in": place, "location": location, "code": code, "detail": detail}


def is_for_programs(request: HttpRequest) -> bool:
    """Tell whether the address is one of an API, so that whatever goes wrong is told as JSON."""
    return request.path_info.startswith(ROOT) and request.path_info != ROOT


def problem(status: int, detail: str = "", *, headers: dict[str, str] | None = None, **more: Any) -> JsonResponse:
    """Return an error; `more` are members besides those of RFC 9457."""
    members = {
        "type": "about:blank",
        "title": TITLES.get(status, "Error"),
        "status": status,
        "detail": detail or DETAILS.get(status, "This is not possible."),
        **more,
    }
    english = {"Content-Language": "en", **(headers or {})}
    return JsonResponse(members, status=status, content_type=CONTENT_TYPE, headers=english)


def handle(exception: Exception, context: dict[str, Any]) -> HttpResponse | None:
    """Turn what a view raises into an answer; None for what is our own mistake, which is logged and becomes a 500."""
    match exception:
        case InvalidInput():
            told = " ".join(error["detail"] for error in exception.errors)
            return problem(400, told, errors=exception.errors)
        case Http404():
            return problem(404, str(exception.args[0]) if exception.args else "")
        case PermissionDenied():
            return problem(403)
        case MethodNotAllowed() | NotAcceptable() | UnsupportedMediaType():
            return problem(exception.status_code)
        case ParseError() | TooLarge():
            return problem(exception.status_code, str(exception.detail))
    return None
