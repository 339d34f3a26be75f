"""Kinds of field and constraint that several models share."""

import uuid
from collections.abc import Collection
from typing import Any

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Func, Q
from django.db.models.functions import Left, Length
from django.utils.translation import gettext_lazy as _

from projects.states import Language

# A year, or a year and month: level 0 of EDTF (ISO 8601-2). Sources seldom know the day.
PARTIAL_DATE = r"^[12][0-9]{3}(-(0[1-9]|1[0-2]))?$"


def new_external_id() -> str:
    """Return an identifier for a record that was made on the site and not imported."""
    return f"vp-{uuid.uuid4().hex[:12]}"


def partial_date(label: Any) -> models.CharField:
    """Return a field for "2019" or "2019-05"; empty when not known."""
    message = _("Vul een jaar in, zoals 2024, of een jaar en maand, zoals 2024-05.")
    return models.CharField(label, max_length=7, blank=True, validators=[RegexValidator(PARTIAL_DATE, message)])


def partial_date_constraints(prefix: str) -> list[models.CheckConstraint]:
    """Return the rules for `start` and `end`: well formed, and the end not before the start."""
    start, end = Q(start="") | Q(start__regex=PARTIAL_DATE), Q(end="") | Q(end__regex=PARTIAL_DATE)
    in_order = Q(start="") | Q(end="") | Q(end__gte=Left(F("start"), Length("end")))
    message = _("Het einde ligt vóór het begin.")
    return [
        models.CheckConstraint(condition=start, name=f"{prefix}_start_is_year_or_month"),
        models.CheckConstraint(condition=end, name=f"{prefix}_end_is_year_or_month"),
        models.CheckConstraint(
            condition=in_order, name=f"{prefix}_end_not_before_start", violation_error_message=message
        ),
    ]


def web_address_constraint(field: str, name: str) -> models.CheckConstraint:
    """Return the rule that `field` is empty or starts with http:// or https://."""
    condition = Q(**{field: ""}) | Q(**{f"{field}__regex": "^https?://"})
    message = _("Een adres begint met http:// of https://.")
    return models.CheckConstraint(condition=condition, name=name, violation_error_message=message)


def sort_key(source: str) -> models.GeneratedField:
    """Return a column that the database keeps equal to `source` folded (lower case, no accents), to sort on.

    PostgreSQL without ICU sorts by bytes, which puts 'tanteLouise' after 'Zuyderland'; see docs/decisions.
    """
    expression = Func(F(source), function="vindplaats_fold", output_field=models.TextField())
    return models.GeneratedField(expression=expression, output_field=models.TextField(), db_persist=True)


class ChecksComputedNames(models.Model):
    """Has a form check rules on `sort_key` too; it would skip them, since a computed column is not in the form."""

    class Meta:
        abstract = True

    def validate_constraints(self, exclude: Collection[str] | None = None) -> None:
        """Check all rules on what is in the form and on what the database computes from it."""
        super().validate_constraints(exclude=set(exclude or ()) - {"sort_key"})


def text_language() -> models.CharField:
    """Return the field for the language that a text is written in."""
    return models.CharField(_("taal"), max_length=2, choices=Language.choices, default=Language.DUTCH)


def language_constraint(prefix: str) -> models.CheckConstraint:
    """Return the rule that `language` is one that the site knows."""
    return models.CheckConstraint(condition=Q(language__in=Language.values), name=f"{prefix}_language_known")
