"""Keep institutes; their names and places stand in what can be found of their projects."""

import secrets
from collections.abc import Mapping
from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction

from projects.models import Institute
from projects.permissions import may_run
from projects.services.saving import save
from vindplaats.accounts.models import User
from vindplaats.audit import acting
from vindplaats.files.deleting import delete_after_commit
from vindplaats.images import SUFFIX, redrawn

MANAGERS_WRITE = frozenset({"description", "website", "brings", "seeks", "kind", "place", "gemeente"})
"""The name and the domains of addresses are for the editors: others trust in them."""


def save_institute(*, institute: Institute, by: User | None) -> Institute:
    """Save an institute; after a new name, place or kind all its projects are found by the new one at once."""
    save(thing=institute, by=by)
    return institute


@transaction.atomic
def edit_institute(*, institute: Institute, changes: Mapping[str, Any], by: User) -> Institute:
    """Change the page in the institute's own name; PermissionDenied unless `by` runs it. Public at once."""
    locked = _locked_for(institute, by)
    for name, value in changes.items():
        if name not in MANAGERS_WRITE:
            raise ValueError(f"{name} is not for managers.")
        setattr(locked, name, value)
    return _save(locked, by=by, action="edit")


@transaction.atomic
def set_logo(*, institute: Institute, data: bytes, by: User) -> Institute:
    """Give the institute a logo, drawn anew under a new name, and throw the old file away; BadImage if it is none."""
    locked, picture = _locked_for(institute, by), redrawn(data)
    _remove_file(locked)
    locked.logo = default_storage.save(f"logos/{secrets.token_hex(16)}{SUFFIX}", ContentFile(picture))
    return _save(locked, by=by, action="logo")


@transaction.atomic
def remove_logo(*, institute: Institute, by: User) -> Institute:
    """Take the logo away."""
    locked = _locked_for(institute, by)
    _remove_file(locked)
    locked.logo = ""
    return _save(locked, by=by, action="logo")


def _locked_for(institute: Institute, by: User) -> Institute:
    if not may_run(by, institute):
        raise PermissionDenied
    return Institute.objects.select_for_update(of=("self",)).get(pk=institute.pk)


def _save(institute: Institute, *, by: User, action: str) -> Institute:
    with acting(user=by, action=action):
        # Who may was asked already; the audit knows it from `acting`.
        save(thing=institute, by=None)
    return institute


def _remove_file(institute: Institute) -> None:
    """Remove the file once the page no longer names it: a transaction that is undone must not lose it."""
    if institute.logo:
        delete_after_commit(institute.logo.name)
