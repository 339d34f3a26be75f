"""A database of its own for a measurement: made, filled with reference data, and thrown away afterwards."""

import os
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def throw_away() -> Iterator[None]:
    """Set Django up on an empty database with reference data, as long as the block lasts.

    The settings are those of the tests unless the environment names others; so is the PostgreSQL.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vindplaats.settings.test")
    import django  # noqa: PLC0415 - reads the settings

    django.setup()
    from django.db import connection  # noqa: PLC0415 - needs the settings

    from projects.services.reference import load_reference  # noqa: PLC0415

    old_name = connection.settings_dict["NAME"]
    connection.settings_dict["TEST"]["NAME"] = f"vindplaats_benchmark_{os.getpid()}"
    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        load_reference()
        yield
    finally:
        connection.creation.destroy_test_db(old_name, verbosity=0)
