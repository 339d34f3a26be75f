"""What every page of the admin shares: rights by our own rules, saving through services, clean text."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.widgets import AdminTextareaWidget, AdminTextInputWidget
from django.core.exceptions import BadRequest, ValidationError
from django.db import models
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.text import capfirst
from taggit.managers import TaggableManager

from projects.admin.choosing import ChooseMany, ChooseOne, FormsetThatKnowsNames, choosing_field
from projects.permissions import may_delete, may_moderate
from projects.services.refusals import Refused
from projects.services.saving import delete, save
from vindplaats.history.admin import HistoryAdmin
from vindplaats.text import CleanCharField

FIELDS = {
    models.CharField: {"form_class": CleanCharField, "widget": AdminTextInputWidget},
    models.TextField: {"form_class": CleanCharField, "widget": AdminTextareaWidget(attrs={"rows": 6})},
    models.SlugField: {"form_class": forms.SlugField, "widget": AdminTextInputWidget},
    models.URLField: {"assume_scheme": "https"},
}


class Moderated:
    """Rights of a page or an inline: moderators do everything but delete what stands on its own."""

    formfield_overrides = FIELDS

    def formfield_for_dbfield(self, db_field: models.Field, request: HttpRequest, **kwargs: Any) -> forms.Field | None:
        """Pick tags from what there is; show a whole title."""
        if isinstance(db_field, TaggableManager):
            return choosing_field(db_field, self.admin_site)
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name == "title":
            field.widget.attrs["class"] = "vLargeTextField"  # as wide as the texts below it
        return field

    def get_field_queryset(
        self, db: str | None, db_field: models.Field, request: HttpRequest
    ) -> models.QuerySet | None:
        """Read what is to be chosen as its own list does, with all that its names are made of."""
        owner = self.admin_site._registry.get(db_field.remote_field.model)
        return owner.get_queryset(request) if owner else super().get_field_queryset(db, db_field, request)

    def formfield_for_foreignkey(
        self, db_field: models.ForeignKey, request: HttpRequest, **kwargs: Any
    ) -> forms.ModelChoiceField:
        """Choose one by typing."""
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs["widget"] = ChooseOne(db_field, self.admin_site)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_manytomany(
        self, db_field: models.ManyToManyField, request: HttpRequest, **kwargs: Any
    ) -> forms.ModelMultipleChoiceField:
        """Choose many by typing."""
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs["widget"] = ChooseMany(db_field, self.admin_site)
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def has_view_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        """Moderators see all."""
        return may_moderate(request.user)

    def has_add_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        """Moderators add."""
        return may_moderate(request.user)

    def has_change_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        """Moderators change."""
        return may_moderate(request.user)

    def has_delete_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        """Who may delete follows from what it is."""
        return may_delete(request.user, self.model)


class ModeratedAdmin(Moderated, HistoryAdmin):
    """A page that saves and deletes through services, so that the search follows in the same transaction."""

    list_per_page = 50
    show_full_result_count = False

    def has_module_permission(self, request: HttpRequest) -> bool:
        """Moderators find it on the index."""
        return may_moderate(request.user)

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Show a refusal of a service, which only happens when somebody else was just faster, as a message."""
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except Refused as refused:
            self.message_user(request, str(refused), messages.ERROR)
            return HttpResponseRedirect(request.get_full_path())

    def response_action(self, request: HttpRequest, queryset: models.QuerySet) -> HttpResponse | None:
        """Refuse what the list cannot have sent; Django itself would fail on a number that is none."""
        try:
            for chosen in request.POST.getlist(ACTION_CHECKBOX_NAME):
                self.opts.pk.to_python(chosen)
        except ValidationError as error:
            raise BadRequest("An action was asked for something that has no number") from error
        return super().response_action(request, queryset)

    def save_model(self, request: HttpRequest, obj: models.Model, form: forms.ModelForm, change: bool) -> None:
        """Save through the service."""
        save(thing=obj, by=request.user)

    def save_formset(
        self, request: HttpRequest, form: forms.ModelForm, formset: forms.BaseModelFormSet, change: bool
    ) -> None:
        """Save and delete inlines through the services."""
        formset.save(commit=False)
        gone = [thing.pk for thing in formset.deleted_objects]
        if gone:
            delete(things=formset.model._base_manager.filter(pk__in=gone), by=request.user)
        for thing in [thing for thing, _fields in formset.changed_objects] + formset.new_objects:
            save(thing=thing, by=request.user)
        formset.save_m2m()

    def delete_model(self, request: HttpRequest, obj: models.Model) -> None:
        """Delete one through the service."""
        delete(things=self.model._base_manager.filter(pk=obj.pk), by=request.user)

    def delete_queryset(self, request: HttpRequest, queryset: models.QuerySet) -> None:
        """Delete many through the service."""
        delete(things=queryset, by=request.user)


class StackedInline(Moderated, admin.StackedInline):
    """Below each other: for things with long texts."""

    formset = FormsetThatKnowsNames
    extra = 0


class TabularInline(Moderated, admin.TabularInline):
    """In rows: for short things."""

    formset = FormsetThatKnowsNames
    extra = 0

    def formfield_for_dbfield(self, db_field: models.Field, request: HttpRequest, **kwargs: Any) -> forms.Field | None:
        """Name each field itself: a screen reader does not read the head of the column with it."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field:
            inner = getattr(field.widget, "widget", field.widget)
            inner.attrs["aria-label"] = capfirst(str(field.label))
        return field
