"""Read a body as JSON, up to a limit."""

import json
from collections.abc import Mapping
from typing import IO, Any

from django.http import HttpRequest
from rest_framework.exceptions import ParseError, UnsupportedMediaType
from rest_framework.parsers import BaseParser

from vindplaats.api.problems import TooLarge

MOST_BYTES = 1024 * 1024
"""A text of 100 kB in which every character is written as an escape, such as \\u0061, still fits."""


class JsonBody(BaseParser):
    """An object of JSON (RFC 8259) in UTF-8. REST framework's own parser reads whatever comes, without a limit."""

    media_type = "application/json"

    def parse(self, stream: IO[bytes], media_type: str | None = None, parser_context: Any = None) -> dict[str, Any]:
        """Return the object.

        Raises TooLarge, UnsupportedMediaType for another charset, and ParseError for what is not an object of JSON.
        """
        request: HttpRequest = parser_context["request"]
        if request.content_params.get("charset", "utf-8").strip("\"'").lower() not in ("utf-8", "utf8"):
            raise UnsupportedMediaType(media_type or "")
        body = stream.read(MOST_BYTES + 1)
        if len(body) > MOST_BYTES:
            raise TooLarge(f"The body is larger than {MOST_BYTES:,} bytes.")
        return _object(body)


def _object(body: bytes) -> dict[str, Any]:
    try:
        value = json.loads(body.decode("utf-8-sig"), parse_constant=_refuse)
    except UnicodeDecodeError as error:
        raise ParseError("The body is not UTF-8.") from error
    except (ValueError, RecursionError) as error:
        # Where it went wrong is not told: that would repeat a piece of the body in the log.
        raise ParseError("The body is not JSON.") from error
    if not isinstance(value, Mapping):
        raise ParseError("The body is not an object of JSON.")
    return dict(value)


def _refuse(name: str) -> None:
    raise ValueError(name)
