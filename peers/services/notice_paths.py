"""Where a notice leads: it keeps a Dutch path, and people read in two languages."""

from django.conf import settings
from django.urls import translate_url
from django.utils.translation import get_language, override


def path_in_language(path: str) -> str:
    """Return the path of the same page in the active language; the path itself when it is no page (any more)."""
    language = get_language() or settings.LANGUAGE_CODE
    # Addresses are known while their own language is spoken.
    with override(settings.LANGUAGE_CODE):
        return translate_url(path, language)
