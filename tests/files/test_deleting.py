"""A file goes after the commit, and what else waits for the commit goes on when it does not."""

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction

from vindplaats.files.deleting import delete_after_commit

pytestmark = pytest.mark.django_db


@pytest.fixture
def name():
    return default_storage.save("logos/weg.png", ContentFile(b"een plaatje"))


def test_goes_after_the_commit(name, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        delete_after_commit(name)
        assert default_storage.exists(name)
    assert not default_storage.exists(name)


def test_stays_when_the_transaction_is_undone(name, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True), transaction.atomic():
        delete_after_commit(name)
        transaction.set_rollback(True)
    assert default_storage.exists(name)


def test_a_storage_that_refuses_stops_nothing_else(name, monkeypatch, django_capture_on_commit_callbacks):
    def refuse(_name):
        raise PermissionError

    monkeypatch.setattr(default_storage, "delete", refuse)
    done = []
    with django_capture_on_commit_callbacks(execute=True):
        delete_after_commit(name)
        transaction.on_commit(lambda: done.append(True))
    assert done
