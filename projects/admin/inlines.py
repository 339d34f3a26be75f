"""What stands below a project: what belongs to it."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from projects.admin.addressed import AddressedForm
from projects.admin.base import StackedInline, TabularInline
from projects.models import (
    ContactPerson,
    Lesson,
    ProjectFunding,
    ProjectPartner,
    ProjectProgramme,
    Resource,
)


class LessonInline(StackedInline):
    """Lessons, with a link to the page where their themes are set."""

    model = Lesson
    form = AddressedForm
    exclude = ["slug", "themes"]
    show_change_link = True
    classes = ["collapse"]


class ResourceInline(StackedInline):
    """Resources, with a link to the page where their themes and target groups are set."""

    model = Resource
    fk_name = "project"
    form = AddressedForm
    fields = ["kind", "title", "url", "summary", "owner", ("year", "revised_on"), "language", "position"]
    show_change_link = True
    classes = ["collapse"]


class PartnerInline(TabularInline):
    """Partners; linked to an institute where there is one."""

    model = ProjectPartner
    autocomplete_fields = ["institute"]


class FundingInline(StackedInline):
    """How it was paid for."""

    model = ProjectFunding
    classes = ["collapse"]


class ProgrammeForm(forms.ModelForm):
    """A programme and one of its own lines."""

    def clean(self) -> dict[str, Any]:
        """Refuse a line of another programme."""
        cleaned = super().clean() or self.cleaned_data
        programme, line = cleaned.get("programme"), cleaned.get("line")
        if programme and line and line.programme_id != programme.pk:
            raise ValidationError({"line": _("Deze lijn hoort bij een ander programma.")})
        return cleaned


class ProgrammeInline(TabularInline):
    """Programmes and their lines."""

    model = ProjectProgramme
    form = ProgrammeForm
    autocomplete_fields = ["programme", "line"]


class ContactPersonInline(TabularInline):
    """Who answers; the address is for the relay and never shown on the site."""

    model = ContactPerson
    autocomplete_fields = ["institute", "user"]
