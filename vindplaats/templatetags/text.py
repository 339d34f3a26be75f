"""Template filters for texts that people wrote."""

from django import template
from django.utils.safestring import SafeString

from vindplaats.markdown import plain, render

register = template.Library()


@register.filter
def markdown(value: str) -> SafeString:
    """Render Markdown to safe HTML."""
    return render(value or "")


@register.filter
def plain_text(value: str) -> str:
    """Return Markdown as text on one line, for where no HTML can stand."""
    return plain(value or "")
