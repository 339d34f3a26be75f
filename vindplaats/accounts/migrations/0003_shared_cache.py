"""The table of the shared cache, as `createcachetable` would make it: limits on logging in are counted in it."""

from django.db import migrations

MAKE = """
    CREATE TABLE IF NOT EXISTS shared_cache (
        cache_key varchar(255) NOT NULL PRIMARY KEY,
        value text NOT NULL,
        expires timestamp with time zone NOT NULL
    );
    CREATE INDEX IF NOT EXISTS shared_cache_expires ON shared_cache (expires);
"""


class Migration(migrations.Migration):
    dependencies = [("accounts", "0002_language")]

    operations = [migrations.RunSQL(MAKE, "DROP TABLE shared_cache")]
