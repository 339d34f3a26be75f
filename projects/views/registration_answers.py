"""What somebody answered in a registration, as it is shown to check."""

from typing import Any

from django.urls import reverse

from projects.forms.registrations import STEPS, Step
from projects.models import Registration

WHEN_NEEDED = ("numbers_note", "email_note")
"""Asked only of who has no number or no address of the institute: an empty one was not left out."""


def answers(found: Registration) -> list[dict[str, Any]]:
    """Return the steps with what was answered, each answer with the address where it is changed."""
    return [_section(found, step) for step in STEPS]


def _section(found: Registration, step: Step) -> dict[str, Any]:
    address = reverse("projects:registration_step", args=[found.token, step.slug])
    fields = [field for field in step.form(registration=found) if field.value() or field.name not in WHEN_NEEDED]
    rows = [
        {
            "label": field.label,
            "value": _in_words(found, field.name),
            "url": f"{address}?van=controleren#{field.auto_id}",
        }
        for field in fields
    ]
    return {"title": step.title, "rows": rows}


def _in_words(found: Registration, name: str) -> str:
    value = found.get_institute_kind_display() if name == "institute_kind" else getattr(found, name)
    return str(value or "")
