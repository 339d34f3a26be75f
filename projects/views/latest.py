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
    language = get_language() or ""
    return kept(f"{template}:{language}", lambda: render_to_string(template, {**make(), "LANGUAGE_CODE": language}))


def kept(what: str, make: Callable[[], T]) -> T:
    """Return what `make` gives; a process keeps the newest of each `what`, which says all that it depends on."""
    version, key = generation.current(), f"latest:{what}"
    found = cache.get(key)
    if found is None or found[0] != version:
        found = (version, make())
        cache.set(key, found)
    return found[1]
