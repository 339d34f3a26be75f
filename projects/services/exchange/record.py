"""The record of one project, version 1. Whoever changes this changes docs/import-format.md as well."""

from typing import Any

from projects.services.exchange.kinds import Choice, Exactly, Names, Slug, Text, WebAddress, Year
from projects.services.exchange.moments import Amount, Day, Moment, PartialDate
from projects.services.exchange.shapes import Group, Groups, Shape
from projects.states import (
    FundingKind,
    InstituteKind,
    Kept,
    Language,
    LessonKind,
    Phase,
    ResourceKind,
    Scope,
    Status,
    StopReason,
)

VERSION = 1
# An XLSX cell holds 32,767 characters; below it there is room for an escape.
TEXT_LIMIT = 30_000
GEMEENTEN_LIMIT = 400


def _choice(choices: Any, default: str = "") -> Choice:
    return Choice(tuple(choices.values), default)


LONG = Text(TEXT_LIMIT, lines=True)
LANGUAGE = _choice(Language)

INSTITUTE = Shape(
    {"name": Text(200), "kind": _choice(InstituteKind), "place": Text(100), "slug": Slug(120)},
    required=("name",),
    short="name",
)
PARTNER = Shape({"name": Text(200), "institute": Group(INSTITUTE)}, required=("name",), short="name")
PROGRAMME = Shape({"id": Text(100), "line": Text(200)}, required=("id",), short="id")
LESSON = Shape(
    {
        "kind": _choice(LessonKind),
        "title": Text(200),
        "situation": LONG,
        "outcome": LONG,
        "advice": LONG,
        "phase": _choice(Phase),
        "themes": Names(),
        "language": LANGUAGE,
        "slug": Slug(140),
    },
    required=("kind", "title"),
)
RESOURCE = Shape(
    {
        "kind": _choice(ResourceKind),
        "title": Text(300),
        "url": WebAddress(1000),
        "summary": LONG,
        "owner": Text(200),
        "year": Year(),
        "revised_on": Day(),
        "themes": Names(),
        "conditions": Names(),
        "target_groups": Names(),
        "language": LANGUAGE,
        "slug": Slug(140),
    },
    required=("kind", "title"),
)
FUNDING = Shape(
    {
        "kind": _choice(FundingKind),
        "name": Text(200),
        "amount_eur": Amount(),
        "start": PartialDate(),
        "end": PartialDate(),
        "note": LONG,
    },
    required=("kind",),
)
PROJECT = Shape(
    {
        "format_version": Exactly(VERSION),
        "id": Text(100),
        "slug": Slug(120),
        "title": Text(200),
        "summary": LONG,
        "problem": LONG,
        "approach": LONG,
        "results": LONG,
        "language": LANGUAGE,
        "status": _choice(Status),
        "phase": _choice(Phase),
        "phase_source_year": Year(),
        "stop_reasons": Names(values=tuple(StopReason.values)),
        "stop_explanation": LONG,
        "start": PartialDate(),
        "end": PartialDate(),
        "scope": _choice(Scope),
        "institute": Group(INSTITUTE),
        "themes": Names(),
        "sectors": Names(),
        "target_groups": Names(),
        "conditions": Names(),
        "technologies": Names(100),
        "applications": Names(),
        "gemeenten": Names(100, GEMEENTEN_LIMIT),
        "municipality": Text(100),
        "regions": Names(140, GEMEENTEN_LIMIT),
        "kept": _choice(Kept, Kept.UNKNOWN),
        "kept_explanation": LONG,
        "source_url": WebAddress(1000),
        "source_accessed": Day(),
        "confirmed_on": Day(),
        "published_at": Moment(),
        "partners": Groups(PARTNER, "partner", most=100),
        "programmes": Groups(PROGRAMME, "programme", most=20),
        "funding": Groups(FUNDING, "funding", most=20),
        "lessons": Groups(LESSON, "lesson"),
        "resources": Groups(RESOURCE, "resource"),
    },
    required=("id", "title", "summary"),
)
