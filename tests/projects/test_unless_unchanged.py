"""A page that says it is unchanged is so: whatever editors save or delete makes all pages be asked for again."""

import pytest
from django.contrib import admin
from django.db import models

from projects.search import generation
from projects.services.saving import delete, save
from tests import factories
from tests.security.addresses import FACTORIES

pytestmark = pytest.mark.django_db
KEPT = [model for model in admin.site._registry if model._meta.app_label == "projects"]


def any_text_of(thing):
    """Return a field of text that can be changed without breaking a rule."""
    free = ("description", "summary", "note", "advice", "supplier", "name_en", "name", "title")
    names = {field.name for field in thing._meta.fields if isinstance(field, models.TextField | models.CharField)}
    return next((name for name in free if name in names), None)


@pytest.mark.parametrize("model", KEPT, ids=lambda model: model.__name__)
def test_saving_anything(model, django_capture_on_commit_callbacks):
    thing = FACTORIES[model]()
    before = generation.current()
    if name := any_text_of(thing):
        setattr(thing, name, "Anders")
    with django_capture_on_commit_callbacks(execute=True):
        save(thing=thing, by=None)
    assert generation.current() != before


@pytest.mark.parametrize("model", KEPT, ids=lambda model: model.__name__)
def test_deleting_anything(model, django_capture_on_commit_callbacks):
    thing = FACTORIES[model]()
    before = generation.current()
    with django_capture_on_commit_callbacks(execute=True):
        delete(things=model._base_manager.filter(pk=thing.pk), by=None)
    assert generation.current() != before


def test_a_page_is_asked_for_again_after_a_change_of_what_only_it_shows(
    client, settings, django_capture_on_commit_callbacks
):
    settings.RELEASE = "1"
    theme = factories.ThemeFactory(description="Oud")
    address = theme.get_absolute_url()
    etag = client.get(address)["ETag"]
    assert client.get(address, headers={"if-none-match": etag}).status_code == 304
    theme.description = "Nieuw"
    with django_capture_on_commit_callbacks(execute=True):
        save(thing=theme, by=None)
    response = client.get(address, headers={"if-none-match": etag})
    assert response.status_code == 200
    assert "Nieuw" in response.content.decode()
