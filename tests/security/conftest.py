"""What the security tests share."""

from collections.abc import Iterator
from types import SimpleNamespace

import pytest

from tests.emptying import empty_database
from tests.security.addresses import made_registry


@pytest.fixture(scope="package")
def _made_once(django_db_setup: None, django_db_blocker) -> Iterator[SimpleNamespace]:
    """The registry, kept for all tests of this package: making it for each takes as long as the tests themselves."""
    with django_db_blocker.unblock():
        made = made_registry()
    yield made
    with django_db_blocker.unblock():
        empty_database()


@pytest.fixture
def registry(_made_once: SimpleNamespace, db: None) -> SimpleNamespace:
    """One of everything there is; what a test changes in the database is undone after it."""
    return _made_once
