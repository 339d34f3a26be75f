"""What a search box offers while somebody types: terms, institutes, programmes and titles that are published.

The door: `suggest` reads; `renew` and `rebuild` keep the table equal to the registry.
"""

from projects.search.suggestions.keeping import rebuild, renew
from projects.search.suggestions.reading import Suggestion, source_of, suggest
from projects.search.suggestions.sources import Entry, Source, kind_of, register

__all__ = ["Entry", "Source", "Suggestion", "kind_of", "rebuild", "register", "renew", "source_of", "suggest"]
