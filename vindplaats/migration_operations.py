"""Operations that the first migrations start with: extensions, and folding in the database as vindplaats.text does."""

from django.contrib.postgres.operations import TrigramExtension, UnaccentExtension
from django.db.migrations.operations import RunSQL

# IMMUTABLE, so that a generated column may use it: unaccent itself is only STABLE since its rules are a file that could
# change. The schema is named, or a restore (which empties search_path) would fail.
FOLD = """
CREATE OR REPLACE FUNCTION vindplaats_fold(value text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
AS $$ SELECT lower(public.unaccent('public.unaccent', value)) $$
"""

extensions_and_fold = [
    UnaccentExtension(),
    TrigramExtension(),
    RunSQL(FOLD, "DROP FUNCTION vindplaats_fold(text)"),
]
