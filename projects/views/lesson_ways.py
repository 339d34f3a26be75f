"""Where a page leads on to what may be met: the pitfalls ahead, for its theme, sector and phase."""

from typing import Any
from urllib.parse import urlencode

from django.urls import reverse


def forecast_url(*, theme: Any = None, sector: Any = None, phase: str = "") -> str:
    """Return the address of the pitfalls ahead for a theme and a sector (terms, or None) and a phase."""
    asked = {"thema": theme and theme.slug, "sector": sector and sector.slug, "fase": phase}
    given = urlencode({name: value for name, value in asked.items() if value})
    return f"{reverse('projects:lesson_forecast')}{'?' if given else ''}{given}"
