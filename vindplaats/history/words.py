"""Put a value from an audit row into words."""

from decimal import Decimal
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
    return Truncator(_plain(field, value)).chars(LONGEST_VALUE)


def _plain(field: models.Field, value: Any) -> str:
    """Return a date, amount or text as a Dutch reader writes it; a whole number may be a year, so without dots."""
    if isinstance(field, models.DateTimeField):
        return localize(template_localtime(parse_datetime(value)))
    if isinstance(field, models.DateField):
        return localize(parse_date(value))
    if isinstance(field, models.DecimalField):
        return localize(Decimal(str(value)).quantize(Decimal(10) ** -field.decimal_places))
    return str(value)
