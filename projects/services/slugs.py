"""Give a thing the words in its address."""

from django.db import models
from django.utils.text import slugify

from projects.models.projects import RESERVED_SLUGS


def free_slug(*, model: type[models.Model], text: str, room: int = 100) -> str:
    """Return a slug of at most `room` characters for `text` that no other `model` has, such as 'valpreventie-2'.

    Cut at a word where that is possible. Text without Latin letters gives the name of the model.
    """
    stem = _shorten(slugify(text), room) or model._meta.model_name
    taken = set(model._base_manager.filter(slug__startswith=stem).values_list("slug", flat=True)) | RESERVED_SLUGS
    number, slug = 1, stem
    while slug in taken:
        number += 1
        slug = f"{stem}-{number}"
    return slug


def _shorten(slug: str, room: int) -> str:
    if len(slug) <= room:
        return slug
    return slug[:room].rpartition("-")[0] or slug[:room]
