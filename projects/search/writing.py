"""Writing search documents: all of a batch in one statement, in which PostgreSQL reads the vectors."""

import json
from collections.abc import Iterable
from dataclasses import asdict

from django.db import connection

from projects.search.documents import Document
from projects.search.spelling import learn

# Built as an expression of the ORM for each document, the vectors cost five times as much as all the rest of an import.
WRITE = """
    INSERT INTO search_searchdocument
        (kind, object_id, language, vector, length, facets, regions, published_at, confirmed_on)
    SELECT kind, object_id, language, vector::tsvector,
        length, facets, regions, published_at, confirmed_on
    FROM json_to_recordset(%(documents)s) AS document(
        kind text, object_id bigint, language text, vector text, length int, facets text[], regions text[],
        published_at timestamptz, confirmed_on date)
    ON CONFLICT (kind, object_id) DO UPDATE SET
        language = excluded.language, vector = excluded.vector, length = excluded.length, facets = excluded.facets,
        regions = excluded.regions, published_at = excluded.published_at, confirmed_on = excluded.confirmed_on
"""


def write(documents: Iterable[Document]) -> None:
    """Make or renew these documents."""
    documents = list(documents)
    rows = [{name: value for name, value in asdict(one).items() if name != "words"} for one in documents]
    with connection.cursor() as cursor:
        cursor.execute(WRITE, {"documents": json.dumps(rows, ensure_ascii=False, default=str)})
    learn(document.words for document in documents)
