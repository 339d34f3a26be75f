"""What the tests of pages share."""

import pytest

from tests import factories
from tests.pages import Page
from tests.projects import writing


@pytest.fixture
def visit(client, db):
    """Visit an address as a visitor and read the page that comes back with status 200."""

    def visit(address: str, **parameters) -> Page:
        response = client.get(address, parameters)
        assert response.status_code == 200, f"{address} {parameters} answers {response.status_code}"
        return Page.of(response)

    return visit


@pytest.fixture
def vocabulary(db):
    """The terms and places that FULL names."""
    factories.ThemeFactory(slug="valpreventie")
    factories.SectorFactory(slug="wijkverpleging")
    factories.TargetGroupFactory(slug="ouderen")
    factories.ConditionFactory(slug="dementie")
    factories.ApplicationFactory(slug="appje")
    assen = factories.GemeenteFactory(name="Assen")
    factories.RegionFactory(slug="provincie-drenthe", gemeenten=[assen])
    factories.ProgrammeLineFactory(programme=factories.ProgrammeFactory(external_id="prog-a"), name="Lijn 1")


@pytest.fixture
def writer(client):
    """Log in as a member of an institute that takes part."""
    membership = writing.member()
    client.force_login(membership.user)
    return membership
