"""Statuses and the steps between them, and that every value fits its column."""

import pytest
from django.apps import apps
from django.db import models

from projects import states
from projects.states import TRANSITIONS, Status, may_become

LEGAL = {
    ("draft", "submitted"),
    ("draft", "published"),
    ("draft", "archived"),
    ("submitted", "published"),
    ("submitted", "returned"),
    ("submitted", "draft"),
    ("returned", "submitted"),
    ("returned", "archived"),
    ("published", "archived"),
    ("archived", "published"),
}


@pytest.mark.parametrize("old", Status.values)
@pytest.mark.parametrize("new", Status.values)
def test_matrix(old, new):
    assert may_become(old, new) is (old == new or (old, new) in LEGAL)


def test_every_status_has_its_transitions():
    assert set(TRANSITIONS) == set(Status)


def test_every_choice_fits_its_column():
    ours = apps.get_app_config("projects").get_models()
    for field in (field for model in ours for field in model._meta.concrete_fields):
        if isinstance(field, models.CharField) and field.choices:
            assert max(len(value) for value, _label in field.flatchoices) <= field.max_length, field


def test_every_label_is_there_in_dutch():
    lists = [each for each in vars(states).values() if isinstance(each, type) and issubclass(each, models.TextChoices)]
    labels = [str(label) for each in lists if each.choices for _value, label in each.choices]
    assert len(labels) > 60
    assert all(label and label[0].isupper() for label in labels)
