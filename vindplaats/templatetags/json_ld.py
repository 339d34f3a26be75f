"""Structured data for search engines (schema.org as JSON-LD)."""

import json
from typing import Any

from django import template
from django.core.serializers.json import DjangoJSONEncoder
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

register = template.Library()
ESCAPES = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}


@register.simple_tag
def json_ld(data: dict[str, Any]) -> SafeString:
    """Return `data` as a block that browsers do not run; what could end the block is escaped."""
    text = json.dumps({"@context": "https://schema.org", **data}, cls=DjangoJSONEncoder, ensure_ascii=False)
    escaped = mark_safe(text.translate(ESCAPES))  # noqa: S308 - no <, > or & is left in it
    return format_html('<script type="application/ld+json">{}</script>', escaped)
