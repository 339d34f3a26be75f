"""Examples in the description of the API. The organisation and its project are made up."""

from typing import Any

from drf_spectacular.utils import OpenApiExample

SITE = "https://vindplaats.example"
ASKED = f"{SITE}/api/v1/projecten?q=valpreventie&fase=pilot"
INSTITUTE = {
    "name": "Zorggroep De Linde",
    "slug": "zorggroep-de-linde",
    "kind": "care_home",
    "place": "Assen",
    "url": f"{SITE}/instellingen/zorggroep-de-linde/",
}
COMMON: dict[str, Any] = {
    "externalId": "linde-12",
    "slug": "sterk-staan-in-de-wijk",
    "title": "Sterk staan in de wijk",
    "url": f"{SITE}/projecten/sterk-staan-in-de-wijk/",
    "summary": "Fysiotherapeuten en wijkverpleegkundigen oefenen samen met ouderen die vaak vallen.",
    "language": "nl",
    "phase": "pilot",
    "scope": "local",
    "start": "2025-09",
    "end": None,
    "institute": INSTITUTE,
    "themes": ["valpreventie"],
    "sectors": ["wijkverpleging"],
    "sourceUrl": "https://linde.example/sterk-staan",
    "publishedAt": "2026-03-02T09:30:00+01:00",
    "updatedAt": "2026-05-20T14:05:00+02:00",
    "confirmedOn": "2026-05-20",
}
LISTED = {**COMMON, "score": 4.2, "lessonCount": 1}
LESSON = {
    "kind": "pitfall",
    "title": "Te laat begonnen met scholing",
    "slug": "te-laat-begonnen-met-scholing",
    "situation": "De oefengroepen waren vol voordat de begeleiders de oefeningen kenden.",
    "outcome": "",
    "advice": "Plan de scholing een maand voor de eerste groep.",
    "phase": "pilot",
    "language": "nl",
    "themes": ["valpreventie"],
}
RESOURCE = {
    "kind": "toolkit",
    "title": "Oefenkaarten voor thuis",
    "slug": "oefenkaarten-voor-thuis",
    "url": "https://linde.example/oefenkaarten.pdf",
    "summary": "",
    "owner": "Zorggroep De Linde",
    "year": 2026,
    "revisedOn": None,
    "language": "nl",
}
WHOLE = {
    **COMMON,
    "problem": "Veel ouderen vallen thuis, en niemand oefent met hen.",
    "approach": "Elke week een uur in het buurthuis, met twee begeleiders.",
    "results": "",
    "phaseSourceYear": None,
    "stopReasons": [],
    "stopExplanation": "",
    "partners": [{"name": "Fysiotherapie Het Bosje", "url": None}],
    "targetGroups": ["ouderen"],
    "conditions": [],
    "technologies": [],
    "applications": [],
    "gemeenten": ["Assen"],
    "regions": [{"slug": "provincie-drenthe", "name": "Drenthe", "scheme": "provincie"}],
    "programmes": [],
    "funding": [{"kind": "municipality", "name": "", "amountEur": 25000.0}],
    "kept": "unknown",
    "keptExplanation": "",
    "lessons": [LESSON],
    "resources": [RESOURCE],
    "sourceAccessed": "2026-03-01",
}
PAGE = OpenApiExample(
    "Projects on falls prevention",
    value={
        "count": 21,
        "page": 1,
        "pageSize": 20,
        "next": f"{ASKED}&page=2",
        "previous": None,
        "readAs": [],
        "results": [LISTED],
    },
    response_only=True,
)
AID: dict[str, Any] = {
    **RESOURCE,
    "kind": "decision_aid",
    "title": "Oefenen of opereren?",
    "slug": "oefenen-of-opereren",
    "url": "https://linde.example/keuzehulp",
    "page": f"{SITE}/hulpmiddelen/oefenen-of-opereren/",
    "score": 3.1,
    "file": None,
    "project": "sterk-staan-in-de-wijk",
    "institute": INSTITUTE,
    "licence": "cc-by",
    "audiences": ["patienten"],
    "themes": ["samen-beslissen"],
    "conditions": ["knieartrose"],
    "targetGroups": ["ouderen"],
    "decisionMoment": "Oefenen of een nieuwe knie.",
    "readingLevel": "b1",
    "keeper": "Zorggroep De Linde",
    "quality": "Gemaakt met patiënten.",
    "publishedAt": "2026-03-02T09:30:00+01:00",
    "updatedAt": "2026-05-20T14:05:00+02:00",
}
RESOURCES = OpenApiExample(
    "Decision aids about the knee",
    value={
        "count": 1,
        "page": 1,
        "pageSize": 20,
        "next": None,
        "previous": None,
        "readAs": [{"word": "knei", "readAs": "knie"}],
        "results": [AID],
    },
    response_only=True,
)
PROJECT = OpenApiExample("A project", value=WHOLE, response_only=True)
REASONS = {"words": ["valpreventie", "ouderen"], "facets": [{"name": "thema", "value": "valpreventie"}]}
COMPARABLE = OpenApiExample(
    "Comparable projects", value={"count": 1, "results": [{**LISTED, "reasons": REASONS}]}, response_only=True
)
OPTION = {
    "value": "valpreventie",
    "label": "Valpreventie",
    "labelEn": "Falls prevention",
    "parent": "voeding-en-bewegen",
    "scheme": None,
    "count": 12,
}
FACETS = OpenApiExample(
    "Filters",
    value={"facets": [{"name": "thema", "label": "Thema", "labelEn": "Theme", "options": [OPTION]}]},
    response_only=True,
)
PLAN = OpenApiExample(
    "A plan",
    value={"text": "Wij willen ouderen in de wijk leren om niet te vallen, met oefengroepen.", "aantal": 10},
    request_only=True,
)
