"""Keep the files of resources: under random names, each as long as a row tells of it."""

import datetime
import secrets
from collections.abc import Collection

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone

from projects.models import Resource, ResourceChange
from projects.models.resources import FOLDER, HoldsFile
from vindplaats.files.checking import Checked
from vindplaats.files.deleting import delete_after_commit

GRACE = datetime.timedelta(days=1)
"""How long a file may stand there of which no row tells: a transaction may still be under way."""


def keep(holder: HoldsFile, checked: Checked) -> None:
    """Store a checked file for a locked row, which the caller saves; its former file goes after the commit."""
    drop(holder)
    name = f"{FOLDER}/{secrets.token_hex(16)}{checked.kind.suffix}"
    holder.file = default_storage.save(name, ContentFile(checked.data))
    holder.file_kind, holder.file_size = checked.kind.name, len(checked.data)


def hand_over(giver: HoldsFile, taker: HoldsFile) -> None:
    """Give the file of one locked row to another."""
    drop(taker)
    taker.file, taker.file_kind, taker.file_size = giver.file.name, giver.file_kind, giver.file_size
    giver.file, giver.file_kind, giver.file_size = "", "", None


def drop(holder: HoldsFile) -> None:
    """Take the file off a locked row, which the caller saves or deletes.

    The file itself goes once that is certain: a transaction that is undone must not lose it.
    """
    if holder.file:
        delete_after_commit(holder.file.name)
    holder.file, holder.file_kind, holder.file_size = "", "", None


def forget_files(resources: Collection[int]) -> None:
    """Have the files of resources that are about to be deleted go after the commit."""
    if not resources:
        return
    for model, path in ((Resource, "pk"), (ResourceChange, "resource")):
        held = model.objects.filter(**{f"{path}__in": resources}).exclude(file="")
        for name in held.values_list("file", flat=True):
            delete_after_commit(name)


def remove_forgotten() -> int:
    """Remove files of which no row tells (any more): undone or deleted in bulk; return how many."""
    told = {
        name
        for model in (Resource, ResourceChange)
        for name in model.objects.exclude(file="").values_list("file", flat=True)
    }
    before = timezone.now() - GRACE
    if not default_storage.exists(FOLDER):
        return 0
    _folders, names = default_storage.listdir(FOLDER)
    there = [f"{FOLDER}/{name}" for name in names]
    gone = [name for name in there if name not in told and default_storage.get_modified_time(name) < before]
    for name in gone:
        default_storage.delete(name)
    return len(gone)
