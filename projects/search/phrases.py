"""Words that stand together: the posting lists tell where all of them stand, the texts whether next to each other."""

import numpy as np
from django.db import connection

from projects.search.forms import Form
from projects.search.postings import NOWHERE, Postings
from projects.search.shelf import Shelf

MOST_QUOTED, MOST_SYNONYMS = 4_000, 150
"""Documents of which the text is looked at, those first in which the words count most: for all that is quoted in a
question together, and for a mere synonym."""
TOGETHER = """
    SELECT place FROM search_searchdocument
    WHERE edition = %(edition)s AND kind = %(kind)s AND place = ANY(%(places)s) AND vector @@ %(query)s::tsquery
"""


def keep_together(form: Form, found: Postings, shelf: Shelf, *, most: int) -> Postings:
    """Return those of the documents in which the words of `form` stand next to each other."""
    order = np.argsort(-found.impacts.astype(np.int16), kind="stable")[:most]
    places = found.places[order]
    with connection.cursor() as cursor:
        given = {"edition": shelf.edition, "kind": shelf.kind, "places": places.tolist(), "query": form.tsquery}
        cursor.execute(TOGETHER, given)
        there = [place for (place,) in cursor.fetchall()]
    kept = np.isin(found.places, there)
    return Postings(found.places[kept], found.impacts[kept]) if there else NOWHERE
