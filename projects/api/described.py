"""Pieces of the OpenAPI description that several addresses share: parameters, headers and faults."""

from typing import Any

from django.utils.text import format_lazy
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiExample, OpenApiParameter, OpenApiResponse, inline_serializer
from rest_framework import serializers

from projects.api.questions import MOST_ON_A_PAGE, USUAL_PAGE
from projects.filters.finder import FinderFilterSet
from projects.search.facets import YES
from projects.states import InstituteKind, Language, Phase, ResourceKind
from projects.states.resources import Audience
from vindplaats.api.problems import CONTENT_TYPE, DETAILS, TITLES, fault

FIXED_CHOICES: dict[str, list[str]] = {
    "fase": Phase.values,
    "soort": InstituteKind.values,
    "hulpmiddel": ResourceKind.values,
    "voor": Audience.values,
    "taal": Language.values,
    **dict.fromkeys(("lessen", "bevestigd", "contact"), [YES]),
}
"""Facets with values that the code knows; those of the others are terms that editors keep."""
FAULT = inline_serializer(
    "Fault",
    {
        "in": serializers.CharField(help_text="Where the fault is: `query` or `body`."),
        "location": serializers.DictField(
            child=serializers.CharField(), help_text="`name` of a parameter or `pointer`."
        ),
        "code": serializers.CharField(),
        "detail": serializers.CharField(),
    },
    many=True,
    required=False,
)
PROBLEM = inline_serializer(
    "Problem",
    {
        "type": serializers.CharField(),
        "title": serializers.CharField(help_text="The words of the status."),
        "status": serializers.IntegerField(help_text="The status, again."),
        "detail": serializers.CharField(help_text="What is wrong, for a person."),
        "errors": FAULT,
    },
)
EXAMPLE_FAULT = {
    "query": fault("query", "pageSize", "number", f"pageSize must be a whole number from 1 to {MOST_ON_A_PAGE}."),
    "body": fault("body", "text", "required", "This field is required."),
}


def faults(*statuses: int, place: str = "query") -> dict[tuple[int, str], OpenApiResponse]:
    """Return the description of the faults that an address may answer with."""
    return {
        (status, CONTENT_TYPE): OpenApiResponse(
            PROBLEM, description=DETAILS[status], examples=[_example(status, EXAMPLE_FAULT[place])]
        )
        for status in (*statuses, 500, 503)
    }


def _example(status: int, error: dict[str, Any]) -> OpenApiExample:
    value = {"type": "about:blank", "title": TITLES[status], "status": status, "detail": DETAILS[status]}
    if status == 400:
        value |= {"detail": error["detail"], "errors": [error]}
    return OpenApiExample(TITLES[status], value=value, response_only=True, status_codes=[str(status)])


def _header(name: str, description: str, statuses: list[int]) -> OpenApiParameter:
    place = OpenApiParameter.HEADER
    return OpenApiParameter(name, OpenApiTypes.STR, place, response=statuses, description=description)


VERSION = _header("API-Version", "The full version of the API.", [200, 301, 304])
LOCATION = _header("Location", "Where the project stands now.", [301])
TAG = _header("ETag", "Names what was answered; send it as If-None-Match to learn whether it changed.", [200, 304])
SLUG = OpenApiParameter(
    "slug", OpenApiTypes.STR, OpenApiParameter.PATH, description="The `slug` of the project, as a list gives it."
)
KEPT = OpenApiParameter(
    "If-None-Match",
    OpenApiTypes.STR,
    OpenApiParameter.HEADER,
    description="The ETag of an answer that you kept: 304 when it is still right.",
)
UNCHANGED = OpenApiResponse(description="Nothing has changed since the answer with this ETag.")


def _facet(filterset: type[FinderFilterSet], name: str) -> OpenApiParameter:
    label = filterset.base_filters[name].label
    return OpenApiParameter(
        name,
        {
            "type": "array",
            "items": {"type": "string", **({"enum": FIXED_CHOICES[name]} if name in FIXED_CHOICES else {})},
        },
        description=format_lazy("{}: one of these values. Repeat the parameter to allow more.", label),
        explode=True,
    )


def _single(name: str, description: str, schema: dict[str, Any]) -> OpenApiParameter:
    return OpenApiParameter(name, schema, description=description)


def parameters_of(filterset: type[FinderFilterSet], things: str) -> list[OpenApiParameter]:
    """Return all that may be asked of the list of these things."""
    return [
        _single(
            "q",
            "Words to look for, in Dutch: a few words or a sentence. Phrases in quotation marks, `-word` to leave out. "
            "Typing errors are corrected, and told in `readAs`.",
            {"type": "string"},
        ),
        *(_facet(filterset, name) for name in filterset.order),
        _single("letterlijk", "With `ja` words are searched as they are written.", {"type": "string", "enum": [YES]}),
        _single(
            "sort",
            "The order: by relevance when there are words to look for, else the newest first.",
            {"type": "string", "enum": list(filterset.sorts)},
        ),
        _single("page", "The number of the page.", {"type": "integer", "minimum": 1, "default": 1}),
        _single(
            "pageSize",
            f"The number of {things} on a page.",
            {"type": "integer", "minimum": 1, "maximum": MOST_ON_A_PAGE, "default": USUAL_PAGE},
        ),
    ]
