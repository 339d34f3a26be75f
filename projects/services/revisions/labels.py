"""What the fields of a record are called on the screen, and which of them hold choices."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from projects.states import FundingKind, Kept, Language, LessonKind, Phase, ResourceKind, Scope, StopReason

LABELS: dict[str, Any] = {
    "title": _("Titel"),
    "summary": _("Samenvatting"),
    "language": _("Taal van de tekst"),
    "phase": _("Fase"),
    "phase_source_year": _("Fase volgens bron in jaar"),
    "stop_reasons": _("Redenen om te stoppen"),
    "stop_explanation": _("Toelichting op het stoppen"),
    "start": _("Begin"),
    "end": _("Einde"),
    "institute": _("Instelling"),
    "source_url": _("Adres van de bron"),
    "source_accessed": _("Bron gelezen op"),
    "problem": _("Aanleiding"),
    "approach": _("Aanpak"),
    "results": _("Resultaten"),
    "funding": _("Betaald uit"),
    "kept": _("Na de financiering"),
    "kept_explanation": _("Wat er bleef"),
    "lessons": _("Lessen"),
    "resources": _("Hulpmiddelen"),
    "themes": _("Thema's"),
    "target_groups": _("Doelgroepen"),
    "sectors": _("Sectoren"),
    "conditions": pgettext_lazy("ziekte", "Aandoeningen"),
    "technologies": _("Technologie"),
    "applications": _("Toepassingen"),
    "partners": _("Partners"),
    "programmes": _("Programma's"),
    "scope": _("Reikwijdte"),
    "gemeenten": _("Gemeenten"),
    "regions": _("Regio's"),
    "contact": _("Wie antwoordt"),
}
"""In the order of the form."""
MANAGED = frozenset({"format_version", "id", "slug", "status", "confirmed_on", "published_at"})
"""Fields of a record that the site keeps itself; they are no part of a text."""
SINGULAR = {
    "lessons": _("Les"),
    "resources": _("Hulpmiddel"),
    "funding": _("Financiering"),
}
"""Lists of which each item is compared by itself."""
CHOICES: dict[str, Any] = {
    "phase": Phase,
    "language": Language,
    "scope": Scope,
    "kept": Kept,
    "stop_reasons": StopReason,
}
ITEM_KINDS: dict[str, Any] = {"lessons": LessonKind, "resources": ResourceKind, "funding": FundingKind}
ITEM_LABELS: dict[str, Any] = {
    "kind": _("Soort"),
    "title": _("Titel"),
    "name": _("Naam"),
    "situation": _("Wat er speelde"),
    "outcome": _("Wat er gebeurde"),
    "advice": _("Wat hielp"),
    "phase": _("Fase"),
    "summary": _("Samenvatting"),
    "url": _("Adres"),
    "owner": _("Eigenaar"),
    "year": _("Jaar"),
    "revised_on": _("Herzien op"),
    "amount_eur": _("Bedrag in euro"),
    "start": _("Begin"),
    "end": _("Einde"),
    "note": _("Toelichting"),
    "themes": _("Thema's"),
    "conditions": pgettext_lazy("ziekte", "Aandoeningen"),
    "target_groups": _("Doelgroepen"),
    "language": _("Taal van de tekst"),
}
"""Of the items of those lists."""


def label_of(name: str) -> str:
    """Return the heading of a field; its own name when the site does not know it."""
    return str(LABELS.get(name, name))
