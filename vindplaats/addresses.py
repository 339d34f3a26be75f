"""Addresses of pages that are named after a thing: a list holds twenty, and `reverse` takes a tenth of its time."""

from functools import lru_cache

from django.conf import settings
from django.urls import get_script_prefix, get_urlconf, reverse
from django.utils.translation import get_language

PLACE = "the-slug-of-a-thing"


def page_of(name: str, slug: str) -> str:
    """Return the address, in the active language, of the page called `name` of what has this slug, as `reverse` does.

    Raises NoReverseMatch without a slug: in a template that leaves the address empty.
    """
    if not slug:
        return reverse(name, args=[slug])
    before, after = _around(name, get_language(), get_script_prefix(), get_urlconf() or settings.ROOT_URLCONF)
    return f"{before}{slug}{after}"


@lru_cache(maxsize=200)
def _around(name: str, _language: str | None, _prefix: str, urlconf: str) -> tuple[str, str]:
    before, _, after = reverse(name, urlconf=urlconf, args=[PLACE]).partition(PLACE)
    return before, after
