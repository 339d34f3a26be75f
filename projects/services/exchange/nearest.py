"""The known word that is most like an unknown one."""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from functools import lru_cache

from django.utils.translation import gettext as _

from vindplaats.text import fold


@lru_cache(maxsize=10_000)
def nearest(word: str, known: tuple[str, ...]) -> str:
    """Return the one of `known` that is most like `word`, or ""."""
    found = get_close_matches(word.lower()[:80], known, n=1, cutoff=0.6)
    return found[0] if found else ""


def hint(word: str, known: Iterable[str], names: Mapping[str, str] | None = None) -> str:
    """Return " Lijkt op ..." or "". `names` maps folded names to the word that a file should use."""
    found = (names or {}).get(fold(word), "") or nearest(word, known if isinstance(known, tuple) else tuple(known))
    return " " + _("Lijkt op “%(word)s”.") % {"word": found} if found else ""
