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
        alike = _("Lijkt op uw zoekvraag, in andere woorden")
        return f'<p class="vp-because">{alike}</p>'
    summary, missing = _("Waarom dit resultaat?"), _("Niet gevonden:")
    items = [*map(escape, why), *([f"{missing} {escape(', '.join(lacks))}"] if lacks else [])]
    listed = "".join(f"<li>{one}</li>" for one in items)
    return f'<details class="vp-because"><summary>{summary}</summary>\n<ul>{listed}</ul></details>'
