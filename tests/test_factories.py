"""Each factory makes something that the database takes, and each trait does what it says."""

import pytest
from django.apps import apps
from factory.django import DjangoModelFactory

from projects.states import Status
from tests import factories
from tests.searching import keys

FACTORIES = [
    factory
    for factory in vars(factories).values()
    if isinstance(factory, type) and issubclass(factory, DjangoModelFactory) and factory._meta.model
]
LINK_TABLES = {"LessonTheme", "ProjectTechnology", "ProjectTheme", "ResourceTheme", "RegionGemeente"}


@pytest.mark.parametrize("factory", FACTORIES, ids=lambda factory: factory.__name__)
def test_makes_three_valid_objects(db, factory):
    for made in factory.create_batch(3):
        made.full_clean()


def test_every_model_has_a_factory():
    ours = apps.get_app_config("projects").get_models()
    tracked = {model.__name__ for model in ours if hasattr(model, "pgh_event_models") and not model._meta.proxy}
    made = {factory._meta.model.__name__ for factory in FACTORIES}
    assert tracked - LINK_TABLES - made == set()


@pytest.mark.parametrize("status", Status.values)
def test_project_in_each_status(db, status):
    traits = {} if status == Status.DRAFT else {status: True}
    project = factories.ProjectFactory(**traits)
    project.full_clean()
    assert project.status == status


def test_traits_together(db):
    theme = factories.ThemeFactory(child=True)
    project = factories.ProjectFactory(
        published=True, stopped=True, confirmed=True, with_lessons=True, with_contact=True, themes=[theme], indexed=True
    )
    project.full_clean()
    assert project.lessons.count() == 3
    assert project.contact_persons.get().institute == project.institute
    assert list(project.themes.all()) == [theme]
    assert {"contact:ja", "lessen:ja", f"thema:{theme.parent.slug}"} <= set(keys())
