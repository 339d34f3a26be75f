"""A facet as HTML. A page shows some hundreds of options: as templates they took half of the time of a page."""

from html import escape
from typing import Any

from django import template
from django.utils.formats import number_format
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from projects.filters.panel import ShownFacet, ShownOption
from projects.search.coverage import REGION

register = template.Library()
GROUPED_FROM = 1_000
"""Smaller numbers look the same in every language."""
MOST_AT_ONCE, FIRST = 10, 8
"""Of more options than that, the first are shown and the rest can be unfolded."""
SEARCHED_FROM = 12


@register.simple_tag
def facet_box(facet: ShownFacet, schemes: list[dict[str, Any]] | None = None) -> SafeString:
    """Return a facet: its name, how many of it are chosen, and its options; `schemes` are for the one of regions."""
    name, label, number = escape(facet.name), escape(str(facet.label)), len(facet.options)
    chosen = escape(_("%(n)s gekozen") % {"n": facet.selected_count}) if facet.selected_count else ""
    is_open = " open" if facet.open or facet.selected_count else ""
    return mark_safe(  # noqa: S308 - what comes from outside is escaped
        f'<details class="vp-facet" id="facet-{name}" data-facet{_search_box(facet)}{is_open}>\n'
        f'<summary><span class="vp-facet__name">{label}</span> <span class="vp-pill" id="gekozen-{name}" data-sync>'
        f'{chosen}</span><span class="vp-chevron" aria-hidden="true"></span></summary>\n'
        f'<fieldset class="vp-facet__set">\n<legend class="vp-vh">{label}</legend>\n'
        f"{_schemes(schemes) if facet.name == REGION and schemes else ''}"
        f"{_folded(facet) if number > MOST_AT_ONCE else _options(facet, facet.options)}</fieldset>\n</details>\n"
    )


def _search_box(facet: ShownFacet) -> str:
    """Return what lets a script add a box to search in a long list of options."""
    if len(facet.options) <= SEARCHED_FROM:
        return ""
    label = escape(_("Zoek in %(name)s") % {"name": str(facet.label).lower()})
    none = escape(_("Geen filter gevonden met deze letters."))
    return f' data-search="{label}" data-none="{none}"'


def _schemes(schemes: list[dict[str, Any]]) -> str:
    options = "".join(
        f'<option value="{escape(str(one["value"]))}"{" selected" if one["selected"] else ""}'
        f"{' data-usual' if one is schemes[0] else ''}>{escape(str(one['label']))}</option>"
        for one in schemes
    )
    scheme = escape(_("Indeling"))
    label = f'<label class="utrecht-form-label" for="indeling">{scheme}</label>'
    kinds = "utrecht-select utrecht-select--html-select"
    select = f'<select class="{kinds}" id="indeling" name="indeling">{options}</select>'
    return f'<div class="vp-facet__scheme">{label}\n{select}</div>\n'


def _folded(facet: ShownFacet) -> str:
    """Return the first options, and the rest to unfold."""
    more, less = escape(_("Toon alle %(n)s") % {"n": len(facet.options)}), escape(_("Toon minder"))
    return (
        f"{_options(facet, facet.options[:FIRST])}"
        f'<details class="vp-rest"{" open" if facet.selected_count else ""}><summary><span class="vp-rest__more">{more}'
        f'</span><span class="vp-rest__less">{less}</span>'
        f'<span class="vp-chevron" aria-hidden="true"></span></summary>\n'
        f"{_options(facet, facet.options[FIRST:])}</details>\n"
    )


def _options(facet: ShownFacet, options: list[ShownOption]) -> str:
    items = "".join(_parent(facet.name, one) if one.children else _item(facet.name, one) for one in options)
    return f'<ul class="vp-options">\n{items}</ul>\n'


def _parent(name: str, option: ShownOption) -> str:
    """Return an option with those below it, folded unless one of them is chosen."""
    kind = "vp-option--parent" if option.count else "vp-option--parent vp-option--none"
    told = escape(_("Onderwerpen binnen %(name)s") % {"name": option.label})
    summary = f'<summary><span class="vp-vh">{told}</span><span class="vp-chevron" aria-hidden="true"></span></summary>'
    below = "".join(_item(name, child) for child in option.children)
    return (
        f'<li class="{kind}">{_check(name, option)}\n'
        f'<details class="vp-children"{" open" if option.open else ""}>{summary}\n'
        f'<ul class="vp-options">{below}</ul></details></li>\n'
    )


def _item(name: str, option: ShownOption) -> str:
    kind = "" if option.count else ' class="vp-option--none"'
    return f"<li{kind}>{_check(name, option)}</li>"


def _check(name: str, option: ShownOption) -> str:
    checked = " checked" if option.selected else ""
    number = str(option.count) if option.count < GROUPED_FROM else number_format(option.count)
    box = f'<input type="checkbox" name="{escape(name)}" value="{escape(option.value)}"{checked}>'
    return f'<label class="vp-check">{box}<span>{escape(str(option.label))}</span><b>{number}</b></label>'
