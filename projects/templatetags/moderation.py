"""What the index of the admin tells moderators."""

from typing import Any

from django import template
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from projects.models import ReviewCase
from projects.services.review.showing import ADDED, REMOVED, Piece

register = template.Library()


@register.inclusion_tag("admin/review/_waiting.html")
def waiting_cases() -> dict[str, Any]:
    """Show how much waits for moderators, and how much of it is late."""
    waiting = ReviewCase.objects.filter(closed_at=None)
    return {"waiting": waiting.count(), "late": waiting.late(timezone.now()).count()}


@register.simple_tag
def shown_piece(piece: Piece) -> SafeString:
    """Show a piece of a text, in words too: what came in, what went away, what may be about a person.

    By code, since a template ends with a line break, which would stand in the text.
    """
    text = format_html("{}", piece.text)
    if piece.flag:
        text = format_html('<mark>{}<span class="review-flag">{}</span></mark>', text, piece.flag)
    if piece.change == ADDED:
        text = format_html('<ins><span class="visually-hidden">{} </span>{}</ins>', _("Toegevoegd:"), text)
    if piece.change == REMOVED:
        text = format_html('<del><span class="visually-hidden">{} </span>{}</del>', _("Weggehaald:"), text)
    return format_html('{}<span class="review-cut"> … </span>', text) if piece.cut else text
