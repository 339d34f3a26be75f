"""Template filters for texts that people wrote."""

from django import template
from django.utils.safestring import SafeString

from vindplaats.markdown import render

register = template.Library()


@register.filter
def markdown(value: str) -> SafeString:
    """Render Markdown to safe HTML."""
    return render(value or "")
