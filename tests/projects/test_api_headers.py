"""Headers of the API: open to pages of other sites, kept only while unchanged, and no cookie."""

import pytest

from projects.services.projects import refresh
from tests import factories

pytestmark = pytest.mark.django_db
LIST = "/api/v1/projecten"
ADDRESSES = (LIST, f"{LIST}/sterk-staan", "/api/v1/hulpmiddelen", "/api/v1/facetten", "/api/v1/openapi.json")
METHODS = [*((one, "GET, HEAD, OPTIONS") for one in ADDRESSES), ("/api/v1/vergelijkbaar", "POST, OPTIONS")]


@pytest.fixture(autouse=True)
def project():
    return factories.ProjectFactory(published=True, indexed=True, slug="sterk-staan", title="Sterk staan")


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_answer(client, address):
    client.force_login(factories.UserFactory())
    response = client.get(address, headers={"origin": "https://elders.example"})
    assert response["API-Version"] == "1.1.0"
    assert response["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Credentials" not in response
    assert 'rel="service-desc"' in response["Link"]
    assert set(response["Cache-Control"].split(", ")) == {"public", "no-cache"}
    assert response.get("Vary", "") in ("", "Accept-Encoding")
    assert not response.cookies


@pytest.mark.parametrize("address", ADDRESSES)
def test_unchanged(client, settings, address, project, django_capture_on_commit_callbacks):
    assert "ETag" not in client.get(address), "without a release nobody can tell"
    settings.RELEASE = "1"
    tag = client.get(address)["ETag"]
    again = client.get(address, headers={"if-none-match": tag})
    assert (again.status_code, again.content) == (304, b"")
    assert (again["API-Version"], again["Access-Control-Allow-Origin"]) == ("1.1.0", "*")
    assert "no-cache" in again["Cache-Control"]
    with django_capture_on_commit_callbacks(execute=True):
        refresh(project=project)
    changed = client.get(address, headers={"if-none-match": tag}).status_code == 200
    assert changed == (address != "/api/v1/openapi.json")
    settings.RELEASE = "2"
    assert client.get(address, headers={"if-none-match": tag}).status_code == 200


def test_a_fault_is_not_kept(client, settings):
    settings.RELEASE = "1"
    response = client.get(LIST, {"fase": "x"})
    assert response["Cache-Control"] == "no-store"
    assert "ETag" not in response


@pytest.mark.parametrize(("address", "methods"), METHODS)
def test_a_browser_that_asks_first(client, address, methods):
    asked = {"origin": "https://elders.example", "access-control-request-method": "POST"}
    response = client.options(address, headers=asked)
    assert (response.status_code, response.content) == (204, b"")
    assert response["Access-Control-Allow-Origin"] == "*"
    assert response["Access-Control-Allow-Methods"] == response["Allow"] == methods
    assert "Content-Type" in response["Access-Control-Allow-Headers"]


@pytest.mark.parametrize("address", ADDRESSES)
def test_head(client, address):
    got, head = client.get(address), client.head(address)
    assert (head.status_code, head["Content-Type"], head.content) == (200, got["Content-Type"], b"")


def test_other_pages_are_not_open(client):
    assert "Access-Control-Allow-Origin" not in client.get("/projecten/")
    assert "Access-Control-Allow-Origin" not in client.get("/api/")
