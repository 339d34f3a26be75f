"""Writing search documents: all of a batch in one statement, in which PostgreSQL makes the vectors."""

import json
from collections.abc import Iterable
from dataclasses import asdict

from django.db import connection

from projects.search.documents import Document
from projects.search.querysets import CONFIG

# Built as an expression of the ORM for each document, the vectors cost five times as much as all the rest of an import.
WRITE = """
    INSERT INTO search_searchdocument
        (kind, object_id, language, vector, length, facets, regions, published_at, confirmed_on)
    SELECT kind, object_id, language,
        setweight(to_tsvector(%(config)s::regconfig, coalesce(texts ->> 'A', '')), 'A')
        || setweight(to_tsvector(%(config)s::regconfig, coalesce(texts ->> 'B', '')), 'B')
        || setweight(to_tsvector(%(config)s::regconfig, coalesce(texts ->> 'C', '')), 'C')
        || setweight(to_tsvector(%(config)s::regconfig, coalesce(texts ->> 'D', '')), 'D'),
        length, facets, regions, published_at, confirmed_on
    FROM json_to_recordset(%(documents)s) AS document(
        kind text, object_id bigint, language text, texts json, length int, facets text[], regions text[],
        published_at timestamptz, confirmed_on date)
    ON CONFLICT (kind, object_id) DO UPDATE SET
        language = excluded.language, vector = excluded.vector, length = excluded.length, facets = excluded.facets,
        regions = excluded.regions, published_at = excluded.published_at, confirmed_on = excluded.confirmed_on
"""


def write(documents: Iterable[Document]) -> None:
    """Make or renew these documents."""
    rows = json.dumps([asdict(document) for document in documents], ensure_ascii=False, default=str)
    with connection.cursor() as cursor:
        cursor.execute(WRITE, {"config": CONFIG, "documents": rows})
