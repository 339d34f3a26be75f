"""The sections in which a text is written, and the fields of the record that each holds."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


@dataclass(frozen=True)
class Section:
    """A part of the text. `slug` stands in the address; without `needed` the section may stay empty."""

    slug: str
    title: Any
    about: Any
    fields: tuple[str, ...]
    needed: bool = False


SECTIONS: dict[str, Section] = {
    section.slug: section
    for section in (
        Section(
            "wat",
            pgettext_lazy("deel van een tekst", "Wat"),
            _("Titel, samenvatting, fase en periode"),
            ("title", "summary", "language", "phase", "start", "end", "stop_reasons", "stop_explanation"),
            needed=True,
        ),
        Section("waarom", pgettext_lazy("deel van een tekst", "Waarom"), _("Wat de aanleiding was"), ("problem",)),
        Section("hoe", pgettext_lazy("deel van een tekst", "Hoe"), _("Hoe u het aanpakte"), ("approach",), needed=True),
        Section(
            "resultaten",
            _("Resultaten"),
            _("Wat het opleverde, hoe het betaald is en hoe het verder ging"),
            ("results", "funding", "kept", "kept_explanation"),
        ),
        Section("lessen", _("Lessen"), _("Valkuilen, wat hielp en tips"), ("lessons",)),
        Section("hulpmiddelen", _("Hulpmiddelen"), _("Wat anderen kunnen gebruiken"), ("resources",)),
        Section(
            "wie",
            pgettext_lazy("deel van een tekst", "Wie"),
            _("Thema's, doelgroepen, techniek en partners"),
            (
                "themes",
                "target_groups",
                "sectors",
                "conditions",
                "technologies",
                "applications",
                "partners",
                "programmes",
            ),
            needed=True,
        ),
        Section(
            "waar",
            pgettext_lazy("deel van een tekst", "Waar"),
            _("Gemeenten en regio's"),
            ("scope", "gemeenten", "regions"),
        ),
        Section("contact", _("Contact"), _("Wie vragen van anderen beantwoordt"), ("contact",), needed=True),
    )
}
SECTION_OF: dict[str, str] = {name: section.slug for section in SECTIONS.values() for name in section.fields}
"""The section of each field."""


def part_of(content: dict[str, Any], section: str) -> dict[str, Any]:
    """Return the fields of one section, those that are not there left out."""
    return {name: content[name] for name in SECTIONS[section].fields if name in content}
