"""The options of a facet as HTML. A page shows some hundreds: as templates they took half of the time of a page."""

from html import escape

from django import template
from django.utils.formats import number_format
from django.utils.safestring import SafeString, mark_safe

from projects.filters.panel import ShownOption

register = template.Library()
GROUPED_FROM = 1_000
"""Smaller numbers look the same in every language."""


@register.simple_tag
def facet_check(name: str, option: ShownOption) -> SafeString:
    """Return the checkbox of an option, with its label and count."""
    return mark_safe(_check(name, option))  # noqa: S308 - what comes from outside is escaped


@register.simple_tag
def facet_children(name: str, options: list[ShownOption]) -> SafeString:
    """Return the options below another one, as items of a list."""
    return mark_safe("".join(_item(name, option) for option in options))  # noqa: S308 - as above


@register.simple_tag
def facet_option(name: str, option: ShownOption) -> SafeString:
    """Return an option without others below it, as an item of a list."""
    return mark_safe(_item(name, option))  # noqa: S308 - as above


def _item(name: str, option: ShownOption) -> str:
    kind = "" if option.count else ' class="vp-option--none"'
    return f"<li{kind}>{_check(name, option)}</li>\n"


def _check(name: str, option: ShownOption) -> str:
    checked = " checked" if option.selected else ""
    number = str(option.count) if option.count < GROUPED_FROM else number_format(option.count)
    box = f'<input type="checkbox" name="{escape(name)}" value="{escape(option.value)}"{checked}>'
    return f'<label class="vp-check">{box}<span>{escape(str(option.label))}</span><b>{number}</b></label>'
