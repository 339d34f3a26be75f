"""What the security tests share."""

from types import SimpleNamespace

import pytest

from tests.security.addresses import made_registry


@pytest.fixture
def registry(db) -> SimpleNamespace:
    """One of everything there is."""
    return made_registry()
