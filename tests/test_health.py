"""The two addresses for whoever watches over the site."""

import pytest
from django.db import OperationalError
from django.db.migrations.recorder import MigrationRecorder


def test_alive_without_a_database(client, django_assert_num_queries):
    response = client.get("/healthz")  # pytest-django refuses every query here
    assert (response.status_code, response.json()) == (200, {"status": "ok"})
    assert "no-store" in response.headers["Cache-Control"]


@pytest.mark.django_db
def test_ready(client):
    response = client.get("/readyz")
    assert response.status_code == 200
    assert response.json() == {"status": "ok", "database": "ok", "migrations": "ok"}
    assert "no-store" in response.headers["Cache-Control"]


@pytest.mark.django_db
def test_not_ready_before_all_migrations(client):
    MigrationRecorder.Migration.objects.filter(app="search").delete()
    response = client.get("/readyz")
    assert response.status_code == 503
    assert response.json() == {"status": "unavailable", "database": "ok", "migrations": "pending"}


def test_not_ready_without_a_database_and_tells_nothing_of_it(client, monkeypatch):
    def away(*args, **kwargs):
        raise OperationalError('connection to "10.0.0.7" failed: password of "geheim"')

    monkeypatch.setattr("vindplaats.health.MigrationExecutor", away)
    response = client.get("/readyz")
    assert response.status_code == 503
    assert response.json() == {"status": "unavailable", "database": "unavailable", "migrations": "unknown"}


@pytest.mark.parametrize("address", ["/healthz", "/readyz"])
def test_only_to_be_read(client, address):
    assert client.post(address).status_code == 405
