"""What takes long to make and is the same for all is kept while nothing in the index changes, for an hour at most.

Long lists of all there is, from A to Z, as HTML; numbers for which the database has to look at everything.
"""

from collections.abc import Callable
from typing import Any, TypeVar

from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from projects.search import generation
from vindplaats.caches import latest_cache as cache

T = TypeVar("T")


def latest(template: str, make: Callable[[], dict[str, Any]]) -> SafeString:
    """Return a part of a page that is the same for everybody; `make` gives its context when it has to be made.

    A process keeps one of each template and language, the newest: some of these are half a megabyte.
    """
    return kept(template, make=lambda: as_html(template, make()))


def as_html(template: str, context: dict[str, Any]) -> SafeString:
    """Return a part of a page, in the active language, without the request: it is the same for everybody."""
    return render_to_string(template, {**context, "LANGUAGE_CODE": get_language() or ""})


def kept(*about: object, make: Callable[[], T]) -> T:
    """Return what `make` gives; a process keeps the newest for each language and each that it is `about`.

    `about` says all that it depends on beside the language and what is in the index.
    """
    version, key = generation.current(), ":".join(["latest", get_language() or "", *map(str, about)])
    found = cache.get(key)
    if found is None or found[0] != version:
        found = (version, make())
        cache.set(key, found)
    return found[1]
