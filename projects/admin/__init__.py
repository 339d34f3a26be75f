"""The admin for moderators, who work in it daily: one file a subject."""

from django.contrib import admin
from django.contrib.auth.models import Group
from django.utils.translation import gettext_lazy as _
from taggit.models import Tag

from projects.admin import (
    collections,
    demand,
    institutes,
    lessons,
    programmes,
    projects,
    regions,
    replies,
    resources,
    search,
    terms,
    themes,
)

__all__ = [
    "collections",
    "demand",
    "institutes",
    "lessons",
    "programmes",
    "projects",
    "regions",
    "replies",
    "resources",
    "search",
    "terms",
    "themes",
]

admin.site.site_header = _("Vindplaats beheer")
admin.site.site_title = _("Vindplaats beheer")
admin.site.index_title = _("Wat wilt u bijwerken?")
# Rights follow from projects/permissions.py, and themes and technologies have tables of their own.
admin.site.unregister([Group, Tag])
