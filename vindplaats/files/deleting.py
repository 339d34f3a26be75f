"""Throw files away that no row tells of any more."""

from django.core.files.storage import default_storage
from django.db import transaction


def delete_after_commit(name: str) -> None:
    """Delete a file of the site once the running transaction is there to stay: one that is undone must not lose it.

    A storage that refuses is written to the log, and stops nothing else that waits for the commit.
    """

    # A function with a name: that is what Django logs when it fails.
    def delete() -> None:
        default_storage.delete(name)

    transaction.on_commit(delete, robust=True)
