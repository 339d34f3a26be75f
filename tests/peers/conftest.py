"""What tests of people share."""

import pytest

from tests.pages import Page


@pytest.fixture
def visit(client, db):
    """Visit an address as a visitor and read the page that comes back with status 200."""

    def visit(address: str, **parameters) -> Page:
        client.logout()
        response = client.get(address, parameters)
        assert response.status_code == 200, f"{address} {parameters} answers {response.status_code}"
        return Page.of(response)

    return visit
