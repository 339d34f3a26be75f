"""Kinds of field and constraint that several models of people share."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


def writer(related_name: str, label: Any) -> models.ForeignKey:
    """Return the field for who wrote something; what is public stays when the account goes."""
    return models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name=related_name, verbose_name=label
    )


def taken_down_at() -> models.DateTimeField:
    """Return the field for when a moderator took something off the site; None while it stands there."""
    return models.DateTimeField(_("verwijderd van de site op"), null=True, blank=True)


def text_constraint(prefix: str) -> models.CheckConstraint:
    """Return the rule that `text` says something."""
    return models.CheckConstraint(condition=~Q(text=""), name=f"{prefix}_has_text")


def nameless_constraint(prefix: str) -> models.CheckConstraint:
    """Return the rule that what is `is_anonymous` holds no name, so that none can come out with it."""
    return models.CheckConstraint(condition=Q(is_anonymous=False) | Q(author_name=""), name=f"{prefix}_without_name")
