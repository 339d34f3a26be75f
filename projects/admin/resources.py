"""Resources in the admin, over all projects."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from projects.admin.addressed import AddressedForm
from projects.admin.base import ModeratedAdmin
from projects.forms.resources import FileField
from projects.models import Resource
from projects.services.refusals import Refused
from projects.services.resources import files
from projects.services.resources.publishing import archive, renew, restore
from projects.states.resources import Audience


class ResourceAdminForm(AddressedForm):
    """A resource with its file, which is checked as anybody's."""

    audiences = forms.MultipleChoiceField(
        label=gettext_lazy("Voor wie"),
        choices=Audience.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    upload = FileField()
    without_file = forms.BooleanField(label=gettext_lazy("Haal het bestand weg"), required=False)


class LinkFilter(admin.SimpleListFilter):
    """By what was found at the web address."""

    title = gettext_lazy("link")
    parameter_name = "link"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        """Offer what is broken, what failed lately, and what was never looked at."""
        return [("stuk", _("Werkt niet")), ("faalt", _("Deed het laatst niet")), ("nooit", _("Nog niet nagekeken"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Resource]) -> QuerySet[Resource]:
        """Keep resources by the state of their link."""
        match self.value():
            case "stuk":
                return queryset.filter(link_check__broken_since__isnull=False)
            case "faalt":
                return queryset.filter(link_check__failures__gt=0)
            case "nooit":
                return queryset.exclude(url="").filter(link_check=None)
        return queryset


@admin.register(Resource)
class ResourceAdmin(ModeratedAdmin):
    """One resource; it need not belong to a project."""

    form = ResourceAdminForm
    fields = ["project", "from_project", "institute", "status", "kind", "title", "slug", "url", "link_state"]
    fields += ["file_now", "upload", "without_file", "summary", "owner", ("year", "revised_on"), "licence", "audiences"]
    fields += ["themes", "conditions", "target_groups", "language", "decision_moment", "reading_level", "keeper"]
    fields += ["quality", "position"]
    readonly_fields = ["status", "link_state", "file_now"]
    list_display = ["title", "kind", "owner", "year", "revised_on", "status", "link_state", "project"]
    list_select_related = ["project", "link_check"]
    list_filter = ["status", "kind", LinkFilter, "language", "licence"]
    search_fields = ["title", "owner", "url", "project__title"]
    autocomplete_fields = ["project", "from_project", "institute", "conditions", "target_groups"]
    actions = ["take_off", "put_back"]

    @admin.display(description=gettext_lazy("link"))
    def link_state(self, resource: Resource) -> str:
        """Return what was found at the web address."""
        check = getattr(resource, "link_check", None)
        if not resource.url or check is None or check.url != resource.url:
            return _("nog niet nagekeken") if resource.url else "-"
        return check.get_problem_display() or _("werkt")

    @admin.display(description=gettext_lazy("bestand nu"))
    def file_now(self, resource: Resource) -> str:
        """Return the way to the file that there is."""
        if not resource.file:
            return "-"
        address = reverse("projects:resource_file", args=[resource.slug])
        return format_html('<a href="{}">{}</a>', address, resource.file_label)

    def save_model(self, request: HttpRequest, obj: Resource, form: forms.ModelForm, change: bool) -> None:
        """Save with the file in one transaction; what an editor adds is public at once."""
        obj.published_at = obj.published_at or (None if change else timezone.now())
        with transaction.atomic():
            if upload := form.cleaned_data.get("upload"):
                files.keep(obj, upload)
            elif form.cleaned_data.get("without_file"):
                files.drop(obj)
            super().save_model(request, obj, form, change)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Have the search follow themes and terms, which are saved after the resource."""
        super().save_related(request, form, formsets, change)
        with transaction.atomic():
            renew(form.instance)

    @admin.action(description=gettext_lazy("Van de site halen"))
    def take_off(self, request: HttpRequest, queryset: QuerySet[Resource]) -> None:
        """Archive those that stand by themselves."""
        self._each(request, queryset, archive)

    @admin.action(description=gettext_lazy("Terugzetten op de site"))
    def put_back(self, request: HttpRequest, queryset: QuerySet[Resource]) -> None:
        """Publish archived ones again."""
        self._each(request, queryset, restore)

    def _each(self, request: HttpRequest, queryset: QuerySet[Resource], act: Any) -> None:
        done = 0
        for resource in queryset.order_by("pk"):
            try:
                act(resource=resource, by=request.user)
                done += 1
            except Refused as refused:
                self.message_user(request, str(refused), messages.ERROR)
        words = ngettext("%(count)d hulpmiddel is bijgewerkt.", "%(count)d hulpmiddelen zijn bijgewerkt.", done)
        self.message_user(request, words % {"count": done})
