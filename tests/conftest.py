"""What holds for every test: no network, Dutch, and nothing left over from the test before."""

import gc
import socket
from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.db import connection
from django.test import Client
from django.utils import translation
from hypothesis import settings as hypothesis_settings

from tests.template_database import template
from vindplaats.caches import latest_cache, process_cache

# A busy machine is no error, and a run that failed fails again.
hypothesis_settings.register_profile("vindplaats", deadline=None, derandomize=True)
hypothesis_settings.load_profile("vindplaats")

# Only a browser needs a real socket, and only to this machine.
LOCAL_HOSTS = ["127.0.0.1", "::1", "localhost"]
DATABASE = {"db", "transactional_db", "django_db_setup"}
"""Fixtures of pytest-django that give a test the database."""
SHOWING = ("test_views_", "test_admin_", "test_permissions")
ASKED_ELSEWHERE = frozenset({"security", "accounts"})
"""Modules and folders about what is shown and allowed: what they ask of the database, tests of models, services and the
search ask as well, so that they run on one PostgreSQL only."""


OTHER_SESSIONS = """
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()
"""


def pytest_configure() -> None:
    """Look the database's address up before all tests lose the network; the connection itself is not Python's."""
    host = django_settings.DATABASES["default"].get("HOST", "")
    if host and not host.startswith("/"):
        django_settings.DATABASES["default"]["OPTIONS"]["hostaddr"] = socket.gethostbyname(host)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let browser tests reach the live server on this machine, and all others nothing; mark what gets the database."""
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.allow_hosts(LOCAL_HOSTS))
        # pytest-django keeps the database from all others.
        if item.get_closest_marker("django_db") or not DATABASE.isdisjoint(item.fixturenames):
            item.add_marker("postgres")
        if item.path.parent.name in ASKED_ELSEWHERE or item.path.name.startswith(SHOWING):
            item.add_marker("same_sql")


def pytest_collection_finish() -> None:
    """Leave all that is loaded by now out of garbage collection, which imports and exports ask for by hand."""
    keep_what_is_loaded()


def keep_what_is_loaded() -> None:
    """Have garbage collection pass over all that lives now."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings: None, django_db_blocker: Any) -> None:
    """Start each test database as a copy of one with all migrations applied."""
    with django_db_blocker.unblock():
        connection.settings_dict["TEST"]["TEMPLATE"] = template()


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """End, before the test database is dropped, what is left of a live server's connections to it."""
    yield
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute(OTHER_SESSIONS)


@pytest.fixture(autouse=True, scope="module")
def _what_is_loaded() -> None:
    """Do the same at each file: templates, forms and the like are loaded when a page first asks for them."""
    keep_what_is_loaded()


@pytest.fixture(autouse=True)
def _dutch() -> Iterator[None]:
    """Start each test in Dutch, whatever language a request in the one before left active."""
    with translation.override("nl"):
        yield


@pytest.fixture(autouse=True)
def _empty_cache() -> Iterator[None]:
    """Start each test with empty caches in memory; the one in the database goes with the transaction."""
    for kept in (process_cache, latest_cache):
        kept.clear()
    yield
    for kept in (process_cache, latest_cache):
        kept.clear()


@pytest.fixture(autouse=True)
def _nothing_left(request: pytest.FixtureRequest) -> Iterator[None]:
    """Throw away the jobs and limits of a test that commits: Django empties only tables of models."""
    mark = request.node.get_closest_marker("django_db")
    commits = "transactional_db" in request.fixturenames or (mark and mark.kwargs.get("transaction"))
    if commits:
        request.getfixturevalue("transactional_db")
    yield
    if commits:
        with connection.cursor() as cursor:
            cursor.execute("TRUNCATE procrastinate_jobs, procrastinate_workers, shared_cache CASCADE")


@pytest.fixture
def moderator_client(client: Client, moderator) -> Client:
    """A client that is logged in as a moderator with all rights."""
    client.force_login(moderator)
    return client


@pytest.fixture
def moderator(db):
    """A moderator with all rights in the admin."""
    from tests.factories import UserFactory

    return UserFactory(moderator=True)
