"""Cards of projects, as HTML. Twenty stand on a page of a list: as templates they took a fifth of its time."""

import datetime
from functools import lru_cache
from html import escape
from typing import TYPE_CHECKING

from django import template
from django.template.defaultfilters import truncatewords
from django.template.loader import render_to_string
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from projects.models import Project
from projects.states import Phase
from projects.templatetags.why import why_found
from vindplaats.templatetags.text import plain_text

if TYPE_CHECKING:
    from projects.views.picks import Picks
    from projects.views.reasons import Reasons

register = template.Library()
MOST_KEPT = 2048


@register.simple_tag
def project_card(project: Project, *, hide_institute: bool = False, reasons: "Reasons | None" = None) -> SafeString:
    """Return a project as `load_projects` gives it: what it is, whose, and why it was found; for under an h2.

    `reasons` tell why it is comparable to a plan.
    """
    parts = [_title(project), "" if hide_institute else _institute(project), _text(project), _themes(project)]
    parts += [why_found(project.why, project.lacks), _reasons(project, reasons) if reasons else ""]
    told = "\n".join(filter(None, parts))
    return mark_safe(f'<article class="vp-result">\n<div>\n{told}\n</div>\n{_facts(project)}\n</article>')  # noqa: S308 - each part is escaped


@register.simple_tag
def pick(project: Project, picks: "Picks") -> SafeString:
    """Return the link that chooses a project to compare with others, or lets go of it; empty when no more can be."""
    title, language, place = escape(project.title), _language(project), escape(f"kies-{project.slug}")
    if project.unpick_url:
        address, look, done, undo = project.unpick_url, " vp-pick--on", _("Gekozen"), _("niet meer vergelijken:")
        told = f'{done}<span class="vp-vh">, {undo} <span{language}>{title}</span></span>'
    elif not picks.full:
        address, look, do = picks.add_url + project.slug, "", _("Vergelijk")
        told = f'{do} <span class="vp-vh"{language}>{title}</span>'
    else:
        return SafeString()
    link = f'class="vp-pick{look}" id="{place}" href="{escape(address)}#{place}" rel="nofollow" data-live="stay"'
    return mark_safe(f"<a {link}>{told}</a>")  # noqa: S308 - what comes from outside is escaped


def _language(project: Project) -> str:
    """Return the attribute that names the language of a text, when it is another one than that of the page."""
    return "" if project.language == get_language() else f' lang="{project.language}"'


def _title(project: Project) -> str:
    link = f'<a href="{escape(project.get_absolute_url())}"{_language(project)}>{escape(project.title)}</a>'
    return f'<h3 class="vp-result__title">{link}</h3>'


def _institute(project: Project) -> str:
    named = ", ".join(filter(None, [project.institute.name, project.institute.place])) if project.institute else ""
    return f'<p class="vp-result__org">{escape(named)}</p>' if named else ""


def _text(project: Project) -> str:
    told = conditional_escape(project.highlight or truncatewords(plain_text(project.summary), 45))
    return f'<p class="vp-result__text"{_language(project)}>{told}</p>'


def _themes(project: Project) -> str:
    badges = (f'<li class="utrecht-data-badge vp-tag">{escape(one)}</li>' for one in project.theme_labels)
    label = escape(_("Thema's"))
    return f'<ul class="vp-tags" aria-label="{label}">{"".join(badges)}</ul>' if project.theme_labels else ""


def _reasons(project: Project, reasons: "Reasons") -> str:
    return render_to_string("components/_reasons.html", {"reasons": reasons, "language": project.language})


def _facts(project: Project) -> SafeString:
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
