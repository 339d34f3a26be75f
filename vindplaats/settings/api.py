"""The API for programs: what REST framework does by default, and how drf-spectacular describes it."""

from typing import Any

API_VERSION = "1.1.0"
"""Of the interface, by Semantic Versioning; its first number stands in the addresses."""

REST_FRAMEWORK: dict[str, Any] = {
    "DEFAULT_AUTHENTICATION_CLASSES": [],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.AllowAny"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["vindplaats.api.parsing.JsonBody"],
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "EXCEPTION_HANDLER": "vindplaats.api.problems.handle",
    "UNAUTHENTICATED_USER": None,
    "UNAUTHENTICATED_TOKEN": None,
    # Neither ?format=html nor ?version=2: an address has one answer.
    "URL_FORMAT_OVERRIDE": None,
}

DESCRIPTION = """
Read-only access to Vindplaats, the Dutch national directory of care projects: what care organisations try, what went
wrong, what helped, and where it comes from.

* Everything here is public. There is no key and no login, and no cookie is set.
* The data are Dutch, and so are the names of addresses and filters. Texts are Markdown in the language that `language`
  gives.
* Faults are told as `application/problem+json` (RFC 9457), all faults of a request at once. A parameter or value that
  does not exist is a fault, not ignored.
* Answers carry an `ETag`; ask again with `If-None-Match` and get 304 while nothing has changed.
* Follow the NL API Design Rules: the major version stands in the address, the full version in the header `API-Version`.
"""

SPECTACULAR_SETTINGS: dict[str, Any] = {
    "TITLE": "Vindplaats",
    "DESCRIPTION": DESCRIPTION.strip(),
    "VERSION": API_VERSION,
    # 3.1 can say that a part may be null, and its schemas are plain JSON Schema.
    "OAS_VERSION": "3.1.1",
    "LICENSE": {"name": "EUPL-1.2", "url": "https://eupl.eu/1.2/en/"},
    "TAGS": [
        {"name": "projecten", "description": "Care projects: find them, read one."},
        {"name": "hulpmiddelen", "description": "Toolkits, decision aids, guidelines and more: find them."},
        {"name": "vergelijkbaar", "description": "Projects that are comparable to a text, such as a plan."},
        {"name": "beschrijving", "description": "This description."},
    ],
    "SCHEMA_PATH_PREFIX": "/api/v1",
    "SCHEMA_PATH_PREFIX_TRIM": True,
    "SERVE_INCLUDE_SCHEMA": False,
    "SERVE_AUTHENTICATION": [],
    "COMPONENT_SPLIT_REQUEST": False,
    "SORT_OPERATIONS": False,
    "ENUM_NAME_OVERRIDES": {
        "Phase": "projects.states.Phase",
        "Scope": "projects.states.Scope",
        "StopReason": "projects.states.StopReason",
        "InstituteKind": "projects.states.InstituteKind",
        "LessonKind": "projects.states.LessonKind",
        "ResourceKind": "projects.states.ResourceKind",
        "FundingKind": "projects.states.FundingKind",
        "Kept": "projects.states.Kept",
        "Language": "projects.states.Language",
        "Audience": "projects.states.resources.Audience",
        "Licence": "projects.states.resources.Licence",
        "ReadingLevel": "projects.states.resources.ReadingLevel",
    },
}
