"""A database of its own for a measurement: made, filled with reference data, and thrown away afterwards."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from vindplaats.database.slots import VARIABLE


@contextmanager
def throw_away() -> Iterator[None]:
    """Set Django up on an empty database with reference data, as long as the block lasts.

    The settings are those of the tests unless the environment names others. They give each process a name for its
    database that no other has; what one that was killed left behind under that name is cleared first.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vindplaats.settings.test")
    # Not that of the test run that started this process.
    os.environ.pop(VARIABLE, None)
    import django  # noqa: PLC0415 - reads the settings

    django.setup()
    from django.db import connection  # noqa: PLC0415 - needs the settings

    from projects.services.reference import load_reference  # noqa: PLC0415

    old_name = connection.settings_dict["NAME"]
    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        load_reference()
        yield
    finally:
        connection.creation.destroy_test_db(old_name, verbosity=0)


def settle() -> None:
    """Do what PostgreSQL would have done by itself after some minutes: clear up, and count what is there."""
    from django.db import connection  # noqa: PLC0415 - needs the settings

    with connection.cursor() as cursor:
        cursor.execute("SET statement_timeout = 0")
        cursor.execute("VACUUM ANALYZE")
        cursor.execute("RESET statement_timeout")
