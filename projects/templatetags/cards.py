"""What stands on every card of a list, twenty times a page, and is the same on most of them."""

import datetime
from functools import lru_cache

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from projects.models import Project
from projects.states import Phase

register = template.Library()
MOST_KEPT = 2048


@register.simple_tag
def card_facts(project: Project) -> SafeString:
    """Return the phase, the number of lessons, and how fresh a project is."""
    facts = (project.phase, project.phase_source_year, project.lesson_count)
    return _card_facts(*facts, project.confirmed_on, project.may_be_outdated, get_language())


@lru_cache(MOST_KEPT)
def _card_facts(
    phase: str,
    phase_source_year: int | None,
    lesson_count: int,
    confirmed_on: datetime.date | None,
    may_be_outdated: bool,
    _language: str,
) -> SafeString:
    # It is the same in the same language until the site starts anew.
    facts = {
        "phase": phase,
        "phase_label": Phase(phase).label if phase else "",
        "phase_source_year": phase_source_year,
        "lesson_count": lesson_count,
        "confirmed_on": confirmed_on,
        "may_be_outdated": may_be_outdated,
    }
    return render_to_string("components/_card_facts.html", facts)
