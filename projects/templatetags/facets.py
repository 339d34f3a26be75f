"""The options of a facet as HTML. A page shows some hundreds: as templates they took half of the time of a page."""

from html import escape

from django import template
from django.utils.formats import number_format
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from projects.filters.panel import ShownOption

register = template.Library()
GROUPED_FROM = 1_000
"""Smaller numbers look the same in every language."""


@register.simple_tag
def facet_options(name: str, options: list[ShownOption], first: int = 0, last: int | None = None) -> SafeString:
    """Return the options from number `first` up to `last`, counted from 0, as items of a list."""
    items = (_parent(name, one) if one.children else _item(name, one) for one in options[first:last])
    return mark_safe("".join(items))  # noqa: S308 - what comes from outside is escaped


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
    return f"<li{kind}>{_check(name, option)}</li>\n"


def _check(name: str, option: ShownOption) -> str:
    checked = " checked" if option.selected else ""
    number = str(option.count) if option.count < GROUPED_FROM else number_format(option.count)
    box = f'<input type="checkbox" name="{escape(name)}" value="{escape(option.value)}"{checked}>'
    return f'<label class="vp-check">{box}<span>{escape(str(option.label))}</span><b>{number}</b></label>'
