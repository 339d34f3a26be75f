"""Long lists of all there is, from A to Z: their HTML is kept as long as nothing in the index changes."""

from collections.abc import Callable
from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from projects.search import generation
from vindplaats.caches import process_cache as cache


def latest(template: str, make: Callable[[], dict[str, Any]]) -> SafeString:
    """Return a part of a page that is the same for everybody; `make` gives its context when it has to be made.

    A process keeps one of each template and language, the newest: some of these are half a megabyte.
    """
    version, language = generation.current(), get_language() or ""
    key = f"latest:{template}:{language}"
    kept = cache.get(key)
    if kept is None or kept[0] != version:
        kept = (version, render_to_string(template, {**make(), "LANGUAGE_CODE": language}))
        cache.set(key, kept)
    return kept[1]
