"""Words that stand together: the posting lists tell where all of them stand, the texts whether next to each other."""

import numpy as np

from projects.search.forms import Form
from projects.search.postings import NOWHERE, PLACE, Found, Postings
from projects.search.reading import ask, keep, kept, seen
from projects.search.shelf import Shelf

MOST_QUOTED, MOST_SYNONYMS = 4_000, 150
"""Documents of which the text is looked at, those first in which the words count most: for all that is quoted in a
question together, and for a mere synonym."""
TOGETHER = seen("""
    SELECT place FROM search_searchdocument
    WHERE edition = %(edition)s AND kind = %(kind)s AND place = ANY(%(places)s) AND vector @@ %(query)s::tsquery
""")


def keep_together(form: Form, found: Found, shelf: Shelf, *, most: int) -> Postings:
    """Return those of the documents in which the words of `form` stand next to each other."""
    places, impacts = found.places, found.impacts
    order = np.argsort(-impacts.astype(np.int16), kind="stable")[:most]
    there = np.isin(places, _together(form.tsquery, places[order], shelf))
    return Postings(places[there], impacts[there]) if there.any() else NOWHERE


def _together(query: str, places: np.ndarray, shelf: Shelf) -> np.ndarray:
    """Return the places of which the text answers this query."""
    key = shelf.kind, "together", query, places.tobytes()
    if (there := kept(shelf, *key)) is None:
        version, rows = ask(TOGETHER, shelf, places=places.tolist(), query=query)
        there = np.array([place for (place,) in rows], PLACE)
        keep(shelf, version, *key, value=there, size=places.nbytes + there.nbytes)
    return there
