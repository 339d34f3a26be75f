"""Put a value from an audit row into words."""

from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.formats import localize
from django.utils.text import Truncator, capfirst
from django.utils.timezone import template_localtime
from django.utils.translation import gettext as _

LONGEST_VALUE = 300
Labels = dict[tuple[type[models.Model], Any], str]
"""The names of the objects that foreign keys point to, by model and primary key."""


def name_of(field: models.Field) -> str:
    """Return how the screen calls the field."""
    return capfirst(str(field.verbose_name))


def value_in_words(field: models.Field, value: Any, labels: Labels) -> str:
    """Return `value`, as the audit table holds it (JSON), for a reader; texts are cut at 300 characters."""
    if value in (None, "", []):
        return _("leeg")
    if isinstance(value, bool):
        return _("ja") if value else _("nee")
    if isinstance(field, ArrayField):
        return ", ".join(value_in_words(field.base_field, item, labels) for item in value)
    if field.is_relation:
        return labels.get((field.related_model, value)) or _("nummer %(number)s, bestaat niet meer") % {"number": value}
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    return Truncator(localize(_moment(field, value))).chars(LONGEST_VALUE)


def _moment(field: models.Field, value: Any) -> Any:
    """Return the date or time that a string of a date or time field stands for, else the value itself."""
    if isinstance(field, models.DateTimeField):
        return template_localtime(parse_datetime(value))
    if isinstance(field, models.DateField):
        return parse_date(value)
    return value
