"""Why a result is there, as HTML. It stands under every result: as a template it took a tenth of the time of a page."""

from html import escape

from django import template
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

register = template.Library()


@register.simple_tag
def why_found(why: list[str], lacks: list[str]) -> SafeString:
    """Return the sentences that tell why, folded away, and the words of the question that are not there."""
    return mark_safe(_told(why, lacks) if why or lacks else "")  # noqa: S308 - what comes from outside is escaped


def _told(why: list[str], lacks: list[str]) -> str:
    if not why:
        return f'<p class="vp-because">{_("Lijkt op uw zoekvraag, in andere woorden")}</p>'
    items = [*map(escape, why), *([f"{_('Niet gevonden:')} {escape(', '.join(lacks))}"] if lacks else [])]
    listed = "".join(f"<li>{one}</li>" for one in items)
    summary = _("Waarom dit resultaat?")
    return f'<details class="vp-because"><summary>{summary}</summary>\n<ul>{listed}</ul></details>'
